// The short form of a condition: what its author writes beside `when:`, and the JSON Schema that says the same.
//
//   { parents: both-known }                 the answer is this
//   { parents: [both-known, one-known] }    … one of these
//   { parents: { not: abandoned } }         answered, and not this (or none of a list)
//   { email: { filled: true } }             answered; false: not answered
//   { age: { min: 60, max: 79 } }           a number between, both ends included
//   { notify: { has: email } }              of several ticked, this one is among them
//   { a: …, b: … }                          all of these;   [{ a: … }, { b: … }]  any of these
//   { $ref: "#/$defs/late" }                a condition that has a name
import { join, split } from '@dvc/schema';
import type { Json, JsonObject, JsonSchemaObject, Path } from '@dvc/schema';
import { isObject } from '@dvc/schema/document/report.js';

/** One test of one answer, its place as names from the object that the condition is about. */
export interface Test { names: string[]; test: Json; key: string }
/** Any of these groups of tests, all of a group; or a condition by its name. */
export type When = { any: Test[][] } | { ref: string };

export interface WhenProblem { code: 'when-shape' | 'when-far'; detail: string; at: Path }

const TESTS = ['is', 'not', 'filled', 'min', 'max', 'has'];
const isScalar = (value: unknown): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value);

/**
 * Reads a short form.
 * @param place turns the name of an answer, as written, into names from the object that the condition is about; undefined when it cannot be reached
 */
export function readWhen(when: unknown, place: (key: string) => string[] | undefined, report: (problem: WhenProblem) => void): When | undefined {
  if (isObject(when) && typeof when['$ref'] === 'string' && Object.keys(when).length === 1) return { ref: when['$ref'] };
  const groups = Array.isArray(when) ? when : [when];
  const any: Test[][] = [];
  let sound = groups.length > 0;
  if (!sound) report({ code: 'when-shape', detail: '[]', at: '' });
  groups.forEach((group: unknown, index) => {
    const base = Array.isArray(when) ? `/${index}` : '';
    if (!isObject(group) || Object.keys(group).length === 0) {
      sound = false;
      return report({ code: 'when-shape', detail: JSON.stringify(group) ?? '', at: base });
    }
    any.push(Object.entries(group).flatMap(([key, test]) => {
      const at = `${base}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`;
      const names = place(key);
      if (!isTest(test)) report({ code: 'when-shape', detail: JSON.stringify(test) ?? '', at });
      else if (!names) report({ code: 'when-far', detail: key, at });
      else return [{ names, test: test as Json, key }];
      sound = false;
      return [];
    }));
  });
  return sound ? { any } : undefined;
}

const isTest = (test: unknown): boolean =>
  isScalar(test) || (Array.isArray(test) ? test.length > 0 && test.every(isScalar) : isObject(test) && Object.keys(test).length > 0 && Object.entries(test).every(([name, value]) => isPart(name, value)));

function isPart(name: string, value: unknown): boolean {
  if (name === 'filled') return typeof value === 'boolean';
  if (name === 'min' || name === 'max') return typeof value === 'number';
  return TESTS.includes(name) && (isScalar(value) || (Array.isArray(value) && value.length > 0 && value.every(isScalar)));
}

/** The JSON Schema of a condition. It names what it tests in `required`, so that it never holds of a question that nobody answered. */
export function schemaOf(when: When): JsonSchemaObject {
  if ('ref' in when) return { $ref: when.ref };
  const groups = when.any.map(schemaOfGroup);
  return groups.length === 1 ? groups[0]! : { anyOf: groups };
}

function schemaOfGroup(tests: readonly Test[]): JsonSchemaObject {
  const said: JsonSchemaObject = {};
  const others: JsonSchemaObject[] = [];
  for (const { names, test } of tests) {
    const { absent, schema } = schemaOfTest(test);
    const one = nest(names, schema);
    if (absent) others.push({ not: one });
    else if (!merge(said, one)) others.push(one);
  }
  const parts = Object.keys(said).length > 0 ? [said, ...others] : others;
  return parts.length === 1 ? parts[0]! : { allOf: parts };
}

const oneOf = (value: Json): JsonObject => (Array.isArray(value) ? (value.length === 1 ? { const: value[0]! } : { enum: value }) : { const: value });

function schemaOfTest(test: Json): { absent: boolean; schema: JsonObject } {
  if (!isObject(test)) return { absent: false, schema: oneOf(test) };
  const { is, not, has, min, max, filled } = test as Record<string, Json | undefined>;
  return {
    absent: filled === false,
    schema: {
      ...(is === undefined ? {} : oneOf(is)),
      ...(not === undefined ? {} : { not: oneOf(not) }),
      ...(min === undefined ? {} : { minimum: min }),
      ...(max === undefined ? {} : { maximum: max }),
      // `contains` alone is true of what is no list.
      ...(has === undefined ? {} : { type: 'array', contains: oneOf(has) }),
    },
  };
}

function nest([name = '', ...rest]: readonly string[], schema: JsonObject): JsonSchemaObject {
  const inner = rest.length > 0 ? nest(rest, schema) : schema;
  return Object.keys(inner).length === 0 ? { required: [name] } : { properties: { [name]: inner }, required: [name] };
}

/** Puts `part` into `into`; false when both say something of the same answer. */
function merge(into: JsonSchemaObject, part: JsonSchemaObject): boolean {
  const mine = (into['properties'] ?? {}) as JsonObject;
  const theirs = (part['properties'] ?? {}) as JsonObject;
  if (Object.keys(theirs).some((name) => Object.hasOwn(mine, name) && !mergeable(mine[name], theirs[name]))) return false;
  for (const [name, schema] of Object.entries(theirs)) {
    if (Object.hasOwn(mine, name)) merge(mine[name] as JsonSchemaObject, schema as JsonSchemaObject);
    else mine[name] = structuredClone(schema);
  }
  if (Object.keys(mine).length > 0) into['properties'] = mine;
  into['required'] = [...new Set([...((into['required'] as string[] | undefined) ?? []), ...((part['required'] as string[] | undefined) ?? [])])];
  return true;
}

/** Two groups of answers inside: they can be told in one. */
const mergeable = (a: Json | undefined, b: Json | undefined): boolean => {
  const isGroup = (value: Json | undefined): value is JsonObject => isObject(value) && Object.keys(value).every((name) => name === 'properties' || name === 'required');
  if (!isGroup(a) || !isGroup(b)) return false;
  const theirs = (b['properties'] ?? {}) as JsonObject;
  const mine = (a['properties'] ?? {}) as JsonObject;
  return Object.keys(theirs).every((name) => !Object.hasOwn(mine, name) || mergeable(mine[name], theirs[name]));
};

/** `/child/sex` and `child/sex` → its names. */
export const namesOf = (key: string): string[] => split(key.startsWith('/') ? key : `/${key}`);

/** The name in `$defs` of the same condition, where there is one. */
export function named(root: JsonSchemaObject, schema: JsonSchemaObject): JsonSchemaObject {
  const text = JSON.stringify(schema);
  const name = Object.entries((root['$defs'] ?? {}) as JsonObject).find(([, known]) => JSON.stringify(known) === text)?.[0];
  return name === undefined ? schema : { $ref: `#${join('/$defs', name)}` };
}
