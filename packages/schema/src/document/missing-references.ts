import { resources } from '../json-schema/resources.js';
import { join } from '../pointer.js';
import type { Json, JsonObject, JsonSchema, Path } from '../types.js';
import { keywords } from './keywords.js';
import { isObject, own } from './report.js';

export interface MissingReference {
  /** pointer to the keyword */
  readonly path: Path;
  readonly ref: string;
  /** It leads into another document, to nothing in this one, or to another place for every answer. */
  readonly why: 'remote-ref' | 'unresolved-ref' | 'dynamic-ref';
}

const DYNAMIC = ['$dynamicRef', '$recursiveRef'];

/** The references of a schema in 2020-12 that lead nowhere. `root`: the document that they are looked up in, if it is another. */
export function missingReferences(schema: JsonSchema, root: JsonSchema = schema): MissingReference[] {
  const find = resources(root);
  const missing: MissingReference[] = [];
  const isThere = (ref: string, from: Json): boolean => {
    try {
      const target = find(ref, from);
      return typeof target === 'boolean' || isObject(target);
    } catch {
      return false; // not a URL, or a stray `%`
    }
  };
  const look = (part: Json, path: Path): void => {
    if (!isObject(part)) return;
    const ref = own(part, '$ref');
    if (typeof ref === 'string' && !isThere(ref, part as JsonObject)) missing.push({ path: join(path, '$ref'), ref, why: ref[0] === '#' ? 'unresolved-ref' : 'remote-ref' });
    for (const name of DYNAMIC) if (Object.hasOwn(part, name)) missing.push({ path: join(path, name), ref: String(part[name]), why: 'dynamic-ref' });
    for (const [name, value] of Object.entries(part as JsonObject)) {
      const holds = keywords.get(name);
      if (holds === 'schema') look(value, join(path, name));
      else if (holds?.startsWith('schema') && typeof value === 'object' && value !== null) for (const [key, child] of Object.entries(value as JsonObject)) look(child, join(path, name, key));
    }
  };
  look(schema, '');
  return missing;
}

/** A copy that asks nothing where a reference leads nowhere; what stands beside it stays. The same schema when none does. */
export function withoutMissing<S extends JsonSchema>(schema: S, missing: readonly MissingReference[] = missingReferences(schema)): S {
  if (missing.length === 0) return schema;
  const lost = new Set(missing.map(({ path }) => path));
  const copy = (value: Json, path: Path): Json => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item, i) => copy(item, join(path, i)));
    return Object.fromEntries(Object.entries(value).flatMap(([name, child]) => (lost.has(join(path, name)) ? [] : [[name, copy(child, join(path, name))]])));
  };
  return copy(schema, '') as S;
}
