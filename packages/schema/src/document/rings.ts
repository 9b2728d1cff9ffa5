import type { Json, JsonObject } from '../types.js';
import { isObject, own } from './report.js';

/** They look at the same value; all other keywords at parts of it. */
const LISTS = ['allOf', 'anyOf', 'oneOf'];
const SINGLE = ['not', 'if', 'then', 'else'];
/** More than this one after the other at one place of the answers is no form. */
const HIGHEST = 500;

/** Takes out every `$ref` that comes back to where it stands without going deeper into the answers, or only after a very long way. `found` sees its schema first. */
export function breakRings(root: Json, targetOf: (schema: JsonObject) => Json | undefined, found: (schema: JsonObject, endless: boolean) => void): void {
  /** Steps below a schema at its place; 0 while it is being looked at. */
  const heights = new Map<JsonObject, number>();
  const steps = (schema: Json | undefined, way: number): number => {
    if (!isObject(schema)) return 0;
    const known = heights.get(schema as JsonObject);
    if (known !== undefined) return known;
    heights.set(schema as JsonObject, 0);
    let height = 0;
    const add = (child: unknown) => { height = Math.max(height, steps(child as Json, way + 1)); };
    for (const keyword of LISTS) if (Array.isArray(schema[keyword])) (schema[keyword] as Json[]).forEach(add);
    for (const keyword of SINGLE) add(own(schema, keyword));
    if (isObject(schema.dependentSchemas)) Object.values(schema.dependentSchemas).forEach(add);
    const target = targetOf(schema as JsonObject);
    if (isObject(target)) {
      const below = way < HIGHEST ? steps(target as JsonObject, way + 1) : HIGHEST;
      const endless = heights.get(target as JsonObject) === 0;
      if (endless || below >= HIGHEST) {
        found(schema as JsonObject, endless);
        delete schema.$ref;
      } else height = Math.max(height, below);
    }
    heights.set(schema as JsonObject, height + 1);
    return height + 1;
  };
  const visit = (value: Json): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) steps(value, 0);
    for (const child of Object.values(value)) visit(child);
  };
  visit(root);
}
