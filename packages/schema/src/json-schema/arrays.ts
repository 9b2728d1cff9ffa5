// Keywords about the items of a list.
import type { Json } from '../types.js';
import { every, refuse, type Keyword, type Run } from './node.js';
import { canonical, own } from './values.js';

/** Runs `pick(i)`, if there is one, on each item. */
const rows = (pick: (i: number, seen: Set<string | number> | null) => Run | false | undefined): Run => (value, at, out, seen) =>
  !Array.isArray(value) || every(value, out, (item, i) => {
    const run = pick(i, seen);
    if (!run) return true;
    seen?.add(i);
    return run(item, out ? `${at}/${i}` : at, out, null);
  });

export const items: Keyword = (given: Json, site, name) => {
  const run = site.sub(given, name);
  const prefix = own(site.schema, 'prefixItems');
  const from = Array.isArray(prefix) ? prefix.length : 0;
  return rows((i) => i >= from && run);
};

/** Runs last, with what all the others have evaluated. */
const unevaluatedItems: Keyword = (given: Json, site, name) => {
  const run = site.sub(given, name);
  return rows((i, seen) => !seen!.has(i) && run);
};

const prefixItems: Keyword = (given: Json[], site, name) => {
  const runs = given.map((schema, i) => site.sub(schema, name, i));
  return rows((i) => runs[i]);
};

export const contains: Keyword = (given: Json, site, name) => {
  const run = site.sub(given, name);
  const { schema } = site;
  const least = own(schema, 'minContains') as number | undefined;
  const most = own(schema, 'maxContains') as number | undefined;
  return (value, at, out, seen) => {
    if (!Array.isArray(value)) return true;
    let matched = 0;
    value.forEach((item, i) => {
      if (!run(item, '', null, null)) return;
      seen?.add(i);
      matched++;
    });
    const limit = least ?? 1;
    if (matched < limit) return refuse(out, at, schema, least === undefined ? name : 'minContains', { limit, matched });
    return most === undefined || matched <= most || refuse(out, at, schema, 'maxContains', { limit: most, matched });
  };
};

/** Says which rows are the same, counted from 1 as people do. */
export const uniqueItems: Keyword = (given: boolean, { schema }, name) => {
  if (!given) return undefined;
  return (value, at, out) => {
    if (!Array.isArray(value)) return true;
    const rows = new Map<string, number>();
    for (const [i, item] of value.entries()) {
      const text = canonical(item);
      const first = rows.get(text);
      if (first !== undefined) return refuse(out, at, schema, name, { first, second: i + 1 });
      rows.set(text, i + 1);
    }
    return true;
  };
};

export const arrays: Record<string, Keyword> = {
  items, uniqueItems, unevaluatedItems, prefixItems, contains,
};
