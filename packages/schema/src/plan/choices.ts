import { join } from '../pointer.js';
import type { Json, JsonSchema, JsonSchemaObject, Path } from '../types.js';
import { resolve } from './local-ref.js';
import type { Choice, Text } from './types.js';

/** What a control carries for a value: the string itself, or its JSON. */
export const choiceKey = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

export interface Choices { readonly choices: readonly Choice[]; /** `null` is among them: nothing chosen */ readonly nullable: boolean }

/** The options of an `enum`, of a `const`, or of a `oneOf`/`anyOf` in which every branch is a labelled `const` or an `enum`. */
export function choicesOf(schema: JsonSchemaObject, base: Path, at: Path, root: JsonSchemaObject): Choices | undefined {
  const found = listed(schema, base, at, root, 0);
  if (!found) return undefined;
  const values = found.filter(({ value }) => value !== null);
  // Nothing but null: the one thing that can be chosen.
  const kept = values.length > 0 ? values : found;
  return { choices: distinct(kept), nullable: kept.length < found.length };
}

/** The options of a list of different items. */
export function itemChoices(schema: JsonSchemaObject, base: Path, at: Path, root: JsonSchemaObject): readonly Choice[] | undefined {
  const { items } = schema;
  if (schema.uniqueItems !== true || !isObject(items) || schema.prefixItems !== undefined) return undefined;
  const target = typeof items.$ref === 'string' ? resolve(root, items.$ref) : undefined;
  return (choicesOf(items, base, join(at, 'items'), root) ?? (isObject(target?.schema) ? choicesOf(target.schema, base, base + target.at, root) : undefined))?.choices;
}

/** A box to tick is a better `true` than a list of one. */
export const isTick = (schema: JsonSchemaObject): boolean => typeof schema.const === 'boolean' || (Array.isArray(schema.enum) && schema.enum.length === 1 && typeof schema.enum[0] === 'boolean');

function listed(schema: JsonSchemaObject, base: Path, at: Path, root: JsonSchemaObject, depth: number): Choice[] | undefined {
  if (depth === 0 && isTick(schema)) return undefined;
  if (Object.hasOwn(schema, 'const')) return [fromConst(schema, at, depth > 0)];
  if (Array.isArray(schema.enum)) return schema.enum.length > 0 ? fromEnum(schema, schema.enum, at) : undefined;
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const branches = schema[keyword];
    if (!Array.isArray(branches) || branches.length === 0 || depth > 3) continue;
    const found = branches.map((branch, i) => branchChoices(branch as JsonSchema, base, join(at, keyword, i), root, depth + 1));
    if (found.every((each) => each !== undefined)) return found.flat();
  }
  return undefined;
}

function branchChoices(branch: JsonSchema, base: Path, at: Path, root: JsonSchemaObject, depth: number): Choice[] | undefined {
  if (!isObject(branch)) return undefined;
  if (branch.type === 'null' && Object.keys(branch).every((name) => name === 'type' || name === 'title')) return [{ key: 'null', value: null, title: titleOf(branch, 'null', at) }];
  const target = typeof branch.$ref === 'string' ? resolve(root, branch.$ref) : undefined;
  // A branch that says more than which value it is needs more than a choice.
  if (branch.properties || branch.items) return undefined;
  return target && isObject(target.schema) ? listed(target.schema, base, base + target.at, root, depth) : listed(branch, base, at, root, depth);
}

function fromEnum(schema: JsonSchemaObject, values: readonly Json[], at: Path): Choice[] {
  const notes = isObject(schema['x-dvc']) ? schema['x-dvc'] : {};
  const labels = isObject(notes.enumLabels) ? notes.enumLabels : {};
  return values.map((value) => {
    const key = choiceKey(value);
    const label = Object.hasOwn(labels, key) ? labels[key] : undefined;
    return { key, value, title: typeof label === 'string' ? { text: label, at: join(at, 'x-dvc', 'enumLabels', key) } : { text: nameOf(value) ?? key, at: '' } };
  });
}

function fromConst(branch: JsonSchemaObject, at: Path, titled: boolean): Choice {
  const value = branch.const as Json;
  const key = choiceKey(value);
  const notes = isObject(branch['x-dvc']) ? branch['x-dvc'] : {};
  const hint = typeof notes.hint === 'string' ? { text: notes.hint, at: join(at, 'x-dvc', 'hint') }
    : typeof branch.description === 'string' ? { text: branch.description, at: join(at, 'description') } : undefined;
  // Alone, its title is that of the property.
  return { key, value, title: titled ? titleOf(branch, nameOf(value) ?? key, at) : { text: nameOf(value) ?? key, at: '' }, ...(hint && titled ? { hint } : {}) };
}

const titleOf = (branch: JsonSchemaObject, otherwise: string, at: Path): Text => (typeof branch.title === 'string' ? { text: branch.title, at: join(at, 'title') } : { text: otherwise, at: '' });

/** An object among the values is known by what it calls itself. */
const nameOf = (value: Json): string | undefined => {
  const name = isObject(value) ? value.title ?? value.label ?? value.name : undefined;
  return typeof name === 'string' ? name : undefined;
};

/** `1` and `"1"` are two answers. */
function distinct(choices: readonly Choice[]): Choice[] {
  const keys = new Map<string, number>();
  for (const { key } of choices) keys.set(key, (keys.get(key) ?? 0) + 1);
  const seen = new Set<string>();
  return choices.flatMap((choice) => {
    const key = keys.get(choice.key)! > 1 ? JSON.stringify(choice.value) : choice.key;
    if (seen.has(key)) return [];
    seen.add(key);
    return [key === choice.key ? choice : { ...choice, key }];
  });
}

const isObject = (value: Json | undefined): value is JsonSchemaObject => value !== null && typeof value === 'object' && !Array.isArray(value);
