import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Fastify from 'fastify';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json, JsonObject, JsonSchema } from '@dvc/schema';
import { ajvAuthority } from '@dvc/schema/node';
import { installContract } from './contract.js';
import { pdf, schemasDir, smallBody, testServer, today, type TestServer } from './server.test-helper.js';

const file = join(schemasDir, 'api/openapi.yaml');
const contract = parse(readFileSync(file, 'utf8')) as { paths: Record<string, any>; components: { schemas: JsonObject; responses: Record<string, any> } };
const { accepts } = ajvAuthority();
const moved = (value: unknown): Json => JSON.parse(JSON.stringify(value).replaceAll('#/components/schemas/', '#/$defs/')) as Json;
/** Is this what the contract promises for the status? */
function kept(path: string, method: string, status: number, body: unknown): boolean {
  let response = contract.paths[path][method].responses[String(status)];
  if (!response) return false;
  if (response.$ref) response = contract.components.responses[response.$ref.split('/').pop()!];
  const schema = moved(response.content['application/json'].schema) as JsonObject;
  return accepts({ ...schema, $defs: moved(contract.components.schemas) } as JsonSchema, body as Json).valid;
}

let server: TestServer;
beforeAll(async () => { server = await testServer(); });
afterAll(async () => { await server.end(); });

describe('the contract and the server', () => {
  test('every answer is one that the contract promises', async () => {
    const cookie = await server.session();
    const get = async (url: string, path: string, status: number) => {
      const answer = await server.app.inject(url);
      expect(answer.statusCode, url).toBe(status);
      expect(kept(path, 'get', status, answer.json()), `${url} ${answer.body}`).toBe(true);
    };
    writeFileSync(join(server.formsDir, 'thu-nghiem/phieu-nho/2.0.0.json'), '{');
    await get('/healthz', '/healthz', 200);
    await get('/api/v1/time', '/api/v1/time', 200);
    await get('/forms/index.json', '/forms/index.json', 200);
    await get('/forms/thu-nghiem/phieu-nho/1.0.0.json', '/forms/{id}/{version}.json', 200);
    await get('/forms/thu-nghiem/phieu-nho/2.0.0.json', '/forms/{id}/{version}.json', 422);
    await get('/forms/khong-co/1.0.0.json', '/forms/{id}/{version}.json', 404);
    await get('/code-lists/provinces.json', '/code-lists/{id}.json', 200);
    await get('/code-lists/khong-co.json', '/code-lists/{id}.json', 404);
    await get('/code-lists/communes/01.json', '/code-lists/{id}/{within}.json', 200);

    const body = smallBody({ fullName: 'Cao Đúng Hẹn', copies: 20 }, today);
    const file = (await server.upload(cookie, pdf())).json();
    const papers = { proof: [file.id] };
    const cases: [number, string, Parameters<TestServer['submit']>[2], string?][] = [
      [201, 'key-of-the-contract-1', { ...body, papers }], [422, 'key-of-the-contract-1', body], [422, 'key-of-the-contract-2', body], [409, 'key-of-the-contract-3', { ...body, fees: [] }],
      [400, 'key-of-the-contract-4', '{'], [400, 'key', body], [404, 'key-of-the-contract-5', { ...body, document: { id: 'khac', version: '1.0.0' } }],
      [422, 'key-of-the-contract-6', { ...body, document: { ...body.document, version: '2.0.0' } }], [428, 'key-of-the-contract-7', body, ''],
    ];
    for (const [status, key, sent, as] of cases) {
      const answer = await server.submit(as ?? cookie, key, sent);
      expect(answer.statusCode, answer.body).toBe(status);
      expect(kept('/api/v1/dossiers', 'post', status, answer.json()), answer.body).toBe(true);
    }
    const key = async (as: string, name: unknown) => server.app.inject({ method: 'POST', url: '/api/v1/draft-keys', payload: { name }, headers: { cookie: as, 'x-dvc': '1' } });
    for (const [status, as, name] of [[200, cookie, 'a'], [400, cookie, ''], [200, '', 'a']] as const) {
      const answer = await key(as, name);
      expect([answer.statusCode, kept('/api/v1/draft-keys', 'post', status, answer.json())], answer.body).toEqual([status, true]);
    }
    const refused = await server.app.inject({ method: 'DELETE', url: '/api/v1/session', headers: { cookie } });
    expect([refused.statusCode, kept('/api/v1/session', 'delete', 403, refused.json())]).toEqual([403, true]);

    for (const [status, bytes, as] of [[201, pdf(), cookie], [415, 'x', cookie], [400, '', cookie], [428, pdf(), '']] as const) {
      const answer = await server.upload(as, bytes);
      expect([answer.statusCode, kept('/api/v1/uploads', 'post', status, answer.json())], answer.body).toEqual([status, true]);
    }
  });

  test('a route without its operation, or an operation without its route, stops the start', () => {
    const handler = { handler: async () => ({}) };
    const names = Object.values(contract.paths).flatMap((item) => Object.values(item).map((operation: any) => operation.operationId)).filter(Boolean);
    const all = Object.fromEntries(names.map((name) => [name, handler]));
    expect(() => installContract(Fastify(), file, all)).not.toThrow();
    expect(() => installContract(Fastify(), file, { ...all, backDoor: handler })).toThrow(/no operation for: backDoor/);
    const { submit: _, ...without } = all;
    expect(() => installContract(Fastify(), file, without)).toThrow(/submit/);
  });
});
