// What the keyword files share: the shape of one compiled keyword and how it says no.
import type { Format } from '../formats/types.js';
import { join } from '../pointer.js';
import type { Issue, Json, JsonObject, JsonSchema, JsonSchemaObject, Path, Pattern as ReadPattern } from '../types.js';
import type { Pattern } from './linear-pattern.js';
import { isObject, own } from './values.js';

/** Names (object) or indices (array) that were evaluated at one location: what `unevaluated*` needs to know. */
export type Seen = Set<string | number>;

/**
 * One compiled keyword or schema. Without `out` it stops at the first fault; with it every issue is collected.
 * `seen` is null unless an `unevaluated*` keyword looks on, so that scalars never allocate a set.
 */
export type Run = (value: Json, at: Path, out: Issue[] | null, seen: Seen | null) => boolean;

/** The schema whose keywords are being compiled. */
export interface Site {
  readonly schema: JsonSchemaObject;
  readonly formats: Readonly<Record<string, Format>>;
  /** Compiles a subschema; a `false` there is reported under the name of the keyword. */
  sub(schema: Json, keyword: string, ...tokens: (string | number)[]): Run;
  refer(ref: string): Run;
  /** The schema behind a `$ref`, if it is one. */
  target(schema: Json): Json;
  regex(source: string, ...tokens: string[]): Pattern;
}
export type Keyword = (given: never, site: Site, name: string) => Run | undefined;

/** The keywords at hand: `plain` for most forms, `whole` in Node and for the forms that need it. */
export interface Vocabulary {
  readonly keywords: ReadonlyMap<string, Keyword>;
  /** What the rarer keywords bring along. */
  readonly rest?: Rest;
}
export interface Rest {
  normalise(schema: JsonSchema): JsonSchema;
  /** Runs `last`, the `unevaluated*` keywords, with what `before` has evaluated. */
  watched(before: Run, last: Run): Run;
  withoutEchoes(issues: Issue[]): Issue[];
  /** Finds a reference by its pointer, its anchor or its id: `(ref, the schema that it stands in)`. */
  resources(root: JsonSchema): (ref: string, from: Json) => Json | undefined;
  /** A pattern that cannot stop the page; undefined when there is no such way to match it. */
  pattern(source: string): Pattern | undefined;
  /** Adds what a rarer keyword reads; false for the others. */
  reads(keyword: string, given: Json, out: Set<ReadPattern>, from: (sub: Json, prefix?: string) => void): boolean;
}

export const PASS: Run = () => true;

/** The author's own sentence for a keyword. */
export function messageOf(schema: Json | undefined, code: string): string | undefined {
  const message = own(own(own(schema, 'x-dvc'), 'messages'), code);
  return typeof message === 'string' ? message : undefined;
}

const NONE: JsonObject = {};

/**
 * Says no: `code` is the keyword of `schema` that does. Only now is the issue made, so that a form of 1,000 fields keeps none.
 * `message` stands in for the sentence that the schema has for the keyword.
 */
export const refuse = (out: Issue[] | null, path: Path, schema: Json, code: string, params = NONE, message?: string): false => {
  if (out) {
    const sentence = message ?? messageOf(schema, code);
    out.push(sentence === undefined ? { path, code, params } : { path, code, params, message: sentence });
  }
  return false;
};

/** `/name`, escaped once at compile time. */
export const step = (name: string | number): string => join('', name);

/** Does it hold for each? Without `out` the first that does not is enough. */
export function every<T>(list: readonly T[], out: Issue[] | null, holds: (item: T, i: number) => boolean): boolean {
  let ok = true;
  for (let i = 0; i < list.length; i++) {
    if (holds(list[i], i)) continue;
    if (!out) return false;
    ok = false;
  }
  return ok;
}

/** Every run must hold. If `typed`, the first is enough to stop: after a wrong type the other keywords have nothing to say. */
export function all(runs: readonly Run[], typed = false): Run {
  if (runs.length < 2) return runs.length ? runs[0] : PASS;
  return (value, at, out, seen) => {
    let ok = true;
    for (let i = 0; i < runs.length; i++) {
      if (runs[i](value, at, out, seen)) continue;
      if (!out || (typed && i === 0)) return false;
      ok = false;
    }
    return ok;
  };
}

export const objectOf = (given: Json | undefined): JsonObject => (isObject(given) ? given : NONE);
