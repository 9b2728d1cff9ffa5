// Keywords whose verdict needs nothing but the value itself.
import type { Json } from '../types.js';
import { refuse, type Keyword, type Run } from './node.js';
import { codePoints, isType, oneOfValues } from './values.js';

/** A keyword with one number, said as `{ limit }`. */
export const limit = (holds: (value: Json, limit: number) => boolean): Keyword => (given: number, { schema }, name) =>
  (value, at, out) => holds(value, given) || refuse(out, at, schema, name, { limit: given });

const maximum = limit((v, n) => typeof v !== 'number' || v <= n);
const exclusiveMaximum = limit((v, n) => typeof v !== 'number' || v < n);
const minimum = limit((v, n) => typeof v !== 'number' || v >= n);
const exclusiveMinimum = limit((v, n) => typeof v !== 'number' || v > n);
const maxLength = limit((v, n) => typeof v !== 'string' || codePoints(v) <= n);
const minLength = limit((v, n) => typeof v !== 'string' || codePoints(v) >= n);
const maxItems = limit((v, n) => !Array.isArray(v) || v.length <= n);
const minItems = limit((v, n) => !Array.isArray(v) || v.length >= n);

const type: Keyword = (given: string | string[], { schema }, name) => {
  const expected = [given].flat();
  return (value, at, out) => isType(expected, value) || refuse(out, at, schema, name, { expected });
};

/** Also the reading of a `oneOf` of consts, which is an enum with labels: hence `message`. */
export const values = (given: Json[], schema: Json, message?: string): Run => {
  const among = oneOfValues(given);
  return (value, at, out) => among(value) || refuse(out, at, schema, 'enum', { values: given.slice(0, 20) }, message);
};
const enumeration: Keyword = (given: Json[], site) => values(given, site.schema);

const constant: Keyword = (given: Json, { schema }, name) => {
  const same = oneOfValues([given]);
  return (value, at, out) => same(value) || refuse(out, at, schema, name, { value: given });
};

const pattern: Keyword = (given: string, site, name) => {
  const regex = site.regex(given, name);
  const { schema } = site;
  return (value, at, out) => typeof value !== 'string' || regex.test(value) || refuse(out, at, schema, name, { pattern: given });
};

const format: Keyword = (given: string, { schema, formats }, name) => {
  const known = Object.hasOwn(formats, given) ? formats[given] : undefined;
  if (!known) return undefined;
  return (value, at, out) => {
    const verdict = typeof value === 'string' ? known.check(value) : typeof value === 'number' ? known.checkNumber?.(value) ?? true : true;
    return verdict === true || refuse(out, at, schema, name, { ...verdict.params, format: given, reason: verdict.reason });
  };
};

export const scalars: Record<string, Keyword> = {
  maximum, exclusiveMaximum, minimum, exclusiveMinimum, maxLength, minLength, maxItems, minItems, type, enum: enumeration, const: constant, pattern, format,
};
