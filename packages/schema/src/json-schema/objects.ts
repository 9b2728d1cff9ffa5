// Keywords about the members of an object.
import type { Json, JsonObject } from '../types.js';
import { failing, fails, messageOf, step, type Keyword, type Run, type Site } from './node.js';
import { has, isObject } from './values.js';

const map = (given: Json | undefined): JsonObject => (isObject(given) ? given : {});
const own = (site: Site, keyword: string): JsonObject => map(Object.hasOwn(site.schema, keyword) ? site.schema[keyword] : undefined);

/** `path` is that of the missing property; its own sentence wins over the parent's. */
const missing = (names: string[], site: Site, code: string, params?: JsonObject): Run => {
  const declared = own(site, 'properties');
  const wanted = names.map((name) => ({
    name,
    step: step(name),
    fail: failing(code, messageOf(Object.hasOwn(declared, name) ? declared[name] : undefined, code) ?? messageOf(site.schema, code)),
  }));
  return (value, at, out) => {
    let ok = true;
    for (const w of wanted) {
      if (has(value as JsonObject, w.name)) continue;
      if (!out) return false;
      ok = w.fail(out, at + w.step, params);
    }
    return ok;
  };
};

export const required: Keyword = (given: string[], site, name) => {
  const run = missing(given, site, name);
  return (value, at, out, seen) => !isObject(value) || run(value, at, out, seen);
};

/** Runs the part of each trigger that is present, on the whole object. */
const whenPresent = (parts: [string, Run][]): Run => (value, at, out, seen) => {
  if (!isObject(value)) return true;
  let ok = true;
  for (const [trigger, run] of parts) {
    if (!has(value, trigger) || run(value, at, out, seen)) continue;
    if (!out) return false;
    ok = false;
  }
  return ok;
};
export const dependentRequired: Keyword = (given: Record<string, string[]>, site, name) =>
  whenPresent(Object.keys(given).map((trigger) => [trigger, missing(given[trigger], site, name, { property: trigger })]));
export const dependentSchemas: Keyword = (given: JsonObject, site, name) =>
  whenPresent(Object.keys(given).map((trigger) => [trigger, site.sub(given[trigger], name, trigger)]));

export const properties: Keyword = (given: JsonObject, site, name) => {
  const parts = Object.keys(given).map((property) => ({ property, step: step(property), run: site.sub(given[property], name, property) }));
  return (value, at, out, seen) => {
    if (!isObject(value)) return true;
    let ok = true;
    for (const p of parts) {
      if (!has(value, p.property)) continue;
      seen?.add(p.property);
      if (p.run(value[p.property], out ? at + p.step : at, out, null)) continue;
      if (!out) return false;
      ok = false;
    }
    return ok;
  };
};

/** Runs `run` on every member that `picks` lets through. */
const members = (picks: (name: string) => boolean, run: Run): Run => (value, at, out, seen) => {
  if (!isObject(value)) return true;
  let ok = true;
  for (const name of Object.keys(value)) {
    if (!picks(name)) continue;
    seen?.add(name);
    if (run(value[name], out ? at + step(name) : at, out, null)) continue;
    if (!out) return false;
    ok = false;
  }
  return ok;
};

export const patternProperties: Keyword = (given: JsonObject, site, name) => {
  const runs = Object.keys(given).map((source) => {
    const regex = site.regex(source, name, source);
    return members((property) => regex.test(property), site.sub(given[source], name, source));
  });
  return (value, at, out, seen) => {
    let ok = true;
    for (const run of runs) if (!run(value, at, out, seen)) { if (!out) return false; ok = false; }
    return ok;
  };
};

export const additionalProperties: Keyword = (given: Json, site, name) => {
  const declared = own(site, 'properties');
  const patterns = Object.keys(own(site, 'patternProperties')).map((source) => site.regex(source, 'patternProperties', source));
  return members((property) => !Object.hasOwn(declared, property) && !patterns.some((p) => p.test(property)), site.sub(given, name));
};

export const propertyNames: Keyword = (given: Json, site, name) => {
  const run = site.sub(given, name);
  const fail = fails(site, name);
  return (value, at, out) => {
    if (!isObject(value)) return true;
    let ok = true;
    for (const property of Object.keys(value)) if (!run(property, '', null, null)) ok = fail(out, at + step(property));
    return ok;
  };
};

/** Runs last, with what all the others have evaluated. */
export const unevaluatedProperties: Keyword = (given: Json, site, name) => {
  const run = site.sub(given, name);
  return (value, at, out, seen) => members((property) => !seen!.has(property), run)(value, at, out, seen);
};
