import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../db/open.js';
import { createDossierStore } from '../dossiers.js';
import { deliveriesCommand } from '../operator.js';
import { noon, pdf, postgresFolder, smallBody, startPostgres, testServer, today, type TestServer } from '../server.test-helper.js';

const secrets = ['the-first-secret-of-the-case-system-0001', 'the-second-secret-of-the-case-system-002'];
const bin = postgresFolder();
if (!bin) console.warn('PostgreSQL is not installed: the delivery tests run on PGlite only');

interface Seen { method: string; path: string; headers: http.IncomingHttpHeaders; body: Buffer; json: any }
type Answer = { status: number; headers?: Record<string, string>; body?: string | object } | 'drop' | 'hang';

/** A case system that answers as the test says. */
async function caseSystem() {
  const seen: Seen[] = [];
  let answer: (seen: Seen) => Answer = (request) => ({ status: 200, body: { deliveryId: request.json?.deliveryId } });
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
      const body = Buffer.concat(parts);
      let json: unknown;
      try { json = JSON.parse(body.toString()); } catch { json = undefined; }
      const one: Seen = { method: request.method!, path: request.url!, headers: request.headers, body, json };
      seen.push(one);
      const given = answer(one);
      if (given === 'hang') return;
      if (given === 'drop') { response.destroy(); return; }
      response.writeHead(given.status, { 'content-type': 'application/json', ...given.headers }).end(typeof given.body === 'string' ? given.body : JSON.stringify(given.body ?? {}));
    });
  });
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  return {
    seen, answers(next: typeof answer) { answer = next; },
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/dvc`,
    close: () => new Promise<void>((done) => { server.close(() => done()); server.closeAllConnections(); }),
  };
}
const until = async (what: () => Promise<boolean> | boolean) => { for (const end = Date.now() + 25_000; !(await what()); await new Promise((done) => { setTimeout(done, 15); })) if (Date.now() > end) throw new Error('it did not happen within 25 s'); };
const quick = { pause: { first: 20, longest: 60 }, pollMs: 40, maintenanceSeconds: 1 };

describe.each(bin ? (['pglite', 'postgres'] as const) : (['pglite'] as const))('deliveries on %s', (kind) => {
  let system: Awaited<ReturnType<typeof caseSystem>>;
  let postgres: Awaited<ReturnType<typeof startPostgres>> | undefined;
  let server: TestServer;
  let number = 0;
  beforeAll(async () => {
    system = await caseSystem();
    if (kind === 'postgres') postgres = await startPostgres(bin!);
    server = await testServer({ ...(postgres ? { databaseUrl: postgres.url } : {}), caseSystem: { url: `${system.url}/`, secrets, attempts: 4, turnMs: 1500, ...quick } });
  });
  afterAll(async () => { await server?.end(); await postgres?.stop(); await system?.close(); });
  afterEach(() => { system.seen.length = 0; system.answers((request) => ({ status: 200, body: { deliveryId: request.json?.deliveryId } })); });

  const submit = async (more: Parameters<typeof smallBody>[2] = {}, cookie?: string, copies = 2) => {
    const answer = await server.submit(cookie ?? await server.session(), `key-of-the-delivery-${kind}-${number++}`, smallBody({ fullName: 'Trần Văn Giao', copies }, today, more));
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json().dossierCode as string;
  };
  const stateOf = async (code: string) => server.database.db.selectFrom('delivery').innerJoin('dossier', 'dossier.id', 'delivery.dossier')
    .select(['state', 'attempts', 'reason', 'case_code', 'delivery.id']).where('code', '=', code).executeTakeFirstOrThrow();
  const settled = async (code: string, state = 'delivered') => { await until(async () => (await stateOf(code)).state === state); return stateOf(code); };

  test('a dossier is brought, signed by every secret, with who is who, who helped, and the code of the case system comes back', async () => {
    system.answers((request) => ({ status: 201, body: { deliveryId: request.json?.deliveryId, code: 'MC/2026/0001 – tỉnh' } }));
    const assistance = { role: 'officer', name: 'Lê Thị Một Cửa', onBehalfOf: 'Trần Văn Giao' } as const;
    const provenance = { '/fullName': { source: 'CSDLQG về dân cư', at: noon.toISOString(), lock: 'locked' as const } };
    const code = await submit({ assistance, provenance });
    const state = await settled(code);
    expect(state).toMatchObject({ attempts: 1, reason: null, case_code: 'MC/2026/0001 – tỉnh' });
    const [request] = system.seen;
    expect(request).toMatchObject({ method: 'POST', path: '/dvc/dossiers' });
    expect(request!.json).toEqual({
      event: 'dossier.received', deliveryId: state.id, dossierCode: code, receivedAt: noon.toISOString(), document: { id: 'thu-nghiem/phieu-nho', version: '1.0.0' },
      case: null, agency: 'H99.01', answers: { fullName: 'Trần Văn Giao', copies: 2 }, parties: {}, assistance, provenance, fees: [{ id: 'copies', amount: 16000 }], papers: [], locale: 'vi',
    });
    const timestamp = request!.headers['dvc-timestamp'] as string;
    expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(20);
    expect(request!.headers['dvc-delivery-id']).toBe(state.id);
    expect(request!.headers['dvc-signature']).toBe(secrets.map((secret) => `v1=${createHmac('sha256', secret).update(Buffer.concat([Buffer.from(`${timestamp}.${state.id}.`), request!.body])).digest('hex')}`).join(','));
  });

  test('the files that the case system names are sent, each signed by its hash, and the dossier is offered again', async () => {
    const held = new Set<string>();
    system.answers(({ method, path, json }) => {
      if (method === 'PUT') { held.add(path.split('/').at(-1)!); return { status: 200, body: { sha256: path.split('/').at(-1) } }; }
      const missing = json.papers.flatMap(({ files }: any) => files.map((file: any) => file.sha256)).filter((each: string) => !held.has(each));
      return missing.length > 0 ? { status: 409, body: { deliveryId: json.deliveryId, code: 'files-missing', missing: [...missing, 'f'.repeat(64)] } } : { status: 200, body: { deliveryId: json.deliveryId } };
    });
    const cookie = await server.session();
    const bytes = pdf(`giấy tờ ${kind}`);
    const file = (await server.upload(cookie, bytes, { name: 'Giấy tờ.pdf' })).json();
    const state = await settled(await submit({ papers: { proof: [file.id] } }, cookie, 20));
    expect(system.seen.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /dvc/dossiers', `PUT /dvc/files/${file.sha256}`, 'POST /dvc/dossiers']);
    const put = system.seen[1]!;
    expect(put.body.equals(bytes)).toBe(true);
    expect(put.headers['content-type']).toBe('application/pdf');
    expect(put.headers['dvc-signature']).toContain(createHmac('sha256', secrets[1]!).update(`${put.headers['dvc-timestamp'] as string}.${state.id}.${file.sha256}`).digest('hex'));
    expect(system.seen[2]!.body.equals(system.seen[0]!.body)).toBe(true);
    expect(system.seen[2]!.json.papers).toEqual([{ paper: 'proof', files: [file] }]);
  });

  const passing: [string, Answer, string][] = [
    ['a page of a Wi-Fi portal', { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><p>Xin chào' }, 'not-verified'],
    ['an answer about another delivery', { status: 200, body: { deliveryId: '00000000-0000-4000-8000-000000000000', code: 'X' } }, 'not-verified'],
    ['a reply longer than any', { status: 200, body: `{"deliveryId":"${'x'.repeat(2 << 20)}"}` }, 'not-verified'],
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/elsewhere' } }, 'http-302'],
    ['a 404 that is no reply of the case system', { status: 404, body: '<h1>Not Found' }, 'http-404'],
    ['a full house', { status: 429, body: { code: 'busy' } }, 'http-429-busy'],
    ['a fault', { status: 500 }, 'http-500'],
    ['a broken connection', 'drop', 'offline'],
    ['silence', 'hang', 'timeout'],
  ];
  test.each(passing)('%s is not success; the delivery is tried again and comes', async (_, answer, reason) => {
    let times = 0;
    system.answers((request) => (times++ < 1 ? answer : { status: 200, body: { deliveryId: request.json?.deliveryId } }));
    server.logged.length = 0;
    const state = await settled(await submit());
    expect(state).toMatchObject({ attempts: 2, case_code: null });
    expect(server.logged.map((line) => JSON.parse(line) as { msg: string; reason?: string }).filter(({ msg }) => msg === 'delivery failed').map((line) => line.reason)).toEqual([reason]);
    expect(server.logged.join('')).not.toContain('Giao');
    expect(system.seen.every(({ path }) => path === '/dvc/dossiers')).toBe(true);
  });

  test('a refusal that names the delivery goes to the dead-letter list at once, from where the operator sends it again', async () => {
    system.answers((request) => ({ status: 422, body: { deliveryId: request.json?.deliveryId, code: 'unknown-procedure' } }));
    const code = await submit();
    expect(await settled(code, 'dead')).toMatchObject({ attempts: 1, reason: 'http-422-unknown-procedure' });
    system.answers((request) => ({ status: 200, body: { deliveryId: request.json?.deliveryId } }));
    const address = new URL(await server.listen(0));
    const env = { DVC_DATA: `${server.dir}/data`, PORT: address.port };
    const said: string[] = [];
    const run = async (...words: string[]) => { said.length = 0; return deliveriesCommand(words, env, (line) => { said.push(line); }); };
    expect(await run('list')).toBe(0);
    expect(said.join('\n')).toMatch(new RegExp(`1 given up\\n${code}  given up  1 attempts  http-422-unknown-procedure`));
    expect(await run('resend', code)).toBe(0);
    expect(await settled(code)).toMatchObject({ attempts: 1, reason: null });
    expect(await run('resend', (await stateOf(code)).id)).toBe(0); // delivered already: the case system knows it
    await until(async () => system.seen.length === 3 && (await stateOf(code)).state === 'delivered');
    expect(await run('resend', 'H99.01-000000-0000')).toBe(1);
    expect(await run('resend')).toBe(2);
    expect(await deliveriesCommand([], { DVC_DATA: `${server.dir}/elsewhere` }, (line) => { said.push(line); })).toBe(1);
    expect(said.at(-1)).toContain('is not the data folder of a server');
    expect(await deliveriesCommand(['list'], { ...env, DVC_ADMIN_TOKEN: 'x'.repeat(40) }, () => {})).toBe(1);
    for (const headers of [{}, { authorization: 'Bearer x' }]) expect((await server.app.inject({ url: '/admin/deliveries', headers })).statusCode).toBe(401);
  });

  test('after the last attempt it is given up; `resend all` brings it', async () => {
    system.answers(() => ({ status: 503 }));
    const codes = [await submit(), await submit()];
    for (const code of codes) expect(await settled(code, 'dead')).toMatchObject({ attempts: 4, reason: 'http-503' });
    expect(system.seen.length).toBe(8);
    system.answers((request) => ({ status: 200, body: { deliveryId: request.json?.deliveryId } }));
    const said = await server.app.inject({ method: 'POST', url: '/admin/deliveries/resend', payload: { which: 'all' }, headers: { 'x-dvc': '1', 'content-type': 'application/json' } });
    expect(said.statusCode).toBe(401);
    expect(await deliveriesCommand(['resend', 'all'], { DVC_DATA: `${server.dir}/data`, PORT: String((server.app.server.address() as AddressInfo).port) }, () => {})).toBe(0);
    for (const code of codes) await settled(code);
  });

  test('Retry-After is waited for', async () => {
    let times = 0;
    system.answers((request) => (times++ < 1 ? { status: 503, headers: { 'retry-after': '1' } } : { status: 200, body: { deliveryId: request.json?.deliveryId } }));
    const began = Date.now();
    await settled(await submit());
    expect(Date.now() - began).toBeGreaterThanOrEqual(1000);
  });
});

test.each(bin ? (['pglite', 'postgres'] as const) : (['pglite'] as const))('on %s a dossier that is not stored leaves no job; one that is stored waits for a case system that is set up later', { timeout: 60_000 }, async (kind) => {
  const system = await caseSystem();
  const postgres = kind === 'postgres' ? await startPostgres(bin!) : undefined;
  const dataDir = mkdtempSync(join(tmpdir(), 'dvc-later-'));
  const where = { dataDir, ...(postgres ? { databaseUrl: postgres.url } : {}) };
  let undo = true;
  const first = await testServer({
    ...where,
    store: ({ db }, keys, now, enqueue) => createDossierStore(db, {
      secrets: keys, now, enqueue,
      transact: (base, work) => base.transaction().execute(async (tx) => { const made = await work(tx); if (undo) throw new Error('undone'); return made; }),
    }),
  });
  const [cookie, body] = [await first.session(), smallBody({ fullName: 'Trần Thị Chờ' }, today)];
  const rows = async () => (await first.database.script('select (select count(*) from dossier)::int as dossiers, (select count(*) from delivery)::int as deliveries, (select count(*) from pgboss.job where name = \'delivery\')::int as jobs')).rows[0];
  expect((await first.submit(cookie, 'key-of-the-undone-dossier', body)).statusCode).toBe(500);
  expect(await rows()).toEqual({ dossiers: 0, deliveries: 0, jobs: 0 });
  undo = false;
  expect((await first.submit(cookie, 'key-of-the-undone-dossier', body)).statusCode).toBe(201);
  expect((await first.submit(cookie, 'key-of-the-undone-dossier', body)).statusCode).toBe(201);
  expect(await rows()).toEqual({ dossiers: 1, deliveries: 1, jobs: 1 });
  await first.end();
  // As if the process had been killed with the delivery in hand: the embedded database gives it to the next one at once.
  if (kind === 'pglite') {
    const killed = await openDatabase({ dir: dataDir });
    await killed.script('update pgboss.job set state = \'active\', started_on = now()');
    await killed.close();
  }
  const second = await testServer({ ...where, caseSystem: { url: system.url, secrets, ...quick } });
  await until(() => system.seen.length > 0);
  expect(system.seen.map(({ json }) => json.answers.fullName)).toEqual(['Trần Thị Chờ']);
  await second.end();
  await postgres?.stop();
  await system.close();
  rmSync(dataDir, { recursive: true });
});

test.skipIf(!bin)('two servers on one PostgreSQL share the work; each dossier is brought once', { timeout: 60_000 }, async () => {
  const [system, postgres] = [await caseSystem(), await startPostgres(bin!)];
  const options = { databaseUrl: postgres.url, secret: 'x'.repeat(40), caseSystem: { url: system.url, secrets, ...quick } };
  const [one, two] = [await testServer(options), await testServer(options)];
  const cookie = await one.session();
  await Promise.all(Array.from({ length: 60 }, (_, n) => (n % 2 ? one : two).submit(cookie, `key-of-two-servers-${n}`, smallBody({ fullName: `Người ${n}` }, today))));
  await until(async () => Number((await one.database.db.selectFrom('delivery').select((e) => e.fn.countAll().as('n')).where('state', '=', 'delivered').executeTakeFirstOrThrow()).n) === 60);
  expect(new Set(system.seen.map(({ json }) => json.deliveryId as string)).size).toBe(60);
  expect(system.seen.length).toBe(60);
  await Promise.all([one.end(), two.end()]);
  await postgres.stop();
  await system.close();
});
