import type { SurveyResults } from '@dvc/core/survey/results.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { compareResults, compareSheets, nothingFound, type Exported, type Found } from './survey-responses-audit.js';
import type { Sheet } from './survey-responses-citizen.js';

let found: Found;
beforeEach(() => { found = nothingFound(); });
const faults = () => Object.fromEntries(Object.entries(found).filter(([name, value]) => typeof value === 'number' && value > 0 && name !== 'compared' && name !== 'hidden'));

const answers = { satisfaction: 'hai-long', visits: 2, comment: 'Công dân 000007 nói' };
const sheet = (more: Partial<Sheet> = {}): Sheet => ({ marker: 'Công dân 000007', answers, agency: 'H99.01', channel: 'kiosk', kept: true, left: false, withdrawn: false, partial: false, ...more });
const row = (more: object = {}): Exported['responses'][number] => ({ day: '2026-11-02', agency: 'H99.01', channel: 'kiosk', outcome: 'complete', answers, ...more });
const compare = (given: Sheet, ...responses: Exported['responses']) => { compareSheets([given], { responses }, found); return faults(); };

describe('what was promised and what is stored', () => {
  test('once, as it was given', () => expect(compare(sheet(), row())).toEqual({}));
  test('nobody knows whether it arrived: both are right', () => {
    expect(compare(sheet({ kept: false, left: true }))).toEqual({});
    expect(compare(sheet({ kept: false, left: true }), row())).toEqual({});
  });
  test('a part is a part', () => {
    expect(compare(sheet({ partial: true }), row({ outcome: 'partial', answers: { satisfaction: answers.satisfaction, comment: answers.comment } }))).toEqual({});
  });
  test.each<[string, Sheet, Exported['responses'], object]>([
    ['it was promised and is not there', sheet(), [], { lost: 1 }],
    ['the whole was promised and a part is there', sheet(), [row({ outcome: 'partial', answers: { satisfaction: answers.satisfaction, comment: answers.comment } })], { lost: 1 }],
    ['it is there twice', sheet(), [row(), row()], { doubled: 1 }],
    ['it was taken back and is there', sheet({ withdrawn: true }), [row()], { returned: 1 }],
    ['an answer is another', sheet(), [row({ answers: { ...answers, visits: 0 } })], { wrong: 1 }],
    ['an answer is missing', sheet(), [row({ answers: { satisfaction: answers.satisfaction, comment: answers.comment } })], { wrong: 1 }],
    ['it is said of another agency', sheet(), [row({ agency: 'H99.02' })], { wrong: 1 }],
    ['the citizen was told something wrong', sheet({ wrong: 'two receipts of one response' }), [row()], { wrong: 1 }],
    ['nobody has sent it', sheet(), [row(), row({ answers: { ...answers, comment: 'Công dân 000099' } })], { strangers: 1 }],
  ])('found: %s', (_what, given, responses, fault) => expect(compare(given, ...responses)).toEqual(fault));
});

describe('what is told and what the export says', () => {
  const head = 'day,agency,channel,outcome,/satisfaction,/visits';
  const csv = [head, ...Array.from({ length: 6 }, () => '2026-11-02,H99.01,kiosk,complete,hai-long,2'), ...Array.from({ length: 5 }, () => '2026-11-02,H99.01,kiosk,complete,binh-thuong,3'), ''].join('\n');
  /** What an honest server says of these eleven. */
  const results = (change: (told: { complete: number; good: number; mean: number | null; share: number | null }) => object = () => ({})) => {
    const told = { complete: 11, good: 6, mean: 2.45, share: 54.55, ...change({ complete: 11, good: 6, mean: 2.45, share: 54.55 }) };
    const levels = { 'rat-hai-long': 0, 'hai-long': told.good, 'binh-thuong': 5, 'khong-hai-long': 0, 'rat-khong-hai-long': 0 };
    const counts = (all: Record<string, number>) => Object.entries(all).map(([value, count]) => ({ value, title: value, count }));
    return {
      minSample: 5, responses: { complete: told.complete, partial: 0, screenedOut: 0 },
      questions: [
        { path: '/satisfaction', kind: 'scale', n: 11, counts: counts(levels), mean: 3.55, median: 4 },
        { path: '/visits', kind: 'number', n: 11, counts: counts({ 0: 0, 1: 0, 2: 6, 3: 5, 4: 0, 5: 0 }), mean: told.mean, median: 2 },
      ],
      indices: [{ id: 'share', value: told.share }],
    } as unknown as SurveyResults;
  };
  const check = (shown: SurveyResults) => { compareResults('all', shown, csv, () => true, undefined, found); return faults(); };

  test('the same to the last digit', () => {
    expect(check(results())).toEqual({});
    expect(found.compared).toBeGreaterThan(20);
  });
  test.each<[string, (told: { complete: number; good: number; mean: number | null; share: number | null }) => object]>([
    ['one more of a choice', ({ good }) => ({ good: good + 1 })],
    ['one response less', ({ complete }) => ({ complete: complete - 1 })],
    ['a mean that is off by a hundredth', () => ({ mean: 2.46 })],
    ['an index that was cut instead of rounded', () => ({ share: 54.54 })],
    ['a number that might have been told', () => ({ share: null })],
  ])('found: %s', (_what, change) => expect(check(results(change))).toEqual({ different: 1 }));

  test('found: a group that is too small is told of', () => {
    const shown = results();
    Object.assign(shown, { minSample: 6 });
    expect(check(shown)).toMatchObject({ different: 2 });
  });
});
