import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FormDocument } from '../document/types.js';
import type { JsonSchemaObject } from '../types.js';
import { compilePlan, PlanError } from './index.js';
import { loadPlan } from './load.js';
import type { FormPlan } from './types.js';

const documentOf = (schema: JsonSchemaObject, more: Partial<FormDocument> = {}): FormDocument =>
  ({ kind: 'form', id: 'a/b', version: '1.0.0', title: 'A', schema: { type: 'object', ...schema }, ...more });

/** What of a plan can be compared: places, jobs, issues of a few answers. */
const outline = (plan: FormPlan) => ({
  nodes: plan.nodes.map(({ path, kind, control, format, formatter, required, readOnly }) => ({ path, kind, control, format, formatter: formatter?.name, required: required.length, readOnly })),
  jobs: plan.jobs.map(({ kind, scope }) => `${kind} ${scope.path}`),
  around: [plan.steps, plan.papers, plan.fees, plan.cases, plan.notices].map((list) => list.map(({ id }) => id)),
});

const forms = join(import.meta.dirname, '../../../../schemas/forms');
const documents = (readdirSync(forms, { recursive: true }) as string[]).filter((file) => /\d\.json$/.test(file));

describe('a plan with the parts that its document uses is the plan with all of them', () => {
  test.each(documents)('%s', async (file) => {
    const document = JSON.parse(readFileSync(join(forms, file), 'utf8')) as FormDocument;
    const plan = await loadPlan(document);
    expect(outline(plan)).toEqual(outline(compilePlan(document)));
    expect(plan.rules).toBeDefined();
  });

  test.each<[string, JsonSchemaObject, unknown, boolean]>([
    ['plain keywords', { properties: { a: { type: 'string', maxLength: 2 } } }, 'abc', true],
    ['a labelled choice', { properties: { a: { oneOf: [{ const: 'x', title: 'X' }, { const: 'y' }] } } }, 'z', true],
    ['closed, which the plan sees to', { properties: { a: { enum: ['x'] } }, additionalProperties: false, unevaluatedProperties: false }, 'z', true],
    ['a choice of schemas', { properties: { a: { oneOf: [{ type: 'number' }, { minLength: 3 }] } } }, 'z', false],
    ['a multiple, known by its name', { properties: { a: { type: 'number', multipleOf: 3 } } }, 4, false],
    ['a rare keyword in a condition', { properties: { a: { type: 'string' } }, if: { minProperties: 1 }, then: { properties: { a: { maxLength: 1 } } } }, 'abc', false],
    ['a name that an anchor gives', { properties: { a: { if: { $ref: '#short' }, then: false } }, $defs: { s: { $anchor: 'short', maxLength: 5 } } }, 'abc', false],
  ])('%s', async (_, schema, value, plain) => {
    const plan = await loadPlan(documentOf(schema));
    expect(plan.plain).toBe(plain);
    const whole = compilePlan(documentOf(schema));
    expect(outline(plan)).toEqual(outline(whole));
    const issues = (each: FormPlan) => each.nodes[1]!.assertions.flatMap(({ schema: compiled }) => compiled.check(value as never));
    expect(issues(plan)).toEqual(issues(whole));
  });

  test('what is wrong is said in the same words', async () => {
    for (const schema of [{ properties: { a: { $ref: '#/$defs/no' }, b: { $ref: '#/%' } } }, { properties: { a: { nonsense: 1 } } }, { properties: { a: { pattern: '(' } } }, { properties: { a: { minimum: 'x' } } }] as JsonSchemaObject[]) {
      const problemsOf = (error: unknown) => (error instanceof PlanError ? error.problems : error);
      let expected: unknown;
      try { compilePlan(documentOf(schema)); } catch (error) { expected = problemsOf(error); }
      expect(await loadPlan(documentOf(schema)).catch(problemsOf)).toEqual(expected);
      expect(expected).toBeInstanceOf(Array);
    }
  });

  test('a plain document brings neither rules nor surroundings', async () => {
    const plan = await loadPlan(documentOf({ properties: { a: { type: 'string', format: 'no-such-format' } } }));
    expect(plan.rules).toBeUndefined();
    expect(plan.nodes[1]!.formatter).toBeUndefined();
    expect(plan.papers).toEqual([]);
  });
});
