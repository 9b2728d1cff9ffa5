// What holds for every uiSchema, of either dialect.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileSchema, SchemaError } from '../../json-schema/index.js';
import { jsonSchemas, jsonValues } from '@dvc/testing/random/json-schemas.js';
import { join } from '../../pointer.js';
import type { Json, JsonSchema, JsonSchemaObject, Problem } from '../../types.js';
import { layOut } from './index.js';
import { loadLayOut } from './load.js';

const NAMES = ['a', 'b', 'items', 'oneOf', 'a/b', 'toString', '__proto__'];
const schemas = jsonSchemas({ names: ['a', 'b', 'items', 'oneOf', 'a/b', 'toString'], without: ['format'] }).filter((schema): schema is JsonSchemaObject => typeof schema === 'object');

/** Trees that have a fair chance to find places; `plain` ones need no reading. */
const rjsf = (plain: boolean) => fc.letrec<{ node: Record<string, Json> }>((tie) => ({
  node: fc.tuple(
    fc.dictionary(plain ? fc.constantFrom('ui:widget', 'ui:order') : fc.constantFrom('ui:widget', 'ui:order', 'ui:title', 'ui:help', 'ui:placeholder', 'ui:readonly', 'ui:enumNames', 'ui:options', 'ui:classNames', 'ui:globalOptions', 'ui:definitions'), fc.nat(), { maxKeys: 2 }),
    fc.dictionary(fc.constantFrom(...NAMES, 'additionalProperties'), fc.oneof({ maxDepth: 4 }, fc.constant({}), tie('node'), ...plain ? [] : [fc.array(tie('node'), { maxLength: 2 })]), { maxKeys: 3 }),
  ).map(([own, below]) => ({ ...below, ...Object.fromEntries(Object.keys(own).map((name): [string, Json] => [name, {
    'ui:widget': ['radio', 'textarea', plain ? 'text' : 'color'][own[name]! % 3]!, 'ui:order': ['b', '*', 'a'], 'ui:title': 'T', 'ui:help': 'H', 'ui:placeholder': 'P', 'ui:readonly': true, 'ui:enumNames': ['A', 'B'],
    'ui:options': { widget: 'select', rows: 3 }, 'ui:classNames': 'x', 'ui:globalOptions': { copyable: true }, 'ui:definitions': { '#/$defs/x': { a: { 'ui:title': 'X' } } },
  }[name]!])) })) as fc.Arbitrary<Record<string, Json>>,
})).node;

const scopes = fc.array(fc.constantFrom('properties/a', 'properties/b', 'properties/items', 'items', 'properties/a~1b', 'oneOf/0', '__proto__'), { maxLength: 3 }).map((parts) => `#${parts.map((part) => `/${part}`).join('')}`);
const jsonForms = fc.letrec<{ element: Record<string, Json> }>((tie) => ({
  element: fc.oneof({ maxDepth: 4 },
    fc.tuple(scopes, fc.constantFrom<Json>({}, { multi: true }, { slider: true, readonly: true }, { detail: { type: 'VerticalLayout', elements: [{ type: 'Control', scope: '#/properties/a' }] } }), fc.constantFrom<Json>('Nhãn', false, { text: 'T', show: false }))
      .map(([scope, options, label]) => ({ type: 'Control', scope, options, label })),
    fc.constantFrom<Record<string, Json>>({ type: 'Label', text: 'Đọc kỹ.' }, { type: 'Own' }),
    fc.tuple(fc.constantFrom('VerticalLayout', 'HorizontalLayout', 'Group', 'Categorization', 'Category', 'Own'), fc.array(tie('element'), { maxLength: 4 })).map(([type, elements]) => ({ type, label: 'Phần', elements, rule: { effect: 'HIDE' } }))),
})).element as fc.Arbitrary<Record<string, Json>>;
const anything = fc.oneof(rjsf(false), rjsf(true), jsonForms, fc.dictionary(fc.constantFrom('type', 'elements', 'scope', 'ui:options', 'a'), fc.jsonValue({ maxDepth: 3 })) as fc.Arbitrary<Record<string, Json>>);

/** What the evaluator makes of a schema; undefined when it cannot be compiled. */
function verdictOf(schema: JsonSchema): ((value: Json) => boolean) | undefined {
  try {
    const compiled = compileSchema(schema, schema);
    return (value) => compiled.test(value);
  } catch (error) {
    if (error instanceof SchemaError) return undefined;
    throw error;
  }
}

test('a layout never changes what is valid, and changes nothing that is given', () => {
  let compared = 0, changed = 0;
  fc.assert(fc.property(schemas, anything, fc.array(jsonValues(['a', 'b', 'items', 'oneOf', 'a/b', 'toString']), { minLength: 4, maxLength: 4 }), (schema, ui, values) => {
    const before = JSON.stringify([schema, ui]);
    const laid = layOut(schema, ui, []).schema;
    expect(JSON.stringify([schema, ui])).toBe(before);
    const [plain, made] = [verdictOf(schema), verdictOf(laid)];
    expect(made === undefined).toBe(plain === undefined);
    if (!plain || !made) return;
    compared += 1;
    if (JSON.stringify(laid) !== JSON.stringify(schema)) changed += 1;
    for (const value of values) expect(made(value), JSON.stringify({ schema, laid, value })).toBe(plain(value));
  }), { seed: 3, numRuns: 3000 });
  expect(compared).toBeGreaterThan(1500);
  expect(changed).toBeGreaterThan(300);
});

test('what is fetched piece by piece lays out as the whole does, and says the same', async () => {
  await fc.assert(fc.asyncProperty(schemas, anything, async (schema, ui) => {
    const problems: [Problem[], Problem[]] = [[], []];
    expect(await loadLayOut(schema, ui, problems[0])).toEqual(layOut(schema, ui, problems[1]));
    expect(problems[0]).toEqual(problems[1]);
  }), { seed: 4, numRuns: 2000 });
});

test('every word of what was dropped points into the uiSchema', () => {
  fc.assert(fc.property(schemas, anything, (schema, ui) => {
    const places = new Set<string>();
    const walk = (value: unknown, path: string) => {
      places.add(path);
      if (typeof value === 'object' && value !== null) for (const [name, child] of Object.entries(value)) walk(child, join(path, name));
    };
    walk(ui, '');
    const problems: Problem[] = [];
    layOut(schema, ui, problems);
    for (const { path, expected, got } of problems) {
      expect([...places], JSON.stringify({ ui, path })).toContain(path);
      expect(expected).not.toBe('');
      expect(got).not.toBe('');
    }
  }), { seed: 5, numRuns: 1000 });
});

describe('what nobody means well', () => {
  const lay = (schema: unknown, ui: unknown) => {
    const problems: Problem[] = [];
    const start = process.cpuUsage();
    const laid = layOut(schema as JsonSchemaObject, ui, problems);
    // Time of this process alone: others share the machine.
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    return { laid, problems };
  };
  const schema = { type: 'object', properties: { a: { type: 'string' } } };

  test('no tree of JSON', async () => {
    const ring: Record<string, unknown> = {};
    ring.a = ring;
    for (const ui of [ring, [], 'x', 5, () => 1, 5n]) {
      const said = [expect.objectContaining({ path: '', code: 'ui-dropped', expected: 'the form as the schema has it' }) as Problem];
      expect(lay(schema, ui)).toEqual({ laid: { schema }, problems: said });
      const problems: Problem[] = [];
      expect([await loadLayOut(schema, ui, problems), problems]).toEqual([{ schema }, said]);
    }
  });
  test('a thousand levels, references that multiply, names of every object', () => {
    let deep: unknown = {}, layout: unknown = { type: 'Control', scope: '#/properties/a' };
    for (let i = 0; i < 1000; i++) {
      deep = { a: deep };
      layout = { type: 'Group', label: 'x', elements: [layout, layout].slice(i > 3 ? 1 : 0) };
    }
    const self = { type: 'object', properties: { a: { $ref: '#' }, b: { $ref: '#' } } };
    for (const ui of [deep, layout]) expect(lay(self, ui).problems.length).toBeLessThan(2000);
    const bomb = { type: 'object', $ref: '#/$defs/d0', $defs: Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`d${i}`, i < 29 ? { allOf: [{ $ref: `#/$defs/d${i + 1}` }, { $ref: `#/$defs/d${i + 1}` }] } : { properties: { a: {} } }])) };
    lay(bomb, { a: { 'ui:title': 'x' } });
    lay(JSON.parse('{"type":"object","properties":{"__proto__":{},"constructor":{}}}'), JSON.parse('{"__proto__":{"ui:title":"x","polluted":1},"constructor":{"prototype":{"polluted":1}},"ui:definitions":{"#/__proto__":{"polluted":{}}}}'));
  });
  test('many of everything', () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `p${i}`);
    const many = { type: 'object', properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])) };
    lay(many, Object.fromEntries(names.map((name) => [name, { 'ui:title': name }])));
    const { problems } = lay(many, { type: 'VerticalLayout', elements: names.map((name) => ({ type: 'Control', scope: `#/properties/${name}` })) });
    expect(problems.at(-1)!.got).toBe('fields that the layout does not mention: 15001');
  });
});
