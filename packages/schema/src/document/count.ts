import { read } from '../pointer.js';
import type { Json } from '../types.js';
import { isObject, type Loose } from './report.js';

/** The schema that a local reference names; undefined for an anchor, another document, or nothing. */
function follow(root: unknown, ref: unknown): unknown {
  if (typeof ref !== 'string' || !/^#(\/|$)/.test(ref)) return undefined;
  try {
    return read(root as Json, decodeURIComponent(ref.slice(1)));
  } catch {
    return undefined;
  }
}

/**
 * What a form would show if every condition held, one row for each list. A schema is counted wherever a `$ref` uses it, and once inside itself,
 * without walking it again: a few lines of references can stand for millions of places.
 * @returns the number of fields, and of schemas on the way to them
 */
export function countPlaces(root: unknown): [fields: number, schemas: number] {
  const counted = new Map<Loose, [number, number]>();
  const count = (schema: unknown, depth: number): [number, number] => {
    // So far down a way of references only a bomb leads.
    if (!isObject(schema) || depth > 999) return [0, depth > 999 ? 1e6 : 1];
    const known = counted.get(schema);
    if (known) return known;
    const sum: [number, number] = [0, 1];
    counted.set(schema, [0, 1]);
    for (const name of Object.keys(schema)) {
      const value = schema[name] ?? {};
      const children = name === '$ref' ? [follow(root, value)] : /^(then|else|items)$/.test(name) ? [value] : /Of$|^(prefixItems|dependent.*|properties)$/.test(name) ? Object.values(value) : [];
      for (const child of children) {
        const [fields, schemas] = count(child, depth + 1);
        sum[0] += Math.max(fields, name[0] === 'p' ? 1 : 0);
        // A branch of anyOf or oneOf is judged on its own and again with its sisters; what depends on a property is a condition.
        sum[1] += schemas * (name[1] === 'n' ? 2 : name[0] === 'd' ? 9 : 1);
      }
    }
    counted.set(schema, sum);
    return sum;
  };
  return count(root, 0);
}
