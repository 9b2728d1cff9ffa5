import type { Json, JsonObject } from '../types.js';

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The own property, so that `constructor` is nothing. */
export const own = (value: Json | undefined, name: string): Json | undefined => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined);

/** Own properties only: `toString` and `__proto__` are ordinary names in an answer. */
export const has = (object: JsonObject, name: string): boolean => Object.hasOwn(object, name) && object[name] !== undefined;

/** One text per JSON value whatever the order of its keys; -0 is 0. Never calls a method of the data (`{"toString": 1}` made Ajv throw). */
export const canonical = (value: Json): string =>
  JSON.stringify(value, (_, v: Json) => (isObject(v) ? Object.fromEntries(Object.keys(v).sort().map((k) => [k, v[k]])) : v));

export const typeOf = (value: Json): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/** `integer` accepts 1.0, as 2020-12 says. */
export const isType = (types: readonly string[], value: Json): boolean =>
  types.includes(typeOf(value)) || (Number.isInteger(value) && types.includes('integer'));

export const oneOfValues = (values: readonly Json[]): ((value: Json) => boolean) => {
  const deep = values.filter((v) => typeof v === 'object' && v !== null).map(canonical);
  return (value) => values.includes(value) || (deep.length > 0 && typeof value === 'object' && value !== null && deep.includes(canonical(value)));
};

/** Length in code points: a letter outside the BMP counts once. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let i = 1; i < text.length; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xdc00 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800) count--;
  }
  return count;
}
