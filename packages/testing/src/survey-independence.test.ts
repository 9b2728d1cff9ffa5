// Two stores that must not meet: the dossiers, and what their people said. Everything that whoever has both databases could join them by is tried; nothing does better than chance.
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askInvitation, type InvitationReply } from '@dvc/client/invitation.js';
import { createHttpSurveys } from '@dvc/client/surveys.js';
import { createServer, createSurveyServer, type DvcServer, type SurveyServer } from '@dvc/server';
import type { FormDocument, JsonObject } from '@dvc/schema';
import { smallBody, smallForm } from './campaigns/submissions-form.js';
import { emptyDatabase } from './campaigns/submissions-template.js';
import { seeded } from './random/random.js';

const root = join(import.meta.dirname, '../../..');
const cache = join(root, '.cache/test-server');
const today = '2026-11-21';
const noon = new Date('2026-11-21T02:30:00Z');
/** Of one day and one agency: what is left to join by is everything else. */
const PEOPLE = 60;
const document = {
  kind: 'survey', id: 'thu-nghiem/hai-long', version: '1.0.0', title: 'Hài lòng',
  schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', properties: { score: { type: 'integer', title: 'Điểm', minimum: 0, maximum: 100_000 }, comment: { type: 'string', title: 'Ý kiến', maxLength: 4000 } }, required: ['score'], unevaluatedProperties: false },
  steps: [{ id: 'all', title: 'Ý kiến', fields: ['/score', '/comment'] }],
  survey: { anonymous: true, eligibility: 'token' },
} as unknown as FormDocument;
const named = { ...document, id: 'thu-nghiem/co-ten', survey: { eligibility: 'dossier' } } as FormDocument;

let dir: string;
let dossiers: DvcServer;
let surveys: SurveyServer;
let [dossiersAt, surveysAt] = ['', ''];
interface Person { code: string; cookie: string; score: number; invitation: string; at: number }
const people: Person[] = [];

function write(folder: string, each: FormDocument): void {
  const path = join(folder, ...each.id.split('/'));
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, `${each.version}.json`), JSON.stringify(each));
}
async function submit(at: number): Promise<{ code: string; cookie: string }> {
  const cookie = String((await dossiers.app.inject('/api/v1/time')).headers['set-cookie']).split(';')[0]!;
  const sent = await dossiers.app.inject({ method: 'POST', url: '/api/v1/dossiers', payload: JSON.stringify(smallBody({ fullName: `Công dân ${at}`, agency: 'H99.01' }, today)), headers: { cookie, 'x-dvc': '1', 'idempotency-key': `key-of-the-person-${at}`, 'content-type': 'application/json' } });
  return { code: sent.json().dossierCode, cookie };
}
/** As a browser does, with its cookie to the dossiers and none to the surveys. */
const withCookie = (cookie: string) => (async (url: string, init: RequestInit = {}) => fetch(url, { ...init, headers: { ...(init.headers as object), ...(init.credentials === 'include' ? { cookie } : {}) } })) as typeof fetch;
const invite = (code: string, cookie: string, survey = document.id): Promise<InvitationReply> => askInvitation({ api: dossiersAt, surveys: surveysAt, survey, dossier: code, fetch: withCookie(cookie) });
const responseOf = (answers: JsonObject, id = randomBytes(16).toString('base64url'), survey = document.id, context = {}) => ({ id, revision: 1, document: { id: survey, version: '1.0.0' }, answers, outcome: 'complete' as const, locale: 'vi', context: { agency: 'H99.01', procedure: '0.000000', channel: 'portal' as const, ...context } });

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'dvc-two-stores-'));
  const [formsDir, documents] = [join(dir, 'forms'), join(dir, 'documents')];
  write(formsDir, smallForm);
  write(documents, document);
  write(documents, named);
  await emptyDatabase(join(dir, 'dossiers'), cache);
  await emptyDatabase(join(dir, 'channel/surveys'), cache, true);
  dossiers = await createServer({ dataDir: join(dir, 'dossiers'), formsDir, surveys: { dir: documents }, now: () => noon, log: false, adminToken: 'd'.repeat(40) });
  // The channel is given the public keys by hand, as a body elsewhere would be.
  const keyOf = async (survey: string) => (await dossiers.app.inject({ url: `/admin/survey-key?survey=${encodeURIComponent(survey)}`, headers: { authorization: `Bearer ${'d'.repeat(40)}` } })).json() as JsonWebKey;
  const keys = { [document.id]: await keyOf(document.id), [named.id]: await keyOf(named.id) };
  surveys = await createSurveyServer({ dataDir: join(dir, 'channel'), surveys: { dir: documents, keys: keys as never, limits: { client: 1e6, all: 1e6 } }, codeListsDir: join(dir, 'no-lists'), now: () => noon, log: false, adminToken: 's'.repeat(40) });
  dossiersAt = await dossiers.listen(0);
  surveysAt = await surveys.listen(0);
  const roll = seeded(7);
  const channel = createHttpSurveys({ api: surveysAt });
  for (let at = 0; at < PEOPLE; at++) {
    const { code, cookie } = await submit(at);
    const reply = await invite(code, cookie);
    if (reply.kind !== 'invited') throw new Error(JSON.stringify(reply));
    const score = Math.floor(roll() * 100_000);
    const sent = await channel.send(responseOf({ score, comment: 'x'.repeat(Math.floor(roll() * 300)) }), reply.invitation);
    if (sent.kind !== 'kept') throw new Error(JSON.stringify(sent));
    people.push({ code, cookie, score, invitation: reply.invitation, at });
  }
}, 240_000);
afterAll(async () => {
  await Promise.all([dossiers?.close(), surveys?.close()]);
  rmSync(dir, { recursive: true, force: true });
});

/** How many dossiers an order of the responses finds, when both sides are put in order and matched place by place. By chance it is one, whatever their number; twelve or more happen less than once in 10⁸ runs. */
const MOST = 12;
const found = (scores: readonly number[], order: readonly Person[] = people) => scores.filter((score, at) => order[at]?.score === score).length;

describe('whoever has both databases', () => {
  test('finds no column of one in the other, and no instant in the responses', async () => {
    const { database } = await surveys.surveys.store();
    const { rows } = await sql<{ all: string }>`select row_to_json(r)::text as all from survey_response r`.execute(database.db);
    const responses = rows.map(({ all }) => all).join('\n');
    const tables = ['dossier', 'survey_invitation', 'event', 'lookup_key', 'access_token', 'idempotency', 'status_event'] as const;
    const values = new Set<string>();
    for (const table of tables) {
      for (const row of await dossiers.database.db.selectFrom(table).selectAll().execute()) for (const value of Object.values(row)) if (typeof value === 'string' && value.length > 10) values.add(value);
    }
    // The survey itself they have in common, as every dossier has.
    expect([...values].filter((value) => responses.includes(value) && value !== document.id && value !== named.id)).toEqual([]);
    for (const { code, invitation } of people) for (const secret of [code, ...invitation.split('.')]) expect(responses).not.toContain(secret);
    expect(/\d\d:\d\d/.test(responses)).toBe(false);
    const columns = await sql<{ name: string; type: string }>`select column_name as name, data_type as type from information_schema.columns where table_name = 'survey_response'`.execute(database.db);
    expect(columns.rows.filter(({ type }) => /timestamp|date|time|identity|bigint/.test(type))).toEqual([]);
  });

  const settled = async () => { const { database, keep } = await surveys.surveys.store(); await keep.settleDue(true); return database.db; };
  const orders: [string, ReturnType<typeof sql>][] = [
    ['where the row lies (ctid)', sql`ctid`], ['the transaction that wrote it (xmin), then where it lies', sql`xmin::text::bigint, ctid`], ['its key', sql`key`], ['its receipt', sql`receipt`], ['its proof', sql`proof`],
    ['its size', sql`pg_column_size(answers), ctid`], ['its size from the largest', sql`pg_column_size(answers) desc, ctid desc`], ['the file read from its end', sql`ctid desc`],
  ];
  test.each(orders)('finds nobody by %s', async (_name, order) => {
    const db = await settled();
    const { rows } = await sql<{ score: number }>`select (answers->>'score')::int as score from survey_response where survey = ${document.id} order by ${order}`.execute(db);
    const scores = rows.map(({ score }) => Number(score));
    expect(scores.length).toBe(PEOPLE);
    // Dossiers in the order of their codes, instants and ids: it is one order here.
    expect(found(scores)).toBeLessThan(MOST);
    const handed = await sql<{ code: string }>`select code from survey_invitation join dossier on dossier.id = survey_invitation.dossier order by survey_invitation.ctid`.execute(dossiers.database.db);
    const byCode = new Map(people.map((person) => [person.code, person]));
    expect(found(scores, handed.rows.map(({ code }) => byCode.get(code)!))).toBeLessThan(MOST);
    // Nor is there a trend: the place of a response says nothing of the place of its dossier.
    const placeOf = new Map(people.map(({ score, at }) => [score, at]));
    const [x, y] = [scores.map((_, at) => at), scores.map((score) => placeOf.get(score)!)];
    const mean = (PEOPLE - 1) / 2;
    const correlation = x.reduce((sum, each, at) => sum + (each - mean) * (y[at]! - mean), 0) / x.reduce((sum, each) => sum + (each - mean) ** 2, 0);
    // Five standard deviations of chance, and some.
    expect(Math.abs(correlation)).toBeLessThan(0.7);
  });

  test('finds all of them in a store that is written as they come: the test sees what there is to see', async () => {
    const db = await settled();
    await sql`create table as_they_come (score int)`.execute(db);
    for (const { score } of people) await sql`insert into as_they_come values (${score})`.execute(db);
    for (const order of [sql`ctid`, sql`xmin::text::bigint`]) {
      const { rows } = await sql<{ score: number }>`select score from as_they_come order by ${order}`.execute(db);
      expect(found(rows.map(({ score }) => Number(score)))).toBe(PEOPLE);
    }
  });

  test('sees one transaction in all that was counted, and one in the inbox, however they came', async () => {
    const channel = createHttpSurveys({ api: surveysAt });
    const db = await settled();
    for (let at = 0; at < 6; at++) {
      const { code, cookie } = await submit(1000 + at);
      const reply = await invite(code, cookie);
      await channel.send(responseOf({ score: at }), reply.kind === 'invited' ? reply.invitation : '');
      const { rows } = await sql<{ waiting: boolean; writers: string | number }>`select waiting, count(distinct xmin::text) as writers from survey_response where survey = ${document.id} group by 1`.execute(db);
      expect(rows.map(({ writers }) => Number(writers))).toEqual(rows.map(() => 1));
    }
  });
});

describe('an invitation', () => {
  test('is one for each dossier: the same again for the same words, none for others', async () => {
    const { code, cookie } = people[0]!;
    expect(await invite(code, cookie)).toMatchObject({ kind: 'invited' });
    const other = await dossiers.app.inject({ method: 'POST', url: `/api/v1/dossiers/${code}/survey-invitation`, payload: JSON.stringify({ survey: document.id, blinded: Buffer.alloc(256, 1).toString('base64url') }), headers: { cookie, 'x-dvc': '1', 'content-type': 'application/json' } });
    expect([other.statusCode, other.json()]).toEqual([409, { code: 'spent' }]);
    expect(await invite(code, people[1]!.cookie)).toEqual({ kind: 'none', reason: 'access' });
    expect(await invite(code, cookie, 'thu-nghiem/khong-co')).toEqual({ kind: 'none', reason: 'open' });
  });

  test('lets one response in, of ten thousand that are sent with it', async () => {
    const { code, cookie } = await submit(5000);
    const reply = await invite(code, cookie);
    const invitation = reply.kind === 'invited' ? reply.invitation : '';
    const { database } = await surveys.surveys.store();
    const count = async () => Number((await database.db.selectFrom('survey_response').select((e) => e.fn.countAll().as('count')).executeTakeFirstOrThrow()).count);
    const before = await count();
    const answers = new Map<number, number>();
    let left = 10_000;
    await Promise.all(Array.from({ length: 50 }, async () => {
      while (left-- > 0) {
        const response = responseOf({ score: 1 });
        const sent = await surveys.app.inject({ method: 'PUT', url: `/api/v1/surveys/${encodeURIComponent(document.id)}/responses/${response.id}`, payload: JSON.stringify(response), headers: { 'x-dvc': '1', 'content-type': 'application/json', 'dvc-invitation': invitation } });
        answers.set(sent.statusCode, (answers.get(sent.statusCode) ?? 0) + 1);
      }
    }));
    expect([Object.fromEntries(answers), (await count()) - before]).toEqual([{ 201: 1, 403: 9_999 }, 1]);
    // Whoever has forgotten what was shown of late asks the table.
    const { keep } = await surveys.surveys.store();
    for (let at = 0; at < 10_001; at++) keep.remember(document.id, 'x', String(at));
    for (let at = 0; at < 20; at++) expect(await createHttpSurveys({ api: surveysAt }).send(responseOf({ score: 1 }), invitation)).toEqual({ kind: 'refused', reason: 'spent' });
  }, 240_000);

  test('that is missing, made up, of another survey or with a bit changed lets nobody in', async () => {
    const { code, cookie } = await submit(6000);
    const reply = await invite(code, cookie);
    const good = reply.kind === 'invited' ? reply.invitation : '';
    const [drawn, signature] = good.split('.') as [string, string];
    const turned = (text: string) => { const bytes = Buffer.from(text, 'base64url'); bytes[10]! ^= 1; return bytes.toString('base64url'); };
    const send = async (invitation: string | undefined) => (await createHttpSurveys({ api: surveysAt }).send(responseOf({ score: 1 }), invitation));
    for (const bad of [undefined, '', 'x', '.', `${turned(drawn)}.${signature}`, `${drawn}.${turned(signature)}`, `${drawn}.${signature}.x`, `${drawn}A.${signature}`]) expect(await send(bad), String(bad)).toEqual({ kind: 'refused', reason: 'not-eligible' });
    expect((await send(good)).kind).toBe('kept');
    expect(await send(good)).toEqual({ kind: 'refused', reason: 'spent' });
  });

  test('to a survey that knows its dossiers names the dossier, is good for it alone, and once', async () => {
    const [a, b] = [await submit(7000), await submit(7001)];
    const reply = await invite(a.code, a.cookie, named.id);
    const proof = reply.kind === 'invited' ? reply.invitation : '';
    const send = (dossier: string, invitation = proof) => createHttpSurveys({ api: surveysAt }).send(responseOf({ score: 1 }, undefined, named.id, { dossier }), invitation);
    expect(await send(b.code)).toEqual({ kind: 'refused', reason: 'not-eligible' });
    expect(await send(a.code, 'x')).toEqual({ kind: 'refused', reason: 'not-eligible' });
    expect((await send(a.code)).kind).toBe('kept');
    expect(await send(a.code)).toEqual({ kind: 'refused', reason: 'spent' });
  });
});
