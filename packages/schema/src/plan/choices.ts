import { join } from '../pointer.js';
import type { Json, JsonSchemaObject, Path } from '../types.js';
import { resolve } from './local-ref.js';
import type { Choice } from './types.js';

/** What a control carries for a value: the string itself, or its JSON. */
export const choiceKey = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The options of an `enum`, or of a `oneOf`/`anyOf` in which every branch is a labelled `const`. */
export function choicesOf(schema: JsonSchemaObject, base: Path, at: Path, root: JsonSchemaObject): readonly Choice[] | undefined {
  const target = typeof schema.$ref === 'string' ? resolve(root, schema.$ref) : undefined;
  if (isObject(target?.schema) && !schema.oneOf && !schema.enum) return choicesOf(target.schema, base, base + target.at, {});
  if (Array.isArray(schema.enum)) return fromEnum(schema, schema.enum, at);
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const branches = schema[keyword];
    if (Array.isArray(branches) && branches.length > 0 && branches.every((branch) => isObject(branch) && Object.hasOwn(branch, 'const'))) {
      return branches.map((branch, i) => fromConst(branch as JsonSchemaObject, join(at, keyword, i)));
    }
  }
  return undefined;
}

function fromEnum(schema: JsonSchemaObject, values: Json[], at: Path): Choice[] {
  const notes = isObject(schema['x-dvc']) ? schema['x-dvc'] : {};
  const labels = isObject(notes.enumLabels) ? notes.enumLabels : {};
  return values.filter((value) => value !== null).map((value) => {
    const key = choiceKey(value);
    const label = Object.hasOwn(labels, key) ? labels[key] : undefined;
    return { key, value, title: typeof label === 'string' ? { text: label, at: join(at, 'x-dvc', 'enumLabels', key) } : { text: key, at: '' } };
  });
}

function fromConst(branch: JsonSchemaObject, at: Path): Choice {
  const value = branch.const as Json;
  const key = choiceKey(value);
  const notes = isObject(branch['x-dvc']) ? branch['x-dvc'] : {};
  const hint = typeof notes.hint === 'string' ? { text: notes.hint, at: join(at, 'x-dvc', 'hint') }
    : typeof branch.description === 'string' ? { text: branch.description, at: join(at, 'description') } : undefined;
  return { key, value, title: typeof branch.title === 'string' ? { text: branch.title, at: join(at, 'title') } : { text: key, at: '' }, ...(hint ? { hint } : {}) };
}

const isObject = (value: Json | undefined): value is JsonSchemaObject => value !== null && typeof value === 'object' && !Array.isArray(value);
