// Answers as a plain value, never changed in place.
import { split, type Json, type JsonObject, type Path } from '@dvc/schema';
import { isObject } from './plain.js';

/** Nothing was said: an empty text, an empty list, a group of nothing. */
export const isEmpty = (value: Json | undefined): boolean =>
  value === undefined || value === null || (typeof value === 'string' ? value.trim() === '' : Array.isArray(value) ? value.length === 0 : isObject(value) && Object.values(value).every((part) => isEmpty(part)));

/** An answer without the parts in which nothing was said; undefined when nothing is left. */
export function withoutEmpty(value: Json | undefined): Json | undefined {
  if (value === undefined || isEmpty(value)) return undefined;
  return isObject(value) ? Object.fromEntries(Object.entries(value).flatMap(([key, part]) => (isEmpty(part) ? [] : [[key, withoutEmpty(part)!]]))) : value;
}

/** With `value` at `path`; `undefined` takes it out, and with it the groups that are left empty. */
export function withAnswer(answers: Readonly<Record<string, Json>>, path: Path, value: Json | undefined): JsonObject {
  const put = (held: Json | undefined, [key, ...below]: string[]): Json | undefined => {
    if (key === undefined) return value;
    const { [key]: before, ...others } = isObject(held) ? held : {};
    const made = put(before, below);
    if (made === undefined) return Object.keys(others).length > 0 ? others as JsonObject : undefined;
    // In its old place, so that what is sent does not tell in which order people answered.
    return isObject(held) && Object.hasOwn(held, key) ? { ...held, [key]: made } : { ...others, [key]: made };
  };
  return (put(answers as JsonObject, split(path)) ?? {}) as JsonObject;
}
