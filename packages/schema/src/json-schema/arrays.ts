// Keywords about the items of a list.
import type { Json } from '../types.js';
import { fails, type Keyword, type Run } from './node.js';

/** Runs `run` on the items from `from` on that `skips` does not name. */
const rest = (run: Run, from: number, unevaluated: boolean): Run => (value, at, out, seen) => {
  if (!Array.isArray(value)) return true;
  let ok = true;
  for (let i = from; i < value.length; i++) {
    if (unevaluated && seen!.has(i)) continue;
    seen?.add(i);
    if (run(value[i], out ? `${at}/${i}` : at, out, null)) continue;
    if (!out) return false;
    ok = false;
  }
  return ok;
};

export const items: Keyword = (given: Json, site, name) => {
  const prefix = Object.hasOwn(site.schema, 'prefixItems') ? site.schema['prefixItems'] : undefined;
  return rest(site.sub(given, name), Array.isArray(prefix) ? prefix.length : 0, false);
};

/** Runs last, with what all the others have evaluated. */
export const unevaluatedItems: Keyword = (given: Json, site, name) => rest(site.sub(given, name), 0, true);

export const prefixItems: Keyword = (given: Json[], site, name) => {
  const runs = given.map((schema, i) => site.sub(schema, name, i));
  return (value, at, out, seen) => {
    if (!Array.isArray(value)) return true;
    let ok = true;
    for (let i = 0; i < runs.length && i < value.length; i++) {
      seen?.add(i);
      if (runs[i](value[i], out ? `${at}/${i}` : at, out, null)) continue;
      if (!out) return false;
      ok = false;
    }
    return ok;
  };
};

export const contains: Keyword = (given: Json, site, name) => {
  const run = site.sub(given, name);
  const bound = (keyword: string) => (Object.hasOwn(site.schema, keyword) ? (site.schema[keyword] as number) : undefined);
  const least = bound('minContains');
  const most = bound('maxContains');
  const tooFew = fails(site, least === undefined ? name : 'minContains');
  const tooMany = fails(site, 'maxContains');
  return (value, at, out, seen) => {
    if (!Array.isArray(value)) return true;
    let count = 0;
    value.forEach((item, i) => {
      if (!run(item, '', null, null)) return;
      seen?.add(i);
      count++;
    });
    if (count < (least ?? 1)) return tooFew(out, at, { limit: least ?? 1, matched: count });
    return most === undefined || count <= most || tooMany(out, at, { limit: most, matched: count });
  };
};
