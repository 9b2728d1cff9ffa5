import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Loss } from './loss.js';
import { assembleSurvey } from './survey/assemble-survey.js';
import { finishSurvey } from './survey/finish-survey.js';
import { surveySummary } from './survey/summary.test-helper.js';
import { importSurveyjs, NoSurvey } from './surveyjs/import-surveyjs.js';
import { anySurvey, leavesOf } from './surveyjs/any-survey.test-helper.js';

const folder = join(import.meta.dirname, '../../fixtures/import/surveyjs');
const names = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.endsWith('.expect.json'));
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const imported = async (json: unknown) => finishSurvey(await importSurveyjs(json, 'x'));

test.each(names)('%s becomes the survey that its author meant, and names what is gone', async (name) => {
  const expected = read(name.replace('.json', '.expect.json'));
  const made = await imported(read(name));
  expect(made.faults).toEqual([]);
  expect(surveySummary(made.document)).toEqual(expected.questions);
  expect(made.document.steps!.map((step) => `${step.id}: ${step.title}${step.fields ? ` (${step.fields.length})` : ''}`)).toEqual(expected.pages);
  expect(made.losses.map(({ path, reason }) => `${reason} ${path}`)).toEqual(expected.losses);
});

/** These say that all of what stands below their path is gone. */
const WHOLE: readonly Loss['reason'][] = ['survey-signature', 'expression-question', 'never-shown', 'picture', 'trigger', 'rule', 'list-columns', 'choices-elsewhere'];
const named = (losses: readonly Loss[], path: string) => losses.some((loss) => loss.path === path || (path.startsWith(`${loss.path}/`) && WHOLE.includes(loss.reason)));
/** That its answer is required goes with the condition, and that loss says so. */
const goesWith = (losses: readonly Loss[], path: string) => path.endsWith('/isRequired') && losses.some((loss) => loss.path === path.replace(/isRequired$/, 'visibleIf'));
/** Shown by a trigger whatever it says; a language that no text is in. */
const MOOT = /\/visible$|^\/locale$/;

describe('nothing vanishes', () => {
  const all = async (json: unknown) => {
    try { const draft = await importSurveyjs(json, 'x'); return JSON.stringify([assembleSurvey(draft), draft.losses]); } catch (error) { if (error instanceof NoSurvey) return error.code; throw error; }
  };
  test.each(names)('%s: each value is in the survey or in the report', async (name) => {
    const json = read(name);
    const { losses } = await imported(json);
    const whole = await all(json);
    const silent: string[] = [];
    for (const way of leavesOf(json)) {
      const path = way.map((part) => `/${part}`).join('');
      if (named(losses, path) || goesWith(losses, path) || MOOT.test(path)) continue;
      const other = structuredClone(json);
      const holder = way.slice(0, -1).reduce((inner: any, part) => inner[part], other);
      const value = holder[way.at(-1)!];
      holder[way.at(-1)!] = typeof value === 'string' ? `zz${value}q` : typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : 'zz';
      if ((await all(other)) === whole) silent.push(`${path}: ${JSON.stringify(value)}`);
    }
    expect(silent).toEqual([]);
  });

  test('a property that nobody has heard of is named, wherever it stands', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...names), fc.nat(), fc.stringMatching(/^zz[a-z]{3,8}$/), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant([]), fc.constant({ a: [1] })), async (name, pick, property, value) => {
      const json = read(name);
      const places = [...objectsOf(json)];
      const [path, place] = places[pick % places.length]!;
      place[property] = value;
      const { losses } = await imported(json);
      // A text in many languages and a value taken as a whole are read with all that is in them.
      return losses.some((loss) => loss.path.startsWith(`${path}/${property}`) || path === loss.path || path.startsWith(`${loss.path}/`)) || /\/(defaultValue)$/.test(path);
    }), { numRuns: 150, endOnFailure: true });
  });
});

function* objectsOf(value: unknown, path = ''): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [path, value as Record<string, unknown>];
  for (const [name, part] of Object.entries(value)) yield* objectsOf(part, `${path}/${name}`);
}

describe('whatever comes', () => {
  test('a survey of any parts becomes one without a fault, or is refused by name; and every name in it is in the survey or in the report', async () => {
    await fc.assert(fc.asyncProperty(anySurvey, async (json) => {
      try {
        const { document, losses, faults } = await imported(json);
        expect(faults).toEqual([]);
        expect(losses.every(({ path }) => path === '' || path.startsWith('/'))).toBe(true);
        expect(JSON.parse(JSON.stringify(document))).toEqual(document);
      } catch (error) { if (!(error instanceof NoSurvey)) throw error; }
    }), { numRuns: 150, endOnFailure: true });
  });

  test('a matrix that must be answered because it is answered is no ring: the condition is named as lost', async () => {
    const { faults, losses } = await imported({ elements: [{ type: 'matrix', name: 'c', requiredIf: '{c} notempty', rows: ['a'], columns: ['x', 'y'] }] });
    expect(faults).toEqual([]);
    expect(losses).toContainEqual(expect.objectContaining({ path: '/elements/0/requiredIf', reason: 'required-condition' }));
  });

  const deep = (n: number) => { let made: unknown = { type: 'text', name: 'a' }; for (let i = 0; i < n; i++) made = { type: 'panel', name: `p${i}`, elements: [made] }; return { elements: [made] }; };
  test.each<[string, unknown, NoSurvey['code']]>([
    ['nothing', null, 'no-survey'], ['a number', 5, 'no-survey'], ['an empty object', {}, 'no-survey'], ['no elements', { pages: [] }, 'no-survey'], ['elements that are texts', { elements: ['a'] }, 'no-survey'], ['an object in place of a list', { pages: { elements: {} } }, 'no-survey'],
    ['words alone', { elements: [{ type: 'html', html: 'Xin chào' }] }, 'no-questions'], ['a thousand panels in each other', deep(1000), 'too-deep'], ['ten thousand in each other', deep(10_000), 'too-deep'],
    ['two thousand questions', { elements: Array.from({ length: 2000 }, (_, i) => ({ type: 'text', name: `a${i}` })) }, 'too-many'], ['endless choices', { elements: [{ type: 'radiogroup', name: 'a', choices: Array.from({ length: 200_000 }, (_, i) => i) }] }, 'too-many'],
  ])('%s: refused by name', async (_, json, code) => {
    await expect(importSurveyjs(json, 'x')).rejects.toMatchObject({ code });
  });

  test.each<[string, string]>([
    ['names of prototypes', '{"__proto__":{"a":1},"elements":[{"type":"text","name":"__proto__","constructor":1},{"type":"constructor","name":"constructor","choices":["__proto__","prototype"]},{"type":"matrix","name":"toString","rows":["__proto__","valueOf"],"columns":["constructor"]}]}'],
    ['the same name many times', '{"elements":[{"type":"text","name":"a"},{"type":"text","name":"a"},{"type":"text","name":"A"},{"type":"text","name":"a","visibleIf":"{a} = 1"}]}'],
    ['wrong types', '{"title":[1],"pages":[null,5,{"elements":[null,1,{"type":5,"name":{},"title":[],"choices":{"a":1},"isRequired":"yes","visibleIf":7,"validators":{}}],"title":{"vi":5}},{"name":[],"elements":{"type":"text"}}],"elements":"x","triggers":{"a":1},"calculatedValues":5,"locale":{}}'],
    ['arrays in place of objects', '[[{"type":"text","name":"a"}],{"type":"text","name":"b"}]'.replace('[[{"type":"text","name":"a"}],', '[')],
    ['a BOM and an inner survey', '{"survey":{"json":{"elements":[{"type":"text","name":"a","title":"\\uFEFFTên"}]}}}'],
    ['half of a pair', '{"elements":[{"type":"text","name":"a","title":"\\uD83D","description":"\\uDE00 {\\uD83D}"}]}'],
  ])('%s: a survey without a fault', async (_, text) => {
    const { faults, document } = await imported(JSON.parse(text));
    expect([faults, document.kind]).toEqual([[], 'survey']);
  });
});
