import { expect, test } from 'vitest';
import type { JsonSchemaObject, Problem } from '../types.js';
import { documentOf } from './document-of.js';
import { loadDocumentOf } from './load-document-of.js';

test.each<[string, JsonSchemaObject]>([
  ['2020-12', { type: 'object', title: 'A', properties: { a: { type: 'string', maxLength: 3 }, b: { $ref: '#/$defs/b' } }, $defs: { b: { enum: [1] } } }],
  ['without a type', { properties: { a: true } }],
  ['draft-04', { type: 'object', properties: { a: { minimum: 0, exclusiveMinimum: true } }, definitions: { x: {} } }],
  ['unknown keywords', { type: 'object', properties: { a: { vendor: 1 } } }],
  ['a wrong value', { type: 'object', properties: { a: { minimum: '3' } } }],
])('%s: the same document as the one that is made at once', async (_, schema) => {
  const before = structuredClone(schema);
  const problems: [Problem[], Problem[]] = [[], []];
  const uiSchema = { a: { 'ui:widget': 'textarea' } };
  expect(await loadDocumentOf(schema, uiSchema, problems[0])).toEqual(documentOf(schema, uiSchema, problems[1]));
  expect(await loadDocumentOf(schema, undefined, [])).toEqual(documentOf(schema));
  expect(problems[0]).toEqual(problems[1]);
  expect(schema).toEqual(before);
});

test('a name that is dangerous goes neither way', async () => {
  const schema = JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"},"a":{}}}') as JsonSchemaObject;
  expect(await loadDocumentOf(schema, undefined, [])).toEqual(documentOf(schema));
});
