// Keywords that apply other schemas to the same value.
import type { Json } from '../types.js';
import { all, messageOf, refuse, type Keyword, type Run, type Seen, type Site } from './node.js';
import { values } from './scalars.js';
import { isObject, own } from './values.js';

const $ref: Keyword = (given: string, site) => site.refer(given);

const allOf: Keyword = (given: Json[], site, name) => all(given.map((schema, i) => site.sub(schema, name, i)));

const not: Keyword = (given: Json, site, name) => {
  const run = site.sub(given, name);
  const { schema } = site;
  return (value, at, out) => !run(value, '', null, null) || refuse(out, at, schema, name);
};

/** Evaluates a branch that may fail without harm; what it evaluated counts only if it holds. */
const attempt = (run: Run, value: Json, seen: Seen | null): boolean => {
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

const pick = (schema: Json, ...names: string[]): [string, Json][] => names.flatMap((name) => {
  const given = own(schema, name);
  return given === undefined ? [] : [[name, given] as [string, Json]];
});

/** What tells a branch from its sisters: its type, its constants, and the constants of its properties. */
function discriminator(branch: Json, site: Site): Json | undefined {
  const schema = site.target(branch);
  const self = pick(schema, 'type', 'const', 'enum');
  const declared = own(schema, 'properties');
  const constants = isObject(declared)
    ? Object.keys(declared).map((name): [string, [string, Json][]] => [name, pick(site.target(declared[name]), 'const', 'enum')]).filter(([, found]) => found.length)
    : [];
  if (constants.length) {
    self.push(['required', constants.map(([name]) => name)], ['properties', Object.fromEntries(constants.map(([name, found]) => [name, Object.fromEntries(found)]))]);
  }
  return self.length ? Object.fromEntries(self) : undefined;
}

/**
 * When no branch holds, the issues of the only branch that the value can have meant, so that they point at its fields.
 * Compiled at the first failure: a form that is filled in well never pays for it.
 */
function meant(given: Json[], runs: Run[], site: Site, name: string): (value: Json) => Run | undefined {
  let fits: (Run | undefined)[] | undefined;
  return (value) => {
    fits ??= given.map((branch) => {
      const self = discriminator(branch, site);
      return self === undefined ? undefined : site.sub(self, name);
    });
    const candidates = runs.filter((_, i) => fits![i]?.(value, '', null, null) ?? true);
    return candidates.length === 1 ? candidates[0] : undefined;
  };
}

function branches(given: Json[], site: Site, name: string, single: boolean): Run {
  const { schema } = site;
  const runs = given.map((branch, i) => site.sub(branch, name, i));
  const guess = meant(given, runs, site, name);
  return (value, at, out, seen) => {
    let matched = 0;
    for (const run of runs) {
      if (!attempt(run, value, seen)) continue;
      matched++;
      if (single ? matched > 1 && !out : !seen) break;
    }
    if (single ? matched === 1 : matched) return true;
    if (!out) return false;
    const run = matched ? undefined : guess(value);
    if (run) return run(value, at, out, seen);
    // No telling which branch was meant, so none of the members is called superfluous.
    if (seen && typeof value === 'object' && value) for (const key of Object.keys(value)) seen.add(Array.isArray(value) ? Number(key) : key);
    return refuse(out, at, schema, name, { matched });
  };
}

const anyOf: Keyword = (given: Json[], site, name) => branches(given, site, name, false);

const LABELS = new Set(['const', 'title', 'description', 'deprecated', '$comment', 'x-dvc']);

const oneOf: Keyword = (given: Json[], site, name) => {
  const constants = given.map((branch) => (isObject(branch) && Object.keys(branch).every((k) => LABELS.has(k)) ? own(branch, 'const') : undefined));
  // A oneOf of different scalar consts is an enum with labels.
  if (constants.every((c) => c !== undefined && (c === null || typeof c !== 'object')) && new Set(constants).size === constants.length) {
    return values(constants as Json[], site.schema, messageOf(site.schema, 'enum') ?? messageOf(site.schema, name));
  }
  return branches(given, site, name, true);
};

export const logic: Record<string, Keyword> = {
  $ref, allOf, not, if: conditional, anyOf, oneOf,
};
