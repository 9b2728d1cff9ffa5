// Random schemas over the declared keywords, and values that have a fair chance to fit them.
import fc from 'fast-check';
import type { Json, JsonObject, JsonSchema } from '@dvc/schema';

export interface Choices {
  /** of properties */
  names?: readonly string[];
  /** keywords that are left out */
  without?: readonly string[];
  /** what `format` may say */
  formats?: readonly string[];
  /** Every schema asks, at its root, what has been evaluated. */
  closed?: boolean;
}

/** What every object answers to, and what lists and functions do. */
export const HOSTILE = ['toString', 'valueOf', 'constructor', 'hasOwnProperty', '__proto__', 'prototype', 'length'];
export const PLAIN = ['a', 'b', 'c', 'a/b', 'm~n', '0', '*', 'ế'];
const NAMES = ['a', 'b', 'c', 'toString', 'constructor', 'a/b', 'm~n', '0'];
const FORMATS = ['date', 'phone', 'unheard-of'];

/** Letters that are one to a reader and more to a machine: composed, decomposed, outside the BMP, half of a pair, joined. */
export const LETTERS = ['a', 'b', 'đ', 'ế', 'e\u0302\u0301', '😀', '\ud83d', '\ude00', '👩‍👧', '🇻🇳', ' ', '\u0000', '1'];
export const TEXTS = ['', 'a', 'ab', 'abc', ...LETTERS, 'ab😀', '😀😀', '2024-02-30', '2024-02-29', '0912345678', '12'];
export const NUMBERS = [-1, 0, -0, 1, 1.5, 2, 3, 0.1, 0.3, 0.07, 1e21, 12.34, -2.5, 2 ** 53, 1e-7];
export const PATTERNS = ['^a', 'b$', '^.$', '^\\p{L}*$', '^.{2}$', '[😀-😂]', '\\d', '^\\P{ASCII}+$'];
const NAME_PATTERNS = ['^a', 'b', '^.$', 'o', '^_'];

/** `Object.fromEntries`: a key that is called `__proto__` makes a property. */
const dictionary = <T extends Json>(name: fc.Arbitrary<string>, value: fc.Arbitrary<T>, max: number): fc.Arbitrary<JsonObject> =>
  fc.array(fc.tuple(name, value), { maxLength: max }).map((entries) => Object.fromEntries(entries));

export function jsonValues(names: readonly string[] = NAMES): fc.Arbitrary<Json> {
  return fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof({ maxDepth: 3, withCrossShrink: true },
      fc.constantFrom<Json>(null, true, false, ...TEXTS, ...NUMBERS),
      fc.array(tie('value'), { maxLength: 4 }),
      dictionary(fc.constantFrom(...names), tie('value'), 4)),
  })).value;
}

export function jsonSchemas({ names = NAMES, without = [], formats = FORMATS, closed = false }: Choices = {}): fc.Arbitrary<JsonSchema> {
  const name = fc.constantFrom(...names);
  const value = jsonValues(names);
  const count = fc.nat({ max: 3 });
  const limit = fc.constantFrom(-1, 0, 1, 1.5, 2);
  const { schema } = fc.letrec<{ schema: JsonSchema }>((tie) => {
    const sub = tie('schema');
    const subs = fc.array(sub, { minLength: 1, maxLength: 3 });
    const map = dictionary(name, sub, 3);
    const keywords: Record<string, fc.Arbitrary<Json>> = {
      type: fc.oneof(fc.constantFrom<Json>('object', 'array', 'string', 'number', 'integer', 'boolean', 'null'), fc.constantFrom<Json>(['object', 'array'], ['integer', 'string', 'null'])),
      enum: fc.array(value, { minLength: 1, maxLength: 3 }), const: value,
      multipleOf: fc.constantFrom(0.01, 0.1, 0.5, 1, 2, 3), maximum: limit, exclusiveMaximum: limit, minimum: limit, exclusiveMinimum: limit,
      maxLength: count, minLength: count, pattern: fc.constantFrom(...PATTERNS), format: fc.constantFrom(...formats),
      maxItems: count, minItems: count, uniqueItems: fc.boolean(), contains: sub, minContains: count, maxContains: count,
      maxProperties: count, minProperties: count, required: fc.uniqueArray(name, { maxLength: 2 }),
      dependentRequired: dictionary(name, fc.uniqueArray(name, { maxLength: 2 }), 2), dependentSchemas: map,
      properties: map, patternProperties: dictionary(fc.constantFrom(...NAME_PATTERNS), sub, 2),
      additionalProperties: sub, propertyNames: sub, items: sub, prefixItems: subs, unevaluatedItems: sub, unevaluatedProperties: sub,
      allOf: subs, anyOf: subs, oneOf: subs, not: sub, if: sub, then: sub, else: sub,
      $ref: fc.constantFrom('#/$defs/x', '#/$defs/y', '#y', '#', 'z.json', 'z.json#/$defs/w', 'z.json#y'),
    };
    const chosen = Object.entries(keywords).filter(([keyword]) => !without.includes(keyword));
    const one = fc.oneof(...chosen.map(([keyword, arbitrary]) => arbitrary.map((given): [string, Json] => [keyword, given])));
    return {
      schema: fc.oneof({ maxDepth: 4, depthSize: 'small', withCrossShrink: true },
        fc.constantFrom<JsonSchema>(true, false, {}, { type: 'string' }, { type: 'object' }, { const: 1 }, { minimum: 1 }, { required: ['a'] }),
        fc.array(one, { minLength: 1, maxLength: 4 }).map((entries): JsonSchema => Object.fromEntries(entries))),
    };
  });
  const last = fc.tuple(fc.constantFrom('unevaluatedProperties', 'unevaluatedItems'), fc.constantFrom<Json>(false, { type: 'string' }, { minimum: 1 }));
  return fc.tuple(schema, schema, schema, schema, schema, last).map(([x, y, z, w, given, [keyword, rest]]): JsonSchema => {
    const root = closed ? { ...asObject(given), [keyword]: rest } : given;
    if (typeof root === 'boolean' || !JSON.stringify([root, x, y, z, w]).includes('"$ref"')) return root;
    const defs = (more: JsonObject): JsonObject => ({ x, y: { ...asObject(y), $anchor: 'y' }, ...more });
    // As JSON would have it: no part is shared by two places.
    return unshared({ ...root, $defs: defs({ z: { ...asObject(z), $id: 'z.json', $defs: defs({ w }) } }) });
  });
}

const unshared = <T extends Json>(value: T): T =>
  (Array.isArray(value) ? value.map(unshared) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([name, child]) => [name, unshared(child)])) : value) as T;

const asObject = (schema: JsonSchema): JsonObject => (typeof schema === 'boolean' ? { not: !schema } : schema);
