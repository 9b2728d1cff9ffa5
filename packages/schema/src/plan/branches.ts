// What a branch of a union is, without taking it apart.
import { join } from '../pointer.js';
import type { Json, JsonSchema, JsonSchemaObject, Path } from '../types.js';
import { choicesOf } from './choices.js';
import { list, object, text } from './facets.js';
import { isSchemaObject, type Growth } from './grow.js';
import type { Choice, Text } from './types.js';

export interface Branch {
  readonly schema: JsonSchema;
  readonly at: Path;
  readonly types: readonly string[] | undefined;
  readonly title: Text | undefined;
  readonly properties: Readonly<Record<string, Json>>;
  readonly required: ReadonlySet<string>;
  readonly choices: readonly Choice[] | undefined;
  /** Holds lists, maps or unions of its own. */
  readonly rich: boolean;
}

const RICH = ['items', 'prefixItems', 'patternProperties', 'oneOf', 'anyOf', 'if', 'dependentSchemas'];

/** A branch with what its references and its `allOf` bring. */
export function merged(growth: Growth, schema: JsonSchema, at: Path): Branch {
  const parts = partsOf(growth, schema, at, 0);
  const types = parts.map(({ part }) => part.type).find((type) => type !== undefined);
  const found = parts.map(({ part, at: place }) => choicesOf(part, growth.base, place, growth.root)).find((each) => each !== undefined);
  const titled = parts.find(({ part }) => typeof part.title === 'string' && part.title !== '');
  return {
    schema, at,
    types: types === undefined ? (found?.choices.length === 1 && found.choices[0]!.value === null ? ['null'] : undefined) : list(types).map(String),
    title: titled && text(titled.part.title, join(titled.at, 'title')),
    properties: Object.assign({}, ...parts.map(({ part }) => object(part.properties)).reverse()) as Record<string, Json>,
    required: new Set(parts.flatMap(({ part }) => list(part.required).map(String))),
    choices: found?.choices,
    rich: parts.some(({ part }) => RICH.some((keyword) => Object.hasOwn(part, keyword)) || isSchemaObject(part.additionalProperties)) && !found,
  };
}

function partsOf(growth: Growth, schema: JsonSchema | undefined, at: Path, depth: number): { part: JsonSchemaObject; at: Path }[] {
  if (!isSchemaObject(schema) || depth > 8) return [];
  const target = typeof schema.$ref === 'string' ? growth.resolve(schema.$ref, schema) : undefined;
  return [
    { part: schema, at },
    ...(target ? partsOf(growth, target.schema, growth.base + target.at, depth + 1) : []),
    ...list(schema.allOf).flatMap((part, i) => partsOf(growth, part as JsonSchema, join(at, 'allOf', i), depth + 1)),
  ];
}

/** The property whose constants tell all branches apart. */
export function discriminate(branches: readonly Branch[]): { key: string; values: readonly (readonly Choice[])[] } | undefined {
  const [first, ...others] = branches;
  for (const key of Object.keys(first!.properties)) {
    const values = [first!, ...others].map((branch) => constantsOf(branch.properties[key], join(branch.at, 'properties', key)));
    if (values.some((each) => each === undefined)) continue;
    const all = values.flatMap((each) => each!.map(({ value }) => JSON.stringify(value)));
    if (new Set(all).size === all.length) return { key, values: values as Choice[][] };
  }
  return undefined;
}

function constantsOf(schema: Json | undefined, at: Path): readonly Choice[] | undefined {
  if (!isSchemaObject(schema)) return undefined;
  // Booleans too: a box that is ticked or not.
  if (typeof schema.const === 'boolean') return [{ key: String(schema.const), value: schema.const, title: { text: String(schema.const), at: '' } }];
  if (schema.const === undefined && !Array.isArray(schema.enum)) return undefined;
  const found = Array.isArray(schema.enum) && schema.enum.every((each) => typeof each === 'boolean')
    ? { choices: schema.enum.map((value): Choice => ({ key: String(value), value, title: { text: String(value), at: '' } })) } : choicesOf(schema, '', at, schema);
  return found?.choices.every(({ value }) => value === null || typeof value !== 'object') ? found.choices : undefined;
}
