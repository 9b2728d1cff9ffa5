// What a condition asks of single answers, read from its schema.
import { join, split, type Json, type JsonSchemaObject, type Path } from '@dvc/schema';
import { isObject, listOf, own } from '@dvc/schema/document/report.js';

export type Need =
  | { kind: 'is'; values: readonly Json[] } | { kind: 'not'; values: readonly Json[] } | { kind: 'filled' } | { kind: 'empty' }
  | { kind: 'min' | 'max'; limit: number } | { kind: 'has'; values: readonly Json[] };
/** One test; undefined `need`: the schema says it in a way that has no words here. */
export interface AnswerTest { path: Path; need: Need | undefined; schema: JsonSchemaObject }

const valuesOf = (schema: unknown): readonly Json[] | undefined => (isObject(schema) ? (Object.hasOwn(schema, 'const') ? [schema['const'] as Json] : Array.isArray(schema['enum']) ? (schema['enum'] as Json[]) : undefined) : undefined);

/** Lists of tests, any of which makes the condition hold; undefined when it cannot be taken apart so. */
export function alternativesOf(root: JsonSchemaObject, condition: unknown, base: Path, depth = 0): AnswerTest[][] | undefined {
  const ref = own(condition, '$ref');
  if (typeof ref === 'string' && Object.keys(condition as object).length === 1 && depth < 12) return alternativesOf(root, ref.startsWith('#/') ? split(ref.slice(1)).reduce<unknown>((at, name) => own(at, name), root) : undefined, base, depth + 1);
  const any = own(condition, 'anyOf');
  const made = Array.isArray(any) && Object.keys(condition as object).length === 1 ? any.map((part: unknown) => testsOf(root, part, base)) : [testsOf(root, condition, base)];
  return made.every((tests) => tests !== undefined) ? made : undefined;
}

/** The tests that must all hold; undefined when it is not such a list (any of several, a negation of much). */
function testsOf(root: JsonSchemaObject, condition: unknown, base: Path, depth = 0): AnswerTest[] | undefined {
  if (condition === true) return [];
  if (!isObject(condition) || depth > 12 || condition['anyOf'] || condition['oneOf']) return undefined;
  const made: AnswerTest[] = [];
  const take = (tests: AnswerTest[] | undefined): boolean => { made.push(...tests ?? []); return tests !== undefined; };
  const ref = condition['$ref'];
  if (typeof ref === 'string' && !take(ref.startsWith('#/') ? testsOf(root, split(ref.slice(1)).reduce<unknown>((at, name) => own(at, name), root), base, depth + 1) : undefined)) return undefined;
  for (const part of listOf(condition['allOf'])) if (!take(testsOf(root, part, base, depth + 1))) return undefined;
  if (condition['not'] !== undefined) {
    const absent = isObject(condition['not']) ? emptyPlace(condition['not'], base) : undefined;
    if (absent === undefined) return undefined;
    made.push({ path: absent, need: { kind: 'empty' }, schema: condition as JsonSchemaObject });
  }
  const properties = isObject(condition['properties']) ? condition['properties'] : {};
  for (const name of listOf(condition['required'])) {
    const part = properties[String(name)];
    const path = base + join('', String(name));
    if (isObject(part) && (part['properties'] !== undefined || part['required'] !== undefined)) {
      if (!take(testsOf(root, part, path, depth + 1))) return undefined;
    } else made.push(...oneTest(path, (part ?? {}) as JsonSchemaObject));
  }
  return made;
}

/** `not: { required: [a] }`, however deep. */
function emptyPlace(schema: Record<string, unknown>, base: Path): Path | undefined {
  const names = listOf(schema['required']);
  if (names.length !== 1) return undefined;
  const inner = own(schema['properties'], String(names[0]));
  const path = base + join('', String(names[0]));
  return isObject(inner) ? emptyPlace(inner, path) : path;
}

function oneTest(path: Path, schema: JsonSchemaObject): AnswerTest[] {
  const needs: (Need | undefined)[] = [];
  const values = valuesOf(schema);
  if (values) needs.push({ kind: 'is', values });
  if (schema['not'] !== undefined) { const not = valuesOf(schema['not']); needs.push(not && { kind: 'not', values: not }); }
  if (typeof schema['minimum'] === 'number') needs.push({ kind: 'min', limit: schema['minimum'] });
  if (typeof schema['maximum'] === 'number') needs.push({ kind: 'max', limit: schema['maximum'] });
  if (schema['contains'] !== undefined) { const has = valuesOf(schema['contains']); needs.push(has && { kind: 'has', values: has }); }
  if (needs.length === 0) needs.push(Object.keys(schema).length === 0 ? { kind: 'filled' } : undefined);
  return needs.map((need) => ({ path, need, schema }));
}
