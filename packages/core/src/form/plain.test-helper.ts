import { compilePlan, type FormPlan, type Json, type JsonSchemaObject, type Problem } from '@dvc/schema';
import { documentOf } from '@dvc/schema/document/document-of.js';
import { startForm, type FormState } from '../index.js';
import { TODAY } from './sample.test-helper.js';

/** The plan of a plain schema, as a page makes it. */
export function plainPlan(schema: object): FormPlan {
  const problems: Problem[] = [];
  return compilePlan(documentOf(schema as JsonSchemaObject, undefined, problems), { lenient: true, problems });
}
export const plainForm = (schema: object, data?: Json): FormState => startForm(plainPlan(schema), { data, today: TODAY });

/** One schema for each shape that is more than fields, groups and lists of objects. */
export const shapes: Record<string, object> = {
  'branches told apart by a constant': {
    type: 'object', required: ['pet'], properties: { pet: { title: 'Vật nuôi', oneOf: [
      { title: 'Mèo', type: 'object', properties: { kind: { const: 'cat' }, lives: { type: 'integer', minimum: 1 }, name: { type: 'string' } }, required: ['kind', 'lives'] },
      { title: 'Chó', type: 'object', properties: { kind: { const: 'dog' }, breed: { type: 'string', minLength: 2 }, name: { type: 'string' } }, required: ['kind', 'breed'] },
    ] } },
  },
  'branches that a person chooses': {
    type: 'object', properties: { name: { type: 'string' } }, anyOf: [
      { title: 'Điện thoại', properties: { phone: { type: 'string', minLength: 3 }, at: { type: 'string' } }, required: ['phone'] },
      { title: 'Thư', properties: { mail: { type: 'string', minLength: 3 }, at: { type: 'string' } }, required: ['mail'] },
    ],
  },
  'kinds of one answer': { type: 'object', properties: { value: { type: ['string', 'boolean', 'object', 'array', 'null'], properties: { a: { type: 'integer' } }, items: { type: 'string' } }, other: { anyOf: [{ type: 'integer' }, { type: 'string', maxLength: 3 }] } } },
  'an answer or nothing': { type: 'object', required: ['a', 'b'], properties: { a: { anyOf: [{ type: 'string', minLength: 2 }, { type: 'null' }] }, b: { type: ['integer', 'null'] }, c: { oneOf: [{ type: 'object', properties: { d: { type: 'string' } }, required: ['d'] }, { type: 'null' }] } } },
  'a map': { type: 'object', properties: { own: { type: 'string' } }, required: ['own'], additionalProperties: { type: 'integer', minimum: 1 }, propertyNames: { maxLength: 4 }, maxProperties: 4 },
  'a map whose names decide': { type: 'object', patternProperties: { '^n': { type: 'integer' }, '^s': { type: 'string' } }, additionalProperties: false, properties: { near: { minimum: 1 } } },
  'slots': { type: 'object', required: ['point'], properties: { point: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'string', minLength: 1 }], items: { type: 'boolean' }, minItems: 1 } } },
  'no end': { $ref: '#/$defs/person', $defs: { person: { type: 'object', required: ['name'], properties: { name: { type: 'string', minLength: 1 }, spouse: { $ref: '#/$defs/person' }, children: { type: 'array', items: { $ref: '#/$defs/person' }, maxItems: 3 } } } } },
  'looks that hang on an answer': {
    type: 'object', properties: { country: { enum: ['vn', 'us'] }, zone: { type: 'string' } },
    if: { properties: { country: { const: 'us' } }, required: ['country'] }, then: { properties: { zone: { enum: ['ny', 'ca'] } }, required: ['zone'] }, else: { properties: { zone: { maxLength: 3 } } },
  },
  'closed': { type: 'object', properties: { a: { type: 'string' }, b: { type: 'object', properties: { c: { type: 'string' } }, additionalProperties: false } }, unevaluatedProperties: false, dependentRequired: { a: ['b'] }, dependentSchemas: { b: { properties: { more: { type: 'string', minLength: 1 } } } } },
  'lists': { type: 'object', required: ['tags'], properties: { tags: { type: 'array', items: { enum: ['x', 'y', 1] }, uniqueItems: true, minItems: 1 }, names: { type: 'array', items: { type: 'string', minLength: 1 }, contains: { const: 'An' } }, grid: { type: 'array', items: { type: 'array', items: { type: 'integer' } } } } },
  'a scalar': { type: 'integer', minimum: 3 },
  'a list': { type: 'array', items: { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] }, minItems: 1 },
  'anything': {},
  'nothing declared': { properties: { toString: { type: 'string' }, __proto__: { type: 'integer' }, constructor: { type: 'object', properties: { valueOf: { type: 'boolean' } } } }, required: ['toString'] },
  'draft-04 habits': { $schema: 'http://json-schema.org/draft-04/schema#', id: 'http://example.org/x.json', type: 'object', properties: { a: { type: 'number', minimum: 0, exclusiveMinimum: true, required: true }, b: { $ref: '#/definitions/b' } }, definitions: { b: { type: 'string', maxLength: 3 } } },
};
