import { isObject } from './report.js';

/** The declared keywords of the data schema, by what they hold. */
const KEYWORDS: Record<string, string> = {
  schema: 'additionalProperties propertyNames items contains unevaluatedItems unevaluatedProperties not if then else contentSchema',
  schemas: 'prefixItems allOf anyOf oneOf',
  schemaMap: '$defs properties patternProperties dependentSchemas',
  text: '$schema $id $anchor $ref $comment title description format pattern contentMediaType contentEncoding',
  flag: 'deprecated readOnly writeOnly uniqueItems',
  number: 'multipleOf maximum exclusiveMaximum minimum exclusiveMinimum',
  count: 'maxLength minLength maxItems minItems maxContains minContains maxProperties minProperties',
  names: 'required',
  nameMap: 'dependentRequired',
  values: 'enum examples',
  any: 'const default $vocabulary',
  type: 'type',
  annotations: 'x-dvc',
};

/** keyword → what it holds */
export const keywords: ReadonlyMap<string, string> = new Map(
  Object.entries(KEYWORDS).flatMap(([kind, names]) => names.split(' ').map((name): [string, string] => [name, kind])),
);

/** Where a reference leads only when the answers are there cannot be drawn: these are refused by a name of their own. */
export const unknownCode = (name: string): string => (/^\$(dynamic|recursive)/.test(name) ? 'dynamic-ref' : 'unknown-keyword');

const TYPES = /^(null|boolean|object|array|number|string|integer)$/;
const isNames = (value: unknown) => Array.isArray(value) && value.every((name) => typeof name === 'string') && new Set(value).size === value.length;
const isType = (value: unknown) => typeof value === 'string' && TYPES.test(value);
const CHECKS: Record<string, [(value: unknown) => boolean, string]> = {
  schema: [(value) => isObject(value) || typeof value === 'boolean', 'a schema'],
  schemas: [(value) => Array.isArray(value) && value.length > 0, 'a list of schemas'],
  schemaMap: [isObject, 'an object of schemas'],
  text: [(value) => typeof value === 'string', 'a text'],
  flag: [(value) => typeof value === 'boolean', 'true or false'],
  number: [(value) => typeof value === 'number', 'a number'],
  count: [(value) => Number.isInteger(value) && (value as number) >= 0, 'a whole number, 0 or more'],
  names: [isNames, 'a list of different names'],
  nameMap: [(value) => isObject(value) && Object.values(value).every(isNames), 'an object of lists of names'],
  values: [Array.isArray, 'a list'],
  type: [(value) => isType(value) || (isNames(value) && (value as unknown[]).length > 0 && (value as unknown[]).every(isType)), 'a type of JSON'],
  annotations: [isObject, 'an object'],
};

/** What was expected instead of `value` as the value of a declared keyword; undefined when it is of the right kind. */
export function expectedOf(name: string, value: unknown): string | undefined {
  const check = CHECKS[keywords.get(name) ?? ''];
  if (check && !check[0](value)) return check[1];
  return name === 'multipleOf' && (value as number) <= 0 ? 'a number above 0' : undefined;
}
