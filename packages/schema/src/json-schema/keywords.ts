// The closed, declared set. A keyword that is not here is refused by name.
import type { Json } from '../types.js';
import * as arrays from './arrays.js';
import * as logic from './logic.js';
import type { Keyword } from './node.js';
import * as objects from './objects.js';
import * as scalars from './scalars.js';
import { isObject } from './values.js';

const TYPES = ['null', 'boolean', 'object', 'array', 'number', 'string', 'integer'];
const isType = (v: Json) => typeof v === 'string' && TYPES.includes(v);
const names = (v: Json) => Array.isArray(v) && v.every((x) => typeof x === 'string');

/** shape → [what was expected, in words; is it so?] */
export const SHAPES: Record<string, [expected: string, holds: (v: Json) => boolean]> = {
  any: ['anything', () => true],
  text: ['a text', (v) => typeof v === 'string'],
  number: ['a number', (v) => typeof v === 'number'],
  positive: ['a number above 0', (v) => typeof v === 'number' && v > 0],
  count: ['an integer from 0', (v) => Number.isInteger(v) && (v as number) >= 0],
  flag: ['true or false', (v) => typeof v === 'boolean'],
  type: ['a type name or a list of them', (v) => isType(v) || (Array.isArray(v) && v.length > 0 && v.every(isType))],
  list: ['a list', (v) => Array.isArray(v)],
  names: ['a list of names', names],
  nameLists: ['lists of names by property', (v) => isObject(v) && Object.values(v).every(names)],
  map: ['schemas by name', isObject],
  schemas: ['a list of schemas, not empty', (v) => Array.isArray(v) && v.length > 0],
};

const definitions: Keyword = (given: Record<string, Json>, site, name) => {
  for (const key of Object.keys(given)) site.sub(given[key], name, key);
  return undefined;
};
/** A part of another keyword that is checked even when that keyword is absent. */
const part: Keyword = (given: Json, site, name) => {
  if (!Object.hasOwn(site.schema, 'if')) site.sub(given, name);
  return undefined;
};

export const KEYWORDS = new Map<string, [shape: string, make?: Keyword]>(Object.entries({
  $ref: ['text', logic.$ref], $defs: ['map', definitions],
  type: ['type', scalars.type], enum: ['list', scalars.enumeration], const: ['any', scalars.constant],
  multipleOf: ['positive', scalars.multipleOf], maximum: ['number', scalars.maximum], exclusiveMaximum: ['number', scalars.exclusiveMaximum],
  minimum: ['number', scalars.minimum], exclusiveMinimum: ['number', scalars.exclusiveMinimum],
  maxLength: ['count', scalars.maxLength], minLength: ['count', scalars.minLength], pattern: ['text', scalars.pattern], format: ['text', scalars.format],
  maxItems: ['count', scalars.maxItems], minItems: ['count', scalars.minItems], uniqueItems: ['flag', scalars.uniqueItems],
  contains: ['any', arrays.contains], minContains: ['count'], maxContains: ['count'],
  maxProperties: ['count', scalars.maxProperties], minProperties: ['count', scalars.minProperties],
  required: ['names', objects.required], dependentRequired: ['nameLists', objects.dependentRequired],
  properties: ['map', objects.properties], patternProperties: ['map', objects.patternProperties],
  additionalProperties: ['any', objects.additionalProperties], propertyNames: ['any', objects.propertyNames],
  items: ['any', arrays.items], prefixItems: ['schemas', arrays.prefixItems],
  unevaluatedItems: ['any', arrays.unevaluatedItems], unevaluatedProperties: ['any', objects.unevaluatedProperties],
  allOf: ['schemas', logic.allOf], anyOf: ['schemas', logic.anyOf], oneOf: ['schemas', logic.oneOf], not: ['any', logic.not],
  if: ['any', logic.conditional], then: ['any', part], else: ['any', part], dependentSchemas: ['map', objects.dependentSchemas],
} satisfies Record<string, [string, Keyword?]>));

for (const annotation of ['title', 'description', 'default', 'examples', 'deprecated', 'readOnly', 'writeOnly', '$comment', 'contentMediaType',
  'contentEncoding', 'contentSchema', '$schema', '$id', '$anchor', '$vocabulary', 'x-dvc']) KEYWORDS.set(annotation, ['any']);
