import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { indicesOf } from '@dvc/core/survey/indices.js';
import { join, parse, read, type FormDocument, type Json, type JsonObject, type JsonSchemaObject } from '@dvc/schema';
import type { SurveyIndex } from '@dvc/schema/document/types.js';
import { ajvAuthority } from '@dvc/schema/node/ajv.js';
import { randomResponses } from './random/survey-responses.js';
import { runScenarios, type ScenarioFile } from './scenarios.js';
import { tallyIndices, tallyOf } from './survey-tally.js';

const folder = new URL('../../../schemas/surveys/', import.meta.url);
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /^khao-sat\/.*\d\.json$/.test(file)).map((file) => file.replace(/\.json$/, ''));
const load = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
type Survey = FormDocument & { survey: { indices: SurveyIndex[] } };

/** Of the root and of its branches. */
function questionsOf({ schema }: FormDocument): Record<string, JsonSchemaObject> {
  const branches = (schema.allOf ?? []) as { then: JsonSchemaObject }[];
  return Object.assign({}, schema.properties, ...branches.map(({ then }) => then.properties)) as Record<string, JsonSchemaObject>;
}
const valuesOf = (question: JsonSchemaObject): Json[] => ((question.oneOf ?? (question.items as JsonSchemaObject | undefined)?.oneOf ?? []) as JsonObject[]).map((each) => each.const!);

test('seven surveys are ready', () => expect(names.map((name) => name.split('/').at(-2)).sort()).toEqual(['ba-muoi-cau', 'doanh-nghiep', 'mot-cua', 'qd-766', 'sau-dich-vu', 'sau-khi-nop', 'sipas']));

describe.each(names)('%s', (name) => {
  const document = load(name) as Survey;
  const questions = questionsOf(document);
  const authority = ajvAuthority();

  test('is read without a problem', () => expect(parse(document).problems).toEqual([]));

  test.each(runScenarios(document, load(`${name}.scenarios`) as ScenarioFile, { accepts: (payload) => authority.accepts(document.schema, payload).valid }))('$name', ({ differences }) => {
    expect(differences).toEqual([]);
  });

  test('asks every question on some page, once', () => {
    expect(document.steps!.flatMap(({ fields = [] }) => fields).sort()).toEqual(Object.keys(questions).map((key) => `/${key}`).sort());
  });

  test('says where it comes from, how sure that is, and when somebody looked', () => {
    expect(document.survey.indices.length).toBeGreaterThan(0);
    for (const { sources, confidence, lastChecked } of document.survey.indices) {
      expect(sources?.length).toBeGreaterThan(0);
      expect(['high', 'medium', 'low']).toContain(confidence);
      expect(lastChecked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  test('has indices over what it asks', () => {
    for (const { of = [], parts = [], values = [] } of document.survey.indices) {
      for (const path of [...of, ...parts.flatMap((part) => part.of ?? [])]) {
        const question = questions[path.slice(1)]!;
        const asked = question.properties ? Object.values(question.properties as Record<string, JsonSchemaObject>) : [question];
        for (const each of asked) expect(valuesOf(each), path).toEqual(expect.arrayContaining([...values]));
      }
      for (const { index } of parts) if (index !== undefined) expect(document.survey.indices.find(({ id }) => id === index)?.kind).toBe('share');
    }
  });

  test('scores every choice of a scale of five, and no other', () => {
    for (const [key, question] of Object.entries(questions)) {
      const { scores } = (question['x-dvc'] ?? {}) as { scores?: Record<string, number> };
      if (!scores) continue;
      expect(Object.keys(scores).every((value) => valuesOf(question).includes(value)), key).toBe(true);
      expect(new Set(Object.values(scores)).size).toBe(Object.keys(scores).length);
    }
  });

  test('has its English in full', () => {
    const english = document.translations?.en ?? {}, untold: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value === 'string') {
        if (/^(title|hint|description|text|note|thanks)$/.test(path.split('/').at(-1)!) || /\/x-dvc\/ends\/\d$/.test(path)) {
          if (!Object.hasOwn(english, path) || english[path]!.of !== value) untold.push(path);
        }
      } else if (typeof value === 'object' && value !== null) for (const [key, child] of Object.entries(value)) if (path !== '' || key !== 'translations') walk(child, join(path, key));
    };
    walk(document, '');
    expect(untold).toEqual([]);
    for (const path of Object.keys(english)) expect(read(document as unknown as Json, path), path).toBe(english[path]!.of);
  });

  test('says ông/bà, and ends its sentences', () => {
    const text = JSON.stringify({ ...document, translations: undefined });
    expect(text).not.toMatch(/\bbạn\b|quý khách|anh\/chị/i);
    for (const { hint } of document.steps!) if (hint) expect(hint).toMatch(/[.?]$/);
    for (const [key, { title }] of Object.entries(questions)) expect(title, key).not.toMatch(/[.:]$/);
  });
});

describe('the nine indicators', () => {
  const document = load('khao-sat/mot-cua/1.0.0') as Survey;
  const index = document.survey.indices[0]!;
  const scored = (path: string, counts: number[]) => ({ path, title: path, kind: 'scale' as const, n: counts.reduce((sum, each) => sum + each, 0), counts: ['a', 'b', 'c'].map((value, i) => ({ value, title: value, score: 2 - i, count: counts[i]! })) });
  const given = { 'total-time': 2, 'unit-time': 1, 'one-stop': 2, publicity: 2, attitude: 1, feedback: 2, 'online-quality': 1 };

  test('are nine, of 0 to 2 points each; a citizen answers the third and the fourth, never the seventh as worded', () => {
    expect(index.parts!.map(({ max }) => max)).toEqual(Array(9).fill(2));
    expect(index.parts!.filter(({ of }) => of).map(({ title }) => title.slice(0, 8))).toEqual(['Chỉ số 3', 'Chỉ số 4']);
    expect(index.parts!.find(({ id }) => id === 'attitude')).toMatchObject({ given: true });
    expect(index.parts!.some(({ of }) => of === '/attitude')).toBe(false);
  });

  test('are marked historical wherever they are shown', () => {
    expect(document.description).toContain('bản cũ để tham khảo');
    expect(index.note).toContain('không còn áp dụng nguyên văn');
  });

  test('are points with a class, or none while the agency has not given its own', () => {
    const questions = [scored('/contactCount', [6, 3, 1]), scored('/agencyCount', [2, 8, 0])];
    expect(indicesOf(document, questions, given)[0]).toMatchObject({ value: 13.7, max: 18, class: 'Tốt' });
    expect(indicesOf(document, questions)[0]).toMatchObject({ value: null, missing: index.parts!.filter((part) => part.given).map(({ title }) => title) });
  });
});

test('the groups of Decision 766 make a hundred points', () => {
  const { parts = [] } = (load('khao-sat/qd-766/1.0.0') as Survey).survey.indices[1]!;
  expect(parts.reduce((sum, { max }) => sum + max, 0)).toBe(100);
  expect(parts.filter(({ title }) => title.startsWith('Mức độ hài lòng')).reduce((sum, { max }) => sum + max, 0)).toBe(18);
});

describe('responses that nobody gave', () => {
  test.each(names)('%s: all of them could have been given', (name) => {
    const document = load(name) as Survey, accepts = ajvAuthority().authorityFor(document.schema);
    for (const { answers } of randomResponses(document, { n: 200, seed: 20261125 })) expect(accepts.accepts(answers), JSON.stringify(answers)).toMatchObject({ valid: true });
  });

  test('come to the indices that one gets by going through them', () => {
    const document = load('khao-sat/sau-dich-vu/1.0.0') as Survey;
    const all = randomResponses(document, { n: 300, seed: 4 }).map(({ answers }) => answers);
    const liked = all.filter(({ satisfaction }) => satisfaction === 'rat-hai-long' || satisfaction === 'hai-long').length;
    expect(tallyIndices(document, all)[0]).toMatchObject({ n: 300, value: Number(((100 * liked) / 300).toFixed(2)) });
    expect(tallyOf(document, all.slice(0, 4)).every(({ n, counts, texts, mean }) => n === null && !counts && !texts && mean === undefined)).toBe(true);
  });
});
