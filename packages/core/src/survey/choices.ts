// The choices of a question: constants with titles, or an `enum` with labels. `schema/plan/choices.ts` reads every way in which other people's schemas say it, at three times the weight.
import { join, type Json, type JsonSchemaObject, type Path, type Text } from '@dvc/schema';
import { resolve } from '@dvc/schema/plan/local-ref.js';
import { isObject, objectOf } from './plain.js';

export interface Choice { /** what a control carries, unique in the list */ readonly key: string; readonly value: Json; readonly title: Text; readonly hint: Text | undefined }

export const choiceKey = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** @param at where the schema stands in the document */
export function choicesOf(schema: JsonSchemaObject, at: Path): Choice[] | undefined {
  if (Array.isArray(schema.enum)) {
    const labels = objectOf(objectOf(schema['x-dvc']).enumLabels);
    return distinct(schema.enum.map((value) => {
      const key = choiceKey(value);
      const label = Object.hasOwn(labels, key) ? labels[key] : undefined;
      return { key, value, title: typeof label === 'string' ? { text: label, at: join(at, 'x-dvc', 'enumLabels', key) } : { text: key, at: '' }, hint: undefined };
    }));
  }
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const branches = schema[keyword];
    if (!Array.isArray(branches) || !branches.every((branch) => isObject(branch) && Object.hasOwn(branch, 'const'))) continue;
    return distinct((branches as JsonSchemaObject[]).map((branch, i) => {
      const value = branch.const!;
      const place = join(at, keyword, i);
      const key = choiceKey(value);
      const { hint } = objectOf(branch['x-dvc']);
      return {
        key, value, title: textOf(branch.title, join(place, 'title')) ?? { text: key, at: '' },
        hint: textOf(hint, join(place, 'x-dvc', 'hint')) ?? textOf(branch.description, join(place, 'description')),
      };
    }));
  }
  return undefined;
}

/** The choices of which any number may be taken. */
export function itemChoices({ uniqueItems, items }: JsonSchemaObject, at: Path, root: JsonSchemaObject): Choice[] | undefined {
  if (uniqueItems !== true || !isObject(items)) return undefined;
  const target = typeof items.$ref === 'string' ? resolve(root, items.$ref) : undefined;
  return choicesOf(items, join(at, 'items')) ?? (isObject(target?.schema) ? choicesOf(target.schema, `/schema${target.at}`) : undefined);
}

export const textOf = (value: Json | undefined, at: Path): Text | undefined => (typeof value === 'string' && value !== '' ? { text: value, at } : undefined);

/** `1` and `"1"` are two answers. */
function distinct(choices: Choice[]): Choice[] {
  return choices.map((choice) => (choices.some(({ key, value }) => key === choice.key && value !== choice.value) ? { ...choice, key: JSON.stringify(choice.value) } : choice));
}

