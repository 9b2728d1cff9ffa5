import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { noon, pdf, postgresFolder, smallBody, smallForm, startPostgres, testServer, today, writeForm, type TestServer } from './server.test-helper.js';

const bin = postgresFolder();
if (!bin) console.warn('PostgreSQL is not installed: the dossier tests run on PGlite only');
const kinds = bin ? (['pglite', 'postgres'] as const) : (['pglite'] as const);
const key = (n: number | string) => `key-of-the-test-${String(n).padStart(6, '0')}`;

describe.each(kinds)('dossiers on %s', (kind) => {
  let server: TestServer;
  let postgres: Awaited<ReturnType<typeof startPostgres>> | undefined;
  let clock = noon;
  beforeAll(async () => {
    if (kind === 'postgres') postgres = await startPostgres(bin!);
    server = await testServer({ now: () => clock, ...(postgres ? { databaseUrl: postgres.url } : {}) });
  });
  afterAll(async () => { await server?.end(); await postgres?.stop(); });
  const count = async (name: string) => Number((await server.database.db.selectFrom('dossier').select((e) => e.fn.countAll().as('n')).where(sql`answers->>'fullName'`, '=', name).executeTakeFirstOrThrow()).n);

  test('is stored, coded and acknowledged', async () => {
    expect((await server.app.inject('/healthz')).json()).toEqual({ ok: true, database: kind });
    const cookie = await server.session();
    const answer = await server.submit(cookie, key(1), smallBody({ fullName: 'Nguyễn Thị Bình', agency: 'H99.07', copies: 2 }, today));
    expect(answer.statusCode).toBe(201);
    const acknowledgement = answer.json();
    expect(acknowledgement).toMatchObject({ dossierCode: 'H99.07-261121-0001', receivedAt: noon.toISOString(), document: { id: smallForm.id, version: '1.0.0' }, papers: [] });
    expect(acknowledgement.lookupSecret).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    const row = await server.database.db.selectFrom('dossier').selectAll().where('code', '=', acknowledgement.dossierCode).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ agency: 'H99.07', answers: { fullName: 'Nguyễn Thị Bình', agency: 'H99.07', copies: 2 }, fees: [{ id: 'copies', amount: 16000 }], locale: 'vi' });
    const everything = JSON.stringify([row, await server.database.db.selectFrom('idempotency').selectAll().execute(), await server.database.db.selectFrom('event').selectAll().execute()]);
    expect(everything).not.toContain(acknowledgement.lookupSecret);
    expect(everything).not.toContain(cookie.split('=')[1]);
  });

  test('numbers run per agency and day of Việt Nam', async () => {
    const cookie = await server.session();
    const send = async (n: number, agency?: string) => (await server.submit(cookie, key(`run-${n}`), smallBody({ fullName: 'Lê Văn Chạy', ...(agency ? { agency } : {}) }, clock === noon ? today : '2026-11-22'))).json().dossierCode;
    expect([await send(1, 'H99.20'), await send(2, 'H99.21'), await send(3, 'H99.20'), await send(4)]).toEqual(['H99.20-261121-0001', 'H99.21-261121-0001', 'H99.20-261121-0002', 'H99.01-261121-0001']);
    clock = new Date('2026-11-21T17:00:00Z'); // 00:00 of the 22nd
    expect(await send(5, 'H99.20')).toBe('H99.20-261122-0001');
    clock = noon;
  });

  test('the same key and body give the same bytes; another body is a conflict; another session is another matter', async () => {
    const [mine, other] = [await server.session(), await server.session()];
    const body = smallBody({ fullName: 'Trần Một Lần' }, today);
    const first = await server.submit(mine, key(2), body);
    clock = new Date(noon.getTime() + 26 * 3_600_000); // the next day changes nothing
    const reordered = JSON.stringify(Object.fromEntries(Object.entries(body).reverse()));
    for (const text of [JSON.stringify(body), reordered, JSON.stringify(body, null, 2)]) {
      const again = await server.submit(mine, key(2), text);
      expect([again.statusCode, again.body]).toEqual([201, first.body]);
    }
    clock = noon;
    const changed = await server.submit(mine, key(2), { ...body, answers: { fullName: 'Trần Hai Lần' } });
    expect([changed.statusCode, changed.json()]).toEqual([422, { code: 'key-conflict' }]);
    expect(await count('Trần Một Lần')).toBe(1);
    const theirs = await server.submit(other, key(2), body);
    expect(theirs.statusCode).toBe(201);
    expect(theirs.json().dossierCode).not.toBe(first.json().dossierCode);
  });

  test('twenty at once with one key are one dossier', async () => {
    const cookie = await server.session();
    const body = smallBody({ fullName: 'Phạm Bấm Nhanh' }, today);
    const answers = await Promise.all(Array.from({ length: 20 }, () => server.submit(cookie, key(3), body)));
    expect(new Set(answers.map((answer) => `${answer.statusCode} ${answer.body}`)).size).toBe(1);
    expect(answers[0]!.statusCode).toBe(201);
    expect(await count('Phạm Bấm Nhanh')).toBe(1);
    const mixed = await Promise.all(Array.from({ length: 10 }, (_, i) => server.submit(cookie, key(4), { ...body, answers: { fullName: `Phạm Bấm ${i}` } })));
    expect(mixed.map((answer) => answer.statusCode).sort()).toEqual([201, ...Array(9).fill(422)]);
  });

  test('nothing is stored under a key that was refused, so the mended dossier goes through', async () => {
    const cookie = await server.session();
    const wrong = await server.submit(cookie, key(5), smallBody({ fullName: 'X' }, today));
    expect([wrong.statusCode, wrong.json()]).toEqual([422, { code: 'refused', issues: [expect.objectContaining({ path: '/fullName', code: 'minLength' })] }]);
    expect((await server.submit(cookie, key(5), smallBody({ fullName: 'Xuân' }, today))).statusCode).toBe(201);
  });

  test('a fee that the citizen was not shown is 409 with both amounts', async () => {
    const answer = await server.submit(await server.session(), key(6), smallBody({ fullName: 'Hồ Tiết Kiệm', copies: 3 }, today, { fees: [{ id: 'copies', amount: 1 }] }));
    expect([answer.statusCode, answer.json()]).toEqual([409, { code: 'changed', today, changes: [expect.objectContaining({ path: '/fees/copies', kind: 'fee', shown: 1, now: 24000 })] }]);
    expect(await count('Hồ Tiết Kiệm')).toBe(0);
  });

  test('papers: only those of this session, of this paper, once', async () => {
    const [mine, other] = [await server.session(), await server.session()];
    const answers = { fullName: 'Vũ Có Giấy', copies: 20 };
    const missing = await server.submit(mine, key(7), smallBody(answers, today));
    expect([missing.statusCode, missing.json().issues]).toEqual([422, [expect.objectContaining({ path: '/papers/proof', code: 'paper-missing' })]]);
    const [own, foreign, misplaced] = [await server.upload(mine, pdf()), await server.upload(other, pdf()), await server.upload(mine, pdf(), { paper: 'else' })].map((answer) => answer.json());
    for (const id of [foreign.id, misplaced.id, 'f'.repeat(32)]) {
      const refused = await server.submit(mine, key(7), smallBody(answers, today, { papers: { proof: [id] } }));
      expect([refused.statusCode, refused.json().issues?.[0]?.path]).toEqual([422, '/papers/proof']);
    }
    const accepted = await server.submit(mine, key(7), smallBody(answers, today, { papers: { proof: [own.id] } }));
    expect([accepted.statusCode, accepted.json().papers]).toEqual([201, [{ paper: 'proof', files: [own] }]]);
    const twice = await server.submit(mine, key(8), smallBody(answers, today, { papers: { proof: [own.id] } }));
    expect(twice.statusCode).toBe(422);
    const unasked = await server.submit(mine, key(9), smallBody({ fullName: 'Vũ Thừa Giấy' }, today, { papers: { other: [own.id] } }));
    expect([unasked.statusCode, unasked.json().changes?.[0]?.kind]).toEqual([409, 'paper']);
  });

  test('a paper of a type or size that the document does not take is refused', async () => {
    const cookie = await server.session();
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(40)]);
    const [image, large] = [(await server.upload(cookie, png)).json(), (await server.upload(cookie, Buffer.concat([pdf(), Buffer.alloc(1000, 32)]))).json()];
    for (const [file, code] of [[image, 'paper-type'], [large, 'paper-size']] as const) {
      const refused = await server.submit(cookie, key(10), smallBody({ fullName: 'Vũ Sai Giấy', copies: 20 }, today, { papers: { proof: [file.id] } }));
      expect([refused.statusCode, refused.json().issues]).toEqual([422, [expect.objectContaining({ path: '/papers/proof', code })]]);
    }
  });

  test('the contract refuses what is not a submission', async () => {
    const cookie = await server.session();
    const body = smallBody({ fullName: 'Đỗ Méo Mó' }, today);
    const bad: [string, string, number][] = [
      [key(11), '{', 400], [key(11), JSON.stringify(body).replace('{', '{"locale":"vi",'), 400], [key(11), JSON.stringify({ ...body, extra: 1 }), 400],
      [key(11), JSON.stringify({ ...body, fees: [{ id: 'x', amount: 1.5 }] }), 400], [key(11), JSON.stringify({ ...body, today: 'hôm nay' }), 400],
      [key(11), JSON.stringify({ ...body, papers: { proof: ['../../etc/passwd'] } }), 400], ['short', JSON.stringify(body), 400], [key(11), 'x'.repeat(1024 * 1024 + 1), 413],
      [key(11), JSON.stringify({ ...body, document: { id: 'thu-nghiem/khong-co', version: '1.0.0' } }), 404],
    ];
    for (const [each, text, status] of bad) expect((await server.submit(cookie, each, text)).statusCode, text.slice(0, 60)).toBe(status);
    expect((await server.submit(cookie, key(11), JSON.stringify(body), { 'content-type': 'text/plain' })).statusCode).toBe(415);
    for (const name of ['toString', 'valueOf', 'constructor', 'hasOwnProperty']) {
      const answer = await server.submit(cookie, key(12), JSON.stringify({ ...body, answers: { ...body.answers, [name]: 'x' } }));
      expect([409, 422]).toContain(answer.statusCode);
    }
    expect(await count('Đỗ Méo Mó')).toBe(0);
  });

  test('without a session nothing is stored; the answer brings one', async () => {
    const answer = await server.submit('', key(13), smallBody({ fullName: 'Ngô Chưa Quen' }, today));
    expect([answer.statusCode, answer.json()]).toEqual([428, { code: 'session-required' }]);
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^dvc_session=[\w-]{43}; Path=\/; HttpOnly; Max-Age=\d+; SameSite=Lax$/);
    expect(await count('Ngô Chưa Quen')).toBe(0);
    expect((await server.submit(cookie.split(';')[0]!, key(13), smallBody({ fullName: 'Ngô Chưa Quen' }, today))).statusCode).toBe(201);
  });

  test('too many at once: 503 with Retry-After, and the rest is served', async () => {
    writeForm(server.formsDir, smallForm);
    const cookie = await server.session();
    const answers = await Promise.all(Array.from({ length: 260 }, (_, i) => server.submit(cookie, key(`shed-${i}`), smallBody({ fullName: 'Bùi Đông Người' }, today))));
    const [taken, shed] = [answers.filter((answer) => answer.statusCode === 201), answers.filter((answer) => answer.statusCode === 503)];
    expect(taken.length + shed.length).toBe(260);
    expect(shed.length).toBeGreaterThan(0);
    expect(Number(shed[0]!.headers['retry-after'])).toBeGreaterThan(0);
    expect(await count('Bùi Đông Người')).toBe(taken.length);
  });
});
