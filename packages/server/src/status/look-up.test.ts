import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientOf } from './look-up.js';
import { ownerNumber, statusServer, submitterNumber, type Own, type Reply, type StatusServer } from './status.test-helper.js';

const sent: [string, string][] = [];
const otp = {
  send: async (code: string, to: string) => { sent.push([code, to]); },
  verify: async (code: string, value: string) => { if (value === 'crash') throw new Error(code); return value === '123456'; },
};
let server: StatusServer;
let own: Own;
beforeAll(async () => { server = await statusServer({ status: { otp } }); own = await server.people(); });
afterAll(async () => { await server.end(); });
let host = 0;
/** A client that has not tried yet. */
const fresh = () => `198.51.${Math.floor(++host / 250)}.${(host % 250) + 1}`;
const unknown = 'H99.01-261121-7777';
/** All that a client sees, but the instant. */
const seen = ({ statusCode, headers, body }: Reply) => { const { date: _, ...rest } = headers; return JSON.stringify({ statusCode, rest, body }); };
/** A day later nobody has tried. */
const aDayLater = () => { server.clock.ms += 24 * 3_600_001; };

describe('a look-up', () => {
  test('opens by the secret, a personal number of owner or submitter, or a one-time code; written as people write', async () => {
    const right = [['secret', own.secret], ['secret', ` ${own.secret.slice(0, 4).toLowerCase()}-${own.secret.slice(4)}`], ['personalId', ownerNumber], ['personalId', submitterNumber.replace(/(...)/g, '$1 ')], ['otp', '123456']];
    for (const [kind, value] of right) for (const code of [own.code, own.code.toLowerCase()]) {
      const answer = await server.lookUp(code, value!, kind, fresh());
      expect([answer.statusCode, answer.json()], value).toEqual([200, { dossier: own.code, token: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/), expiresAt: server.clock.ms + 30 * 60_000 }]);
      expect((await server.ask('GET', `dossiers/${own.code}/status`, { token: answer.json().token })).statusCode).toBe(200);
    }
  });

  test('answers a wrong factor, a wrong kind of it and a wrong code the same, byte for byte and header for header', async () => {
    const other = await server.people();
    const cases: [string, string, string][] = [
      [own.code, 'secret', 'ABCDEFGH'], [own.code, 'secret', other.secret], [own.code, 'personalId', own.secret], [own.code, 'secret', ownerNumber], [own.code, 'personalId', '001090012346'], [own.code, 'otp', '1'], [own.code, 'otp', 'crash'],
      [unknown, 'secret', own.secret], [unknown, 'personalId', ownerNumber], [unknown, 'otp', '123456'], [`${own.code}0`, 'secret', own.secret], ['không có', 'secret', 'x'], ['~', 'secret', 'x'], [' ', 'secret', 'x'],
    ];
    const answers = [];
    for (const [code, kind, value] of cases) { answers.push(seen(await server.lookUp(code, value, kind, fresh()))); aDayLater(); }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('{\\"code\\":\\"unknown\\"}');
    const bad = await server.ask('POST', 'dossiers/lookup', { body: { dossier: own.code, factor: { kind: 'none', value: 'x' } } });
    expect(bad.statusCode).toBe(400);
  });

  test('property: no guess but a right one opens, nor says anything', { timeout: 60_000 }, async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(own.code, unknown), fc.constantFrom('secret', 'personalId', 'otp'), fc.oneof(fc.string({ minLength: 1, maxLength: 20 }), fc.stringMatching(/^[0-9]{12}$/), fc.stringMatching(/^[A-Z2-9]{8}$/)), async (code, kind, value) => {
      fc.pre(!(kind === 'otp' && value.trim() === '123456'));
      aDayLater();
      const answer = await server.lookUp(code, value, kind, fresh());
      expect([answer.statusCode, answer.body]).toEqual([404, '{"code":"unknown"}']);
    }), { numRuns: 60 });
  });

  test('waits after five wrong tries at a code, known or not, whoever tries; a right one in between begins anew', async () => {
    aDayLater();
    for (const code of [own.code, unknown]) {
      const statuses = [];
      let last: Reply | undefined;
      for (let at = 0; at < 7; at++) { last = await server.lookUp(code, 'ABCDEFGH', 'secret', fresh()); statuses.push(last.statusCode); }
      expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429]);
      expect([last!.json(), last!.headers['retry-after']]).toEqual([{ code: 'attempts' }, '900']);
    }
    const [known, not] = [await server.lookUp(own.code, own.secret, 'secret', fresh()), await server.lookUp(unknown, own.secret, 'secret', fresh())];
    expect([known.statusCode, seen(known)]).toEqual([429, seen(not)]);
    server.clock.ms += 900_001;
    expect((await server.lookUp(own.code, 'ABCDEFGH', 'secret', fresh())).statusCode).toBe(404);
    expect((await server.lookUp(own.code, own.secret, 'secret', fresh())).statusCode).toBe(200);
    for (let at = 0; at < 5; at++) expect((await server.lookUp(own.code, 'ABCDEFGH', 'secret', fresh())).statusCode).toBe(404);
  });

  test('counts tries that come at once, each', async () => {
    aDayLater();
    const answers = await Promise.all(Array.from({ length: 20 }, () => server.lookUp(own.code, 'ABCDEFGH', 'secret', fresh())));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([...Array(5).fill(404), ...Array(15).fill(429)]);
  });

  test('thirty wrong tries at a code are a day\'s', async () => {
    aDayLater();
    const statuses: number[] = [];
    for (let round = 0; round < 8; round++) {
      for (let at = 0; at < 5; at++) statuses.push((await server.lookUp(unknown, 'ABCDEFGH', 'secret', fresh())).statusCode);
      server.clock.ms += 900_001;
    }
    expect(statuses.filter((status) => status === 404).length).toBe(30);
    expect(Number((await server.lookUp(unknown, 'x', 'secret', fresh())).headers['retry-after'])).toBeGreaterThan(70_000);
  });

  test('waits after sixty wrong tries of one client, whichever code', async () => {
    aDayLater();
    const [ip, near] = ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9'];
    const statuses = [];
    for (let at = 0; at < 61; at++) statuses.push((await server.lookUp(`${unknown}${at}`, 'x', 'secret', at % 2 ? ip : near)).statusCode);
    expect([statuses.filter((status) => status === 404).length, statuses.at(-1)]).toEqual([60, 429]);
    expect((await server.lookUp(own.code, own.secret, 'secret', ip)).statusCode).toBe(429);
    expect((await server.lookUp(own.code, own.secret, 'secret', '2001:db8:1:3::1')).statusCode).toBe(200);
  });

  test('a one-time code goes to the telephone of the dossier; the answer is the same for any', async () => {
    aDayLater();
    sent.length = 0;
    const order = (dossier: string) => server.ask('POST', 'dossiers/otp', { body: { dossier }, ip: fresh() });
    const answers = [await order(own.code), await order(unknown), await order('~')].map(seen);
    expect([new Set(answers).size, answers[0]]).toEqual([1, expect.stringContaining('{\\"ok\\":true}')]);
    for (const end = Date.now() + 5000; sent.length === 0 && Date.now() < end;) await new Promise((done) => { setTimeout(done, 10); });
    expect(sent).toEqual([[own.code, '0912345678']]);
    const statuses = [];
    for (let at = 0; at < 6; at++) statuses.push((await order(unknown)).statusCode);
    expect(statuses).toEqual([202, 202, 202, 202, 429, 429]);
  });

  test('without a host that sends codes that factor is wrong; nothing of the owner lies open in the tables', async () => {
    const plain = await statusServer();
    const { code } = await plain.people();
    expect((await plain.lookUp(code, '123456', 'otp')).body).toBe('{"code":"unknown"}');
    const rows = JSON.stringify([await plain.database.db.selectFrom('lookup_key').selectAll().execute(), await plain.database.db.selectFrom('access_token').selectAll().execute()]);
    for (const text of [ownerNumber, submitterNumber, '0912345678']) expect(rows).not.toContain(text);
    await plain.end();
  });
});

test('a client is an address, of IPv6 the home\'s half', () => {
  expect(['203.0.113.9', '::ffff:203.0.113.9', '2001:db8::1', '2001:0DB8:0:0:1::', '::1', 'fe80::1%eth0'].map(clientOf)).toEqual(['203.0.113.9', '203.0.113.9', '2001:0db8:0000:0000', '2001:0db8:0000:0000', '0000:0000:0000:0000', 'fe80:0000:0000:0000']);
});
