// Random schemas over the declared keywords, and values that have a fair chance to fit them.
import fc from 'fast-check';
import type { Json, JsonSchema } from '@dvc/schema';

export interface Choices {
  names?: readonly string[];
  /** keywords that are left out */
  without?: readonly string[];
}

const NAMES = ['a', 'b', 'c', 'toString', 'constructor', 'a/b', 'm~n', '0'];
const TEXTS = ['', 'a', 'ab', 'abc', 'đ', '😀', '2024-02-30', '2024-02-29', '0912345678'];
const NUMBERS = [-1, 0, -0, 1, 1.5, 2, 3, 0.1, 0.3, 0.07, 1e21];

export function jsonValues(names: readonly string[] = NAMES): fc.Arbitrary<Json> {
  return fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof({ maxDepth: 3, withCrossShrink: true },
      fc.constantFrom<Json>(null, true, false, ...TEXTS, ...NUMBERS),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 4, noNullPrototype: true })),
  })).value;
}

export function jsonSchemas({ names = NAMES, without = [] }: Choices = {}): fc.Arbitrary<JsonSchema> {
  const name = fc.constantFrom(...names);
  const value = jsonValues(names);
  const count = fc.nat({ max: 3 });
  const limit = fc.constantFrom(-1, 0, 1, 1.5, 2);
  const { schema } = fc.letrec<{ schema: JsonSchema }>((tie) => {
    const sub = tie('schema');
    const subs = fc.array(sub, { minLength: 1, maxLength: 3 });
    const map = fc.dictionary(name, sub, { maxKeys: 3, noNullPrototype: true });
    const keywords: Record<string, fc.Arbitrary<Json>> = {
      type: fc.oneof(fc.constantFrom<Json>('object', 'array', 'string', 'number', 'integer', 'boolean', 'null'), fc.constantFrom<Json>(['object', 'array'], ['integer', 'string', 'null'])),
      enum: fc.array(value, { minLength: 1, maxLength: 3 }), const: value,
      multipleOf: fc.constantFrom(0.01, 0.1, 0.5, 1, 2, 3), maximum: limit, exclusiveMaximum: limit, minimum: limit, exclusiveMinimum: limit,
      maxLength: count, minLength: count, pattern: fc.constantFrom('^a', 'b$', '^.$', '^\\p{L}*$'), format: fc.constantFrom('date', 'phone', 'unheard-of'),
      maxItems: count, minItems: count, uniqueItems: fc.boolean(), contains: sub, minContains: count, maxContains: count,
      maxProperties: count, minProperties: count, required: fc.uniqueArray(name, { maxLength: 2 }),
      dependentRequired: fc.dictionary(name, fc.uniqueArray(name, { maxLength: 2 }), { maxKeys: 2, noNullPrototype: true }), dependentSchemas: map,
      properties: map, patternProperties: fc.dictionary(fc.constantFrom('^a', 'b', '^.$'), sub, { maxKeys: 2, noNullPrototype: true }),
      additionalProperties: sub, propertyNames: sub, items: sub, prefixItems: subs, unevaluatedItems: sub, unevaluatedProperties: sub,
      allOf: subs, anyOf: subs, oneOf: subs, not: sub, if: sub, then: sub, else: sub,
      $ref: fc.constantFrom('#/$defs/x', '#/$defs/y', '#y', '#'),
    };
    const chosen = Object.entries(keywords).filter(([keyword]) => !without.includes(keyword));
    const one = fc.oneof(...chosen.map(([keyword, arbitrary]) => arbitrary.map((given): [string, Json] => [keyword, given])));
    return {
      schema: fc.oneof({ maxDepth: 4, depthSize: 'small', withCrossShrink: true },
        fc.constantFrom<JsonSchema>(true, false, {}, { type: 'string' }, { type: 'object' }, { const: 1 }, { minimum: 1 }, { required: ['a'] }),
        fc.array(one, { minLength: 1, maxLength: 4 }).map((entries): JsonSchema => Object.fromEntries(entries))),
    };
  });
  return fc.tuple(schema, schema, schema).map(([x, y, root]): JsonSchema => {
    if (typeof root === 'boolean' || !JSON.stringify([root, x, y]).includes('"$ref"')) return root;
    return { ...root, $defs: { x: x as Json, y: { ...(typeof y === 'boolean' ? { not: !y } : y), $anchor: 'y' } } };
  });
}
