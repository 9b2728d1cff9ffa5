// The rarer keywords about the members of an object.
import type { Json, JsonObject } from '../types.js';
import { every, objectOf, refuse, step, type Keyword, type Run } from './node.js';
import { missing } from './objects.js';
import { limit } from './scalars.js';
import { has, isObject, own } from './values.js';

const maxProperties = limit((v, n) => !isObject(v) || Object.keys(v).length <= n);
const minProperties = limit((v, n) => !isObject(v) || Object.keys(v).length >= n);

/** Runs the part of each trigger that is present, on the whole object. */
const whenPresent = (given: JsonObject, make: (trigger: string) => Run): Run => {
  const parts = Object.keys(given).map((name) => ({ name, run: make(name) }));
  return (value, at, out, seen) => !isObject(value) || every(parts, out, (p) => !has(value, p.name) || p.run(value, at, out, seen));
};
const dependentRequired: Keyword = (given: Record<string, string[]>, site, name) =>
  whenPresent(given, (property) => missing(given[property], site, name, { property }));
const dependentSchemas: Keyword = (given: JsonObject, site, name) => whenPresent(given, (property) => site.sub(given[property], name, property));

/** Runs `run` on every member that `picks` lets through. */
const members = (run: Run, picks: (name: string, seen: Set<string | number> | null) => boolean): Run => (value, at, out, seen) =>
  !isObject(value) || every(Object.keys(value), out, (name) => {
    if (!picks(name, seen)) return true;
    seen?.add(name);
    return run(value[name], out ? at + step(name) : at, out, null);
  });

const patternProperties: Keyword = (given: JsonObject, site, name) => {
  const runs = Object.keys(given).map((source) => {
    const regex = site.regex(source, name, source);
    return members(site.sub(given[source], name, source), (property) => regex.test(property));
  });
  return (value, at, out, seen) => every(runs, out, (run) => run(value, at, out, seen));
};

const additionalProperties: Keyword = (given: Json, site, name) => {
  const declared = objectOf(own(site.schema, 'properties'));
  const patterns = Object.keys(objectOf(own(site.schema, 'patternProperties'))).map((source) => site.regex(source, 'patternProperties', source));
  return members(site.sub(given, name), (property) => !Object.hasOwn(declared, property) && !patterns.some((p) => p.test(property)));
};

const propertyNames: Keyword = (given: Json, site, name) => {
  const run = site.sub(given, name);
  const { schema } = site;
  return (value, at, out) => !isObject(value) || every(Object.keys(value), out, (property) => run(property, '', null, null) || refuse(out, at + step(property), schema, name));
};

/** Runs last, with what all the others have evaluated. */
const unevaluatedProperties: Keyword = (given: Json, site, name) => members(site.sub(given, name), (property, seen) => !seen!.has(property));

export const rareObjects: Record<string, Keyword> = {
  maxProperties, minProperties, dependentRequired, dependentSchemas, patternProperties, additionalProperties, propertyNames, unevaluatedProperties,
};
