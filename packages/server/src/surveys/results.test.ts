import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SurveyResults } from '@dvc/core/survey/results.js';
import type { JsonObject } from '@dvc/schema';
import { audit } from './audit.js';
import { wholeResult } from './question-results.js';
import { questionsOf } from './questions.js';
import { widen } from './periods.js';
import { noon } from '../server.test-helper.js';
import { responseOf, smallSurvey, surveyServer, type SurveyTestServer } from './surveys.test-helper.js';

const scale = ['rat-hai-long', 'hai-long', 'binh-thuong', 'khong-hai-long', 'rat-khong-hai-long'];
let server: SurveyTestServer;
let clock = noon;
let sent: { answers: JsonObject; agency: string; month: string; outcome: 'complete' | 'partial' | 'screened-out' }[] = [];
const periods = [{ id: 'q4', title: 'Quý IV', from: '2026-10-15', to: '2027-01-14' }, { id: 'q3', title: 'Quý III', from: '2026-07-15', to: '2026-10-14' }];
beforeAll(async () => {
  server = await surveyServer(undefined, { now: () => clock, surveys: { batch: 1000, periods, invited: [{ survey: 'thu-nghiem/phieu-khao-sat', invited: 200 }, { survey: 'thu-nghiem/phieu-khao-sat', invited: 90, period: 'q4' }] } });
  const answer = (at: number): JsonObject => ({
    satisfaction: scale[at % 4]!, ways: at % 3 === 0 ? ['web', 'counter'] : ['web'], order: at % 2 ? ['time', 'cost'] : ['cost', 'time'], recommend: at % 11, visits: at % 3, staff: { polite: scale[at % 2]!, clear: scale[at % 3]! },
    ...(at % 10 === 0 ? { comment: `Ý kiến ${at}` } : {}),
  });
  sent = Array.from({ length: 120 }, (_, at) => ({ answers: at === 119 ? { ...answer(at), visits: 99 } : answer(at), agency: at < 60 ? 'H99.01' : at < 114 ? 'H99.02' : at < 117 ? 'H99.03' : 'H99.04', month: at % 2 ? '2026-10' : '2026-11', outcome: at === 119 ? 'screened-out' : 'complete' }));
  sent.push(...Array.from({ length: 3 }, () => ({ answers: { ways: ['web'] }, agency: 'H99.01', month: '2026-11', outcome: 'partial' as const })));
  for (const { answers, agency, month, outcome } of sent) {
    clock = new Date(`${month}-05T05:00:00Z`);
    const made = await server.send(responseOf(answers, { outcome, context: { agency, channel: 'portal' } }));
    if (made.statusCode !== 201) throw new Error(made.body);
  }
  clock = noon;
}, 120_000);
afterAll(() => server.end());
const results = async (query = ''): Promise<SurveyResults> => (await server.get(`/results${query}`)).json() as SurveyResults;
const question = (found: SurveyResults, path: string) => found.questions.find((each) => each.path === path)!;

describe('results', () => {
  test('are for the operator, and count nothing that still waits', async () => {
    expect((await server.get('/results', {})).statusCode).toBe(401);
    expect((await server.app.inject({ url: '/api/v1/surveys/khong-co/results', headers: { authorization: `Bearer ${'t'.repeat(40)}` } })).statusCode).toBe(404);
    for (const query of ['?from=2026-13-01', '?from=2026-11-02&to=2026-11-01', '?channel=fax', '?agency=../x']) expect((await server.get(`/results${query}`)).statusCode, query).toBe(400);
    expect((await results()).responses).toEqual({ complete: null, partial: null, screenedOut: null, invited: 200, rate: null });
    const { keep } = await server.surveys.store();
    await keep.settleDue(true);
    expect((await results()).responses).toEqual({ complete: 119, partial: null, screenedOut: null, invited: 200, rate: 59.5 });
  });

  test('say of every question what was counted', async () => {
    const found = await results();
    const complete = sent.filter(({ outcome }) => outcome === 'complete').map(({ answers }) => answers as any);
    const count = (test: (answers: any) => boolean) => complete.filter(test).length;
    expect(question(found, '/satisfaction')).toMatchObject({ kind: 'scale', n: 119, counts: scale.map((value) => ({ value, count: count((each) => each.satisfaction === value) })) });
    expect(question(found, '/ways')).toMatchObject({ kind: 'many', n: 119, counts: [{ value: 'web', count: 119 }, { value: 'counter', count: count((each) => each.ways.length === 2) }, { value: 'none', count: 0 }] });
    const mean = (values: number[]) => Number((values.reduce((sum, each) => sum + each, 0) / values.length).toFixed(2));
    expect(question(found, '/order').rows).toMatchObject(['time', 'cost'].map((value) => ({ n: 119, mean: mean(complete.map((each) => each.order.indexOf(value) + 1)) })));
    expect(question(found, '/visits')).toMatchObject({ kind: 'number', n: 119, mean: mean(complete.map((each) => each.visits)), median: 1, minimum: 0, maximum: 2 });
    expect(question(found, '/recommend')).toMatchObject({ kind: 'nps', n: 119 });
    expect(question(found, '/staff').rows!.map(({ path, n }) => [path, n])).toEqual([['/staff/polite', 119], ['/staff/clear', 119]]);
    expect(question(found, '/comment')).toEqual({ path: '/comment', title: 'Góp ý', kind: 'text', n: 12, texts: complete.map((each) => each.comment).filter(Boolean).sort() });
    const happy = count((each) => scale.indexOf(each.satisfaction) < 2);
    expect(found.indices[0]).toMatchObject({ id: 'hai-long', n: 119, value: Number(((100 * happy) / 119).toFixed(2)), formula: `100 × (${count((each) => each.satisfaction === scale[0])} + ${count((each) => each.satisfaction === scale[1])}) / 119 = ${((100 * happy) / 119).toFixed(2).replace('.', ',')}` });
  });

  test('hide agencies of few people, and never one alone', async () => {
    const found = await results();
    // 3 and 2 people would be told by what the others leave; together they are five.
    expect(found.agencies.map(({ id, responses }) => [id, responses])).toEqual([['H99.01', 60], ['H99.02', 54], ['H99.03', null], ['H99.04', null]]);
    for (const agency of ['H99.03', 'H99.04']) {
      const few = await results(`?agency=${agency}`);
      expect([few.responses.complete, few.questions.every(({ n }) => n === null), few.indices.every(({ value, n }) => value === null && n === null)]).toEqual([null, true, true]);
    }
    expect((await results('?agency=H99.02')).responses.complete).toBe(54);
  });

  test('take dates by whole periods of the host', async () => {
    const found = await results('?from=2026-11-20&to=2026-12-01');
    expect(found.filter).toEqual({ from: '2026-10-15', to: '2027-01-14' });
    expect(found.responses).toMatchObject({ complete: 60, invited: 90, rate: 66.67 });
    expect(found.periods.map(({ id, title, responses }) => [id, title, responses])).toEqual([['q3', 'Quý III', 59], ['q4', 'Quý IV', 60]]);
    expect(widen({ from: '2026-02-10', to: '2026-02-11' }, undefined)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  });
});

test('whatever was answered: no small count is told, and none follows from what is told together with means and indices', () => {
  const document = smallSurvey();
  const questions = questionsOf(document);
  const tallyOf = (counts: number[], values: readonly string[]) => ({ n: counts.reduce((sum, each) => sum + each, 0), values: new Map(values.map((value, at) => [value, counts[at]!])), places: new Map() });
  fc.assert(fc.property(fc.array(fc.nat(12), { minLength: 5, maxLength: 5 }), fc.array(fc.nat(9), { minLength: 5, maxLength: 5 }), fc.array(fc.nat(6), { minLength: 11, maxLength: 11 }), (a, b, c) => {
    const tally = new Map([['/satisfaction', tallyOf(a, scale)], ['/staff/polite', tallyOf(b, scale)], ['/staff/clear', tallyOf(a, scale)], ['/recommend', tallyOf(c, c.map((_, at) => String(at)))]]);
    const whole = questions.map((each) => wholeResult(each, tally));
    const { questions: shown, silent } = audit(questions, whole, document.survey!.indices!, 5);
    const leaves = shown.flatMap((each) => (each.rows && each.kind === 'matrix' ? each.rows : [each]));
    for (const [at, counts] of [['/satisfaction', a], ['/staff/polite', b]] as const) {
      const found = leaves.find(({ path }) => path === at)!;
      for (const { count } of found.counts ?? []) expect(count === null || count === 0 || count >= 5).toBe(true);
      if (found.n === null || !found.counts) continue;
      const open = found.counts.flatMap(({ count }, index) => (count === null ? [index] : []));
      if (open.length === 0) continue;
      expect(open.length).toBeGreaterThan(1);
      // Two unknown counts, their sum and a mean: two equations, and both are known.
      if (found.mean != null && counts.some((count) => count > 0 && count < 5)) expect(open.length).toBeGreaterThan(2);
    }
    expect([...silent].every((id) => ['hai-long', 'diem', 'nps'].includes(id))).toBe(true);
  }), { numRuns: 300 });
});
