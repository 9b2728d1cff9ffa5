// Keywords about the members of an object.
import type { JsonObject } from '../types.js';
import { every, messageOf, refuse, step, type Keyword, type Run, type Site } from './node.js';
import { has, isObject, own } from './values.js';

/** `path` is that of the missing property; its own sentence wins over the parent's. */
export const missing = (names: string[], site: Site, code: string, params?: JsonObject): Run => {
  const { schema } = site;
  return (value, at, out) => !isObject(value) || every(names, out, (name) => has(value, name)
    || (out !== null && refuse(out, at + step(name), schema, code, params, messageOf(own(own(schema, 'properties'), name), code))));
};

const required: Keyword = (given: string[], site, name) => missing(given, site, name);

const properties: Keyword = (given: JsonObject, site, keyword) => {
  const parts = Object.keys(given).map((name) => ({ name, step: step(name), run: site.sub(given[name], keyword, name) }));
  return (value, at, out, seen) => !isObject(value) || every(parts, out, (p) => {
    if (!has(value, p.name)) return true;
    seen?.add(p.name);
    return p.run(value[p.name], out ? at + p.step : at, out, null);
  });
};

export const objects: Record<string, Keyword> = { required, properties };
