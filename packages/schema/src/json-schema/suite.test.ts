// The official JSON-Schema-Test-Suite is other people's data: read from where it lies, never copied.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Json, JsonSchema } from '../types.js';
import { formats } from '../formats/index.js';
import { compileSchema, SchemaError } from './index.js';

interface Group { description: string; schema: JsonSchema; tests: { description: string; data: Json; valid: boolean }[] }

const corpus = process.env['DVC_CORPUS'] ?? join(import.meta.dirname, '../../../../../shared/corpus');
const suite = [join(corpus, 'corpus/jsonschema-test-suite/draft2020-12'), join(corpus, 'jsonschema-test-suite/draft2020-12')].find((d) => existsSync(d));

function run(folder: string) {
  const missed: string[] = [];
  let right = 0;
  let total = 0;
  for (const file of readdirSync(folder).filter((f) => f.endsWith('.json'))) {
    for (const group of (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { groups: Group[] }).groups) {
      total += group.tests.length;
      try {
        const compiled = compileSchema(group.schema, group.schema, { formats });
        for (const { description, data, valid } of group.tests) {
          expect(compiled.check(data).length === 0, `${group.description}: ${description}: test and check agree`).toBe(compiled.test(data));
          if (compiled.test(data) === valid) right++;
          else missed.push(`${file} | ${group.description} | ${description}`);
        }
      } catch (error) {
        if (!(error instanceof SchemaError)) throw error;
        missed.push(`${file} | ${group.description} | refused: ${[...new Set(error.problems.map((p) => `${p.code} ${p.got}`))].join(', ')} (${group.tests.length})`);
      }
    }
  }
  return { right, total, missed };
}

test('print', () => {
  for (const f of ['', 'optional', 'optional/format']) { const r = run(join(suite!, f)); console.log(f, r.right, r.total, r.missed.join('\n')); }
});
