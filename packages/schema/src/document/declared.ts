import { join, split } from '../pointer.js';
import { resolve } from '../plan/local-ref.js';
import type { JsonSchemaObject, Path } from '../types.js';
import { isObject, listOf, own, type Loose } from './report.js';

const ADDRESS = ['country', 'province', 'commune', 'detail'];

/** A reference that cannot be followed here (an anchor, another document): nothing can be said about what lies below. */
const OPEN: Loose = {};

/** `schemas` and all that can describe the same value under some condition; what an `if` or a `not` says declares nothing. */
function expand(root: unknown, schemas: readonly unknown[]): Set<Loose> {
  const all = new Set<Loose>();
  const add = (schema: unknown): void => {
    if (!isObject(schema) || all.has(schema)) return;
    all.add(schema);
    const ref = own(schema, '$ref');
    if (ref !== undefined) {
      const target = resolve(root as JsonSchemaObject, String(ref))?.schema;
      // Where a reference leads nowhere, compile says so; it must not be said twice.
      add(isObject(target) ? target : typeof target === 'boolean' ? {} : OPEN);
    }
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
