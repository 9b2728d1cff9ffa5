// Keywords whose verdict needs nothing but the value itself.
import type { Json } from '../types.js';
import { refuse, say, type Keyword, type Run } from './node.js';
import { canonical, codePoints, isMultiple, isObject, isType, oneOfValues } from './values.js';

/** A keyword with one number, said as `{ limit }`. */
const limit = (holds: (value: Json, limit: number) => boolean): Keyword => (given: number, site, name) => {
  const said = say(site.schema, name, { limit: given });
  return (value, at, out) => holds(value, given) || refuse(out, at, said);
};

export const maximum = limit((v, n) => typeof v !== 'number' || v <= n);
export const exclusiveMaximum = limit((v, n) => typeof v !== 'number' || v < n);
export const minimum = limit((v, n) => typeof v !== 'number' || v >= n);
export const exclusiveMinimum = limit((v, n) => typeof v !== 'number' || v > n);
export const multipleOf = limit((v, n) => typeof v !== 'number' || isMultiple(v, n));
export const maxLength = limit((v, n) => typeof v !== 'string' || codePoints(v) <= n);
export const minLength = limit((v, n) => typeof v !== 'string' || codePoints(v) >= n);
export const maxItems = limit((v, n) => !Array.isArray(v) || v.length <= n);
export const minItems = limit((v, n) => !Array.isArray(v) || v.length >= n);
export const maxProperties = limit((v, n) => !isObject(v) || Object.keys(v).length <= n);
export const minProperties = limit((v, n) => !isObject(v) || Object.keys(v).length >= n);

export const type: Keyword = (given: string | string[], site, name) => {
  const expected = [given].flat();
  const said = say(site.schema, name, { expected });
  return (value, at, out) => isType(expected, value) || refuse(out, at, said);
};

/** Also the reading of a `oneOf` of consts, which is an enum with labels: hence `message`. */
export const values = (given: Json[], schema: Json, message?: string): Run => {
  const among = oneOfValues(given);
  const said = say(schema, 'enum', { values: given.slice(0, 20) }, message);
  return (value, at, out) => among(value) || refuse(out, at, said);
};
export const enumeration: Keyword = (given: Json[], site) => values(given, site.schema);

export const constant: Keyword = (given: Json, site, name) => {
  const same = oneOfValues([given]);
  const said = say(site.schema, name, { value: given });
  return (value, at, out) => same(value) || refuse(out, at, said);
};

export const pattern: Keyword = (given: string, site, name) => {
  const regex = site.regex(given, name);
  const said = say(site.schema, name, { pattern: given });
  return (value, at, out) => typeof value !== 'string' || regex.test(value) || refuse(out, at, said);
};

export const format: Keyword = (given: string, site, name) => {
  const known = Object.hasOwn(site.formats, given) ? site.formats[given] : undefined;
  if (!known) return undefined;
  const said = say(site.schema, name);
  return (value, at, out) => {
    if (typeof value !== 'string') return true;
    const verdict = known.check(value);
    return verdict === true || refuse(out, at, said, { ...verdict.params, format: given, reason: verdict.reason });
  };
};

export const uniqueItems: Keyword = (given: boolean, site, name) => {
  if (!given) return undefined;
  const said = say(site.schema, name);
  return (value, at, out) => !Array.isArray(value) || new Set(value.map(canonical)).size === value.length || refuse(out, at, said);
};
