import { formats, type FormDocument, type Json } from '@dvc/schema';
import { surveyVocabulary } from '@dvc/schema/json-schema/survey-keywords.js';
import { NeedsMore } from '@dvc/schema/json-schema/problems.js';
import { whole } from '@dvc/schema/json-schema/whole.js';
import { describe, expect, test } from 'vitest';
import { loadSurvey } from './load.js';
import { more } from './more.js';
import { surveyPlanOf } from './plan.js';
import { reduceSurvey } from './reduce.js';
import { pageOf } from './page.js';
import { issuesOf, outcomeOf, responseOf, shownIssues, softIssuesOf } from './select.js';
import { startSurvey, type SurveyState } from './state.js';
import type { SurveyAction } from './actions.js';

const document: FormDocument = {
  kind: 'survey', id: 'thu', version: '1.0.0', title: 'Thử',
  schema: {
    type: 'object', required: ['level'],
    $defs: { bad: { properties: { level: { enum: ['kem', 'rat-kem'] } }, required: ['level'] } },
    properties: {
      level: { type: 'string', title: 'Mức độ hài lòng', oneOf: [{ const: 'tot', title: 'Tốt' }, { const: 'kem', title: 'Kém' }, { const: 'rat-kem', title: 'Rất kém' }], 'x-dvc': { widget: 'radio' } },
      note: { type: 'string', title: 'Ý kiến khác', maxLength: 500, 'x-dvc': { softRequired: true } as never },
    },
    allOf: [{
      if: { $ref: '#/$defs/bad' },
      then: {
        required: ['reasons'],
        properties: {
          reasons: { type: 'array', uniqueItems: true, minItems: 1, maxItems: 2, title: 'Vì sao?', items: { oneOf: [{ const: 'cham', title: 'Chậm' }, { const: 'xa', title: 'Xa' }, { const: 'khac', title: 'Khác' }, { const: 'khong', title: 'Không có' }] }, 'x-dvc': { other: { choice: 'khac', field: 'reasonOther' }, exclusive: ['khong'] } as never },
        },
        allOf: [{ if: { properties: { reasons: { contains: { const: 'khac' } } }, required: ['reasons'] }, then: { properties: { reasonOther: { type: 'string', title: 'Nêu rõ', maxLength: 100 } }, required: ['reasonOther'] } }],
      },
    }],
    unevaluatedProperties: false,
  },
  steps: [{ id: 'chao', title: 'Xin chào' }, { id: 'muc', title: 'Mức độ', fields: ['/level'] }, { id: 'ly-do', title: 'Lý do', fields: ['/reasons'] }, { id: 'y-kien', title: 'Ý kiến', fields: ['/note'] }],
};
const plan = surveyPlanOf(document, { vocabulary: surveyVocabulary, formats, more });
const run = (...actions: SurveyAction[]): SurveyState => actions.reduce(reduceSurvey, startSurvey(plan, { id: 'x', seed: 1 }));
const answer = (path: string, value: Json): SurveyAction => ({ type: 'answer', path, value });
const next: SurveyAction = { type: 'next' };

describe('a survey', () => {
  test('leads from page to page, and over the ones on which nothing is asked', () => {
    expect(pageOf(run())).toMatchObject({ id: 'chao', statement: true, index: 0, of: 3, first: true, last: false });
    expect(pageOf(run(next))).toMatchObject({ id: 'muc', questions: [{ path: '/level', required: true, widget: 'radio' }] });
    const stays = run(next, next);
    expect(pageOf(stays).id).toBe('muc');
    expect(shownIssues(stays)).toEqual([{ path: '/level', code: 'required', params: {} }]);
    expect(pageOf(run(next, answer('/level', 'tot'), next)).id).toBe('y-kien');
    expect(pageOf(run(next, answer('/level', 'kem'), next))).toMatchObject({ id: 'ly-do', of: 4, questions: [{ path: '/reasons', many: true, exclusive: ['khong'], other: { choice: 'khac', question: { path: '/reasonOther', required: false } } }] });
  });

  test('asks for what "khác" is, and sends only what was asked', () => {
    const other = run(next, answer('/level', 'kem'), next, answer('/reasons', ['khac']));
    expect(issuesOf(other).map(({ path }) => path)).toEqual(['/reasonOther']);
    const done = [next, answer('/level', 'kem'), next, answer('/reasons', ['khac']), answer('/reasonOther', ' Hồ sơ thất lạc '), next];
    expect(responseOf(run(...done), 'complete').answers).toEqual({ level: 'kem', reasons: ['khac'], reasonOther: 'Hồ sơ thất lạc' });
    expect(responseOf(run(...done, { type: 'back' }, { type: 'back' }, answer('/level', 'tot')), 'complete').answers).toEqual({ level: 'tot' });
  });

  test('reminds once of what may be left empty', () => {
    const last = [next, answer('/level', 'tot'), next];
    const reminded = run(...last, next);
    expect([softIssuesOf(reminded), reminded.finished]).toEqual([['/note'], false]);
    expect(run(...last, next, next).finished).toBe(true);
    expect(outcomeOf(run(...last, next, next, { type: 'sent', outcome: 'complete' })).kind).toBe('thanks');
  });

  test('lets "không có" stand alone', () => {
    const begun = [next, answer('/level', 'kem'), next, answer('/reasons', ['cham', 'xa'])];
    expect(run(...begun, answer('/reasons', ['cham', 'xa', 'khong'])).answers.reasons).toEqual(['khong']);
    expect(run(...begun, answer('/reasons', ['khong']), answer('/reasons', ['khong', 'xa'])).answers.reasons).toEqual(['xa']);
  });
});

test('what only some surveys have is fetched for them alone, and never passed over', async () => {
  expect((await loadSurvey(document)).kit.more).toBe(undefined);
  const rich: FormDocument = { ...document, steps: document.steps!.map((step) => ({ ...step, shuffle: true })) };
  expect(() => surveyPlanOf(rich, { vocabulary: surveyVocabulary, formats })).toThrow(NeedsMore);
  expect((await loadSurvey(rich)).kit.more).toBe(more);
  // An `anyOf` of shapes and a pattern with two loops need the whole vocabulary.
  const rare: FormDocument = { ...document, schema: { ...document.schema, properties: { ...document.schema.properties as object, code: { type: 'string', pattern: '^[a-z]+-[0-9]+$' } } } };
  expect((await loadSurvey(rare)).kit.vocabulary).toBe(whole);
});
