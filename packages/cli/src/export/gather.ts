// The questions of a survey with all that its schema says of them: where each is declared, when it is asked, when it must be answered.
import { join, type FormDocument, type JsonSchema, type JsonSchemaObject, type Path } from '@dvc/schema';
import { resolve } from '@dvc/schema/plan/local-ref.js';

/** All of these hold; `not`: that one does not. */
export type Guard = readonly { schema: JsonSchema; not?: boolean; at: Path }[];
export interface Gathered {
  name: string;
  schema: JsonSchemaObject;
  /** Where its schema stands, for translations. */
  at: Path;
  /** It is asked while one of these holds; an empty one always does. */
  shown: Guard[];
  required: Guard[];
  /** Further things that are said of it elsewhere. */
  more: Path[];
}

const MOST_DEPTH = 30;

export function gather({ schema: root }: FormDocument): { questions: Gathered[]; left: Path[] } {
  const found = new Map<string, Gathered>();
  const left: Path[] = [];
  const needs: { name: string; guard: Guard; at: Path }[] = [];
  const visit = (given: JsonSchema, path: Path, guard: Guard, depth: number): void => {
    if (typeof given === 'boolean' || depth > MOST_DEPTH) return;
    const [schema, at] = followed(root, given, path);
    for (const [name, part] of Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>)) {
      if (typeof part === 'boolean') { left.push(join(at, 'properties', name)); continue; }
      const [own, place] = followed(root, part, join(at, 'properties', name));
      const held = found.get(name);
      if (!held) { found.set(name, { name, schema: own, at: place, shown: [guard], required: [], more: [] }); continue; }
      // Said again under a condition: shown there too, and what else it says is not the question's.
      if (!held.shown.some((each) => each.length === 0)) held.shown.push(guard);
      if (Object.keys(own).some((keyword) => JSON.stringify(own[keyword]) !== JSON.stringify(held.schema[keyword]))) held.more.push(place);
    }
    for (const name of (schema.required ?? []) as string[]) needs.push({ name, guard, at: join(at, 'required') });
    ((schema.allOf ?? []) as JsonSchema[]).forEach((part, i) => { visit(part, join(at, 'allOf', i), guard, depth + 1); });
    if (schema.if !== undefined) {
      const condition = schema.if as JsonSchema;
      if (schema.then !== undefined) visit(schema.then as JsonSchema, join(at, 'then'), [...guard, { schema: condition, at: join(at, 'if') }], depth + 1);
      if (schema.else !== undefined) visit(schema.else as JsonSchema, join(at, 'else'), [...guard, { schema: condition, not: true, at: join(at, 'if') }], depth + 1);
    }
    for (const keyword of ['anyOf', 'oneOf', 'not', 'dependentSchemas', 'dependentRequired', 'patternProperties', 'minProperties', 'maxProperties', 'propertyNames']) if (schema[keyword] !== undefined) left.push(join(at, keyword));
  };
  visit(root, '/schema', [], 0);
  for (const { name, guard, at } of needs) { const held = found.get(name); if (held) held.required.push(guard); else left.push(at); }
  return { questions: [...found.values()], left };
}

/** A schema with what it refers to; its own words stand over those. */
export function followed(root: JsonSchemaObject, schema: JsonSchemaObject, at: Path, depth = 0): [JsonSchemaObject, Path] {
  const target = typeof schema.$ref === 'string' && depth < 8 ? resolve(root, schema.$ref) : undefined;
  if (!target || typeof target.schema === 'boolean') return [schema, at];
  const { $ref: _, ...own } = schema;
  const [inner] = followed(root, target.schema, `/schema${target.at}`, depth + 1);
  return [{ ...inner, ...own }, Object.keys(own).length > 0 ? at : `/schema${target.at}`];
}
