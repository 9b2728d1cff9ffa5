import { join, split } from '../pointer.js';
import type { Path } from '../types.js';
import { isObject, listOf, own, type Loose } from './report.js';

const ADDRESS = ['country', 'province', 'commune', 'detail'];

/** A reference that cannot be followed here (an anchor, another document): nothing can be said about what lies below. */
const OPEN: Loose = {};

function follow(root: unknown, ref: string): Loose | undefined {
  if (!/^#(\/|$)/.test(ref)) return OPEN;
  let at: unknown = root;
  for (const token of split(ref.slice(1))) {
    let name = token;
    try {
      name = decodeURIComponent(token);
    } catch {
      // Not encoded: the token is the name as it stands.
    }
    at = Array.isArray(at) ? at[Number(name)] : own(at, name);
  }
  // A broken reference is compile's to name; here it only must not be counted twice.
  return isObject(at) ? at : typeof at === 'boolean' ? {} : OPEN;
}

/** `schemas` and all that can describe the same value under some condition; what an `if` or a `not` says declares nothing. */
function expand(root: unknown, schemas: readonly unknown[]): Set<Loose> {
  const all = new Set<Loose>();
  const add = (schema: unknown): void => {
    if (!isObject(schema) || all.has(schema)) return;
    all.add(schema);
    const ref = own(schema, '$ref');
    if (typeof ref === 'string') add(follow(root, ref));
    for (const name of ['allOf', 'anyOf', 'oneOf']) listOf(own(schema, name)).forEach(add);
    add(own(schema, 'then'));
    add(own(schema, 'else'));
    const dependent = own(schema, 'dependentSchemas');
    if (isObject(dependent)) Object.values(dependent).forEach(add);
  };
  schemas.forEach(add);
  return all;
}

/** Every schema that can describe the place at `path` in the answers (`*` = any row); undefined when that cannot be known; empty when no property is declared there. */
export function schemasAt(root: unknown, path: Path): Set<Loose> | undefined {
  let here = expand(root, [root]);
  for (const token of split(path)) {
    if (here.has(OPEN)) return undefined;
    const below: unknown[] = [];
    for (const schema of here) {
      below.push(own(own(schema, 'properties'), token));
      if (own(own(schema, 'x-dvc'), 'widget') === 'address' && ADDRESS.includes(token)) below.push({});
      if (/^(\*|\d+)$/.test(token)) below.push(own(schema, 'items'), ...(token === '*' ? listOf(own(schema, 'prefixItems')) : [listOf(own(schema, 'prefixItems'))[Number(token)]]));
    }
    // `true` declares a property and says nothing more about it.
    here = expand(root, below.map((schema) => (schema === true ? {} : schema)));
  }
  return here.has(OPEN) ? undefined : here;
}

/**
 * Required answers that none of `shown` leads to: the field itself, what holds it, or everything required in it.
 * Computed (`readOnly`) and fixed (`const`) values need no field.
 */
export function requiredNotShown(root: unknown, shown: readonly Path[]): Path[] {
  const missing: Path[] = [];
  const visit = (path: Path, schemas: Set<Loose>): void => {
    const names = new Set([...schemas].flatMap((schema) => listOf(own(schema, 'required'))));
    for (const name of names) {
      if (typeof name !== 'string') continue;
      const at = join(path, name);
      if (shown.some((field) => field === at)) continue;
      const below = schemasAt(root, at);
      // Nothing declared is another mistake, and not one of the steps.
      if (!below?.size || [...below].some((schema) => own(schema, 'readOnly') === true || Object.hasOwn(schema, 'const'))) continue;
      if (shown.some((field) => field.startsWith(`${at}/`))) visit(at, below);
      else missing.push(at);
    }
  };
  visit('', expand(root, [root]));
  return missing;
}

/** Leaves of the data schema, each `$ref` counted where it is used: what a form would show if everything applied, one row per list. */
export function countFields(root: unknown): number {
  const counted = new Map<Loose, number>();
  const count = (schema: unknown): number => {
    if (!isObject(schema)) return 0;
    const known = counted.get(schema);
    if (known !== undefined) return known;
    counted.set(schema, 0); // A schema inside itself counts once.
    let sum = 0;
    const ref = own(schema, '$ref');
    if (typeof ref === 'string') sum += count(follow(root, ref));
    for (const name of ['allOf', 'anyOf', 'oneOf', 'prefixItems']) for (const child of listOf(own(schema, name))) sum += count(child);
    for (const name of ['then', 'else', 'items']) sum += count(own(schema, name));
    const properties = own(schema, 'properties');
    if (isObject(properties)) for (const child of Object.values(properties)) sum += Math.max(1, count(child));
    const dependent = own(schema, 'dependentSchemas');
    if (isObject(dependent)) for (const child of Object.values(dependent)) sum += count(child);
    counted.set(schema, sum);
    return sum;
  };
  return count(root);
}
