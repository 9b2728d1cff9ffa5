// The example receiver, run for real: what a case system's programmers copy must hold against our own portal.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Json, JsonObject, JsonSchema } from '@dvc/schema';
import { ajvAuthority } from '@dvc/schema/node';
import { pdf, schemasDir, smallBody, testServer, today, type TestServer } from '../server.test-helper.js';
import { signature, signatureHeaders } from './sign.js';

const folder = join(import.meta.dirname, '../../../../examples/case-system');
const python = spawnSync('python3', ['--version']).status === 0;
if (!python) console.warn('python3 is not installed: the example case system is not run');
const secrets = ['the-secret-that-both-sides-know-000001', 'the-secret-that-will-come-next-0000002'];

const contract = parse(readFileSync(join(schemasDir, 'api/delivery.openapi.yaml'), 'utf8')) as { components: { schemas: JsonObject } };
const moved = (value: unknown): Json => JSON.parse(JSON.stringify(value).replaceAll('#/components/schemas/', '#/$defs/')) as Json;
const { accepts } = ajvAuthority();
const kept = (name: string, body: unknown) => accepts({ ...(moved(contract.components.schemas[name]) as JsonObject), $defs: moved(contract.components.schemas) } as JsonSchema, body as Json);

describe.skipIf(!python)('the example case system', () => {
  const data = mkdtempSync(join(tmpdir(), 'dvc-case-system-'));
  let child: ChildProcess;
  let port = 0;
  let server: TestServer;
  const start = async (known: string) => {
    child = spawn('python3', ['case_system.py', 'serve', '--data', data, '--port', String(port)], { cwd: folder, env: { ...process.env, DVC_CASE_SYSTEM_SECRET: known, PYTHONDONTWRITEBYTECODE: '1' }, stdio: ['ignore', 'pipe', 'inherit'] });
    port = Number(await new Promise<string>((done, fail) => { createInterface(child.stdout!).once('line', done); child.once('exit', () => fail(new Error('the example ended'))); }));
  };
  const kill = async () => { const gone = new Promise((done) => { child.once('exit', done); }); child.kill('SIGKILL'); await gone; };
  const list = () => spawnSync('python3', ['case_system.py', 'list', '--data', data], { cwd: folder, encoding: 'utf8', env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } }).stdout.trim().split('\n').filter(Boolean).map((line) => JSON.parse(line) as { code: string; dossierCode: string; body: any });
  const delivered = async (code: string) => {
    for (const end = Date.now() + 60_000; ; await new Promise((done) => { setTimeout(done, 20); })) {
      const row = await server.database.db.selectFrom('delivery').innerJoin('dossier', 'dossier.id', 'delivery.dossier').select(['state', 'case_code', 'reason', 'delivery.id']).where('code', '=', code).executeTakeFirstOrThrow();
      if (row.state === 'delivered') return row;
      if (Date.now() > end) throw new Error(`not delivered: ${row.reason}`);
    }
  };
  beforeAll(async () => {
    await start(secrets[0]!);
    server = await testServer({ caseSystem: { url: `http://127.0.0.1:${port}/dvc`, secrets: [secrets[1]!, secrets[0]!], pause: { first: 20, longest: 100 }, pollMs: 40 } });
  });
  afterAll(async () => { await server?.end(); await kill(); rmSync(data, { recursive: true }); });

  test('takes a dossier with its files, by the contract, gives its own code, and takes it once', { timeout: 120_000 }, async () => {
    const cookie = await server.session();
    const bytes = pdf('giấy khai sinh');
    const file = (await server.upload(cookie, bytes, { name: 'Giấy khai sinh.pdf' })).json();
    const { dossierCode } = (await server.submit(cookie, 'key-of-the-example-0001', smallBody({ fullName: 'Phạm Thị Mẫu', copies: 20 }, today, { papers: { proof: [file.id] } }))).json();
    const row = await delivered(dossierCode);
    expect(row.case_code).toMatch(/^MC-\d{4}-000001$/);
    const [held] = list();
    expect(held).toMatchObject({ code: row.case_code, dossierCode, body: { deliveryId: row.id, answers: { fullName: 'Phạm Thị Mẫu', copies: 20 } } });
    expect(kept('Dossier', held!.body)).toMatchObject({ valid: true });
    expect(kept('Dossier', { ...held!.body, papers: [{ paper: 'proof', files: [] }] }).valid).toBe(false);
    expect(readdirSync(join(data, 'files'))).toEqual([file.sha256]);
    expect(createHash('sha256').update(readFileSync(join(data, 'files', file.sha256))).digest('hex')).toBe(file.sha256);
    // Killed, started again, and sent again: the same dossier, the same code.
    await kill();
    await start(secrets.join());
    const body = JSON.stringify({ ...held!.body });
    const again = await fetch(`http://127.0.0.1:${port}/dvc/dossiers`, { method: 'POST', body, headers: signatureHeaders([secrets[1]!], row.id, body, new Date()) });
    expect([again.status, await again.json()]).toEqual([200, { deliveryId: row.id, code: row.case_code }]);
    expect(list().length).toBe(1);
  });

  test('takes a supplement in the place of what the dossier was, under the same code, and lets no older delivery undo it', { timeout: 120_000 }, async () => {
    const cookie = await server.session();
    const inject = (method: 'POST' | 'GET', url: string, headers: Record<string, string>, payload?: object | string) => server.app.inject({ method, url: `/api/v1/${url}`, headers: { 'x-dvc': '1', cookie, ...headers }, ...(payload === undefined ? {} : { payload }) });
    const { dossierCode } = (await server.submit(cookie, 'key-of-the-example-0002', smallBody({ fullName: 'Phạm Viết Sai', copies: 0 }, today))).json();
    const first = await delivered(dossierCode);
    const told = JSON.stringify({ dossierCode, events: [{ id: 'e1', at: 1, type: 'accepted' }, { id: 'e2', at: 2, type: 'supplement-asked', request: 'r1', remarks: [{ text: 'Sai tên.', path: '/fullName' }] }] });
    const noon = new Date('2026-11-21T02:30:00Z');
    expect((await inject('POST', 'case-events', { 'content-type': 'application/json', ...signatureHeaders([secrets[1]!], 'said-1', told, noon) }, told)).json().new).toEqual(['e1', 'e2']);
    const { access } = (await inject('GET', 'dossiers', {})).json().dossiers.find((each: any) => each.dossierCode === dossierCode);
    const answer = await inject('POST', `dossiers/${dossierCode}/supplement`, { 'dvc-access': access.token }, { request: 'r1', answers: { '/fullName': 'Phạm Viết Đúng' }, papers: {}, key: 'key-of-the-example-0003' });
    expect(answer.statusCode, answer.body).toBe(200);
    const second = await delivered(dossierCode);
    expect([second.case_code, second.id === first.id]).toEqual([first.case_code, false]);
    const held = () => list().filter((each) => each.dossierCode === dossierCode);
    const [now] = held();
    expect(now!.body).toMatchObject({ event: 'dossier.supplemented', deliveryId: second.id, answers: { fullName: 'Phạm Viết Đúng' }, supplement: { request: 'r1', version: 2 } });
    expect(kept('Dossier', now!.body)).toMatchObject({ valid: true });
    const old = JSON.stringify({ ...now!.body, event: 'dossier.received', deliveryId: first.id, answers: { fullName: 'Phạm Viết Sai' } });
    const again = await fetch(`http://127.0.0.1:${port}/dvc/dossiers`, { method: 'POST', body: old, headers: signatureHeaders([secrets[1]!], first.id, old, new Date()) });
    expect([again.status, ((await again.json()) as { code: string }).code]).toEqual([200, first.case_code]);
    expect(held()).toEqual([now]);

    // What the citizen says later comes in the same way, each word once, and loses nothing of what was there.
    const say = (path: string, payload: object) => inject('POST', `dossiers/${dossierCode}/${path}`, { 'dvc-access': access.token }, payload);
    expect((await say('complaints', { text: 'Đã quá hẹn mà chưa có kết quả.' })).statusCode).toBe(201);
    await delivered(dossierCode);
    expect((await say('withdraw', { reason: 'Tôi nộp nhầm nơi.' })).statusCode).toBe(200);
    await delivered(dossierCode);
    const [last] = held();
    expect(last!.body).toMatchObject({
      event: 'dossier.withdrawal-asked', answers: { fullName: 'Phạm Viết Đúng' }, supplement: { version: 2 }, words: [{ kind: 'complaint', text: 'Đã quá hẹn mà chưa có kết quả.' }, { kind: 'withdrawal', text: 'Tôi nộp nhầm nơi.' }],
    });
    expect(kept('Dossier', last!.body)).toMatchObject({ valid: true });
    expect(held().length).toBe(1);
  });

  const id = '5b0e9d0a-6c1f-4d6a-9a55-0f6f2a4f0001';
  const ask = async (path: string, method: string, body: string, headers: Record<string, string>) => {
    const answer = await fetch(`http://127.0.0.1:${port}/dvc/${path}`, { method, body, headers });
    return [answer.status, (await answer.json()) as Record<string, unknown>] as const;
  };
  test('turns away what is not signed, is too old, or was changed on the way', async () => {
    const before = list().length;
    const body = JSON.stringify({ event: 'dossier.received', deliveryId: id, dossierCode: 'X', papers: [] });
    const now = () => new Date();
    const wrong: [string, Record<string, string>][] = [
      [body, {}], [body, signatureHeaders(['another-secret-that-nobody-told-them-01'], id, body, now())], [`${body} `, signatureHeaders(secrets, id, body, now())],
      [body, signatureHeaders(secrets, id, body, new Date(Date.now() - 310_000))], [body, signatureHeaders(secrets, id, body, new Date(Date.now() + 310_000))],
      [body, { ...signatureHeaders(secrets, id, body, now()), 'dvc-delivery-id': '5b0e9d0a-6c1f-4d6a-9a55-0f6f2a4f0002' }],
    ];
    for (const [sent, headers] of wrong) expect(await ask('dossiers', 'POST', sent, headers)).toEqual([401, { code: 'signature' }]);
    expect(list().length).toBe(before);
    const sha256 = createHash('sha256').update('giấy').digest('hex');
    expect(await ask(`files/${sha256}`, 'PUT', 'giấy', signatureHeaders(secrets, id, 'f'.repeat(64), now()))).toEqual([401, { code: 'signature' }]);
    expect(await ask(`files/${sha256}`, 'PUT', 'giấy khác', signatureHeaders(secrets, id, sha256, now()))).toEqual([409, { code: 'sha256' }]);
    expect(readdirSync(join(data, 'files')).length).toBe(1);
    expect(await ask(`files/${sha256}`, 'PUT', 'giấy', signatureHeaders(secrets, id, sha256, now()))).toEqual([200, { sha256 }]);
  });

  test('says which files are missing, and refuses by name what it will never take', async () => {
    const missing = ['a'.repeat(64)];
    const body = JSON.stringify({ event: 'dossier.received', deliveryId: id, dossierCode: 'X', papers: [{ paper: 'p', files: [{ sha256: missing[0] }] }] });
    const [status, reply] = await ask('dossiers', 'POST', body, signatureHeaders(secrets, id, body, new Date()));
    expect([status, reply]).toEqual([409, { code: 'files-missing', deliveryId: id, missing }]);
    expect(kept('FilesMissing', reply)).toMatchObject({ valid: true });
    for (const odd of ['{', '[]', '{"event":"dossier.received"}', JSON.stringify({ event: 'dossier.received', deliveryId: 'other', dossierCode: 'X', papers: [] }), JSON.stringify({ event: 'dossier.received', deliveryId: id, dossierCode: 'X', papers: [{ files: [{ sha256: '../../etc/passwd' }] }] })]) {
      const made = await ask('dossiers', 'POST', odd, signatureHeaders(secrets, id, odd, new Date()));
      expect(made).toEqual([422, { code: 'malformed', deliveryId: id }]);
      expect(kept('Refused', made[1])).toMatchObject({ valid: true });
    }
  });

  test('its signatures are ours, byte for byte, whatever is signed', () => {
    const cases = fc.sample(fc.tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), fc.integer({ min: 0, max: 9_999_999_999 }).map(String), fc.uuid(), fc.string({ unit: 'grapheme', maxLength: 500 })), { seed: 4, numRuns: 300 });
    const made = spawnSync('python3', ['-B', '-c', 'import json, sys; from dvc_signature import sign; print(json.dumps([sign(s, t, d, c.encode("utf-8")) for s, t, d, c in json.load(sys.stdin)]))'], { cwd: folder, input: JSON.stringify(cases), encoding: 'utf8', env: { ...process.env, PYTHONUTF8: '1' } });
    expect((JSON.parse(made.stdout) as string[]).map((hex) => `v1=${hex}`)).toEqual(cases.map(([secret, timestamp, id, content]) => signature([secret], timestamp, id, content)));
  });
});
