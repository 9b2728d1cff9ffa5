import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { writeForm, smallForm } from '../server.test-helper.js';
import { statusServer, type StatusServer } from '../status/status.test-helper.js';
import { unguarded } from '../csv.js';
import { csvOf, share } from './csv.js';
import { SUMS, type Measure } from './measures.js';

const token = 'the-token-of-the-measure-tests-000001';
const document = 'thu-nghiem/phieu-nho';
let server: StatusServer;
beforeAll(async () => {
  server = await statusServer({
    measure: true, adminToken: token, origins: ['https://portal.example.gov.vn'], status: { tries: { perClient: 10_000 } },
    payments: { publicUrl: 'https://dvc.example.gov.vn', offers: [{ id: 'cash', type: 'cash', title: { vi: 'Tiền mặt' }, place: { vi: 'Bộ phận Một cửa' } }, { id: 'transfer', type: 'transfer', title: { vi: 'Chuyển khoản' }, bank: '970436', bankName: 'Vietcombank', account: '1012345678', holder: 'UBND XA THU NGHIEM' }] },
  });
  writeForm(server.formsDir, { ...smallForm, id: 'thu-nghiem/phieu-la', title: '=HYPERLINK("https://dvc.example.com")' });
});
afterAll(async () => { await server.end(); });

const count = (body: object, ip = '198.51.100.7') => server.app.inject({ method: 'POST', url: '/api/v1/counters', payload: body, headers: { 'x-dvc': '1' }, remoteAddress: ip });
const admin = (path: string, body?: object) => server.app.inject({ url: `/admin/${path}`, headers: { 'authorization': `Bearer ${token}`, 'x-dvc': '1' }, ...(body ? { method: 'POST' as const, payload: body } : {}) });
const table = async (from: string, to: string, group = 'day'): Promise<Measure[]> => (await admin(`measures?from=${from}&to=${to}&group=${group}`)).json().measures;
const at = (text: string) => { server.clock.ms = new Date(text).getTime(); };

describe('counters', () => {
  test('add up by day, document, agency and step, without a cookie; what is not known here is not counted', async () => {
    at('2026-03-10T16:59:00Z');
    expect((await count({ what: 'view', document })).statusCode).toBe(204);
    at('2026-03-10T17:01:00Z');
    const answers = await Promise.all(Array.from({ length: 20 }, () => count({ what: 'view', document })));
    expect(answers.every(({ statusCode, headers }) => statusCode === 204 && headers['set-cookie'] === undefined)).toBe(true);
    await count({ what: 'start', document, agency: 'H99.01' });
    for (const step of ['review', 'made-up-1', 'made-up-2']) await count({ what: 'step', document, step });
    await count({ what: 'abandon', document });
    // By the code of the procedure: a survey knows no form.
    expect((await count({ what: 'rate', procedure: smallForm.procedure!.code })).statusCode).toBe(204);
    for (const [body, status] of [
      [{ what: 'view', document: 'thu-nghiem/khong-co' }, 404], [{ what: 'view', document, agency: 'X1' }, 404], [{ what: 'like', document }, 400], [{ what: 'rate', procedure: '9.999999' }, 404], [{ what: 'rate', document, procedure: '9.999999' }, 400], [{ what: 'view', document, who: 'me' }, 400], [{ what: 'view' }, 400], [{ what: 'view', document: '../x' }, 400],
    ] as const) expect((await count(body)).statusCode, JSON.stringify(body)).toBe(status);
    const rows = await server.database.db.selectFrom('counter_day').selectAll().orderBy('day').orderBy('what').orderBy('step').execute();
    expect(rows.map(({ day: on, what, step, count: sum }) => [on, what, step, Number(sum)])).toEqual([
      ['2026-03-10', 'view', '', 1], ['2026-03-11', 'abandon', '', 1], ['2026-03-11', 'rate', '', 1], ['2026-03-11', 'start', '', 1], ['2026-03-11', 'step', '', 2], ['2026-03-11', 'step', 'review', 1], ['2026-03-11', 'view', '', 20],
    ]);
    const month = await table('2026-03-01', '2026-03-31', 'month');
    expect(month.find((each) => each.document === document)).toMatchObject({ period: '2026-03', document, title: smallForm.title, agency: 'H99.01', view: 21, start: 1, step: 3, abandon: 1, submitted: 0 });
    // Two forms of this test have the code; it is counted once.
    expect(month.reduce((sum, { rate }) => sum + rate, 0)).toBe(1);
  });

  test('are bounded for one client; another one is heard all the same', async () => {
    at('2026-03-12T01:00:00Z');
    const all = [];
    for (let i = 0; i < 250; i++) all.push((await count({ what: 'view', document: 'thu-nghiem/khong-co' }, '198.51.100.8')).statusCode);
    expect([all.slice(0, 240).every((status) => status === 404), all.slice(240).every((status) => status === 429)]).toEqual([true, true]);
    const refused = await count({ what: 'view', document }, '198.51.100.8');
    expect([refused.json(), Number(refused.headers['retry-after'])]).toEqual([{ code: 'attempts' }, 60]);
    expect((await count({ what: 'view', document }, '198.51.100.9')).statusCode).toBe(204);
    at('2026-03-12T01:01:00Z');
    expect((await count({ what: 'view', document }, '198.51.100.8')).statusCode).toBe(204);
  });
});

describe('measures', () => {
  test('are what the dossiers say, reckoned here by hand', async () => {
    // Handed in on Monday 4 May 2026, two working days: due on Wednesday 6.
    at('2026-05-04T02:00:00Z');
    const made = [];
    for (let i = 0; i < 5; i++) made.push((await server.dossier({ copies: i < 3 ? 1 : 0 })).code);
    const [early, late, undue, taken, open] = made as [string, string, string, string, string];
    const tell = async (code: string, events: object[]) => expect((await admin(`dossiers/${code}/events`, { events })).json().refused).toEqual([]);
    const limit = { value: 2, unit: 'workingDay' };
    for (const code of [early, late, taken, open]) await tell(code, [{ id: 'a', type: 'accepted', limit }]);
    await tell(undue, [{ id: 'a', type: 'accepted' }]);

    // Paid: the first in cash, the second by transfer; the third waits.
    expect((await admin('payments/cash', { code: early, amount: await amountOf(early), number: 'PT-1' })).statusCode).toBe(200);
    const paymentOf = async (code: string) => (await server.database.db.selectFrom('payment').innerJoin('dossier', 'dossier.id', 'payment.dossier').select('payment.id').where('code', '=', code).executeTakeFirstOrThrow()).id;
    const opened = (await server.ask('POST', `payments/${await paymentOf(late)}/intents`, { body: { attempt: 1, offer: 'transfer', total: await amountOf(late), returnTo: 'https://portal.example.gov.vn/nop' } })).json();
    expect((await admin('payments/lines', { lines: [{ id: 'l1', at: new Date(server.clock.ms).toISOString(), amount: await amountOf(late), text: opened.intent.reference }] })).statusCode).toBe(200);

    at('2026-05-06T09:00:00Z');
    for (const code of [early, undue, taken]) await tell(code, [{ id: 'r', type: 'status', code: '9' }]);
    at('2026-05-07T02:00:00Z');
    await tell(early, [{ id: 'g', type: 'status', code: '10' }]);
    await tell(late, [{ id: 'r', type: 'status', code: '9' }]);
    // Taken up again: it has no result any more.
    await tell(taken, [{ id: 'p', type: 'status', code: '4' }]);

    const days = await table('2026-05-01', '2026-05-31');
    expect(days.map(({ period, submitted, submittedOnline, due, paid, paidOnline, finished, withDue, onTime }) => [period, submitted, submittedOnline, due, paid, paidOnline, finished, withDue, onTime])).toEqual([
      ['2026-05-04', 5, 5, 3, 2, 1, 0, 0, 0], ['2026-05-06', 0, 0, 0, 0, 0, 2, 1, 1], ['2026-05-07', 0, 0, 0, 0, 0, 1, 1, 0],
    ]);
    const [month, ...more] = await table('2026-05-01', '2026-05-31', 'month');
    expect(more).toEqual([]);
    for (const name of SUMS) expect(month![name], name).toBe(days.reduce((sum, each) => sum + each[name], 0));
    expect((await table('2026-05-07', '2026-05-07')).map(({ finished }) => finished)).toEqual([1]);
    // Handed in at 17:30 UTC it is the next day's in Việt Nam.
    at('2026-05-20T17:30:00Z');
    await server.dossier();
    expect(await table('2026-05-20', '2026-05-20')).toEqual([]);
    expect(await table('2026-05-21', '2026-05-21')).toMatchObject([{ period: '2026-05-21', submitted: 1 }]);
  });
  async function amountOf(code: string): Promise<number> {
    const { lines } = await server.database.db.selectFrom('payment').innerJoin('dossier', 'dossier.id', 'payment.dossier').select('lines').where('code', '=', code).executeTakeFirstOrThrow();
    return (lines as { amount: number }[]).reduce((sum, { amount }) => sum + amount, 0);
  }

  test('come as a table for a spreadsheet; a title that is a formula is text in it', async () => {
    at('2026-06-01T02:00:00Z');
    await count({ what: 'view', document: 'thu-nghiem/phieu-la' });
    const answer = await admin('measures?from=2026-06-01&to=2026-06-30&group=month&format=csv');
    expect([answer.headers['content-type'], answer.headers['content-disposition']]).toEqual(['text/csv; charset=utf-8', 'attachment; filename="do-luong-2026-06-01-2026-06-30.csv"']);
    expect([...answer.rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(answer.body.split('\r\n')[1]).toBe('"2026-06","thu-nghiem/phieu-la","\'=HYPERLINK(""https://dvc.example.com"")","H99.01",1,0,0,0,0,0,0,0,0,0,0,0,0,"","",""');
  });

  test('are for the operator, and of a period that is one', async () => {
    expect((await server.app.inject('/admin/measures?from=2026-06-01&to=2026-06-30')).statusCode).toBe(401);
    for (const query of ['', 'from=2026-06-01', 'from=2026-06-31&to=2026-07-01', 'from=2026-06-02&to=2026-06-01', 'from=2020-01-01&to=2026-06-01', 'from=2026-06-01&to=2026-06-01&group=year']) expect((await admin(`measures?${query}`)).statusCode, query).toBe(400);
  });

  test('are not there unless the host turns them on', async () => {
    const off = await statusServer({ adminToken: token });
    try {
      expect((await off.app.inject({ method: 'POST', url: '/api/v1/counters', payload: { what: 'view', document }, headers: { 'x-dvc': '1' } })).statusCode).toBe(404);
      expect((await off.app.inject({ url: '/admin/measures?from=2026-06-01&to=2026-06-30', headers: { authorization: `Bearer ${token}` } })).statusCode).toBe(404);
    } finally { await off.end(); }
  });
});

/** A reader of RFC 4180 of its own. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [], rest = text;
  while (rest !== '') {
    const [whole, quoted, bare, end] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest)!;
    row.push(quoted === undefined ? bare! : quoted.replaceAll('""', '"'));
    if (end === '\r\n') { rows.push(row); row = []; }
    rest = rest.slice(whole.length);
  }
  return rows;
}

describe('the table of a spreadsheet', () => {
  test('property: whatever a text is, it is read back, and nothing begins a formula', () => {
    const texts = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' =', '\u200b=', '＝', '"=', '\n'), fc.string()).map((parts) => parts.join('')));
    fc.assert(fc.property(texts, texts, (title, agency) => {
      const zero = Object.fromEntries(SUMS.map((name) => [name, 0])) as Record<(typeof SUMS)[number], number>;
      const rows = parse(csvOf([{ period: '2026-06', document, title, agency, ...zero }]).slice(1));
      expect([rows.length, rows[1]!.length]).toEqual([2, rows[0]!.length]);
      for (const [read, meant] of [[rows[1]![2]!, title], [rows[1]![3]!, agency]] as const) {
        expect(unguarded(read)).toBe(meant);
        expect(read).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/);
      }
    }), { numRuns: 1000 });
  });
  test('numbers stay numbers, shares have one digit', () => {
    expect([share(1, 3), share(0, 0), share(0, 4), share(4, 4)]).toEqual(['33.3', '', '0.0', '100.0']);
  });
});
