// How a place looks: what each schema says of it, and how several of them make one shape.
import type { Annotations } from '../document/types.js';
import { join } from '../pointer.js';
import type { Json, JsonSchemaObject, Path } from '../types.js';
import { choicesOf, isTick, itemChoices } from './choices.js';
import type { Guard, Nest, NodePlan, Shape, Text } from './types.js';

/** What one schema says. Kind, control and formatter follow from all of it together. */
export type Notes = { -readonly [K in Exclude<keyof Shape, 'kind' | 'control' | 'formatter'>]?: Shape[K] };
export interface Facet { readonly guard: Guard; readonly notes: Notes }

/** Where nothing is said. */
export const NOTHING: Shape = {
  kind: 'field', types: undefined, nullable: false, title: undefined, hint: undefined, example: undefined, control: 'text', format: undefined, formatter: undefined, choices: undefined, many: false,
  codeList: undefined, defaultValue: undefined, readOnly: false, writeOnly: false, deprecated: false, widget: undefined, autocomplete: undefined, width: undefined, order: undefined, group: undefined,
  privacy: undefined, prefill: undefined, rowTitle: undefined, messages: undefined, maxLength: undefined, minItems: 0, maxItems: Infinity, slots: 0, open: false, nest: undefined,
};

export function notesOf(schema: JsonSchemaObject, at: Path, base: Path, root: JsonSchemaObject): Notes {
  const notes: Notes = {};
  const said = object(schema['x-dvc']) as Annotations;
  const put = <K extends keyof Notes>(name: K, value: Notes[K]) => { if (value !== undefined) notes[name] = value; };
  put('title', text(schema.title, join(at, 'title')));
  put('hint', text(said.hint, join(at, 'x-dvc', 'hint')) ?? text(schema.description, join(at, 'description')));
  put('widget', said.widget);
  put('autocomplete', said.autocomplete);
  put('width', said.width);
  put('order', said.order);
  put('group', (said as { group?: string }).group);
  put('privacy', said.privacy);
  put('prefill', said.prefill);
  put('rowTitle', text(said.rowTitle, join(at, 'x-dvc', 'rowTitle')));
  put('codeList', said.codeList);
  put('defaultValue', schema.default);
  for (const flag of ['readOnly', 'writeOnly', 'deprecated'] as const) if (schema[flag] === true) notes[flag] = true;
  if (typeof schema.format === 'string') notes.format = schema.format;
  for (const limit of ['maxLength', 'minItems', 'maxItems'] as const) if (typeof schema[limit] === 'number') notes[limit] = schema[limit];
  if (schema.type !== undefined) notes.types = list(schema.type).map(String);
  else if (isTick(schema)) notes.types = ['boolean'];
  if (Array.isArray(schema.examples)) put('example', exampleOf(schema.examples, at));
  if (said.messages) {
    notes.messages = Object.fromEntries(Object.entries(said.messages).map(([code, sentence]) => [code, { text: sentence, at: join(at, 'x-dvc', 'messages', code) }]));
  }
  const found = choicesOf(schema, base, at, root);
  if (found) {
    notes.choices = found.choices;
    if (found.nullable) notes.nullable = true;
  }
  const many = found ? undefined : itemChoices(schema, base, at, root);
  if (many) Object.assign(notes, { choices: many, many: true });
  return notes;
}

/** The nearest word wins: what was said first stays, limits and types narrow. */
export function merge(shape: Shape, notes: Notes): void {
  for (const name of Object.keys(notes) as (keyof Notes)[]) {
    if (name === 'types') shape.types = shape.types && notes.types ? meet(shape.types, notes.types) : notes.types ?? shape.types;
    else if (name === 'choices') shape.choices = shape.choices ? shape.choices.filter(({ key }) => notes.choices!.some((other) => other.key === key)) : notes.choices;
    else if (name === 'messages') shape.messages = { ...notes.messages, ...shape.messages };
    else if (name === 'minItems') shape.minItems = Math.max(shape.minItems, notes.minItems!);
    else if (name === 'maxItems') shape.maxItems = Math.min(shape.maxItems, notes.maxItems!);
    else if (name === 'slots') shape.slots = Math.max(shape.slots, notes.slots!);
    else if (name === 'maxLength') shape.maxLength = Math.min(shape.maxLength ?? Infinity, notes.maxLength!);
    else if (shape[name] === undefined || shape[name] === false) (shape as unknown as Record<string, unknown>)[name] = notes[name];
  }
}

/** Would it look another way with these notes? */
export function changes(shape: Shape, notes: Notes): boolean {
  const made = { ...shape };
  merge(made, notes);
  return (Object.keys(notes) as (keyof Notes)[]).some((name) => !same(made[name], shape[name]));
}

/** A fixed facet holds whenever the place is there at all. */
export const isFixed = ({ guard }: Facet, { declared }: NodePlan): boolean =>
  guard.length === 0 || (declared.length === 1 && guard.length <= declared[0]!.length && guard.every((literal, i) => literal.condition === declared[0]![i]!.condition && literal.holds === declared[0]![i]!.holds));

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each, i) => each === b[i] || (each as { key?: string })?.key === (b[i] as { key?: string })?.key && typeof each === 'object');
}

/** An integer is a number. */
const meet = (a: readonly string[], b: readonly string[]): string[] => {
  const both = a.filter((type) => b.includes(type) || (type === 'integer' && b.includes('number')));
  return a.includes('number') && b.includes('integer') && !both.includes('integer') ? [...both, 'integer'] : both;
};

function exampleOf(examples: readonly Json[], at: Path): Text | undefined {
  const first = examples.find((each) => (typeof each === 'string' && each !== '') || typeof each === 'number');
  return first === undefined ? undefined : { text: String(first), at: join(at, 'examples', examples.indexOf(first)) };
}

export const text = (value: Json | undefined, at: Path): Text | undefined => (typeof value === 'string' && value !== '' ? { text: value, at } : undefined);
export const list = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
export const object = (value: Json | undefined): JsonSchemaObject => (value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {});
export type { Nest };
