// What holds of every survey, whoever answers it however.
import { formats, type FormDocument, type Json, type JsonObject } from '@dvc/schema';
import { surveyVocabulary } from '@dvc/schema/json-schema/survey-keywords.js';
import { whole } from '@dvc/schema/json-schema/whole.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SurveyAction } from './actions.js';
import { judgeSurvey } from './judge.js';
import { more } from './more.js';
import { soundOrder } from './order.js';
import { ordered } from './ordered.js';
import { surveyPlanOf } from './plan.js';
import { reduceSurvey } from './reduce.js';
import { pageOf, progressOf } from './page.js';
import { issuesOf, responseOf, titleOf } from './select.js';
import { shuffled } from './shuffle.js';
import { startSurvey, type SurveyState } from './state.js';
import { chance } from './survey.test-helper.js';

const today = '2026-11-21';
const kit = { vocabulary: surveyVocabulary, formats, more };

describe('shuffle', () => {
  test('is a permutation, comes back from its seed, and moves nothing that stays', () => {
    fc.assert(fc.property(fc.array(fc.nat(50), { maxLength: 30 }), fc.string(), fc.integer({ min: 2, max: 5 }), (list, seed, n) => {
      const stays = (item: number) => item % n === 0;
      const made = shuffled(list, seed, stays);
      expect([...made].sort()).toEqual([...list].sort());
      expect(shuffled(list, seed, stays)).toEqual(made);
      list.forEach((item, i) => { if (stays(item)) expect(made[i]).toBe(item); });
    }));
  });

  test('has every order as often as any other', () => {
    const counts = new Map<string, number>();
    const rounds = 24_000;
    for (let seed = 0; seed < rounds; seed++) {
      const order = shuffled(['a', 'b', 'c', 'd'], `${seed} /q`).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    const expected = rounds / 24;
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(counts.size).toBe(24);
    // 23 degrees of freedom: one fair shuffle in a thousand lies above.
    expect(chi).toBeLessThan(49.7);
  });

  test('a recorded order is what is shown, whatever was added or taken out since', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.constantFrom(...'abcdefgh')), fc.uniqueArray(fc.constantFrom(...'abcdefgh')), (list, order) => {
      const made = ordered(list, order, (key) => key);
      expect([...made].sort()).toEqual([...list].sort());
      expect(made.filter((key) => order.includes(key))).toEqual(order.filter((key) => list.includes(key)));
    }));
  });
});

/** Actions of somebody who clicks about. */
const actions = (paths: readonly string[], answers: JsonObject): fc.Arbitrary<SurveyAction[]> => fc.array(fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...paths).map((path): SurveyAction => ({ type: 'answer', path, value: answers[path.slice(1)] })) },
  { weight: 1, arbitrary: fc.constantFrom(...paths).map((path): SurveyAction => ({ type: 'answer', path, value: undefined })) },
  { weight: 3, arbitrary: fc.constant<SurveyAction>({ type: 'next' }) },
  { weight: 1, arbitrary: fc.constantFrom<SurveyAction>({ type: 'back' }, { type: 'go', page: 'hai' }, { type: 'go', page: '/q1' }, { type: 'sent', outcome: 'partial' }) },
), { maxLength: 25 });
const walk = chance().chain(({ document, answers }) => {
  const plan = surveyPlanOf(document, { vocabulary: whole, formats, more });
  const paths = [...plan.nodes.keys()].filter((path) => path.lastIndexOf('/') === 0);
  return fc.record({ document: fc.constant(document), plan: fc.constant(plan), did: actions(paths, answers), mode: fc.constantFrom('pages' as const, 'one' as const), seed: fc.integer() });
});

test('whatever somebody clicks: the page is one that is shown, what is finished has no issue, and its keeper takes it', () => {
  fc.assert(fc.property(walk, ({ document, plan, did, mode, seed }) => {
    let state = startSurvey(plan, { id: 'x', seed, mode });
    for (const action of did) {
      const before = state;
      state = reduceSurvey(state, action);
      const page = pageOf(state);
      const { at, of, percent } = progressOf(state);
      expect(page.id).toBe(state.page);
      expect(page.index < page.of || page.of === 0).toBe(true);
      expect(at <= of && percent >= 0 && percent <= 100).toBe(true);
      // The same number never means two responses.
      for (const outcome of ['complete', 'partial'] as const) {
        const [one, two] = [responseOf(before, outcome), responseOf(state, outcome)];
        if (one.revision === two.revision) expect(one).toEqual(two);
        else expect(two.revision).toBeGreaterThan(one.revision);
      }
      if (state.finished) {
        expect(issuesOf(state)).toEqual([]);
        const response = responseOf(state, 'complete');
        expect(judgeSurvey(document, response, { today })).toMatchObject({ answers: response.answers, issues: [], outcome: 'complete' });
      }
    }
  }), { numRuns: 300 });
});

test('the recorded order and the answers bring back the same page', () => {
  fc.assert(fc.property(walk, fc.integer(), ({ plan, did, mode, seed }, other) => {
    const state = did.filter(({ type }) => type !== 'sent').reduce(reduceSurvey, startSurvey(plan, { id: 'x', seed, mode }));
    const again = startSurvey(plan, { id: 'x', seed: other, mode, order: state.order, held: { answers: state.answers, page: state.page, revision: state.revision } });
    expect(pageOf(again)).toEqual(pageOf(state));
    expect(responseOf(again, 'partial')).toEqual(responseOf(state, 'partial'));
    expect(soundOrder(plan, state.order) ?? {}).toEqual(state.order);
  }), { numRuns: 300 });
});

const pipe: FormDocument = {
  kind: 'survey', id: 'thu', version: '1.0.0', title: 'Thử', survey: { anonymous: true },
  schema: {
    type: 'object',
    properties: {
      name: { type: 'string', title: 'Tên' }, day: { type: 'string', format: 'date', title: 'Ngày' },
      kinds: { type: 'array', uniqueItems: true, title: 'Loại', items: { oneOf: [{ const: 'a', title: 'Hộ tịch' }, { const: 'b', title: 'Đất đai' }, { const: 'khac', title: 'Khác' }, { const: 'khong', title: 'Không có' }] }, 'x-dvc': { other: { choice: 'khac', field: 'words' }, exclusive: ['khong'] } },
      after: { type: 'string', title: 'Sau đó?', 'x-dvc': { titleParts: ['Sau ', { var: '/name' }, ' thì sao?'] } },
      about: { type: 'string', title: 'Về gì?', 'x-dvc': { titleParts: ['Về ', { var: '/kinds' }, ' ngày ', { var: '/day' }, '?'] } },
    },
    allOf: [{ if: { properties: { kinds: { contains: { const: 'khac' } } }, required: ['kinds'] }, then: { properties: { words: { type: 'string', title: 'Loại nào?' } }, required: ['words'] } }],
    unevaluatedProperties: false,
  },
  translations: { en: { '/schema/properties/after/x-dvc/titleParts/0': { of: 'Sau ', text: 'After ' }, '/schema/properties/after/x-dvc/titleParts/2': { of: ' thì sao?', text: ' what then?' }, '/schema/properties/kinds/items/oneOf/0/title': { of: 'Hộ tịch', text: 'Civil status' } } },
};
const plan = surveyPlanOf(pipe, kit);
const given = (answers: JsonObject, locale = 'vi'): SurveyState =>
  Object.entries(answers).map(([name, value]): SurveyAction => ({ type: 'answer', path: `/${name}`, value })).reduce(reduceSurvey, startSurvey(plan, { id: 'x', seed: 1, locale, context: { dossier: 'H99.01', agency: 'H99' } }));

describe('piping', () => {
  test('whatever is written stands there as text, on one line, between the author’s words', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const title = titleOf(given({ name }), '/after');
      expect(typeof title).toBe('string');
      // eslint-disable-next-line no-control-regex
      expect(title).not.toMatch(/[\u0000-\u001f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
      expect(title === 'Sau đó?' || (title.startsWith('Sau ') && title.endsWith(' thì sao?'))).toBe(true);
      expect(title.length).toBeLessThanOrEqual(4 + 200 + 9);
    }));
    expect(titleOf(given({ name: '<img src=x onerror=alert(1)>' }), '/after')).toBe('Sau <img src=x onerror=alert(1)> thì sao?');
    expect(titleOf(given({ name: '{{7*7}} ${name}' }), '/after')).toBe('Sau {{7*7}} ${name} thì sao?');
  });

  test('says titles of choices, dates as people write them, and the words of “khác”', () => {
    expect(titleOf(given({ kinds: ['a', 'b'], day: '2026-11-21' }), '/about')).toBe('Về Hộ tịch, Đất đai ngày 21/11/2026?');
    expect(titleOf(given({ kinds: ['khac'], words: 'Chứng thực', day: '2026-11-21' }), '/about')).toBe('Về Chứng thực ngày 21/11/2026?');
    expect(titleOf(given({ kinds: ['a'] }), '/about')).toBe('Về gì?');
    expect(titleOf(given({ name: 'An' }, 'en'), '/after')).toBe('After An what then?');
  });
});

test('of choices that stand alone and others, never both are held', () => {
  const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'khac', 'khong'));
  fc.assert(fc.property(fc.array(keys, { maxLength: 8 }), (clicks) => {
    const state = clicks.map((value): SurveyAction => ({ type: 'answer', path: '/kinds', value })).reduce(reduceSurvey, startSurvey(plan, { id: 'x', seed: 1 }));
    const held = (state.answers.kinds ?? []) as Json[];
    expect(held.includes('khong') && held.length > 1).toBe(false);
    expect(issuesOf(state).some(({ code }) => code === 'exclusive')).toBe(false);
    // "Khác" asks for its words, and only then.
    expect(issuesOf(state).some(({ path }) => path === '/words')).toBe(held.includes('khac'));
  }));
  expect(judgeSurvey(pipe, { answers: { kinds: ['a', 'khong'] }, outcome: 'complete' }, { today }).issues).toEqual([{ path: '/kinds', code: 'exclusive', params: { choice: 'khong' } }]);
});

describe('the keeper', () => {
  const judged = (answers: JsonObject, outcome: 'complete' | 'partial' | 'screened-out' = 'complete', document = pipe) => judgeSurvey(document, { answers, outcome }, { today });

  test('keeps nothing that nobody asked, whatever the schema lets pass', () => {
    const open: FormDocument = { ...pipe, schema: { ...pipe.schema, unevaluatedProperties: true } };
    expect(judged({ name: 'An', dossier: 'H99.01', __proto: 1 }, 'complete', open).answers).toEqual({ name: 'An' });
  });

  test('keeps an anonymous survey apart from its dossier', () => {
    expect(responseOf(given({ name: 'An' }), 'complete').context).toEqual({ agency: 'H99' });
  });

  test('ends a text to which no limit is set', () => {
    expect(judged({ name: 'x'.repeat(4001) }).issues).toEqual([{ path: '/name', code: 'maxLength', params: { limit: 4000 } }]);
    expect(judged({ name: 'x'.repeat(4000) }).issues).toEqual([]);
  });

  test('is closed outside of its days', () => {
    const window = (opens?: string, closes?: string) => judgeSurvey({ ...pipe, survey: { ...(opens ? { opens } : {}), ...(closes ? { closes } : {}) } }, { answers: {}, outcome: 'complete' }, { today }).closed;
    expect([window(), window(today, today), window('2026-11-22'), window(undefined, '2026-11-20')]).toEqual([false, false, true, true]);
  });

  test('counts nobody as complete who had to be screened out, and nobody as screened out who had not', () => {
    const document: FormDocument = { ...pipe, survey: { screenOut: [{ id: 'x', when: { properties: { name: { const: 'An' } }, required: ['name'] }, text: 'Không dành cho ông/bà.' }] } };
    expect(judged({ name: 'An', kinds: ['khac'] }, 'complete', document)).toMatchObject({ outcome: 'screened-out', issues: [] });
    expect(judged({ name: 'Bình' }, 'screened-out', document).issues).toEqual([{ path: '', code: 'screen-out', params: {} }]);
  });

  test('throws at nothing that is sent', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('name', 'kinds', 'words', 'day', 'x', '__proto__'), fc.jsonValue() as fc.Arbitrary<Json>), fc.anything() as fc.Arbitrary<never>, (answers, order) => {
      const { answers: kept } = judgeSurvey(pipe, { answers, outcome: 'complete', order }, { today });
      expect(Object.keys(kept).every((name) => ['name', 'kinds', 'words', 'day', 'after', 'about'].includes(name))).toBe(true);
    }), { numRuns: 150 });
  });
});
