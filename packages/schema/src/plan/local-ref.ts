import { join, read, split } from '../pointer.js';
import type { JsonSchema, JsonSchemaObject, Path } from '../types.js';

export interface Resolved { readonly schema: JsonSchema; readonly at: Path }

/** The schema that a local reference names, with its pointer in the data schema. */
export function resolve(root: JsonSchemaObject, ref: string): Resolved | undefined {
  if (ref === '#') return { schema: root, at: '' };
  if (!ref.startsWith('#/')) return undefined;
  let at: Path;
  try {
    at = join('', ...split(decodeURIComponent(ref.slice(1))));
  } catch {
    return undefined; // a stray `%`
  }
  const schema = read(root, at);
  return typeof schema === 'boolean' || (typeof schema === 'object' && schema !== null && !Array.isArray(schema)) ? { schema, at } : undefined;
}
