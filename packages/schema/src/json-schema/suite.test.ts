// The official JSON-Schema-Test-Suite is other people's data: read from where it lies, never copied.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Json, JsonSchema } from '../types.js';
import { compileSchema, SchemaError } from './index.js';

interface Group { description: string; schema: JsonSchema; tests: { description: string; data: Json; valid: boolean }[] }

const corpus = process.env['DVC_CORPUS'] ?? join(import.meta.dirname, '../../../../../shared/corpus');
const suite = ['corpus/jsonschema-test-suite', 'jsonschema-test-suite'].map((d) => join(corpus, d, 'draft2020-12')).find((d) => existsSync(d));

/** What is missed, and why that is right for a form language. */
const KNOWN: [miss: RegExp, reason: string][] = [
  [/refused: .*dynamic-ref/, '$dynamicRef is outside the declared keywords and refused by name'],
  [/refused: remote-ref/, 'references to other documents are refused by name'],
  [/refused: unknown-keyword/, 'unknown keywords are refused by name'],
  [/custom metaschema/, 'vocabularies of a remote meta-schema are not looked up'],
];

function run(folder: string) {
  const missed: string[] = [];
  let right = 0;
  let total = 0;
  for (const file of readdirSync(folder).filter((f) => f.endsWith('.json'))) {
    for (const group of (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { groups: Group[] }).groups) {
      total += group.tests.length;
      try {
        const compiled = compileSchema(group.schema, group.schema);
        for (const { description, data, valid } of group.tests) {
          expect(compiled.check(data).length === 0, `${group.description}: ${description}: test and check agree`).toBe(compiled.test(data));
          if (compiled.test(data) === valid) right++;
          else missed.push(`${file} | ${group.description} | ${description}`);
        }
      } catch (error) {
        if (!(error instanceof SchemaError)) throw error;
        missed.push(`${file} | ${group.description} | refused: ${error.problems.map((p) => `${p.code} ${p.got}`).join(', ')}`);
      }
    }
  }
  return { right, total, missed, unexplained: missed.filter((m) => !KNOWN.some(([miss]) => miss.test(m))) };
}

test('the official suite holds wherever the keywords are declared', () => {
  if (!suite) return console.info('The JSON-Schema-Test-Suite is not here (set DVC_CORPUS): not compared with it.');
  const { right, total, missed, unexplained } = run(suite);
  console.info(`JSON-Schema-Test-Suite 2020-12: ${right} of ${total}, ${missed.length} groups or cases refused or missed`);
  expect(unexplained).toEqual([]);
  expect(right / total).toBeGreaterThan(0.88);
  expect(run(join(suite, 'optional')).unexplained).toEqual([]);
});
