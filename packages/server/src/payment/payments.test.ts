import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PaymentView } from '@dvc/core';
import { postgresFolder, startPostgres } from '../server.test-helper.js';
import { notification } from './gateways/vnpay.test-helper.js';
import { page, payServer, start, type PayServer } from './payment.test-helper.js';

const bin = postgresFolder();
if (!bin) console.warn('PostgreSQL is not installed: the payment tests run on PGlite only');
const ok = { RspCode: '00', Message: 'Confirm Success' }, known = { RspCode: '02', Message: 'Order already confirmed' };
const paid = (transaction: string, amount?: number) => ({ state: 'paid' as const, transaction, ...(amount === undefined ? {} : { amount }) });

describe.each(bin ? (['pglite', 'postgres'] as const) : (['pglite'] as const))('payments on %s', (kind) => {
  let server: PayServer;
  let other: PayServer;
  let postgres: Awaited<ReturnType<typeof startPostgres>> | undefined;
  /** As the transaction number of each test, which is unique at the gateway. */
  let number = 14567890;
  beforeAll(async () => {
    if (kind === 'postgres') postgres = await startPostgres(bin!);
    server = await payServer(postgres ? { databaseUrl: postgres.url } : {});
    // A second process, where the database allows it.
    other = postgres ? await payServer({ databaseUrl: postgres.url }) : server;
  });
  afterAll(async () => { if (other !== server) await other?.end(); await server?.end(); await postgres?.stop(); });

  /** As far as the bank's page. */
  async function atBank(): Promise<{ view: PaymentView; payment: string; secret: string; code: string }> {
    const made = await server.dossier();
    const opened = (await server.open(made.payment)).json() as PaymentView;
    const view = (await server.post(`${made.payment}/intents/${opened.intent!.id}/leave`)).json() as PaymentView;
    return { ...made, view };
  }
  const count = (events: any[], type: string) => events.filter((event) => event.type === type).length;

  test('the whole road: quote, order, bank, notification, receipts', async () => {
    const { payment, code } = await server.dossier();
    expect(payment).toMatch(/^[A-Za-z0-9_-]{22}$/);
    const quote = await server.get(payment);
    expect(quote).toMatchObject({ id: payment, dossierCode: code, about: 'Phiếu thử nghiệm', agency: 'UBND xã Thử Nghiệm', timing: 'before', total: 8000, phase: 'quote', mayPay: true, lines: [{ id: 'copies', kind: 'fee', title: 'Bản sao', amount: 8000 }], knowledge: { bank: 'nothing' } });
    expect(quote.offers.map(({ id, method }) => [id, method])).toEqual([['vnpay', 'redirect'], ['transfer', 'transfer'], ['cash', 'cash']]);
    const opened = (await server.open(payment)).json() as PaymentView;
    const { intent } = opened;
    expect(opened).toMatchObject({ phase: 'acting', mayPay: false, intent: { attempt: 1, offer: 'vnpay', amount: 8000, expiresAt: server.clock.ms + 15 * 60_000 } });
    const url = new URL((intent!.act as { url: string }).url);
    expect([url.searchParams.get('vnp_Amount'), url.searchParams.get('vnp_TxnRef'), url.searchParams.get('vnp_ReturnUrl')]).toEqual(['800000', intent!.reference, `https://dvc.example.gov.vn/api/v1/gateways/vnpay/return?intent=${intent!.id}`]);
    expect((await server.post(`${payment}/intents/${intent!.id}/leave`)).json()).toMatchObject({ phase: 'pending', knowledge: { bank: 'waiting' } });
    expect(await server.ipn(opened, paid('14560001'))).toEqual(ok);
    const after = await server.get(payment);
    expect(after).toMatchObject({ phase: 'paid', paid: { transaction: '14560001', amount: 8000, bank: 'NCB' }, knowledge: { bank: 'received', dossier: 'recorded', agency: 'receipted' }, money: { due: 8000, paid: 8000, surplus: 0 } });
    expect(after.receipts).toEqual([{ number: 'MAU-P-0000001', transaction: '14560001', kind: 'fee', amount: 8000, link: `https://dvc.example.gov.vn/api/v1/payments/${payment}/receipts/MAU-P-0000001` }]);
    const receipt = await server.app.inject(new URL(after.receipts[0]!.link!).pathname);
    expect([receipt.statusCode, receipt.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    for (const said of ['lang="vi"', 'Biên lai thu phí', 'BẢN MẪU', 'MAU-P-0000001', code, '8.000 đồng', 'Tám nghìn đồng.', '21/11/2026']) expect(receipt.body).toContain(said);
    expect(receipt.body).not.toContain('Ngô Nộp Phí');
  });

  test('a hundred notifications at once are one line, each with its documented answer', async () => {
    const { view, payment } = await atBank();
    const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => (i % 2 ? server : other).ipn(view, paid(String(number)))));
    expect([answers.filter(({ RspCode }) => RspCode === '00').length, answers.filter(({ RspCode }) => RspCode === '02').length]).toEqual([1, 99]);
    const ledger = await server.ledger(payment);
    expect([count(ledger, 'paid'), count(ledger, 'receipted'), count(ledger, 'recorded')]).toEqual([1, 1, 1]);
  });

  test('two tabs and three clicks open one attempt; another total or a later attempt is said to be otherwise', async () => {
    const { payment } = await server.dossier();
    const answers = await Promise.all(Array.from({ length: 6 }, (_, i) => (i % 2 ? server : other).open(payment)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(new Set(answers.map((answer) => JSON.stringify([answer.json().intent.id, answer.json().intent.act]))).size).toBe(1);
    for (const order of [{ total: 1 }, { attempt: 2 }, { attempt: 7 }]) {
      const answer = await server.open(payment, order);
      expect([answer.statusCode, answer.json().code, answer.json().payment.intent.attempt]).toEqual([409, 'changed', 1]);
    }
    expect((await server.database.db.selectFrom('payment_intent').select('id').where('payment', '=', payment).execute()).length).toBe(1);
    expect((await server.open('AAAAAAAAAAAAAAAAAAAAAA')).statusCode).toBe(404);
    expect((await server.open(payment, { offer: 'momo' })).statusCode).toBe(400);
  });

  test('several processes ask about each payment once', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, atBank));
    [server.questions, other.questions].forEach((all) => { all.length = 0; });
    server.clock.ms += 6_000;
    other.clock.ms = server.clock.ms;
    await Promise.all([server.payments.reconcileOnce(), other.payments.reconcileOnce(), server.payments.reconcileOnce()]);
    const asked = other === server ? server.questions : [...server.questions, ...other.questions];
    expect(asked.filter((each) => made.some(({ view }) => view.intent!.reference === each)).sort()).toEqual(made.map(({ view }) => view.intent!.reference).sort());
  });

  // What follows does not race: one database says as much as two.
  if (kind === 'postgres') return;

  test('forged, tampered, foreign and wrong notifications change nothing and are answered as VNPAY documents', async () => {
    const { view, payment } = await atBank();
    const before = await server.ledger(payment);
    const good = paid(String(++number));
    const edits: [string, (query: string) => string][] = [
      ['97', (query) => query.replace('vnp_Amount=800000', 'vnp_Amount=80000000')], ['97', (query) => query.replace(/vnp_SecureHash=.*/, '')], ['97', (query) => query.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
      ['97', (query) => `${query}&vnp_Amount=1`], ['97', () => ''], ['97', (query) => query.toUpperCase()],
    ];
    for (const [code, edit] of edits) expect((await server.ipn(view, good, { edit })).RspCode, code).toBe(code);
    expect((await server.ipn(view, paid(String(number), 80))).RspCode).toBe('04');
    expect((await server.ipn({ ...view, intent: { ...view.intent!, reference: 'DVCK346793467G' } }, good)).RspCode).toBe('01');
    expect(await server.ipn(view, good, { ip: '113.160.93.1' })).toEqual({ RspCode: '03', Message: 'IP prohibited' });
    expect(await server.ledger(payment)).toEqual(before);
    expect((await server.app.inject('/api/v1/gateways/khong-co/notify?a=b')).statusCode).toBe(404);
    expect(server.logged.filter((line) => line.includes('payment alarm') && line.includes('wrong-amount')).length).toBe(1);
    expect(server.logged.join('\n')).not.toContain(payment);
    expect(await server.ipn(view, good)).toEqual(ok);
  });

  test('a failure, then the success: paid; a failure after it changes nothing; another charge is flagged', async () => {
    const { view, payment } = await atBank();
    expect(await server.ipn(view, { state: 'failed', transaction: String(++number) })).toEqual(ok);
    const once = await server.ledger(payment);
    expect(await server.ipn(view, { state: 'failed', transaction: String(number) })).toEqual(known);
    expect(await server.ledger(payment)).toEqual(once);
    expect(await server.get(payment)).toMatchObject({ phase: 'failed', mayPay: true, intent: { end: { kind: 'failed', by: 'gateway', reason: 'not-enough-money' } } });
    expect(await server.ipn(view, paid(String(++number)))).toEqual(ok);
    expect(await server.get(payment)).toMatchObject({ phase: 'paid', mayPay: false });
    expect(await server.ipn(view, { state: 'failed', transaction: String(number - 1) })).toEqual(known);
    expect(await server.ipn(view, { state: 'cancelled', transaction: String(++number) })).toEqual(known);
    expect((await server.get(payment)).phase).toBe('paid');
    expect(await server.ipn(view, paid(String(++number)))).toEqual(known);
    expect(await server.get(payment)).toMatchObject({ phase: 'paid', money: { received: 16000, paid: 8000, surplus: 8000 } });
    expect((await server.admin('?which=attention')).json().payments.find(({ id }: { id: string }) => id === payment).why).toEqual([{ kind: 'paid-twice', transaction: String(number) }]);
  });

  test('the return proves nothing, asks, and goes back to the page alone', async () => {
    const { view, payment } = await atBank();
    const back = (query: string, intent = view.intent!.id) => server.app.inject(`/api/v1/gateways/vnpay/return?intent=${intent}${query}`);
    const forged = await back('&vnp_ResponseCode=00&vnp_TransactionStatus=00&vnp_SecureHash=0');
    expect([forged.statusCode, forged.headers.location]).toEqual([303, page]);
    // Signed, and of another order.
    expect((await back(`&${notification({ reference: 'DVCK346793467G', amount: 8000 }, paid('1'))}`)).headers.location).toBe(page);
    expect(count(await server.ledger(payment), 'returned')).toBe(0);
    expect((await back('', 'unknown-intent-of-nobody')).statusCode).toBe(404);
    server.clock.ms += 6_000;
    server.bank.set(view.intent!.reference, 'unfinished');
    const genuine = await back(`&${notification(view.intent!, paid(String(++number)))}`);
    expect([genuine.statusCode, genuine.headers.location]).toEqual([303, page]);
    const pending = await server.get(payment);
    expect(pending.phase).toBe('pending');
    // Asked in the background.
    for (let i = 0; i < 100 && !server.questions.includes(view.intent!.reference); i++) await new Promise((done) => { setTimeout(done, 10); });
    expect(count(await server.ledger(payment), 'returned')).toBe(1);
    server.bank.set(view.intent!.reference, paid(String(number)));
    server.clock.ms += 6_000;
    expect((await server.post(`${payment}/look`)).json()).toMatchObject({ phase: 'paid' });
    expect(await server.ipn(view, paid(String(number)))).toEqual(known);
  });

  test.each(['https://evil.example/', 'https://portal.example.gov.vn.evil.example/', 'https://portal.example.gov.vn@evil.example/', `${'java'}script:alert(1)`, '//evil.example', '/thanh-toan', 'http://portal.example.gov.vn/', 'https://u:p@portal.example.gov.vn/', 'data:text/html,x', ''])('no browser is sent to %j', async (returnTo) => {
    const { payment } = await server.dossier();
    expect((await server.open(payment, { returnTo })).statusCode).toBe(400);
    expect((await server.get(payment)).intent).toBeUndefined();
  });
  test('nor to a host that the request only claims to be for', async () => {
    const { payment } = await server.dossier();
    const order = { attempt: 1, offer: 'vnpay', total: 8000, returnTo: 'https://evil.example/' };
    expect((await server.post(`${payment}/intents`, order, { host: 'evil.example' })).statusCode).toBe(400);
    expect((await server.post(`${payment}/intents`, { ...order, returnTo: 'https://dvc.example.gov.vn/x' }, { host: 'evil.example' })).statusCode).toBe(200);
  });

  test('a citizen gives up: unknown until the gateway knows of no money, then the next attempt opens', async () => {
    const { view, payment } = await atBank();
    const cancel = () => server.post(`${payment}/intents/${view.intent!.id}/cancel`);
    server.bank.set(view.intent!.reference, 'unfinished');
    expect((await cancel()).json()).toMatchObject({ phase: 'pending', mayPay: false });
    expect((await server.open(payment, { attempt: 2 })).statusCode).toBe(409);
    server.bank.delete(view.intent!.reference);
    server.clock.ms += 6_000;
    expect((await cancel()).json()).toMatchObject({ phase: 'cancelled', mayPay: true });
    expect((await server.open(payment, { attempt: 2 })).json()).toMatchObject({ phase: 'acting', intent: { attempt: 2 } });
    expect((await server.post(`${payment}/intents/unknown-intent-of-nobody/cancel`)).statusCode).toBe(404);
    expect((await server.post(`${payment}/intents/unknown-intent-of-nobody/leave`)).statusCode).toBe(404);
  });

  test('no notification ever: within 15 minutes of the bank knowing it is known here', async () => {
    const { view, payment } = await atBank();
    server.bank.set(view.intent!.reference, 'silent');
    const known = server.clock.ms + 5 * 60_000;
    let resolved: number | undefined;
    for (const end = server.clock.ms + 60 * 60_000; resolved === undefined && server.clock.ms < end;) {
      if (server.clock.ms >= known) server.bank.set(view.intent!.reference, paid(String(++number)));
      await server.payments.reconcileOnce();
      if ((await server.get(payment)).phase === 'paid') resolved = server.clock.ms;
      else server.clock.ms += 15_000;
    }
    expect(resolved! - known).toBeLessThanOrEqual(15 * 60_000);
    expect(count(await server.ledger(payment), 'expired')).toBe(0);
    expect(count(await server.ledger(payment), 'asked')).toBeLessThan(10);
  });

  test('time runs out: the clock ends it and the gateway is asked; what it took all the same is paid', async () => {
    const { payment } = await server.dossier();
    const opened = (await server.open(payment)).json() as PaymentView;
    server.clock.ms += 16 * 60_000;
    await server.payments.reconcileOnce();
    expect(await server.get(payment)).toMatchObject({ phase: 'expired', mayPay: true, intent: { end: { kind: 'expired', by: 'clock' } } });
    expect(server.questions.filter((each) => each === opened.intent!.reference).length).toBe(1);
    // Its browser was at the bank without our knowing, and the notification is late.
    expect(await server.ipn(opened, paid(String(++number)))).toEqual(ok);
    expect((await server.get(payment)).phase).toBe('paid');
  });

  test('time runs out: the next look of a page ends it, and the reconciliation comes within a minute however long the attempt was', async () => {
    const late = await payServer({}, { random: () => 1 });
    try {
      const { payment, code } = await late.dossier();
      const opened = (await late.open(payment, { offer: 'transfer' })).json() as PaymentView;
      const [{ nextLook }] = (await late.admin(`?code=${code}`)).json().payments;
      expect(Date.parse(nextLook) - opened.intent!.expiresAt!).toBe(60_000);
      late.clock.ms = opened.intent!.expiresAt!;
      expect(await late.get(payment)).toMatchObject({ phase: 'expired', mayPay: true });
      expect(count(await late.ledger(payment), 'expired')).toBe(1);
      await late.get(payment);
      expect(count(await late.ledger(payment), 'expired')).toBe(1);
    } finally { await late.end(); }
  });
  test('cancelled here, paid in another tab until its time is over, and nobody said so: it is asked about once more', async () => {
    const { payment } = await server.dossier();
    const { intent } = (await server.open(payment)).json() as PaymentView;
    await server.post(`${payment}/intents/${intent!.id}/cancel`);
    expect(await server.get(payment)).toMatchObject({ phase: 'cancelled', mayPay: true });
    server.bank.set(intent!.reference, paid(String(++number)));
    server.clock.ms += 14 * 60_000;
    await server.payments.reconcileOnce();
    expect((await server.get(payment)).phase).toBe('cancelled');
    server.clock.ms += 2 * 60_000;
    await server.payments.reconcileOnce();
    expect(await server.get(payment)).toMatchObject({ phase: 'paid', paid: { transaction: String(number) } });
  });
  test('nor is a cancelled attempt asked about for ever: once after its time, and as long as there is no answer', async () => {
    const { payment } = await server.dossier();
    const { intent } = (await server.open(payment)).json() as PaymentView;
    server.bank.set(intent!.reference, 'silent');
    await server.post(`${payment}/intents/${intent!.id}/cancel`);
    const turn = async () => { server.clock.ms += 16 * 60_000; await server.payments.reconcileOnce(); };
    await turn();
    await turn();
    expect(count(await server.ledger(payment), 'asked')).toBe(3);
    server.bank.delete(intent!.reference);
    for (let i = 0; i < 5; i++) await turn();
    expect(count(await server.ledger(payment), 'asked')).toBe(4);
    expect(await server.get(payment)).toMatchObject({ phase: 'cancelled', mayPay: true });
  });

  test('a transfer that is waited for does not hide the card payment of an older tab', async () => {
    const { payment } = await server.dossier();
    const { intent } = (await server.open(payment)).json() as PaymentView;
    await server.post(`${payment}/intents/${intent!.id}/cancel`);
    expect((await server.open(payment, { attempt: 2, offer: 'transfer' })).json()).toMatchObject({ phase: 'acting', intent: { offer: 'transfer' } });
    server.clock.ms += 6_000;
    await server.post(`${payment}/intents/${intent!.id}/leave`);
    server.bank.set(intent!.reference, paid(String(++number)));
    server.clock.ms += 6_000;
    await server.payments.reconcileOnce();
    expect(await server.get(payment)).toMatchObject({ phase: 'paid', intent: { attempt: 1 } });
  });

  test('failed, then back from the bank with a paid card and no notification of it: the gateway is asked', async () => {
    const { view, payment } = await atBank();
    expect(await server.ipn(view, { state: 'failed', transaction: String(++number) })).toEqual(ok);
    server.bank.set(view.intent!.reference, paid(String(++number)));
    await server.app.inject(`/api/v1/gateways/vnpay/return?intent=${view.intent!.id}&${notification(view.intent!, paid(String(number)))}`);
    for (let i = 0; i < 100 && (await server.get(payment)).phase !== 'paid'; i++) await new Promise((done) => { setTimeout(done, 10); });
    expect(await server.get(payment)).toMatchObject({ phase: 'paid', paid: { transaction: String(number) } });
  });

  test('unknown for a day: a person hears of it, once', async () => {
    const { view, payment } = await atBank();
    server.bank.set(view.intent!.reference, 'silent');
    for (let hour = 0; hour < 26; hour++) {
      server.clock.ms += 3_600_000;
      await server.payments.reconcileOnce();
    }
    expect(await server.get(payment)).toMatchObject({ phase: 'pending', knowledge: { bank: 'silent' }, mayPay: false });
    expect(server.logged.filter((line) => line.includes('"unresolved"') && line.includes(view.intent!.reference)).length).toBe(1);
    expect((await server.admin('?which=unresolved')).json().payments).toContainEqual(expect.objectContaining({ id: payment, attention: true, unresolvedSince: expect.any(String) }));
    expect(await server.ipn(view, paid(String(++number)))).toEqual(ok);
    expect((await server.admin('?which=attention')).json().payments.map(({ id }: { id: string }) => id)).not.toContain(payment);
  });

  test('a look asks no more often than every 5 seconds, however often it is called', async () => {
    const { view, payment } = await atBank();
    server.bank.set(view.intent!.reference, 'unfinished');
    for (let i = 0; i < 6; i++) { server.clock.ms += 1_000; await Promise.all([server.post(`${payment}/look`), server.post(`${payment}/look`)]); }
    expect(server.questions.filter((each) => each === view.intent!.reference).length).toBe(2);
    expect(server.clock.ms).toBeGreaterThan(start);
  });
});
