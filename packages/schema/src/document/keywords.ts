import { join } from '../pointer.js';
import type { Path } from '../types.js';
import { isObject, type Report } from './report.js';

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

/** What is called for every schema inside a schema, the outermost first. */
export type VisitSchema = (schema: Record<string, unknown>, path: Path) => void;

/** Reports unknown keywords and keywords whose value is of the wrong kind; visits every schema that is an object. */
export function checkKeywords(schema: unknown, path: Path, report: Report, visit: VisitSchema): void {
  if (typeof schema === 'boolean') return;
  if (!isObject(schema)) return report(path, 'wrong-type', 'a schema', schema);
  visit(schema, path);
  for (const [name, value] of Object.entries(schema)) {
    const kind = keywords.get(name);
    const at = join(path, name);
    if (kind === undefined) {
      report(at, 'unknown-keyword', 'a declared keyword', name);
    } else if (expectedOf(name, value) !== undefined) {
      report(at, 'bad-keyword-value', expectedOf(name, value)!, value);
    } else if (kind === 'schema') {
      checkKeywords(value, at, report, visit);
    } else if (/^schema./.test(kind)) {
      for (const [key, child] of Object.entries(value as object)) checkKeywords(child, join(at, key), report, visit);
    }
  }
}
