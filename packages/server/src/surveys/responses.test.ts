import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noon } from '../server.test-helper.js';
import { newId, responseOf, smallSurvey, surveyServer, type SurveyTestServer } from './surveys.test-helper.js';

let server: SurveyTestServer;
let clock = noon;
const flagged = (words: readonly { text: string }[]) => (words.some(({ text }) => text.includes('tục')) ? ['offensive'] : []);
beforeAll(async () => {
  server = await surveyServer([smallSurvey(), smallSurvey({ opens: '2026-11-01', closes: '2026-11-30' }, { id: 'thu-nghiem/co-han' }), smallSurvey({ anonymous: false }, { id: 'thu-nghiem/co-ten' })], { now: () => clock, surveys: { review: flagged } });
});
afterAll(() => server.end());
const rows = async () => (await server.surveys.store()).database.db.selectFrom('survey_response').selectAll().execute();
const kept = async (receipt: string) => (await rows()).filter((row) => row.receipt === receipt);

describe('a response', () => {
  test('is kept once however often it comes, under one receipt', async () => {
    const before = (await rows()).length;
    const response = responseOf({ satisfaction: 'hai-long', comment: 'Tốt' }, { context: { agency: 'H99.01', procedure: '1.001193', channel: 'portal' } });
    const first = await server.send(response);
    expect(first.statusCode, first.body).toBe(201);
    const again = await Promise.all(Array.from({ length: 5 }, () => server.send(response)));
    expect(again.map(({ statusCode, body }) => [statusCode, body])).toEqual(again.map(() => [200, first.body]));
    expect((await rows()).length).toBe(before + 1);
  });

  test('is judged by the form engine: issues come back with their places, what is not asked is not kept', async () => {
    const refused = await server.send(responseOf({ satisfaction: 'sao', ways: ['none', 'web'] }));
    expect([refused.statusCode, refused.json().issues.map(({ path }: { path: string }) => path)]).toEqual([422, ['/satisfaction', '/ways']]);
    expect((await server.send(responseOf({ ways: ['web'] }))).json()).toMatchObject({ code: 'refused', issues: [{ path: '/satisfaction', code: 'required' }] });
    expect((await server.send(responseOf({ satisfaction: 'hai-long', ways: ['none', 'web'] }))).json().issues).toEqual([{ path: '/ways', code: 'exclusive', params: { choice: 'none' } }]);
    const why = 'x'.repeat(4001);
    expect((await server.send(responseOf({ satisfaction: 'khong-hai-long', why }))).json().issues).toEqual([{ path: '/why', code: 'maxLength', params: { limit: 4000 } }]);
    const pruned = await server.send(responseOf({ satisfaction: 'hai-long', why: 'không được hỏi' }));
    expect(pruned.statusCode).toBe(201);
    expect((await rows()).every(({ answers }) => !JSON.stringify(answers).includes('không được hỏi'))).toBe(true);
  });

  test('in parts: the newest revision stands, a part may lack what is required, an older one changes nothing', async () => {
    const id = newId();
    const part = responseOf({ ways: ['web'] }, { id, outcome: 'partial' });
    const first = await server.send(part);
    expect(first.statusCode, first.body).toBe(201);
    const last = responseOf({ satisfaction: 'hai-long', ways: ['web'] }, { id, revision: 2 });
    expect((await server.send(last)).json()).toEqual(first.json());
    expect((await server.send(part)).json()).toEqual({ code: 'superseded', ...first.json() });
    expect((await server.send({ ...last, answers: { satisfaction: 'binh-thuong' } })).json()).toEqual({ code: 'conflict' });
    const mine = (await rows()).filter(({ answers }) => JSON.stringify(answers) === JSON.stringify({ ways: ['web'], satisfaction: 'hai-long' }) || JSON.stringify(answers) === JSON.stringify({ satisfaction: 'hai-long', ways: ['web'] }));
    expect(mine.map(({ outcome, revision }) => [outcome, revision])).toEqual([['complete', 2]]);
  });

  test('can be taken back with its receipt alone, and does not come back', async () => {
    const response = responseOf({ satisfaction: 'hai-long', comment: 'Rút lại' }, { context: { agency: 'H99.01' } });
    const { receipt } = (await server.send(response)).json();
    for (const [id, shown] of [[response.id, 'A'.repeat(43)], [newId(), receipt]]) expect((await server.withdraw(id, shown)).statusCode).toBe(404);
    expect((await server.withdraw(response.id, receipt)).statusCode).toBe(204);
    expect((await server.withdraw(response.id, receipt)).statusCode).toBe(204);
    expect((await server.send(response)).json()).toEqual({ code: 'withdrawn' });
    expect((await server.send({ ...response, revision: 9 })).json()).toEqual({ code: 'withdrawn' });
    expect((await rows()).filter(({ answers }) => JSON.stringify(answers).includes('Rút lại'))).toEqual([]);
  });

  test('outside of its dates is refused; one that was kept before is still answered', async () => {
    const response = responseOf({ satisfaction: 'hai-long' }, { document: { id: 'thu-nghiem/co-han', version: '1.0.0' } });
    expect((await server.send(response)).statusCode).toBe(201);
    try {
      for (const day of ['2026-10-31T16:00:00Z', '2026-11-30T17:30:00Z']) {
        clock = new Date(day);
        expect((await server.send({ ...response, id: newId() })).json()).toEqual({ code: 'closed' });
        expect((await server.send(response)).statusCode).toBe(200);
      }
      clock = new Date('2026-11-30T16:30:00Z');
      expect((await server.send({ ...response, id: newId() })).statusCode).toBe(201);
    } finally { clock = noon; }
  });

  test('of an anonymous survey that names a dossier is refused by name; another survey keeps it', async () => {
    const context = { dossier: 'H99.01-261121-0001' };
    const refused = await server.send(responseOf({ satisfaction: 'hai-long' }, { context }));
    expect(refused.json()).toMatchObject({ code: 'malformed', problems: [{ path: '/context/dossier', code: 'anonymous' }] });
    expect((await server.send(responseOf({ satisfaction: 'hai-long' }, { context, document: { id: 'thu-nghiem/co-ten', version: '1.0.0' } }))).statusCode).toBe(201);
    expect((await rows()).map(({ dossier }) => dossier).filter(Boolean)).toEqual([context.dossier]);
  });

  test('that breaks the contract is refused, and says nothing of the network or the browser to anybody', async () => {
    const good = responseOf({ satisfaction: 'hai-long' });
    const odd = [{ ...good, id: 'kurz' }, { ...good, revision: 0 }, { ...good, extra: 1 }, { ...good, locale: '' }, { ...good, context: { agency: '../x' } }, { ...good, document: { ...good.document, version: '9.9.9' } }];
    for (const each of odd) expect([400, 404]).toContain((await server.send(each as never)).statusCode);
    const wrong = await server.app.inject({ method: 'PUT', url: `/api/v1/surveys/${encodeURIComponent(good.document.id)}/responses/${newId()}`, payload: JSON.stringify(good), headers: { 'x-dvc': '1', 'content-type': 'application/json' } });
    expect(wrong.statusCode).toBe(400);
    expect((await server.send(good, { 'x-dvc': '' })).statusCode).toBe(403);
    expect((await server.send(good, { origin: 'https://evil.example' })).statusCode).toBe(403);
    const sent = await server.send(good, { 'user-agent': 'Trình duyệt lạ', cookie: 'dvc_session=abc' });
    expect([sent.statusCode, sent.headers['set-cookie']]).toEqual([201, undefined]);
    const known = JSON.stringify(await rows()) + server.logged.join('');
    for (const each of ['127.0.0.1', 'Trình duyệt', 'dvc_session', good.id, sent.json().receipt]) expect(known).not.toContain(each);
    expect(server.logged.every((line) => !line.includes('thu-nghiem'))).toBe(true);
  });

  test('whose words the host minds is flagged, kept and counted', async () => {
    const sent = await server.send(responseOf({ satisfaction: 'hai-long', comment: 'lời tục' }));
    expect(sent.statusCode).toBe(201);
    expect((await rows()).filter(({ flags }) => flags.length > 0).map(({ answers }) => answers)).toEqual([{ satisfaction: 'hai-long', comment: 'lời tục' }]);
    expect(await kept('x')).toEqual([]);
  });
});

test('too many from one client in a while are sent away with how long to wait', async () => {
  const few = await surveyServer(undefined, { surveys: { limits: { client: 3 } } });
  try {
    const answers = [];
    for (let at = 0; at < 5; at++) answers.push(await few.send(responseOf({ satisfaction: 'hai-long' })));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 429, 429]);
    expect(answers[4]!.headers['retry-after']).toBe('600');
    expect((await few.withdraw(newId(), 'A'.repeat(43))).statusCode).toBe(429);
  } finally { await few.end(); }
});
