import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Fastify from 'fastify';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json, JsonObject, JsonSchema } from '@dvc/schema';
import { ajvAuthority } from '@dvc/schema/node';
import { installContract } from './contract.js';
import { payServer, type PayServer } from './payment/payment.test-helper.js';
import { pdf, schemasDir, smallBody, today, type TestServer } from './server.test-helper.js';

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

let server: PayServer;
beforeAll(async () => { server = await payServer(); });
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

  test('every answer about a payment, too', async () => {
    const { payment, secret } = await server.dossier();
    const at = '/api/v1/payments/{payment}';
    const check = async (path: string, method: string, status: number, made: Promise<{ statusCode: number; body: string; json: () => any }>) => {
      const answer = await made;
      expect([answer.statusCode, kept(path, method, status, answer.json())], `${path} ${answer.body}`).toEqual([status, true]);
      return answer.json();
    };
    const get = (id: string) => server.app.inject(`/api/v1/payments/${id}`);
    await check(at, 'get', 200, get(payment));
    await check(at, 'get', 404, get('A'.repeat(22)));
    for (const [status, order] of [[400, { offer: 'momo' }], [400, { total: -1 }], [409, { total: 1 }], [200, {}], [200, {}], [409, { attempt: 3 }]] as const) await check(`${at}/intents`, 'post', status, server.open(payment, order));
    await check(`${at}/intents`, 'post', 404, server.open('A'.repeat(22)));
    await check(`${at}/intents`, 'post', 403, server.app.inject({ method: 'POST', url: `/api/v1/payments/${payment}/intents`, payload: {} }));
    const view = (await get(payment)).json();
    const intent = `${at}/intents/{intent}`;
    for (const [status, id] of [[200, view.intent.id], [404, 'B'.repeat(24)]] as const) await check(`${intent}/leave`, 'post', status, server.post(`${payment}/intents/${id}/leave`));
    for (const [status, id] of [[200, view.intent.id], [404, 'B'.repeat(24)]] as const) await check(`${intent}/cancel`, 'post', status, server.post(`${payment}/intents/${id}/cancel`));
    await check(`${at}/look`, 'post', 200, server.post(`${payment}/look`));
    await check('/api/v1/gateways/{offer}/notify', 'get', 200, server.app.inject('/api/v1/gateways/vnpay/notify?a=b'));
    await check('/api/v1/gateways/{offer}/notify', 'get', 404, server.app.inject('/api/v1/gateways/khac/notify'));
    await check('/api/v1/gateways/{offer}/return', 'get', 404, server.app.inject(`/api/v1/gateways/vnpay/return?intent=${'B'.repeat(24)}`));
    for (const order of [{ attempt: 2, offer: 'transfer' }, { attempt: 3, offer: 'cash' }]) {
      const opened = await check(`${at}/intents`, 'post', 200, server.open(payment, order));
      if (order.attempt === 2) await server.post(`${payment}/intents/${opened.intent.id}/cancel`);
    }
    const refund = (lookupSecret: string) => server.post(`${payment}/refunds`, { account: '0123456789', holder: 'A', bank: 'B', reason: 'C', lookupSecret });
    await check(`${at}/refunds`, 'post', 409, refund(secret));
    const { reference } = (await get(payment)).json().intent;
    await server.admin('/cash', { reference, amount: 8000, number: 'C1' });
    for (const [status, given] of [[400, ''], [403, 'X'], [200, secret], ...Array.from({ length: 4 }, () => [403, 'X'] as const), [429, 'X']] as const) await check(`${at}/refunds`, 'post', status, refund(given));
    await check(`${at}/receipts/{number}`, 'get', 404, server.app.inject(`/api/v1/payments/${payment}/receipts/khong-co`));
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
