import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PaymentView } from '@dvc/core';
import { paymentsCommand } from '../operator.js';
import { readVietqr } from './gateways/vietqr.js';
import { payServer, token, type PayServer } from './payment.test-helper.js';

let server: PayServer;
let broken = false;
beforeAll(async () => {
  server = await payServer({}, {
    // Commits, and is killed before anybody hears of it.
    transact: async (db, work) => {
      const done = await db.transaction().execute(work);
      if (broken) { broken = false; throw new Error('killed after the commit'); }
      return done;
    },
  });
});
afterAll(async () => { await server?.end(); });

let number = 14570000;
const paid = (transaction = String(++number)) => ({ state: 'paid' as const, transaction });
const line = (id: string, text: string, amount = 8000) => ({ id, at: '2026-11-21T03:00:00Z', amount, text });
async function open(offer: string) {
  const made = await server.dossier();
  return { ...made, view: (await server.open(made.payment, { offer })).json() as PaymentView };
}
async function bought() {
  const made = await open('vnpay');
  const what = paid();
  await server.ipn(made.view, what);
  return { ...made, transaction: what.transaction };
}

describe('killed', () => {
  test('between the commit and the answer: the gateway repeats, and hears that it is known', async () => {
    const { view, payment } = await open('vnpay');
    const what = paid();
    broken = true;
    expect(await server.ipn(view, what)).toEqual({ RspCode: '99', Message: 'Unknown error' });
    expect(await server.ipn(view, what)).toEqual({ RspCode: '02', Message: 'Order already confirmed' });
    expect((await server.ledger(payment)).map(({ type }) => type)).toEqual(['quoted', 'opened', 'paid', 'recorded', 'receipted']);
  });
  test('between the attempt and the order: the next open, or the next view, gives the same order', async () => {
    const { payment } = await server.dossier();
    broken = true;
    expect((await server.open(payment)).statusCode).toBe(500);
    const again = (await server.open(payment)).json() as PaymentView;
    expect(again.intent).toMatchObject({ attempt: 1, act: { kind: 'redirect' } });
    await server.database.db.updateTable('payment_intent').set({ act: null }).where('payment', '=', payment).execute();
    expect((await server.get(payment)).intent).toEqual(again.intent);
  });
  test('within the work: nothing is written', async () => {
    const { view, payment } = await open('vnpay');
    const before = await server.ledger(payment);
    const { store } = server.payments.till;
    await expect(store.change(payment, ({ add }) => { add({ type: 'paid', intent: view.intent!.id, transaction: 'x', amount: 8000 }); throw new Error('killed'); })).rejects.toThrow('killed');
    await expect(store.change(payment, ({ add }) => add({ type: 'paid', intent: view.intent!.id, transaction: 'x', amount: 0.5 }))).rejects.toThrow('not sound');
    expect(await server.ledger(payment)).toEqual(before);
  });
});

describe('a transfer', () => {
  test('shows a VietQR with the reference, and is paid by a line of the statement, in whatever spelling, once', async () => {
    const { view, payment } = await open('transfer');
    const { reference, act } = view.intent!;
    expect(readVietqr((act as { payload: string }).payload)).toEqual({ bank: '970436', account: '1012345678', amount: 8000, purpose: reference });
    expect(act).toMatchObject({ kind: 'transfer', bank: 'Vietcombank', account: '1012345678', holder: 'UBND XA THU NGHIEM', content: reference });
    const lines = [line('FT1', `MBVCB.123 ${reference.toLowerCase().replace('k', ' k')}. CT tu 0011`), line('FT2', 'tien dien thang 11'), line('FT3', 'DVCK346793467H')];
    const taken = (await server.admin('/lines', { lines })).json();
    expect(taken).toEqual({ lines: [{ id: 'FT1', fate: 'paid', reference }, { id: 'FT2', fate: 'unmatched' }, { id: 'FT3', fate: 'unmatched' }], unmatched: ['FT2', 'FT3'] });
    expect((await server.admin('/lines', { lines })).json().lines[0]).toEqual({ id: 'FT1', fate: 'known', reference });
    expect((await server.admin('/lines', { lines: [line('FT1', reference, 9000)] })).json().unmatched).toEqual(['FT1']);
    expect(await server.get(payment)).toMatchObject({ phase: 'paid', paid: { transaction: 'FT1', amount: 8000 }, money: { received: 8000 } });
  });
  test('that is given up is free at once; its money, when it comes all the same, is taken note of', async () => {
    const { view, payment } = await open('transfer');
    await server.post(`${payment}/intents/${view.intent!.id}/leave`);
    expect((await server.get(payment)).phase).toBe('pending');
    expect((await server.post(`${payment}/intents/${view.intent!.id}/cancel`)).json()).toMatchObject({ phase: 'cancelled', mayPay: true });
    await server.admin('/lines', { lines: [line('FT4', view.intent!.reference)] });
    expect((await server.get(payment)).phase).toBe('paid');
  });
  test('that the citizen says is made is never ended by a clock; a day later a person hears of it', async () => {
    const { view, payment } = await open('transfer');
    await server.post(`${payment}/intents/${view.intent!.id}/leave`);
    const before = server.clock.ms;
    for (let hour = 0; hour < 30; hour += 5) { server.clock.ms += 5 * 3_600_000; await server.payments.reconcileOnce(); }
    expect(await server.get(payment)).toMatchObject({ phase: 'pending', mayPay: false });
    expect((await server.ledger(payment)).map(({ type }) => type)).toEqual(['quoted', 'opened', 'left']);
    expect((await server.admin('?which=attention')).json().payments.map(({ id }: { id: string }) => id)).toContain(payment);
    server.clock.ms = before;
  });
  test('of another amount is put before an officer, who finds it; what names nobody is matched by hand', async () => {
    const { view, payment, code } = await open('transfer');
    await server.admin('/lines', { lines: [line('FT5', 'nop phi'), line('FT6', `${view.intent!.reference} nop phi`, 7000)] });
    expect(await server.get(payment)).toMatchObject({ phase: 'officer', money: { received: 7000, paid: 0, surplus: 7000 } });
    expect((await server.admin(`?which=all&code=${code}`)).json().payments).toEqual([expect.objectContaining({ id: payment, attention: true, why: [{ kind: 'wrong-amount', transaction: 'FT6' }] })]);
    expect((await server.admin('/lines')).json().unmatched).toContainEqual({ offer: 'transfer', id: 'FT5', at: '2026-11-21T03:00:00.000Z', amount: 8000, text: 'nop phi' });
    expect((await server.admin('/lines/match', { id: 'FT5', reference: view.intent!.reference })).json()).toMatchObject({ fate: 'paid' });
    expect((await server.admin('/lines/match', { id: 'FT5', reference: view.intent!.reference })).statusCode).toBe(404);
    expect(await server.get(payment)).toMatchObject({ phase: 'paid', paid: { transaction: 'FT5' }, money: { surplus: 7000 } });
  });
  test('the reference of a card payment in a statement pays nothing', async () => {
    const { view } = await open('vnpay');
    expect((await server.admin('/lines', { lines: [line('FT7', view.intent!.reference)] })).json().unmatched).toEqual(['FT7']);
  });
});

describe('cash', () => {
  test('by the code that the citizen names, or by the dossier alone; once', async () => {
    const { view, payment } = await open('cash');
    expect(view.intent).toMatchObject({ method: 'cash', act: { kind: 'cash', place: 'Bộ phận Một cửa', code: view.intent!.reference } });
    expect(view.intent!.expiresAt).toBeUndefined();
    expect((await server.admin('/cash', { reference: view.intent!.reference, amount: 8000, number: 'C1' })).json()).toEqual({ fate: 'paid' });
    expect((await server.admin('/cash', { reference: view.intent!.reference, amount: 8000, number: 'C1' })).json()).toEqual({ fate: 'known' });
    expect(await server.get(payment)).toMatchObject({ phase: 'paid', paid: { transaction: 'C1' } });
    const walkIn = await server.dossier();
    expect((await server.admin('/cash', { code: walkIn.code, amount: 8000, number: 'C2' })).json()).toEqual({ fate: 'paid' });
    expect((await server.admin('/cash', { code: walkIn.code, amount: 8000, number: 'C2' })).json()).toEqual({ fate: 'known' });
    expect((await server.admin('/cash', { code: walkIn.code, amount: 8000, number: 'C3' })).statusCode).toBe(409);
    expect((await server.admin('/cash', { code: 'H99.01-000000-0001', amount: 8000, number: 'C4' })).statusCode).toBe(404);
    expect((await server.admin('/cash', { amount: 8000, number: 'C4' })).statusCode).toBe(400);
  });
  test('is not taken while money may be on its way by another road', async () => {
    const { view, payment, code } = await open('vnpay');
    await server.post(`${payment}/intents/${view.intent!.id}/leave`);
    expect((await server.admin('/cash', { code, amount: 8000, number: 'C5' })).statusCode).toBe(409);
  });
});

describe('a refund', () => {
  const body = (lookupSecret: string) => ({ account: '0123456789', holder: 'NGO NOP PHI', bank: 'BIDV', reason: 'Nộp nhầm', lookupSecret });
  test('needs the look-up secret, in few tries; asks once; an officer approves and the gateway sends it', async () => {
    const { payment, secret, transaction } = await bought();
    expect((await server.post(`${payment}/refunds`, body('AAAAAAAA'))).json()).toEqual({ code: 'secret' });
    const asked = await server.post(`${payment}/refunds`, body(` ${secret.toLowerCase()}`));
    expect(asked.json()).toMatchObject({ phase: 'refund-asked', refunds: [{ transaction, amount: 8000, state: 'asked' }] });
    expect((await server.post(`${payment}/refunds`, body(secret))).statusCode).toBe(409);
    const { refunds } = (await server.admin('/refunds')).json();
    expect(refunds).toEqual([expect.objectContaining({ account: '0123456789', holder: 'NGO NOP PHI', bank: 'BIDV', reason: 'Nộp nhầm', transaction, state: 'asked' })]);
    const stored = JSON.stringify([await server.database.db.selectFrom('payment_refund').selectAll().execute(), await server.ledger(payment), await server.get(payment), server.logged]);
    for (const personal of ['0123456789', 'NGO NOP PHI', secret]) expect(stored).not.toContain(personal);
    expect((await server.admin('/refunds', { refund: refunds[0].id, decision: 'approve', by: 'canbo01' })).json()).toEqual({ state: 'done' });
    expect((await server.admin('/refunds', { refund: refunds[0].id, decision: 'approve', by: 'canbo01' })).statusCode).toBe(409);
    expect(await server.get(payment)).toMatchObject({ phase: 'refunded', money: { received: 8000, returned: 8000, kept: 0 }, refunds: [{ state: 'done' }] });
  });
  test('that the gateway has only taken is not yet back', async () => {
    const { payment, secret, view } = await bought();
    await server.post(`${payment}/refunds`, body(secret));
    const [{ id }] = (await server.admin('/refunds')).json().refunds;
    server.bank.set(view.intent!.reference, 'unfinished');
    expect((await server.admin('/refunds', { refund: id, decision: 'approve', by: 'canbo01' })).json()).toEqual({ state: 'taken', reason: 'refund-processing' });
    expect((await server.get(payment)).phase).toBe('refund-asked');
    expect((await server.admin('/refunds', { refund: id, decision: 'refuse', by: 'canbo01' })).statusCode).toBe(409);
    expect((await server.admin('/refunds', { refund: id, decision: 'done', by: 'canbo01' })).json()).toEqual({ state: 'done' });
    expect((await server.get(payment)).phase).toBe('refunded');
  });
  test('is refused, and asked for again; of cash it is paid back by hand', async () => {
    const { payment, secret, view } = await open('cash');
    expect((await server.post(`${payment}/refunds`, body(secret))).statusCode).toBe(409);
    await server.admin('/cash', { reference: view.intent!.reference, amount: 8000, number: 'C9' });
    const decide = async (decision: string) => {
      await server.post(`${payment}/refunds`, body(secret));
      const [{ id }] = (await server.admin('/refunds')).json().refunds;
      return (await server.admin('/refunds', { refund: id, decision, by: 'canbo01' })).json();
    };
    expect(await decide('refuse')).toEqual({ state: 'refused' });
    expect(await server.get(payment)).toMatchObject({ phase: 'paid', refunds: [{ state: 'refused' }] });
    expect(await decide('approve')).toEqual({ state: 'by-hand' });
    expect(await decide('done')).toEqual({ state: 'done' });
    expect((await server.get(payment)).phase).toBe('refunded');
  });
  test('thirty guesses at once are five, and then nobody may try for a while', async () => {
    const { payment, secret } = await bought();
    const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => server.post(`${payment}/refunds`, body(`GUESS${i}`))));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([...Array(5).fill(403), ...Array(25).fill(429)]);
    const blocked = await server.post(`${payment}/refunds`, body(secret));
    expect([blocked.statusCode, blocked.json(), blocked.headers['retry-after']]).toEqual([429, { code: 'attempts' }, '900']);
    server.clock.ms += 15 * 60_000;
    expect((await server.post(`${payment}/refunds`, body(secret))).statusCode).toBe(200);
  });
});

describe('the agency', () => {
  test('asks for money after acceptance, once; it is paid like any other', async () => {
    const { code, payment } = await server.dossier(0);
    expect(payment).toBeUndefined();
    const request = {
      code, key: 'TB-01', text: 'Đề nghị ông/bà nộp thuế theo thông báo.', due: '2026-12-21',
      lines: [{ id: 'tncn', kind: 'tax', title: 'Thuế thu nhập cá nhân', amount: 8000, notice: { number: 'TB-2026-1', date: '2026-11-20', issuer: 'Thuế cơ sở 1' } }],
    };
    const { payment: id } = (await server.admin('/requests', request)).json();
    expect((await server.admin('/requests', request)).json()).toEqual({ payment: id });
    expect(await server.get(id)).toMatchObject({ about: 'Phiếu thử nghiệm', timing: 'after', phase: 'quote', total: 8000, lines: request.lines, request: { text: request.text, due: '2026-12-21', at: server.clock.ms } });
    const view = (await server.open(id)).json() as PaymentView;
    const what = paid();
    await server.ipn(view, what);
    // Neither phí nor lệ phí: no receipt of ours.
    expect(await server.get(id)).toMatchObject({ phase: 'paid', receipts: [], knowledge: { agency: 'waiting' } });
    expect((await server.admin('/recorded', { transaction: what.transaction })).json()).toEqual({ done: true });
    expect((await server.get(id)).knowledge.agency).toBe('recorded');
    expect((await server.admin('/receipts', { transaction: what.transaction, number: 'CT-77', kind: 'tax', amount: 8000, link: 'https://thue.example.gov.vn/CT-77' })).json()).toEqual({ done: true });
    expect(await server.get(id)).toMatchObject({ receipts: [{ number: 'CT-77', link: 'https://thue.example.gov.vn/CT-77' }], knowledge: { agency: 'receipted' } });
    expect((await server.app.inject(`/api/v1/payments/${id}/receipts/CT-77`)).statusCode).toBe(404);
    // The history of the dossier tells both, once.
    const history = await server.database.db.selectFrom('status_event').innerJoin('dossier', 'dossier.id', 'status_event.dossier').select('event').where('code', '=', code).where('seq', '>', 1).orderBy('seq').execute();
    expect(history.map(({ event }) => event)).toEqual([{ type: 'payment-asked', id: `payment-asked:${id}`, seq: 2, at: server.clock.ms, payment: id, amount: 8000, due: '2026-12-21', note: request.text }, { type: 'payment-settled', id: `payment-settled:${id}`, seq: 3, at: server.clock.ms, payment: id }]);
    expect((await server.admin('/receipts', { transaction: 'khong-co', number: 'CT-78', kind: 'tax', amount: 1 })).statusCode).toBe(404);
    expect((await server.admin('/requests', { ...request, lines: [{ ...request.lines[0], amount: 0 }] })).statusCode).toBe(400);
  });
  test('reads the list in words', async () => {
    const { view, code } = await open('transfer');
    await server.admin('/lines', { lines: [line('FT8', view.intent!.reference, 1)] });
    const address = new URL(await server.listen(0));
    const said: string[] = [];
    const run = (...words: string[]) => { said.length = 0; return paymentsCommand(words, { DVC_ADMIN_TOKEN: token, HOST: address.hostname, PORT: address.port }, (text) => { said.push(text); }); };
    expect([await run('list', code), said]).toEqual([0, ['1 payments', `${code}  officer  8000 đồng  look at it: wrong-amount`]]);
    expect([await run(), said.some((text) => text.startsWith(code))]).toEqual([0, true]);
    expect([await run('list', 'H99.01-000000-0001'), said]).toEqual([0, ['None.']]);
    expect(await run('pay')).toBe(2);
    expect(await paymentsCommand([], { DVC_ADMIN_TOKEN: 'x', HOST: address.hostname, PORT: address.port }, () => undefined)).toBe(1);
  });
  test('shows its token, everywhere', async () => {
    for (const [method, url] of [['GET', ''], ['GET', '/refunds'], ['GET', '/lines'], ['POST', '/lines'], ['POST', '/cash'], ['POST', '/receipts'], ['POST', '/recorded'], ['POST', '/refunds'], ['POST', '/requests'], ['POST', '/lines/match']] as const) {
      for (const authorization of ['', `Bearer ${token}x`]) expect((await server.app.inject({ method, url: `/admin/payments${url}`, headers: { 'x-dvc': '1', authorization } })).statusCode, url).toBe(401);
    }
  });
  test('receipts run without gaps', async () => {
    const made = await Promise.all(Array.from({ length: 6 }, bought));
    const numbers = (await Promise.all(made.map(({ payment }) => server.get(payment)))).map(({ receipts }) => Number(receipts[0]!.number.split('-').at(-1))).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 6 }, (_, i) => numbers[0]! + i));
  });
});
