import { describe, expect, test } from 'vitest';
import type { Issue, Json, JsonSchema } from '../types.js';
import { compileSchema, SchemaError } from './index.js';

const check = (schema: JsonSchema, value: Json, at?: string): Issue[] => {
  const compiled = compileSchema(schema, schema);
  const issues = compiled.check(value, at);
  expect(compiled.test(value)).toBe(issues.length === 0);
  return issues;
};
const codes = (schema: JsonSchema, value: Json) => check(schema, value).map((i) => `${i.path} ${i.code}`);
const problems = (schema: JsonSchema): string[] => {
  try {
    compileSchema(schema, schema, { at: '/schema' });
  } catch (error) {
    if (error instanceof SchemaError) return error.problems.map((p) => `${p.path} ${p.code}`);
    throw error;
  }
  return [];
};

describe('one keyword, one issue', () => {
  const rows: [JsonSchema, Json, string, string, object][] = [
    [{ type: 'string' }, 1, '', 'type', { expected: ['string'] }],
    [{ type: ['string', 'null'] }, 1, '', 'type', { expected: ['string', 'null'] }],
    [{ type: 'integer' }, 1.5, '', 'type', { expected: ['integer'] }],
    [{ enum: ['a', 'b'] }, 'c', '', 'enum', { values: ['a', 'b'] }],
    [{ enum: [...Array(30).keys()] }, 99, '', 'enum', { values: [...Array(20).keys()] }],
    [{ const: { a: [1] } }, { a: [2] }, '', 'const', { value: { a: [1] } }],
    [{ oneOf: [{ const: 'a', title: 'A' }, { const: 'b', title: 'B' }] }, 'c', '', 'enum', { values: ['a', 'b'] }],
    [{ minLength: 3 }, 'ab', '', 'minLength', { limit: 3 }],
    [{ maxLength: 1 }, 'đđ', '', 'maxLength', { limit: 1 }],
    [{ minLength: 2 }, '😀', '', 'minLength', { limit: 2 }],
    [{ multipleOf: 0.01 }, 0.075, '', 'multipleOf', { limit: 0.01 }],
    [{ exclusiveMinimum: 0 }, 0, '', 'exclusiveMinimum', { limit: 0 }],
    [{ pattern: '^\\d+$' }, 'x', '', 'pattern', { pattern: '^\\d+$' }],
    [{ minItems: 1 }, [], '', 'minItems', { limit: 1 }],
    [{ uniqueItems: true }, [{ a: 1, b: 2 }, { b: 2, a: 1 }], '', 'uniqueItems', { first: 1, second: 2 }],
    [{ uniqueItems: true }, ['x', 1, '1', 1, 'x'], '', 'uniqueItems', { first: 2, second: 4 }],
    [{ contains: { const: 1 } }, [2], '', 'contains', { limit: 1, matched: 0 }],
    [{ contains: { const: 1 }, minContains: 2 }, [1], '', 'minContains', { limit: 2, matched: 1 }],
    [{ contains: { const: 1 }, maxContains: 1 }, [1, 1], '', 'maxContains', { limit: 1, matched: 2 }],
    [{ required: ['a/b'] }, {}, '/a~1b', 'required', {}],
    [{ dependentRequired: { a: ['b'] } }, { a: 1 }, '/b', 'dependentRequired', { property: 'a' }],
    [{ properties: { a: true }, additionalProperties: false }, { a: 1, b: 1 }, '/b', 'additionalProperties', {}],
    [{ properties: { a: true }, patternProperties: { '^x-': true }, additionalProperties: { type: 'null' } }, { a: 1, 'x-b': 1, c: 1 }, '/c', 'type', { expected: ['null'] }],
    [{ properties: { a: true }, unevaluatedProperties: false }, { a: 1, b: 1 }, '/b', 'unevaluatedProperties', {}],
    [{ prefixItems: [true], items: false }, [1, 2], '/1', 'items', {}],
    [{ prefixItems: [true], unevaluatedItems: false }, [1, 2], '/1', 'unevaluatedItems', {}],
    [{ propertyNames: { maxLength: 1 } }, { ab: 1 }, '/ab', 'propertyNames', {}],
    [{ not: { const: 1 } }, 1, '', 'not', {}],
    [{ anyOf: [{ required: ['a'] }, { required: ['b'] }] }, {}, '', 'anyOf', { matched: 0 }],
    [{ oneOf: [{ required: ['a'] }, { required: ['b'] }] }, { a: 1, b: 1 }, '', 'oneOf', { matched: 2 }],
    [{ properties: { list: { items: { properties: { 'm~n': { minimum: 1 } } } } } }, { list: [{}, { 'm~n': 0 }] }, '/list/1/m~0n', 'minimum', { limit: 1 }],
  ];
  test.each(rows)('%j refuses %j', (schema, value, path, code, params) => expect(check(schema, value)).toEqual([{ path, code, params }]));

  test('a format says which part is wrong', () => {
    expect(check({ format: 'date' }, '2023-02-29')).toEqual([{ path: '', code: 'format', params: expect.objectContaining({ format: 'date', reason: expect.any(String) }) as object }]);
    expect(check({ format: 'unheard-of' }, 'x')).toEqual([]);
  });
  test('paths start where the value stands', () => expect(check({ properties: { a: { const: 1 } } }, { a: 2 }, '/rows/3')[0]?.path).toBe('/rows/3/a'));
  test('an absent value has nothing wrong', () => {
    const compiled = compileSchema(false, false);
    expect([compiled.test(undefined), compiled.check(undefined), compiled.test(null)]).toEqual([true, [], false]);
  });
  test('after a wrong type there is nothing more to say', () => expect(codes({ type: 'string', enum: ['a'], minimum: 3 }, 1)).toEqual([' type']));
});

describe("the author's own sentence", () => {
  const messages = (list: Record<string, string>) => ({ 'x-dvc': { messages: list } });
  test.each<[JsonSchema, Json]>([
    [{ minLength: 2, ...messages({ minLength: 'X' }) }, 'a'],
    [{ required: ['a'], ...messages({ required: 'X' }) }, {}],
    [{ required: ['a'], properties: { a: messages({ required: 'X' }) }, ...messages({ required: 'Y' }) }, {}],
    [{ unevaluatedProperties: false, ...messages({ unevaluatedProperties: 'X' }) }, { a: 1 }],
    [{ oneOf: [{ const: 1 }, { const: 2 }], ...messages({ oneOf: 'X' }) }, 3],
    [{ format: 'date', ...messages({ format: 'X' }) }, '?'],
  ])('%j', (schema, value) => expect(check(schema, value).map((i) => i.message)).toEqual(['X']));
});

describe('issues point at the field that is meant', () => {
  const branches: JsonSchema[] = [
    { properties: { kind: { const: 'home' }, street: { type: 'string' } }, required: ['kind', 'street'] },
    { properties: { kind: { const: 'box' }, number: { minimum: 1 } }, required: ['kind', 'number'] },
  ];
  test('by the constant of a property', () => {
    for (const keyword of ['oneOf', 'anyOf']) {
      expect(codes({ [keyword]: branches }, { kind: 'box', number: 0 })).toEqual(['/number minimum']);
      expect(codes({ [keyword]: branches }, { kind: 'home' })).toEqual(['/street required']);
      expect(codes({ [keyword]: branches }, { kind: 'else' })).toEqual([` ${keyword}`]);
      expect(codes({ [keyword]: branches }, {})).toEqual([` ${keyword}`]);
    }
  });
  test('behind a reference', () => expect(codes({ $defs: { home: branches[0]!, box: branches[1]! }, oneOf: [{ $ref: '#/$defs/home' }, { $ref: '#/$defs/box' }] }, { kind: 'home' })).toEqual(['/street required']));
  test('by type', () => expect(codes({ anyOf: [{ type: 'null' }, { type: 'string', minLength: 3 }] }, 'ab')).toEqual([' minLength']));
  test('a superfluous property is not named when a fault lies under it', () => {
    const schema = { allOf: [{ properties: { a: { minimum: 3 }, b: true } }], unevaluatedProperties: false };
    expect(codes(schema, { a: 1, b: 1, c: 1 })).toEqual(['/a minimum', '/c unevaluatedProperties']);
  });
  test('an item that contains has matched is evaluated', () => {
    expect(codes({ contains: { const: 1 }, unevaluatedItems: false }, [1, 2, 1])).toEqual(['/1 unevaluatedItems']);
    expect(codes({ contains: { const: 1 }, minContains: 0, unevaluatedItems: false }, [1, 1])).toEqual([]);
  });
  test('nothing is called superfluous while the branch is open', () => {
    expect(codes({ oneOf: branches, unevaluatedProperties: false }, { kind: 'else', street: 'x' })).toEqual([' oneOf']);
    expect(codes({ oneOf: branches, unevaluatedProperties: false }, { kind: 'home', number: 1 })).toEqual(['/street required', '/number unevaluatedProperties']);
  });
});

describe('names that every object answers to', () => {
  const data = (text: string) => JSON.parse(text) as Json;
  test('are absent unless they are own', () => {
    expect(codes({ required: ['toString', 'constructor', '__proto__'] }, {})).toEqual(['/toString required', '/constructor required', '/__proto__ required']);
    expect(codes(data('{"properties":{"__proto__":{"type":"string"},"toString":{"type":"string"}}}') as JsonSchema, {})).toEqual([]);
  });
  test('are judged when they are own', () => {
    expect(codes(data('{"properties":{"__proto__":{"type":"string"}}}') as JsonSchema, data('{"__proto__":5}'))).toEqual(['/__proto__ type']);
    expect(codes({ additionalProperties: false }, data('{"__proto__":5,"constructor":1}'))).toEqual(['/__proto__ additionalProperties', '/constructor additionalProperties']);
    expect(codes({ enum: [{ a: 1 }], uniqueItems: true }, data('{"toString":"x","valueOf":1}'))).toEqual([' enum']);
    expect(codes({ uniqueItems: true }, data('[{"toString":"x"},{"toString":"x"}]'))).toEqual([' uniqueItems']);
  });
});

describe('what is refused, by name and place', () => {
  const names = 'abcdefghijklmnop'.split('');
  test.each<[string, JsonSchema, string[]]>([
    ['unknown keyword', { properties: { a: { minLenght: 1 } } }, ['/schema/properties/a/minLenght unknown-keyword']],
    ['$dynamicRef', { $dynamicRef: '#x' }, ['/schema/$dynamicRef dynamic-ref']],
    ['in a definition that nothing uses', { $defs: { a: { foo: 1 } } }, ['/schema/$defs/a/foo unknown-keyword']],
    ['wrong kinds', { properties: 5, required: 'a', minLength: -1, multipleOf: 0, allOf: [], type: 'text', items: 3, not: null }, [
      '/schema/properties bad-keyword-value', '/schema/required bad-keyword-value', '/schema/minLength bad-keyword-value', '/schema/multipleOf bad-keyword-value',
      '/schema/allOf bad-keyword-value', '/schema/type bad-keyword-value', '/schema/items bad-keyword-value', '/schema/not bad-keyword-value']],
    ['regex', { pattern: '(' }, ['/schema/pattern bad-regex']],
    ['reference', { items: { $ref: '#/$defs/none' } }, ['/schema/items/$ref unresolved-ref']],
    ['remote reference', { $ref: 'https://example.org/x' }, ['/schema/$ref remote-ref']],
    ['another file', { $ref: 'x.json#/a' }, ['/schema/$ref remote-ref']],
    ['inherited name in a reference', { $ref: '#/constructor' }, ['/schema/$ref unresolved-ref']],
    ['circle', { $defs: { a: { $ref: '#/$defs/b' }, b: { allOf: [{ $ref: '#/$defs/a' }] } }, properties: { x: { $ref: '#/$defs/a' } } }, ['/schema/$defs/a/$ref endless-recursion']],
    ['self', { anyOf: [{ $ref: '#' }] }, ['/schema/anyOf/0/$ref endless-recursion']],
    ['a circle that is entered from more than one depth', { $defs: { y: { $ref: '#/$defs/z' }, z: { $defs: { y: { $ref: '#/$defs/z' }, w: { $ref: '#/$defs/z/$defs/y' } }, allOf: [{ $ref: '#/$defs/z/$defs/y' }] } } }, ['/schema/$defs/y/$ref endless-recursion']],
    ['bomb', { $ref: '#/$defs/a', $defs: Object.fromEntries(names.map((n, i): [string, Json] => [n, i + 1 < names.length ? { allOf: Array<Json>(4).fill({ $ref: `#/$defs/${names[i + 1]!}` }) } : { const: 1 }])) }, ['/schema too-complex']],
  ])('%s', (_, schema, expected) => expect(problems(schema)).toEqual(expect.arrayContaining(expected)));

  test('too deep to read', () => {
    let schema: JsonSchema = { minimum: 1 };
    for (let i = 0; i < 20_000; i++) schema = { not: schema };
    expect(problems(schema)).toEqual(['/schema too-deep']);
  });
  test('recursion that makes progress is allowed', () => {
    const tree: JsonSchema = { properties: { name: { type: 'string' }, children: { items: { $ref: '#' } } }, required: ['name'] };
    expect(problems(tree)).toEqual([]);
    expect(codes(tree, { name: 'a', children: [{ name: 'b', children: [{}] }] })).toEqual(['/children/0/children/0/name required']);
  });
  test('a failed compilation leaves nothing behind', () => {
    const root: JsonSchema = { $defs: { bad: { foo: 1 } } };
    expect(() => compileSchema({ $ref: '#/$defs/bad' }, root)).toThrow(SchemaError);
    expect(() => compileSchema({ $ref: '#/$defs/bad' }, root)).toThrow(SchemaError);
  });
});

test('keywords that the plan takes apart are left out, their meaning for siblings stays', () => {
  const schema: JsonSchema = { type: 'object', required: ['a'], properties: { a: { const: 1 } }, additionalProperties: false };
  const compiled = compileSchema(schema, schema, { omit: new Set(['properties', 'required']) });
  expect(compiled.check({ a: 2 })).toEqual([]);
  expect(compiled.check({ b: 2 }).map((i) => i.path)).toEqual(['/b']);
});

test('references: pointer, anchor, embedded $id, escaped names', () => {
  const schema: JsonSchema = {
    $id: 'https://example.org/root.json',
    $defs: { 'a b/c': { const: 1 }, anchored: { $anchor: 'here', const: 2 }, other: { $id: 'other.json', $defs: { x: { const: 3 } }, $ref: '#/$defs/x' } },
    prefixItems: [{ $ref: '#/$defs/a%20b~1c' }, { $ref: '#here' }, { $ref: 'other.json' }, { $ref: 'other.json#/$defs/x' }, { $ref: 'https://example.org/root.json#here' }],
  };
  expect(codes(schema, [1, 2, 3, 3, 2])).toEqual([]);
  expect(codes(schema, [0, 0, 0, 0, 0])).toEqual(['/0 const', '/1 const', '/2 const', '/3 const', '/4 const']);
});
