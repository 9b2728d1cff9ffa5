import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonSchemas, jsonValues } from '@dvc/testing/random/json-schemas.js';
import { compileSchema, SchemaError } from '../json-schema/index.js';
import type { Json, JsonSchema, Problem } from '../types.js';
import { modernSchema } from './modern-schema.js';

const D4 = 'http://json-schema.org/draft-04/schema#';
const D7 = 'http://json-schema.org/draft-07/schema#';
const D2019 = 'https://json-schema.org/draft/2019-09/schema';

function modern(schema: unknown): { made: Json; odd: string[] } {
  const problems: Problem[] = [];
  const made = modernSchema(schema, problems) as Json;
  for (const { level } of problems) expect(level).toBe('warning');
  return { made, odd: problems.map(({ path, code }) => `${code} ${path}`) };
}
const accepts = (schema: unknown, value: Json) => {
  const { made } = modern(schema);
  return compileSchema(made as JsonSchema, made as JsonSchema).test(value);
};

describe('references become pointers from the root', () => {
  test.each<[string, unknown, Json]>([
    ['an anchor', { $defs: { a: { $anchor: 'x', type: 'string' } }, $ref: '#x' }, '#/$defs/a'],
    ['a name of draft-04', { $schema: D4, definitions: { a: { id: '#x', type: 'string' } }, $ref: '#x' }, '#/$defs/a'],
    ['an embedded schema by its id', { $id: 'https://a.vn/root', $defs: { a: { $id: 'part' } }, $ref: 'part' }, '#/$defs/a'],
    ['a pointer in an embedded schema', { $defs: { a: { $id: 'https://a.vn/part', $defs: { b: true } } }, $ref: 'https://a.vn/part#/$defs/b' }, '#/$defs/a/$defs/b'],
    ['a tuple', { items: [{}, { type: 'string' }], $ref: '#/items/1' }, '#/prefixItems/1'],
    ['what follows a tuple', { items: [{}], additionalItems: {}, $ref: '#/additionalItems' }, '#/items'],
    ['a dependency', { dependencies: { a: {} }, $ref: '#/dependencies/a' }, '#/dependentSchemas/a'],
    ['escapes', { $defs: { 'a b/~%"': {} }, $ref: '#/$defs/a%20b~1~0%25%22' }, '#/$defs/a%20b~1~0%25%22'],
    ['Vietnamese names stay readable', { $defs: { 'địa chỉ': {} }, $ref: '#/$defs/địa%20chỉ' }, '#/$defs/địa%20chỉ'],
    ['two definitions of one name', { definitions: { a: {} }, $defs: { a: { type: 'string' } }, $ref: '#/definitions/a' }, '#/$defs/a-2'],
    ['a place that no keyword leads to', { components: { schemas: { a: { type: 'string' } } }, $ref: '#/components/schemas/a' }, '#/$defs/a'],
    ['a constant that is used as a schema', { const: { type: 'string' }, $ref: '#/const' }, '#/$defs/const'],
    ['an id that is only a label', { properties: { a: { id: '/properties/a', $ref: '#/definitions/b' } }, definitions: { b: {} }, $ref: '#/properties/a' }, '#/properties/a'],
  ])('%s', (_, schema, ref) => {
    const { made } = modern({ properties: { probe: {} }, ...schema as object });
    expect((made as Record<string, Json>).$ref).toBe(ref);
    expect(() => compileSchema(made as JsonSchema, made as JsonSchema)).not.toThrow();
  });

  test('ids do their work and go, but for that of the whole', () => {
    const { made } = modern({ $id: 'https://a.vn/root.json', $defs: { a: { $id: 'a.json', $anchor: 'x', properties: { b: { $ref: '#x' } } } } });
    expect(made).toEqual({ $id: 'https://a.vn/root.json', $defs: { a: { properties: { b: { $ref: '#/$defs/a' } } } } });
  });

  test('a part where no keyword leads is copied once, however many lead there', () => {
    const { made } = modern({ parts: { outer: { properties: { inner: { type: 'string' } } } }, anyOf: [{ $ref: '#/parts/outer/properties/inner' }, { $ref: '#/parts/outer' }, { $ref: '#/parts/outer' }] });
    expect(made).toEqual({
      anyOf: [{ $ref: '#/$defs/inner' }, { $ref: '#/$defs/outer' }, { $ref: '#/$defs/outer' }],
      $defs: { inner: { type: 'string' }, outer: { properties: { inner: { $ref: '#/$defs/inner' } } } },
    });
  });
});

describe('what cannot be followed is left out by name, and its words stay', () => {
  test.each<[string, unknown, string[]]>([
    ['another document', { properties: { a: { title: 'A', $ref: 'https://a.vn/x.json#/y' } } }, ['remote-ref /properties/a/$ref']],
    ['another file', { properties: { a: { title: 'A', $ref: 'x.json' } } }, ['remote-ref /properties/a/$ref']],
    ['nothing', { properties: { a: { title: 'A', $ref: '#/$defs/none' } } }, ['unresolved-ref /properties/a/$ref']],
    ['an anchor that nobody has', { properties: { a: { title: 'A', $ref: '#none' } } }, ['unresolved-ref /properties/a/$ref']],
    ['an inherited name', { properties: { a: { title: 'A', $ref: '#/constructor' } } }, ['unresolved-ref /properties/a/$ref']],
    ['no schema', { properties: { a: { title: 'A', $ref: '#/title' } }, title: 'x' }, ['unresolved-ref /properties/a/$ref']],
    ['a stray %', { properties: { a: { title: 'A', $ref: '#/%' } } }, ['unresolved-ref /properties/a/$ref']],
    ['no URL', { properties: { a: { title: 'A', $ref: 'http://[' } } }, ['remote-ref /properties/a/$ref']],
    ['itself', { properties: { a: { title: 'A', $ref: '#/properties/a' } } }, ['endless-recursion /properties/a/$ref']],
    ['a dynamic reference', { properties: { a: { title: 'A', $dynamicRef: '#x' } } }, ['dynamic-ref /properties/a/$dynamicRef']],
    ['a recursive one', { properties: { a: { title: 'A', $recursiveRef: '#' } } }, ['dynamic-ref /properties/a/$recursiveRef']],
    ['a pattern that would stop a phone and cannot be matched another way', { properties: { a: { title: 'A', pattern: '^((?=a)a+)+$' } } }, ['unsafe-regex /properties/a/pattern']],
    ['a pattern that is none', { properties: { a: { title: 'A', pattern: '(' } } }, ['bad-regex /properties/a/pattern']],
    ['a value of the wrong kind', { properties: { a: { title: 'A', minLength: '3' } } }, ['bad-keyword-value /properties/a/minLength']],
  ])('%s', (_, schema, expected) => {
    const { made, odd } = modern(schema);
    expect(odd).toEqual(expected);
    expect((made as { properties: Json }).properties).toEqual({ a: { title: 'A' } });
  });

  test.each<[string, unknown, number]>([
    ['through allOf', { $defs: { a: { allOf: [{ $ref: '#/$defs/b' }] }, b: { $ref: '#/$defs/a' } } }, 1],
    ['through if and anyOf', { if: { anyOf: [{ $ref: '#' }] }, then: { not: { $ref: '#' } } }, 2],
    ['through a dependency, met from below', { properties: { a: { $ref: '#' } }, dependentSchemas: { a: { oneOf: [{ $ref: '#' }] } } }, 1],
  ])('a ring %s', (_, schema, rings) => {
    const { made, odd } = modern(schema);
    expect(odd.filter((each) => each.startsWith('endless-recursion'))).toHaveLength(rings);
    expect(() => compileSchema(made as JsonSchema, made as JsonSchema)).not.toThrow();
  });

  test('recursion that goes deeper stays', () => expect(modern({ properties: { children: { items: { $ref: '#' } } } }).odd).toEqual([]));

  test('a way of 10,000 references ends', () => {
    const n = 10_000;
    const ways = [Array.from({ length: n }, (_, i) => i), Array.from({ length: n }, (_, i) => n - 1 - i)];
    for (const order of ways) {
      const { odd } = modern({ $defs: Object.fromEntries(order.map((i) => [`d${i}`, { $ref: `#/$defs/d${i + 1}` }])) });
      expect(odd.filter((each) => each.startsWith('too-deep')).length).toBeGreaterThanOrEqual(19);
    }
  });
});

describe('each draft by its own rules', () => {
  test.each<[string, unknown, Json, boolean]>([
    ['draft-07: what stands beside $ref counts, as in Ajv', { $schema: D7, $ref: '#/definitions/a', maxLength: 1, definitions: { a: { type: 'string' } } }, 'ab', false],
    ['no draft named: it counts', { $ref: '#/definitions/a', maxLength: 1, definitions: { a: { type: 'string' } } }, 'ab', false],
    ['draft-07 has no dependentRequired', { $schema: D7, dependentRequired: { a: ['b'] } }, { a: 1 }, true],
    ['2019-09 has', { $schema: D2019, dependentRequired: { a: ['b'] } }, { a: 1 }, false],
    ['2019-09 has no prefixItems', { $schema: D2019, prefixItems: [{ type: 'string' }] }, [1], true],
    ['2019-09: contains evaluates nothing', { $schema: D2019, contains: { const: 1 }, unevaluatedItems: false }, [1], false],
    ['2020-12: contains evaluates', { contains: { const: 1 }, unevaluatedItems: false }, [1], true],
    ['2019-09: contains is still asked for', { $schema: D2019, contains: { const: 1 }, minContains: 2, unevaluatedItems: true }, [1, 2], false],
    ['2019-09: and its limits hold', { $schema: D2019, contains: { const: 1 }, minContains: 2, unevaluatedItems: true }, [1, 1], true],
    ['draft-04: exclusiveMinimum: true', { $schema: D4, minimum: 3, exclusiveMinimum: true }, 3, false],
    ['draft-04: exclusiveMinimum without a limit', { $schema: D4, exclusiveMinimum: true }, -3, true],
    ['draft-04: additionalItems without a tuple', { $schema: D4, items: {}, additionalItems: false }, [1], true],
    ['dependencies beside their modern forms: first', { dependencies: { a: ['b'], c: { required: ['d'] } }, dependentRequired: { a: ['e'] }, dependentSchemas: { c: { required: ['f'] } } }, { a: 1, b: 1 }, false],
    ['dependencies beside their modern forms: second', { dependencies: { a: ['b'], c: { required: ['d'] } }, dependentRequired: { a: ['e'] }, dependentSchemas: { c: { required: ['f'] } } }, { a: 1, e: 1 }, false],
    ['dependencies beside their modern forms: third', { dependencies: { a: ['b'], c: { required: ['d'] } }, dependentRequired: { a: ['e'] }, dependentSchemas: { c: { required: ['f'] } } }, { c: 1, f: 1 }, false],
    ['dependencies beside their modern forms: all', { dependencies: { a: ['b'], c: { required: ['d'] } }, dependentRequired: { a: ['e'] }, dependentSchemas: { c: { required: ['f'] } } }, { a: 1, b: 1, e: 1, c: 1, f: 1, d: 1 }, true],
    ['required: true on a property', { properties: { a: { required: true } } }, {}, false],
    ['a property that is called __proto__', JSON.parse('{"properties":{"__proto__":{"type":"number"}}}'), JSON.parse('{"__proto__":"x"}') as Json, false],
    ['a pattern without the flag u', { pattern: '^\\d{5}\\-\\@\\_[\\w-.\\_]+{}]$' }, '12345-@_a-.{}]', true],
    ['and it still refuses', { pattern: '^\\d{5}\\-\\@\\_[\\w-.\\_]+{}]$' }, '12345-@_a!{}]', false],
    ['true and false', false, 1, false],
  ])('%s', (_, schema, value, valid) => expect(accepts(schema, value)).toBe(valid));
});

test('a modern schema keeps its verdict, and is made the same again', () => {
  let compared = 0;
  fc.assert(fc.property(jsonSchemas(), fc.array(jsonValues(), { minLength: 3, maxLength: 3 }), (schema, values) => {
    let ours;
    try {
      ours = compileSchema(schema, schema);
    } catch (error) {
      if (error instanceof SchemaError) return; // a ring: nothing to compare with
      throw error;
    }
    const { made, odd } = modern(schema);
    expect(odd).toEqual([]);
    expect(modern(made)).toEqual({ made, odd: [] });
    const copy = compileSchema(made as JsonSchema, made as JsonSchema);
    for (const value of values) expect(copy.test(value), JSON.stringify([schema, value])).toBe(ours.test(value));
    compared++;
  }), { seed: 20261124, numRuns: 2000 });
  expect(compared).toBeGreaterThan(1500);
});

describe('what is given is read once and never trusted', () => {
  const codeOf = (schema: unknown): string[] => {
    try {
      modernSchema(schema, []);
    } catch (error) {
      if (error instanceof SchemaError) return error.problems.map(({ path, code }) => `${code} ${path.slice(0, 20)}`);
      throw error;
    }
    return [];
  };
  const ring: Record<string, unknown> = {};
  ring.not = ring;
  let shared: unknown = 'x';
  for (let i = 0; i < 40; i++) shared = [shared, shared];
  const deep = (n: number) => {
    let schema: unknown = {};
    for (let i = 0; i < n; i++) schema = { not: schema };
    return schema;
  };
  test.each<[string, () => unknown, string[]]>([
    ['a ring', () => ring, ['too-deep /not/not/not/not/not']],
    ['a bomb of shared parts', () => ({ default: shared }), ['too-large ']],
    ['1,000 levels', () => deep(1000), ['too-deep /not/not/not/not/not']],
    ['100 levels', () => deep(100), []],
    ['100,000 properties', () => ({ properties: Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`p${i}`, { type: 'string' }])) }), ['too-large ']],
    ['3,000 properties', () => ({ properties: Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`p${i}`, { type: 'string' }])) }), ['too-many ']],
    ['a list of 100,000 constants', () => ({ enum: Array.from({ length: 100_000 }, (_, i) => i) }), ['too-large ']],
    ['a choice of 400 labelled constants', () => ({ oneOf: Array.from({ length: 400 }, (_, i) => ({ const: i, title: 'X' })) }), []],
    ['a choice of 1,000 parts', () => ({ oneOf: Array.from({ length: 1000 }, (_, i) => ({ properties: { [`p${i}`]: true } })) }), ['too-complex ']],
    ['2,000 patterns', () => ({ patternProperties: Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`^p${i}`, true])) }), ['too-many ']],
    ['alternatives in alternatives', () => Array.from({ length: 8 }).reduce((made: object) => ({ anyOf: [made, made, { type: 'null' }] }), { type: 'string' }), ['too-complex ']],
    ['a getter that throws', () => ({ get properties() { throw new TypeError('no'); } }), ['not-json ']],
    ['a Proxy that throws', () => new Proxy({}, { ownKeys() { throw new RangeError('no'); } }), ['not-json ']],
    ['a Proxy that hands on', () => new Proxy({ type: 'object' }, {}), []],
    ['a function', () => () => 1, ['wrong-type ']],
    ['nothing', () => undefined, ['wrong-type ']],
    ['a text', () => 'x', ['wrong-type ']],
  ])('%s', (_, make, codes) => expect(codeOf(make())).toEqual(codes));

  test('a getter cannot change its mind, symbols and functions are no JSON', () => {
    let asked = 0;
    const given = { get maxLength() { return (asked += 1) === 1 ? 3 : 'x'; }, properties: { a: () => 1, b: Symbol('x'), c: { default: 10n } } };
    delete (given.properties as Record<string, unknown>).c;
    expect(modern(given).made).toEqual({ maxLength: 3, properties: {} });
    expect(asked).toBe(1);
  });
});
