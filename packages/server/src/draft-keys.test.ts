import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noon, testServer, type TestServer } from './server.test-helper.js';

const day = 24 * 3600 * 1000;
const portal = 'https://portal.example.gov.vn';
let server: TestServer;
let clock = noon;
beforeAll(async () => { server = await testServer({ now: () => clock, origins: [portal] }); });
afterAll(async () => { await server.end(); });

const ask = (cookie: string, name: unknown, headers: Record<string, string> = {}) =>
  server.app.inject({ method: 'POST', url: '/api/v1/draft-keys', payload: { name } as object, headers: { cookie, 'x-dvc': '1', ...headers } });
const half = async (cookie: string, name = 'ho-tich/dang-ky-khai-sinh'): Promise<string> => {
  const answer = await ask(cookie, name);
  expect(answer.statusCode, answer.body).toBe(200);
  return (answer.json() as { half: string }).half;
};
const leave = (cookie: string, headers: Record<string, string> = {}) => server.app.inject({ method: 'DELETE', url: '/api/v1/session', headers: { cookie, 'x-dvc': '1', ...headers } });
const rows = () => server.database.db.selectFrom('draft_key').selectAll().execute();

describe('halves of draft keys', () => {
  test('are the same for a session and a name, and no two alike otherwise', async () => {
    const [a, b] = [await server.session(), await server.session()];
    const first = await half(a);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await half(a)).toBe(first);
    const all = [first, await half(a, 'cu-tru/dang-ky-tam-tru'), await half(b), await half(b, 'cu-tru/dang-ky-tam-tru')];
    expect(new Set(all).size).toBe(4);
  });

  test('ten tabs that ask at once are told the same', async () => {
    const cookie = await server.session();
    expect(new Set(await Promise.all(Array.from({ length: 10 }, () => half(cookie)))).size).toBe(1);
  });

  test('are kept by nobody on the way, and begin a session where there is none', async () => {
    const cookie = await server.session();
    expect((await ask(cookie, 'a')).headers['cache-control']).toBe('no-store');
    const without = await ask('', 'a');
    expect(without.statusCode).toBe(200);
    expect(await half(String(without.headers['set-cookie']).split(';')[0]!, 'a')).toBe((without.json() as { half: string }).half);
    expect((await ask(cookie, 'a', { 'x-dvc': '' })).statusCode).toBe(403);
    expect((await ask(cookie, 'a', { origin: 'https://evil.example' })).statusCode).toBe(403);
  });

  test.each(['', 'x'.repeat(501), 1, null, undefined, ['a'], {}])('%j is no name', async (name) => {
    expect((await ask(await server.session(), name)).statusCode).toBe(400);
  });

  test('a copy of the database tells neither a half nor a name', async () => {
    const cookie = await server.session();
    const told = await half(cookie, 'mot-ten-rieng');
    const copy = JSON.stringify(await rows());
    for (const planted of [told, Buffer.from(told, 'hex').toString('base64'), Buffer.from(told).toString('base64').slice(0, 40), 'mot-ten-rieng', cookie.split('=')[1]!]) expect(copy).not.toContain(planted);
    expect(server.logged.join('')).not.toContain(told);
  });

  test('are destroyed by leaving, those of this session alone', async () => {
    const [a, b] = [await server.session(), await server.session()];
    const [before, others] = [await half(a), await half(b)];
    const count = (await rows()).length;
    const answer = await leave(a);
    expect([answer.statusCode, answer.body, answer.headers['cache-control']]).toEqual([204, '', 'no-store']);
    expect(String(answer.headers['set-cookie'])).toMatch(/^dvc_session=; Path=\/; HttpOnly; Max-Age=0; SameSite=Lax$/);
    expect((await rows()).length).toBe(count - 1);
    expect(await half(b)).toBe(others);
    // A copy of the cookie is another session now: what was sealed before stays sealed.
    expect(await half(a)).not.toBe(before);
  });

  test('leaving twice, or without a session, is done already; a foreign page cannot make anyone leave', async () => {
    const cookie = await server.session();
    for (const given of [cookie, cookie, '', 'dvc_session=short']) expect((await leave(given)).statusCode).toBe(204);
    const stays = await server.session();
    const before = await half(stays);
    const foreign: Record<string, string>[] = [{ 'x-dvc': '' }, { origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }];
    for (const headers of foreign) expect((await leave(stays, headers)).statusCode).toBe(403);
    expect(await half(stays)).toBe(before);
    const preflight = await server.app.inject({ method: 'OPTIONS', url: '/api/v1/session', headers: { origin: portal, 'access-control-request-method': 'DELETE', 'access-control-request-headers': 'x-dvc' } });
    expect(preflight.headers['access-control-allow-methods']).toContain('DELETE');
  });

  test('end with the session after thirty days, and the row goes', async () => {
    const cookie = await server.session();
    const before = await half(cookie);
    clock = new Date(noon.getTime() + 30 * day - 1);
    expect(await half(cookie)).toBe(before);
    clock = new Date(noon.getTime() + 30 * day);
    expect(await half(cookie)).not.toBe(before);
    expect((await rows()).length).toBe(1);
    clock = noon;
  });

  test('a session that asks for ever is told to stop', async () => {
    const cookie = await server.session();
    for (let number = 0; number < 200; number++) await half(cookie, `to-khai-${number}`);
    const answer = await ask(cookie, 'one-more');
    expect([answer.statusCode, answer.json(), answer.headers['retry-after']]).toEqual([429, { code: 'too-many' }, '3600']);
    expect(await half(cookie, 'to-khai-7')).toMatch(/^[0-9a-f]{64}$/);
  });
});

test('across sites the cookie is taken back as it was set', async () => {
  const other = await testServer({ crossSite: true });
  try {
    const set = String((await other.app.inject('/api/v1/time')).headers['set-cookie']);
    const cleared = String((await other.app.inject({ method: 'DELETE', url: '/api/v1/session', headers: { cookie: set.split(';')[0]!, 'x-dvc': '1' } })).headers['set-cookie']);
    const rest = (cookie: string) => cookie.split('; ').slice(1).filter((part) => !part.startsWith('Max-Age'));
    expect(rest(cleared)).toEqual(rest(set));
    expect(cleared).toContain('Max-Age=0');
  } finally { await other.end(); }
});
