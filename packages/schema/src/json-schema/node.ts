// What the keyword files share: the shape of one compiled keyword and how it says no.
import { join } from '../pointer.js';
import type { Format } from '../formats/types.js';
import type { Issue, Json, JsonObject, JsonSchemaObject, Path } from '../types.js';
import { isObject } from './values.js';

/** Names (object) or indices (array) that were evaluated at one location: what `unevaluated*` needs to know. */
export type Seen = Set<string | number>;

/**
 * One compiled keyword or schema. Without `out` it stops at the first fault; with it every issue is collected.
 * `seen` is null unless an `unevaluated*` keyword looks on, so that scalars never allocate a set.
 */
export type Run = (value: Json, at: Path, out: Issue[] | null, seen: Seen | null) => boolean;

export type Fail = (out: Issue[] | null, path: Path, params?: JsonObject) => false;

/** The schema whose keywords are being compiled. */
export interface Site {
  readonly schema: JsonSchemaObject;
  readonly path: Path;
  readonly formats: Readonly<Record<string, Format>>;
  /** Compiles a subschema; a `false` there is reported under the name of the keyword. */
  sub(schema: Json, keyword: string, ...tokens: (string | number)[]): Run;
  refer(ref: string): Run;
  /** The schema behind a `$ref`, if it is one. */
  target(schema: Json): Json;
  regex(source: string, ...tokens: string[]): RegExp;
}
export type Keyword = (given: never, site: Site, name: string) => Run | undefined;

export const PASS: Run = () => true;

/** The author's own sentence for a keyword. */
export function messageOf(schema: Json | undefined, code: string): string | undefined {
  const notes = isObject(schema) && Object.hasOwn(schema, 'x-dvc') ? schema['x-dvc'] : undefined;
  const messages = isObject(notes) && Object.hasOwn(notes, 'messages') ? notes['messages'] : undefined;
  const message = isObject(messages) && Object.hasOwn(messages, code) ? messages[code] : undefined;
  return typeof message === 'string' ? message : undefined;
}

const NONE: JsonObject = {};

export const failing = (code: string, message?: string): Fail => (out, path, params = NONE) => {
  out?.push(message === undefined ? { path, code, params } : { path, code, params, message });
  return false;
};

export const fails = (site: Site, code: string): Fail => failing(code, messageOf(site.schema, code));

/** `/name`, escaped once at compile time. */
export const step = (name: string | number): string => join('', name);

/** Every run must hold. `first` alone is enough to stop: after a wrong type the other keywords have nothing to say. */
export function all(runs: readonly Run[], first = false): Run {
  if (runs.length < 2) return runs.length ? runs[0] : PASS;
  return (value, at, out, seen) => {
    let ok = true;
    for (let i = 0; i < runs.length; i++) {
      if (runs[i](value, at, out, seen)) continue;
      if (!out || (first && i === 0)) return false;
      ok = false;
    }
    return ok;
  };
}
