import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkDocument, checkGrammar } from '../node/index.js';
import { compilePlan, PlanError } from '../plan/index.js';
import type { Json, Problem } from '../types.js';
import { inspect } from './inspect.js';
import { parse } from './parse.js';
import type { FormDocument } from './types.js';

const folder = new URL('../../../../schemas/cases/', import.meta.url);
const load = <T>(kind: string): [string, T][] =>
  // `unknown-choice.scores`: the same rule, broken in another place.
  readdirSync(new URL(`${kind}/`, folder)).map((file) => [file.replace(/(\.[a-z-]+)?\.json$/, ''), JSON.parse(readFileSync(new URL(`${kind}/${file}`, folder), 'utf8')) as T]);

/** `by`: the first that finds it; parse < check < compile. */
interface Case { about: string; path: string; by: 'parse' | 'check' | 'compile'; document: Json }
const invalid = load<Case>('invalid');
const valid = load<Json>('valid');
const brief = (problems: readonly Problem[]) => problems.map(({ path, code }) => ({ path, code }));

/** What the schema file itself can say; the rest needs more than one place of the document, or facts from outside of it. */
const GRAMMAR = new Set([
  'wrong-type', 'missing', 'unsafe-name', 'text-too-long', 'bad-regex', 'unknown-property', 'bad-value', 'bad-id', 'bad-version', 'bad-date', 'bad-time', 'bad-url', 'bad-media-type',
  'bad-pointer', 'bad-number', 'image-elsewhere', 'empty-text', 'empty-list', 'duplicate-value', 'unknown-keyword', 'dynamic-ref', 'bad-keyword-value', 'not-an-object', 'when-with-fields', 'bad-locale', 'unknown-operator',
]);

describe('cases/invalid', () => {
  test('there are at least 25', () => expect(invalid.length).toBeGreaterThanOrEqual(25));

  test.each(invalid)('%s is found, where it is and alone', async (code, { path, by, document }) => {
    const found = by === 'compile' ? problemsOfCompile(document) : await checkDocument(document);
    expect(brief(found)).toEqual([{ path, code }]);
    for (const { expected, got } of found) {
      expect(expected).not.toBe('');
      expect(got).not.toBe('');
    }
    const parsed = parse(document);
    expect(brief(parsed.problems)).toEqual(by === 'parse' ? [{ path, code }] : []);
    expect(parsed.document === undefined).toBe(by === 'parse');
    if (by === 'compile') expect(await checkDocument(document)).toEqual([]);
  });

  test.each(invalid.filter(([, { document }]) => typeof document !== 'string'))('%s: the schema file agrees as far as it can', (code, { document }) => {
    expect(checkGrammar(document).length > 0).toBe(GRAMMAR.has(code));
  });

  test.each(invalid.filter(([, { document }]) => typeof document !== 'string'))('%s is found in text as in a value', (_, { document }) => {
    expect(inspect(JSON.stringify(document))).toEqual(inspect(document));
  });
});

describe('cases/valid', () => {
  test.each(valid)('%s has no problem for anybody, and can be compiled', async (_, document) => {
    const before = JSON.stringify(document);
    expect(parse(document)).toEqual({ document, problems: [] });
    expect(parse(before).document).toEqual(document);
    expect(await checkDocument(document)).toEqual([]);
    expect(checkGrammar(document)).toEqual([]);
    expect(compilePlan(document as unknown as FormDocument).document).toBe(document);
    expect(JSON.stringify(document)).toBe(before);
  });
});

test.each(invalid.filter(([code]) => code.endsWith('-ref')))('%s: compile refuses it by the same name and place', (code, { path, document }) => {
  expect(brief(problemsOfCompile(document))).toEqual([{ path, code }]);
});

function problemsOfCompile(document: Json): readonly Problem[] {
  try {
    compilePlan(document as unknown as FormDocument);
  } catch (error) {
    if (error instanceof PlanError) return error.problems;
    throw error;
  }
  return [];
}
