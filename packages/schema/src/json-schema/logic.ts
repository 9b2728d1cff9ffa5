// Keywords that apply other schemas to the same value.
import type { Json } from '../types.js';
import { all, messageOf, type Keyword, type Run, type Seen, type Site } from './node.js';
import { NeedsMore } from './problems.js';
import { values } from './scalars.js';
import { isObject, own } from './values.js';

const $ref: Keyword = (given: string, site) => site.refer(given);

const allOf: Keyword = (given: Json[], site, name) => all(given.map((schema, i) => site.sub(schema, name, i)));

/** Evaluates a branch that may fail without harm; what it evaluated counts only if it holds. */
export const attempt = (run: Run, value: Json, seen: Seen | null): boolean => {
  const mine: Seen | null = seen && new Set();
  if (!run(value, '', null, mine)) return false;
  if (mine) for (const name of mine) seen!.add(name);
  return true;
};

const conditional: Keyword = (given: Json, site) => {
  const test = site.sub(given, 'if');
  const part = (name: string) => {
    const schema = own(site.schema, name);
    return schema === undefined ? undefined : site.sub(schema, name);
  };
  const then = part('then');
  const otherwise = part('else');
  return (value, at, out, seen) => {
    // A bare `if` matters only for what it evaluates.
    if (!then && !otherwise && !seen) return true;
    const next = attempt(test, value, seen) ? then : otherwise;
    return !next || next(value, at, out, seen);
  };
};

const LABELS = new Set(['const', 'title', 'description', 'deprecated', '$comment', 'x-dvc']);

/** A `oneOf` of different scalar consts is an enum with labels; undefined for any other. */
export function labelled(given: Json[], { schema }: Site, name: string): Run | undefined {
  const constants = given.map((branch) => (isObject(branch) && Object.keys(branch).every((k) => LABELS.has(k)) ? own(branch, 'const') : undefined));
  return constants.every((c) => c !== undefined && (c === null || typeof c !== 'object')) && new Set(constants).size === constants.length
    ? values(constants as Json[], schema, messageOf(schema, 'enum') ?? messageOf(schema, name)) : undefined;
}

const oneOf: Keyword = (given: Json[], site, name) => {
  const run = labelled(given, site, name);
  if (!run) throw new NeedsMore(name);
  return run;
};

export const logic: Record<string, Keyword> = { $ref, allOf, if: conditional, oneOf };
