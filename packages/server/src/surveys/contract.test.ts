import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Fastify from 'fastify';
import { parse } from 'yaml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json, JsonObject, JsonSchema } from '@dvc/schema';
import { ajvAuthority } from '@dvc/schema/node';
import { installContract } from '../contract.js';
import { schemasDir } from '../server.test-helper.js';
import { newId, operator, responseOf, smallSurvey, surveyServer, type SurveyTestServer } from './surveys.test-helper.js';

const file = join(schemasDir, 'api/surveys.openapi.yaml');
const contract = parse(readFileSync(file, 'utf8')) as { paths: Record<string, any>; components: { schemas: JsonObject; responses: Record<string, any> } };
const { accepts } = ajvAuthority();
const moved = (value: unknown): Json => JSON.parse(JSON.stringify(value).replaceAll('#/components/schemas/', '#/$defs/')) as Json;
/** Is this what the contract promises for the status? */
function kept(path: string, method: string, status: number, body: () => unknown): boolean {
  let response = contract.paths[path][method].responses[String(status)];
  if (response?.$ref) response = contract.components.responses[response.$ref.split('/').pop()!];
  const schema = response?.content?.['application/json']?.schema;
  return response !== undefined && (!schema || accepts({ ...(moved(schema) as JsonObject), $defs: moved(contract.components.schemas) } as JsonSchema, body() as Json).valid);
}

let server: SurveyTestServer;
const dated = smallSurvey({ closes: '2026-01-01' }, { id: 'thu-nghiem/da-dong' });
const token = smallSurvey({ eligibility: 'token' }, { id: 'thu-nghiem/co-giay-moi' });
beforeAll(async () => { server = await surveyServer([smallSurvey(), dated, token], { surveys: { keys: { [token.id]: { kty: 'RSA', n: 'x', e: 'AQAB' } } } }); });
afterAll(() => server.end());

const at = '/api/v1/surveys/{survey}';
const check = async (path: string, method: string, status: number, made: Promise<{ statusCode: number; body: string; json?: () => unknown }>) => {
  const answer = await made;
  expect([answer.statusCode, kept(path, method, status, () => JSON.parse(answer.body || 'null'))], `${path} ${answer.body.slice(0, 500)}`).toEqual([status, true]);
  return answer;
};

test('every answer is one that the contract promises', async () => {
  const responses = `${at}/responses/{response}`;
  const good = responseOf({ satisfaction: 'hai-long', comment: 'Tốt' });
  const { receipt } = JSON.parse((await check(responses, 'put', 201, server.send(good))).body) as { receipt: string };
  await check(responses, 'put', 200, server.send(good));
  await check(responses, 'put', 409, server.send({ ...good, answers: { satisfaction: 'binh-thuong', comment: 'x' } }));
  await check(responses, 'put', 201, server.send({ ...good, revision: 3 }));
  await check(responses, 'put', 409, server.send({ ...good, revision: 2 }));
  await check(responses, 'put', 422, server.send(responseOf({})));
  await check(responses, 'put', 400, server.send(responseOf({ satisfaction: 'hai-long' }, { context: { dossier: 'x' } })));
  await check(responses, 'put', 403, server.send(good, { origin: 'https://evil.example' }));
  await check(responses, 'put', 404, server.send({ ...good, id: newId(), document: { id: good.document.id, version: '9.0.0' } }));
  await check(responses, 'put', 410, server.send({ ...good, id: newId(), document: { id: dated.id, version: '1.0.0' } }));
  await check(responses, 'put', 403, server.send({ ...good, id: newId(), document: { id: token.id, version: '1.0.0' } }));
  await check(responses, 'put', 413, server.send(responseOf({ satisfaction: 'hai-long', comment: 'x'.repeat(300_000) })));
  await check(responses, 'delete', 404, server.withdraw(newId(), receipt));
  await check(responses, 'delete', 400, server.withdraw(good.id, 'x'));
  await check(responses, 'delete', 204, server.withdraw(good.id, receipt));
  await check(responses, 'put', 409, server.send({ ...good, revision: 4 }));

  await check('/surveys/index.json', 'get', 200, server.app.inject('/surveys/index.json'));
  await check('/surveys/{id}/{version}.json', 'get', 200, server.app.inject('/surveys/thu-nghiem/phieu-khao-sat/latest.json'));
  await check('/surveys/{id}/{version}.json', 'get', 404, server.app.inject('/surveys/thu-nghiem/khong-co/latest.json'));
  await check(`${at}/key`, 'get', 404, server.get('/key'));
  await check(`${at}/key`, 'get', 200, server.app.inject(`/api/v1/surveys/${encodeURIComponent(token.id)}/key`));

  for (let turn = 0; turn < 12; turn++) await server.send(responseOf({ satisfaction: turn < 6 ? 'hai-long' : 'binh-thuong', ways: ['web'], order: ['time'], staff: { polite: 'hai-long' }, recommend: turn % 11, visits: turn, comment: `Ý kiến ${turn}` }, { context: { agency: 'H99.01', channel: 'portal', procedure: '1.001193' }, order: { '/satisfaction': ['hai-long'] } }));
  for (const query of ['', '?agency=H99.01', '?from=2026-11-01&to=2026-11-30', '?channel=kiosk']) await check(`${at}/results`, 'get', 200, server.get(`/results${query}`));
  await check(`${at}/results`, 'get', 400, server.get('/results?from=gestern'));
  await check(`${at}/results`, 'get', 401, server.get('/results', {}));
  await check(`${at}/export`, 'get', 200, server.get('/export?format=json'));
  await check(`${at}/codebook`, 'get', 200, server.get('/codebook?format=json'));
  await check(`${at}/codebook`, 'get', 404, server.app.inject({ url: '/api/v1/surveys/khong-co/codebook?format=json', headers: operator }));
});

test('the six surveys that are ready can be sent, counted and explained', async () => {
  const ready = await surveyServer([], { surveys: { dir: join(schemasDir, 'surveys') } });
  try {
    const { forms } = (await ready.app.inject('/surveys/index.json')).json() as { forms: { id: string; version: string }[] };
    expect(forms.length).toBeGreaterThanOrEqual(6);
    for (const { id } of forms) for (const path of ['results', 'codebook?format=json', 'codebook?format=csv', 'export?format=csv', 'export?format=xlsx']) {
      const answer = await ready.app.inject({ url: `/api/v1/surveys/${encodeURIComponent(id)}/${path}`, headers: operator });
      expect(answer.statusCode, `${id} ${path} ${answer.body.slice(0, 200)}`).toBe(200);
    }
  } finally { await ready.end(); }
});

test('a route without its operation, or an operation without its route, stops the start', () => {
  const handler = { handler: async () => ({}) };
  const names = Object.values(contract.paths).flatMap((item) => Object.values(item).map((operation: any) => operation.operationId)).filter(Boolean);
  const all = Object.fromEntries(names.map((name) => [name, handler]));
  expect(() => installContract(Fastify(), file, all)).not.toThrow();
  expect(() => installContract(Fastify(), file, { ...all, backDoor: handler })).toThrow(/no operation for: backDoor/);
});
