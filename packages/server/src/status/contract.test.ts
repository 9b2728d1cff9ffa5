import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isSoundStatusEvent } from '@dvc/core';
import type { Json, JsonObject, JsonSchema } from '@dvc/schema';
import { ajvAuthority } from '@dvc/schema/node';
import { schemasDir } from '../server.test-helper.js';
import { start, statusServer, type Reply, type StatusServer } from './status.test-helper.js';

const { accepts } = ajvAuthority();
const moved = (value: unknown): Json => JSON.parse(JSON.stringify(value).replaceAll('#/components/schemas/', '#/$defs/')) as Json;
const load = (name: string) => parse(readFileSync(join(schemasDir, 'api', name), 'utf8')) as { paths: Record<string, any>; components: { schemas: JsonObject; responses?: Record<string, any> } };
const [api, cases] = [load('openapi.yaml'), load('case-events.openapi.yaml')];
function kept(contract: typeof api, path: string, method: string, { statusCode, json }: Reply): boolean {
  let response = contract.paths[path][method].responses[String(statusCode)];
  if (response?.$ref) response = contract.components.responses![response.$ref.split('/').pop()!];
  return response !== undefined && accepts({ ...(moved(response.content['application/json'].schema) as JsonObject), $defs: moved(contract.components.schemas) } as JsonSchema, json() as Json).valid;
}

let server: StatusServer;
beforeAll(async () => { server = await statusServer(); });
afterAll(async () => { await server.end(); });

test('every answer about a status is one that the contract promises', { timeout: 60_000 }, async () => {
  const { code, secret, cookie, token } = await server.people();
  const check = async (path: string, method: string, status: number, made: Promise<Reply>) => {
    const answer = await made;
    expect([answer.statusCode, kept(api, path, method, answer)], `${method} ${path} ${answer.body}`).toEqual([status, true]);
  };
  const at = (rest: string) => `/api/v1/dossiers/{code}/${rest}`;
  await check('/api/v1/dossiers', 'get', 200, server.ask('GET', 'dossiers', { cookie }));
  await check('/api/v1/dossiers/lookup', 'post', 200, server.lookUp(code, secret));
  await check('/api/v1/dossiers/lookup', 'post', 404, server.lookUp(code, 'x'));
  await check('/api/v1/dossiers/lookup', 'post', 400, server.lookUp('', 'x'));
  for (let tries = 0; tries < 4; tries++) await server.lookUp(code, 'x');
  await check('/api/v1/dossiers/lookup', 'post', 429, server.lookUp(code, 'x'));
  await check('/api/v1/dossiers/otp', 'post', 202, server.ask('POST', 'dossiers/otp', { body: { dossier: code } }));
  for (const rest of ['status', 'events', 'answers', 'channels', 'notifications']) for (const [status, right] of [[200, token], [401, '']] as const) await check(at(rest), 'get', status, server.ask('GET', `dossiers/${code}/${rest}`, { token: right }));
  const post = (rest: string, body: object, right = token, method: 'POST' | 'PUT' = 'POST', as = cookie) => server.ask(method, `dossiers/${code}/${rest}`, { token: right, body, cookie: as });
  const answer = (more: object, as?: string) => post('supplement', { request: 'r', answers: {}, papers: {}, key: 'key-of-the-contract-1', ...more }, token, 'POST', as);
  await check(at('supplement'), 'post', 409, answer({}));
  const told = await server.tell(code, [{ id: 'a', at: start, type: 'accepted' }, { id: 'b', at: start, type: 'supplement-asked', request: 'r', remarks: [{ text: 'Sai tên.', path: '/requester/fullName' }] }, { id: 'c', at: start, type: 'x' }]);
  expect([told.statusCode, kept(cases, '/api/v1/case-events', 'post', told)]).toEqual([200, true]);
  await check(at('supplement'), 'post', 428, answer({}, ''));
  await check(at('supplement'), 'post', 422, answer({ answers: { '/requester/fullName': '' } }));
  await check(at('supplement'), 'post', 200, answer({}));
  await check(at('supplement'), 'post', 422, answer({ answers: { '/requester/fullName': 'Khác' } }));
  await check(at('supplement'), 'post', 400, answer({ key: 'x' }));
  for (const status of [200, 409]) await check(at('withdraw'), 'post', status, post('withdraw', { reason: 'x' }));
  await check(at('complaints'), 'post', 201, post('complaints', { text: 'x' }));
  await check(at('channels'), 'put', 200, post('channels', { channel: 'portal', on: false }, token, 'PUT'));
  await check(at('channels'), 'put', 400, post('channels', { channel: 'fax', on: false }, token, 'PUT'));
  await check(at('notifications/read'), 'post', 200, post('notifications/read', { ids: [] }));
  for (const made of [await server.tell('none', [{ id: 'a', at: 1, type: 'paused' }]), await server.tell(code, []), await server.tell(code, [{}], { secret: 'a-secret-that-nobody-has-given-000001' })]) expect(kept(cases, '/api/v1/case-events', 'post', made), made.body).toBe(true);
});

test('the contract of case events and the machine agree on what an event is', () => {
  const base = { id: 'x', at: 1 };
  const document = { id: 'd', kind: 'slip', title: 'Giấy hẹn', link: 'https://dvc.example/x' };
  const events: [boolean, object][] = [
    [true, { type: 'status', code: '4', text: 'Đang xử lý', note: 'x', holder: { unit: 'u', person: 'p' } }], [false, { type: 'status' }], [false, { type: 'status', code: '' }], [true, { type: 'accepted', limit: { value: 5, unit: 'workingDay', receivedBefore: '15:00', source: 's' }, countedFrom: 5 }],
    [false, { type: 'accepted', limit: { value: 5, unit: 'year' } }], [false, { type: 'accepted', limit: { value: 5, unit: 'day', receivedBefore: '25:00' } }], [true, { type: 'supplement-asked', request: 'r', remarks: [{ text: 't', path: '/a', paper: 'p' }], until: '2026-12-01' }], [false, { type: 'supplement-asked', request: 'r' }],
    [false, { type: 'supplement-asked', request: 'r', remarks: [{}] }], [true, { type: 'supplement-answered', request: 'r' }], [true, { type: 'paused' }], [true, { type: 'resumed' }], [true, { type: 'extended', due: '2026-12-01', apology: document }], [false, { type: 'extended', due: '1/12' }],
    [true, { type: 'payment-asked', payment: 'p', amount: 1 }], [false, { type: 'payment-asked', payment: 'p', amount: 0 }], [true, { type: 'payment-settled', payment: 'p' }], [true, { type: 'withdraw-asked' }], [true, { type: 'withdraw-refused' }], [true, { type: 'resubmitted', dossier: 'd' }], [true, { type: 'document', document }],
    [false, { type: 'document', document: { ...document, link: 'http://dvc.example/x' } }], [false, { type: 'document', document: { ...document, link: '//dvc.example/x' } }], [false, { type: 'document', document: { ...document, kind: 'x' } }], [true, { type: 'posted', carrier: 'c', code: 'c', state: 'sent', link: '/x' }],
    [false, { type: 'posted', carrier: 'c', code: 'c', state: 'lost' }], [false, { type: 'other' }], [false, {}],
  ];
  for (const [right, event] of events) {
    const said = accepts({ ...(moved(cases.components.schemas['CaseEvent']) as JsonObject), $defs: moved(cases.components.schemas) } as JsonSchema, { ...base, ...event } as unknown as Json).valid;
    expect([said, isSoundStatusEvent({ ...base, ...event, seq: 1 })], JSON.stringify(event)).toEqual([right, right]);
  }
});

test('the words of another system become the nation\'s; a word that nobody knows stays as it is', async () => {
  const { code, token } = await server.dossier();
  const told = await server.tell(code, [{ id: 'a', at: start, type: 'status', code: 'processing' }, { id: 'b', at: start, type: 'status', code: 'cho-thue', text: 'Chờ cơ quan thuế' }], { vocabulary: 'opencps' });
  expect(told.json().new).toEqual(['a', 'b']);
  const { events } = (await server.ask('GET', `dossiers/${code}/status`, { token })).json();
  expect(events.slice(1)).toMatchObject([{ id: 'a', code: '4' }, { id: 'b', code: 'opencps:cho-thue', text: 'Chờ cơ quan thuế' }]);
});

test('a hold that only a word says begins and ends with the words, however often they are told', async () => {
  const { code, token } = await server.dossier();
  const words = ['processing', 'pausing', 'pausing', 'processing', 'pausing'].map((word, at) => ({ id: `w${at}`, at: start + at, type: 'status', code: word }));
  for (let times = 0; times < 2; times++) for (const word of words) await server.tell(code, [word], { vocabulary: 'opencps' });
  const { events } = (await server.ask('GET', `dossiers/${code}/status`, { token })).json();
  expect(events.slice(1).map(({ id, type }: any) => `${type} ${id}`)).toEqual(['status w0', 'status w1', 'paused w1#paused', 'status w2', 'status w3', 'resumed w3#resumed', 'status w4', 'paused w4#paused']);
});
