import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { compileSchema, normaliseSchema, SchemaError } from '../json-schema/index.js';
import type { Json, JsonSchema } from '../types.js';
import { ajvAuthority } from './ajv.js';

const bare = (schema: JsonSchema, value: Json) => new Ajv2020({ strict: false, logger: false, ownProperties: true, multipleOfPrecision: 6 }).compile(schema)(value);
const { accepts, authorityFor } = ajvAuthority();

describe('where Ajv is wrong, the authority is right', () => {
  test.each<[string, JsonSchema, Json, boolean]>([
    ['contains beside prefixItems', { prefixItems: [{ type: 'string' }], contains: { type: 'number' } }, [], false],
    ['uniqueItems beside prefixItems', { prefixItems: [true, true, { const: 1 }], uniqueItems: true }, ['a', 'a'], false],
    ['contains and an empty list after another list', { items: { contains: { type: 'number' } } }, [[1], []], false],
    ['a bare if under unevaluatedProperties', { if: { properties: { a: { const: 1 } } }, unevaluatedProperties: false }, { a: 1 }, true],
    ['an if with an idle then', { if: { properties: { a: { const: 1 } } }, then: true, unevaluatedProperties: false }, { a: 1 }, true],
    ['an if without a then', { if: { properties: { a: { const: 1 } }, required: ['a'] }, else: { properties: { b: true } }, unevaluatedProperties: false }, { a: 1 }, true],
    ['what an if evaluated that does not hold', { if: { properties: { a: { const: 1 } } }, else: { properties: { b: true } }, unevaluatedProperties: false }, { a: 2, b: 1 }, false],
    ['properties beside dependentSchemas that are not asked for', { properties: { a: true }, dependentSchemas: { x: { properties: { b: true } } }, unevaluatedProperties: false }, { a: 1 }, true],
    ['contains under unevaluatedItems', { contains: { const: 1 }, unevaluatedItems: false }, [1, 2], false],
    ['items that contains has matched', { contains: { const: 1 }, unevaluatedItems: { type: 'object' } }, [1, 2], false],
    ['unevaluatedItems behind a branch', { anyOf: [{ items: { type: 'string' } }, true], unevaluatedItems: { type: 'number' } }, [true], false],
    ['decimals', { multipleOf: 0.01 }, 9999900000.37, true],
  ])('%s', (_, schema, value, valid) => {
    expect(bare(schema, value)).toBe(!valid);
    expect(accepts(schema, value)).toEqual({ valid });
    const ours = normaliseSchema(schema);
    expect([compileSchema(schema, schema).test(value), compileSchema(ours, ours).test(value)]).toEqual([valid, valid]);
  });

  test.each<[string, JsonSchema, Json]>([
    ['patternProperties beside a branch that does not hold', { anyOf: [{ additionalProperties: { type: 'object' } }, true], patternProperties: { b: { minimum: 1 } } }, { b: 1 }],
    ['patternProperties beside a reference to what does not hold', { $ref: '#/$defs/z', patternProperties: { a: true }, $defs: { z: { anyOf: [{ $ref: '#/$defs/z2' }, true] }, z2: { patternProperties: { b: { $ref: '#/$defs/z2' } }, minProperties: 9 } } }, { a: 1 }],
    ['what is false without looking', { anyOf: [{ not: true, oneOf: [{ additionalProperties: true }, { type: 'object' }] }, true] }, {}],
  ])('and does not throw: %s', (_, schema, value) => {
    expect(() => bare(schema, value)).toThrow();
    expect(accepts(schema, value)).toEqual({ valid: true });
  });
});

test('conditions in conditions cost no more than they are many', () => {
  let schema: JsonSchema = { type: 'string' };
  for (let i = 0; i < 60; i++) schema = { if: schema };
  const normal = normaliseSchema(schema);
  expect(JSON.stringify(normal).length).toBeLessThan(60 * 60);
  expect([accepts(schema, 'x'), compileSchema(normal, normal).test(1)]).toEqual([{ valid: true }, true]);
});

test('two patterns that we match ourselves are two, though Ajv knows only their text', () => {
  const schema: JsonSchema = { patternProperties: { '(a+)+$': { type: 'string' }, '(b+)+$': { type: 'number' } } };
  expect(([{ a: 'x', b: 1 }, { a: 1 }, { b: 'x' }] as Json[]).map((value) => accepts(schema, value))).toEqual([{ valid: true }, { valid: false }, { valid: false }]);
});

test('a list of nothing, which Ajv takes for a mistake, lets nothing in', () => {
  const schema: JsonSchema = { properties: { a: { enum: [], title: 'A' } } };
  expect(() => bare(schema, {})).toThrow();
  expect([accepts(schema, {}), accepts(schema, { a: null })]).toEqual([{ valid: true }, { valid: false }]);
  expect([compileSchema(schema, schema).test({ a: 1 }), compileSchema(schema, schema).test({})]).toEqual([false, true]);
});

test('a named schema that is only a reference into itself, which sends Ajv round in circles', () => {
  const schema: JsonSchema = { properties: { a: { $ref: 'part.json' } }, $defs: { part: { $id: 'part.json', $ref: '#/$defs/text', $defs: { text: { type: 'string' } } } } };
  expect(() => bare(schema, {})).toThrow(RangeError);
  expect([accepts(schema, { a: 'x' }), accepts(schema, { a: 1 })]).toEqual([{ valid: true }, { valid: false }]);
});

test('a closed form of 1,000 fields, which overflows the stack of Ajv as it comes', () => {
  const fields = Array.from({ length: 1000 }, (_, i) => `f${i}`);
  const schema: JsonSchema = { properties: Object.fromEntries(fields.map((f) => [f, { type: 'string', minLength: 1 }])), unevaluatedProperties: false };
  const value = Object.fromEntries(fields.map((f) => [f, 'x']));
  expect(() => bare(schema, value)).toThrow(RangeError);
  expect([accepts(schema, value), accepts(schema, { ...value, f999: '' }), accepts(schema, { ...value, more: 1 })]).toEqual([{ valid: true }, { valid: false }, { valid: false }]);
});

test('normalising keeps what needs no change, and the sentences of what it moves', () => {
  const schema: JsonSchema = { properties: { a: { items: { type: 'string' } } }, $defs: { b: { prefixItems: [true] } } };
  expect(normaliseSchema(schema)).toBe(schema);
  const moved: JsonSchema = { prefixItems: [true], contains: { const: 1 }, 'x-dvc': { hint: 'h', messages: { contains: 'X' } } };
  const normal = normaliseSchema(moved);
  expect(compileSchema(normal, normal).check([]).map((i) => [i.code, i.message])).toEqual([['contains', 'X']]);
  expect(moved).toEqual({ prefixItems: [true], contains: { const: 1 }, 'x-dvc': { hint: 'h', messages: { contains: 'X' } } });
});

describe('data that makes Ajv throw or look away', () => {
  const data = (text: string) => JSON.parse(text) as Json;
  test.each([
    [{ enum: [{ a: 1 }] }, '{"toString":"x"}', '/toString'], [{ uniqueItems: true }, '[{"valueOf":"x"},{"valueOf":"x"}]', '/0/valueOf'],
    [{ properties: {} }, '{"a":{"__proto__":5}}', '/a/__proto__'], [{ unevaluatedProperties: { const: 1 } }, '{"constructor":3}', '/constructor'],
  ])('%j, %s', (schema, text, path) => {
    expect(accepts(schema, data(text))).toEqual({ valid: false, refusal: 'unsafe-name' });
    expect(authorityFor(schema).check(data(text))[0]).toEqual({ path, code: 'unsafe-name', params: {} });
  });
  test('a stack overflow is a refusal', () => {
    let deep: Json = [];
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(accepts({ items: { $ref: '#' } }, deep)).toEqual({ valid: false, refusal: 'thrown' });
  });
});

test('formats are the same functions as in the browser', () => {
  const schema: JsonSchema = { properties: { d: { format: 'date' }, u: { format: 'unheard-of' } } };
  expect(accepts(schema, { d: '2024-02-29', u: '?' })).toEqual({ valid: true });
  expect(accepts(schema, { d: '2023-02-29' })).toEqual({ valid: false });
  expect(authorityFor(schema).check({ d: '2023-02-29' }, '/x').map((i) => i.path)).toEqual(['/x/d']);
});

test('a schema is compiled once; two documents may use one $id', () => {
  const a: JsonSchema = { $id: 'https://example.org/x', $defs: { n: { $id: 'n', type: 'string' } }, properties: { v: { $ref: 'n' } } };
  const b: JsonSchema = { $id: 'https://example.org/x', $defs: { n: { $id: 'n', type: 'number' } }, properties: { v: { $ref: 'n' } } };
  expect(authorityFor(a)).toBe(authorityFor(a));
  expect([accepts(a, { v: 'x' }), accepts(b, { v: 'x' }), accepts(true, 1), accepts(false, 1)]).toEqual([{ valid: true }, { valid: false }, { valid: true }, { valid: false }]);
});

test('what cannot be compiled is refused with problems', () => {
  expect(() => authorityFor({ foo: 1 })).toThrow(SchemaError);
  expect(() => authorityFor({ $anchor: 'not an anchor' })).toThrow(/refused-by-ajv/);
});
