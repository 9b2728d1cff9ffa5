// The keywords that choose among schemas for the same value.
import type { Json } from '../types.js';
import { attempt, labelled } from './logic.js';
import { refuse, type Keyword, type Run, type Site } from './node.js';
import { isObject, own } from './values.js';

export const not: Keyword = (given: Json, site, name) => {
  const run = site.sub(given, name);
  const { schema } = site;
  return (value, at, out) => !run(value, '', null, null) || refuse(out, at, schema, name);
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

const oneOf: Keyword = (given: Json[], site, name) => labelled(given, site, name) ?? branches(given, site, name, true);

export const rareLogic: Record<string, Keyword> = { not, anyOf, oneOf };
