// The authority: in Node, no dossier is accepted without Ajv, nor with an issue of our own evaluator. The only place that imports Ajv.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { formats } from '../formats/index.js';
import { compileSchema, normaliseSchema, SchemaError } from '../json-schema/index.js';
import { safePattern } from '../json-schema/linear-pattern.js';
import { isMultiple } from '../json-schema/multiple.js';
import { join } from '../pointer.js';
import type { Issue, Json, JsonSchema, Path } from '../types.js';
import { mendEvaluated } from './ajv-evaluated.js';

/** Why a value was refused without a verdict of Ajv. */
export type Refusal = 'unsafe-name' | 'thrown';

export interface Authority {
  /** Never throws. `refusal` is set when Ajv was not asked (`unsafe-name`) or threw; both count as refused. */
  accepts(value: Json): { valid: boolean; refusal?: Refusal };
  /** What is wrong, from our own evaluator: Ajv's sentences are not for citizens. */
  check(value: Json, at?: Path): Issue[];
}

/** The same names that a document must not use: Ajv ignores rules about `__proto__`, takes `constructor` for evaluated, and calls `toString`. */
const unsafe = (name: string): boolean => name in {} || name === 'prototype';

function* unsafeNames(value: Json, at: Path): Generator<Path> {
  if (typeof value !== 'object' || value === null) return;
  for (const name of Object.keys(value)) {
    const path = join(at, name);
    if (unsafe(name)) yield path;
    else yield* unsafeNames((value as Record<string, Json>)[name], path);
  }
}

/*
 * allErrors: otherwise each property nests in the one before it, and a form of 1,000 fields overflows the stack (and some faults of Ajv live in that nesting).
 * What it costs on hostile data does not arise: our own `test`, which stops at the first fault, goes before.
 */
const OPTIONS = { strict: false, logger: false, ownProperties: true, allErrors: true, messages: false, code: { optimize: false, regExp: Object.assign(patternFor, { code: 'patternFor' }) } } as const;

/** A pattern that would not end must stop the server as little as a page. Ajv tells patterns apart by their text: two without one would be one. */
function patternFor(source: string): { test(text: string): boolean; toString(): string } {
  const pattern = safePattern(source);
  if (!pattern) throw new Error(`a pattern whose time does not grow with the text: ${source}`);
  return { test: (text) => pattern.test(text), toString: () => source };
}

/** One instance per document: an instance keeps every `$id` that it has seen, and two documents may use the same. Exported for the tests that compare the two. */
export function compileWithAjv(schema: JsonSchema): (value: Json) => unknown {
  const ajv = new Ajv2020({ ...OPTIONS, meta: false, validateSchema: false });
  for (const [name, { check, checkNumber }] of Object.entries(formats)) {
    ajv.addFormat(name, checkNumber ? { type: 'number', validate: (value: number) => checkNumber(value) === true } : { type: 'string', validate: (text: string) => check(text) === true });
  }
  // Ajv's own `multipleOf` divides: with `multipleOfPrecision: 6` it refused 15 % of random amounts below 10^10 with two decimals.
  ajv.removeKeyword('multipleOf').addKeyword({ keyword: 'multipleOf', type: 'number', schemaType: 'number', compile: (of: number) => (value: number) => isMultiple(value, of) });
  // Ajv counts leading items instead of noting which were evaluated, and counts wrongly behind anyOf, oneOf, if and contains.
  ajv.removeKeyword('unevaluatedItems').addKeyword({
    keyword: 'unevaluatedItems', type: 'array', schemaType: ['object', 'boolean'],
    compile: (_: unknown, parent: object) => {
      const own = compileSchema(parent as JsonSchema, schema);
      return (value: Json) => own.test(value);
    },
  });
  mendEvaluated(ajv);
  return ajv.compile(schema);
}

let meta: Ajv2020 | undefined;

function build(given: JsonSchema): Authority {
  const schema = normaliseSchema(given);
  const own = compileSchema(schema, schema);
  meta ??= new Ajv2020({ ...OPTIONS, messages: true });
  const refuse = (got: string) => new SchemaError([{ path: '', code: 'refused-by-ajv', expected: 'a schema that Ajv can compile', got: got.slice(0, 200) }]);
  let validate: (value: Json) => unknown;
  try {
    if (!meta.validate('https://json-schema.org/draft/2020-12/schema', schema)) throw new Error(meta.errorsText());
    validate = compileWithAjv(schema);
  } catch (error) {
    throw refuse((error as Error).message);
  }
  return {
    accepts(value) {
      try {
        return unsafeNames(value, '').next().done ? { valid: own.test(value) && validate(value) === true } : { valid: false, refusal: 'unsafe-name' };
      } catch {
        return { valid: false, refusal: 'thrown' }; // a stack overflow
      }
    },
    check: (value, at = '') => [...[...unsafeNames(value, at)].map((path) => ({ path, code: 'unsafe-name', params: {} })), ...own.check(value, at)],
  };
}

/** Compiles schemas once each; keep it as long as the process. */
export function ajvAuthority(): { authorityFor(schema: JsonSchema): Authority; accepts(schema: JsonSchema, value: Json): { valid: boolean; refusal?: Refusal } } {
  const known = new WeakMap<object, Authority>();
  /** @throws SchemaError what our evaluator or Ajv cannot compile */
  const authorityFor = (schema: JsonSchema): Authority => {
    if (typeof schema !== 'object') return build(schema);
    let made = known.get(schema);
    if (!made) known.set(schema, (made = build(schema)));
    return made;
  };
  return { authorityFor, accepts: (schema, value) => authorityFor(schema).accepts(value) };
}
