import { describe, expect, test } from 'vitest';
import { ajvAuthority } from '../node/index.js';
import { compilePlan } from '../plan/index.js';
import type { Json, JsonSchemaObject, Problem } from '../types.js';
import { documentOf } from './document-of.js';
import { parse } from './parse.js';

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
};
const modern = (schema: Json) => documentOf(freeze(schema) as JsonSchemaObject).schema;

describe('documentOf', () => {
  test('makes a form of a plain schema', () => {
    const document = documentOf(freeze({ title: 'Tờ khai', description: 'Ngắn', properties: { a: { type: 'string' } } }));
    expect(document).toEqual({
      kind: 'form', id: 'schema', version: '0.0.0', title: 'Tờ khai', description: 'Ngắn',
      schema: { title: 'Tờ khai', description: 'Ngắn', properties: { a: { type: 'string' } } },
    });
    expect(parse(document).problems).toEqual([]);
    expect(compilePlan(document).find('/a')).toBeDefined();
  });

  test('reads the habits of drafts 04 to 07', () => {
    expect(modern({
      $schema: 'http://json-schema.org/draft-04/schema#', id: 'http://example.org/a.json',
      definitions: { definitions: { id: '#name', type: 'array', items: [{ type: 'string' }, { $ref: '#/definitions/definitions/items/0' }], additionalItems: false } },
      properties: {
        items: { $ref: '#/definitions/definitions', required: true },
        n: { type: 'number', minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false },
        m: { type: 'number', exclusiveMaximum: true, maximum: 5 },
        ref: { $ref: '#/properties/items' },
      },
      dependencies: { n: ['m'], m: { required: ['ref'] } },
      required: ['n'],
    })).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema', $id: 'http://example.org/a.json',
      $defs: { definitions: { type: 'array', prefixItems: [{ type: 'string' }, { $ref: '#/$defs/definitions/prefixItems/0' }], items: false } },
      properties: {
        items: { $ref: '#/$defs/definitions' },
        n: { type: 'number', exclusiveMinimum: 1, maximum: 9 },
        m: { type: 'number', exclusiveMaximum: 5 },
        ref: { $ref: '#/properties/items' },
      },
      dependentRequired: { n: ['m'] }, dependentSchemas: { m: { required: ['ref'] } },
      required: ['n', 'items'],
    });
  });

  test('what it makes is valid 2020-12 and judges as the old one did', () => {
    const schema = modern({
      definitions: { code: { type: 'string', pattern: '^[A-Z]+$' } },
      properties: { a: { $ref: '#/definitions/code' }, pair: { type: 'array', items: [{ type: 'integer' }, { type: 'string' }], additionalItems: false }, n: { minimum: 0, exclusiveMinimum: true } },
      dependencies: { a: ['n'] },
    });
    const { accepts } = ajvAuthority().authorityFor(schema);
    expect(accepts({ a: 'AB', n: 1, pair: [1, 'x'] }).valid).toBe(true);
    for (const wrong of [{ a: 'ab', n: 1 }, { a: 'AB' }, { n: 0 }, { pair: ['x'] }, { pair: [1, 'x', 2] }] as Json[]) expect(accepts(wrong).valid).toBe(false);
  });

  test('leaves out what it does not know, and says where', () => {
    const problems: Problem[] = [];
    const document = documentOf(freeze({ properties: { a: { type: 'string', nullable: true, discriminator: {} } }, extends: {} }), undefined, problems);
    expect(document.schema).toEqual({ properties: { a: { type: ['string', 'null'] } } });
    expect(problems.map(({ path, code, level }) => [path, code, level])).toEqual([['/properties/a/discriminator', 'unknown-keyword', 'warning'], ['/extends', 'unknown-keyword', 'warning']]);
  });

  test('takes the sentences of ajv-errors and the example of OpenAPI; leaves out values of the wrong kind', () => {
    const problems: Problem[] = [];
    const document = documentOf(freeze({ properties: { a: { type: 'string', pattern: '^a', minLength: null, example: 'a', errorMessage: { pattern: 'Bắt đầu bằng a.' } } } }), undefined, problems);
    expect(document.schema.properties).toEqual({ a: { type: 'string', pattern: '^a', examples: ['a'], 'x-dvc': { messages: { pattern: 'Bắt đầu bằng a.' } } } });
    expect(problems.map(({ path, code }) => [path, code])).toEqual([['/properties/a/minLength', 'bad-keyword-value']]);
  });

  test('copies values, and takes no name for a keyword', () => {
    const given = freeze({ properties: { id: { type: 'string' }, definitions: { const: { id: 'x', items: [1] } }, required: { type: 'boolean' } }, default: { id: 1, items: [2] }, enum: [{ definitions: 1 }] });
    expect(modern(given)).toEqual(given);
    expect(() => documentOf(JSON.parse('{"properties":{"__proto__":{"type":"string"}}}') as JsonSchemaObject)).not.toThrow();
    expect(({} as Record<string, unknown>).type).toBeUndefined();
  });
});

describe('a uiSchema of react-jsonschema-form', () => {
  const schema = freeze({
    type: 'object',
    definitions: { person: { type: 'object', properties: { name: { type: 'string', title: 'Name' } } } },
    properties: {
      sex: { type: 'string', enum: ['m', 'f'] }, note: { type: 'string', 'x-dvc': { hint: 'own' } }, tags: { type: 'array', uniqueItems: true, items: { enum: ['a'] } },
      rows: { type: 'array', items: { type: 'object', properties: { n: { type: 'integer' } } } }, father: { $ref: '#/definitions/person' }, mother: { $ref: '#/definitions/person' },
    },
    allOf: [{ if: { required: ['note'] }, then: { properties: { why: { type: 'string' } } } }],
  }) as JsonSchemaObject;
  const ui = freeze({
    'ui:order': ['note', '*', 'sex'],
    sex: { 'ui:widget': 'radio', 'ui:title': 'Giới tính', 'ui:enumNames': ['Nam', 'Nữ'] },
    note: { 'ui:widget': 'textarea', 'ui:help': 'theirs', 'ui:options': { rows: 5 } },
    tags: { 'ui:options': { widget: 'checkboxes' } },
    rows: { items: { n: { 'ui:widget': 'updown', 'ui:description': 'Số' } } },
    father: { name: { 'ui:autocomplete': 'name' } },
    why: { 'ui:widget': 'textarea', 'ui:readonly': true },
    constructor: { 'ui:widget': 'radio' },
  });
  const made = documentOf(schema, ui).schema as Record<string, never>;
  const at = (path: string): unknown => path.split('/').reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], made);

  test('becomes annotations; those of the schema win', () => {
    expect(at('properties/sex')).toEqual({ type: 'string', enum: ['m', 'f'], title: 'Giới tính', 'x-dvc': { widget: 'radio', enumLabels: { m: 'Nam', f: 'Nữ' }, order: 2 } });
    expect(at('properties/note/x-dvc')).toEqual({ widget: 'textarea', hint: 'own', order: 0 });
    expect(at('properties/tags/x-dvc')).toEqual({ widget: 'checkboxes', order: 1 });
    expect(at('properties/rows/items/properties/n/x-dvc')).toEqual({ widget: 'number', hint: 'Số' });
    expect(at('allOf/0/then/properties/why')).toEqual({ type: 'string', readOnly: true, 'x-dvc': { widget: 'textarea', order: 1 } });
  });

  test('annotates where a reference is used, not where all share it', () => {
    expect(at('properties/father/properties/name')).toEqual({ type: 'string', title: 'Name', 'x-dvc': { autocomplete: 'name' } });
    expect(at('properties/mother')).toEqual({ $ref: '#/$defs/person', 'x-dvc': { order: 1 } });
    expect(at('$defs/person')).toEqual({ type: 'object', properties: { name: { type: 'string', title: 'Name' } } });
  });

  test('what comes out is a document that compiles', () => {
    const document = documentOf(schema, ui);
    expect(parse({ ...document, title: 'A' }).problems).toEqual([]);
    const plan = compilePlan(document);
    expect(plan.find('/father/name')?.autocomplete).toBe('name');
    expect(plan.find('/sex')?.widget).toBe('radio');
  });
});
