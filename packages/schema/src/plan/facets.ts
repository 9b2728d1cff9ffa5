// How a place looks: what each schema says of it, and how several of them make one shape.
import { join } from '../pointer.js';
import type { Json, JsonSchemaObject, Path } from '../types.js';
import { choicesOf, isTick, itemChoices } from './choices.js';
import type { Guard, Nest, NodePlan, Shape, Text } from './types.js';

/** What one schema says. Kind, control and formatter follow from all of it together. */
export type Notes = { -readonly [K in Exclude<keyof Shape, 'kind' | 'control' | 'formatter'>]?: Shape[K] };
export interface Facet { readonly guard: Guard; readonly notes: Notes }

/** Where nothing is said. */
export const NOTHING: Shape = {
  kind: 'field', types: undefined, nullable: false, title: undefined, hint: undefined, example: undefined, control: 'text', format: undefined, formatter: undefined, choices: undefined, many: false, encoding: undefined, mediaType: undefined,
  codeList: undefined, defaultValue: undefined, readOnly: false, writeOnly: false, deprecated: false, widget: undefined, autocomplete: undefined, width: undefined, order: undefined, group: undefined,
  privacy: undefined, prefill: undefined, rowTitle: undefined, messages: undefined, maxLength: undefined, minItems: 0, maxItems: Infinity, slots: 0, open: false, nest: undefined,
};

/** Annotations and keywords that are taken as they are. */
const SAID = ['widget', 'autocomplete', 'width', 'order', 'group', 'privacy', 'prefill', 'codeList'] as const;
const FLAGS = ['readOnly', 'writeOnly', 'deprecated'] as const;
const LIMITS = ['maxLength', 'minItems', 'maxItems'] as const;

export function notesOf(schema: JsonSchemaObject, at: Path, base: Path, root: JsonSchemaObject): Notes {
  const said = object(schema['x-dvc']);
  const found = choicesOf(schema, base, at, root);
  const many = found ? undefined : itemChoices(schema, base, at, root);
  const notes: Notes = {
    title: text(schema.title, join(at, 'title')),
    hint: text(said.hint, join(at, 'x-dvc', 'hint')) ?? text(schema.description, join(at, 'description')),
    rowTitle: text(said.rowTitle, join(at, 'x-dvc', 'rowTitle')),
    defaultValue: schema.default,
    format: typeof schema.format === 'string' ? schema.format : undefined,
    encoding: text(schema.contentEncoding, at)?.text,
    mediaType: text(schema.contentMediaType, at)?.text,
    types: schema.type !== undefined ? list(schema.type).map(String) : isTick(schema) ? ['boolean'] : undefined,
    example: Array.isArray(schema.examples) ? exampleOf(schema.examples, at) : undefined,
    messages: said.messages && Object.fromEntries(Object.entries(object(said.messages)).map(([code, sentence]) => [code, { text: String(sentence), at: join(at, 'x-dvc', 'messages', code) }])),
    choices: found?.choices ?? many,
  } as Notes;
  const put = notes as Record<string, unknown>;
  for (const name of SAID) put[name] = said[name];
  for (const name of FLAGS) put[name] = schema[name] === true || undefined;
  for (const name of LIMITS) put[name] = typeof schema[name] === 'number' ? schema[name] : undefined;
  put.nullable = found?.nullable || undefined;
  put.many = many && true;
  for (const name in put) if (put[name] === undefined) delete put[name];
  return notes;
}

/** How two words about the same become one, where the first does not simply win. */
const JOINED: { readonly [K in keyof Notes]?: (a: NonNullable<Shape[K]>, b: NonNullable<Shape[K]>) => Shape[K] } = {
  types: meet,
  choices: (a, b) => a.filter(({ key }) => b.some((other) => other.key === key)),
  messages: (a, b) => ({ ...b, ...a }),
  minItems: Math.max, slots: Math.max, maxItems: Math.min, maxLength: Math.min,
};

/** The nearest word wins: what was said first stays, limits and types narrow. */
export function merge(shape: Shape, notes: Notes): void {
  const into = shape as unknown as Record<string, unknown>;
  for (const [name, value] of Object.entries(notes)) {
    const join = JOINED[name as keyof Notes] as ((a: unknown, b: unknown) => unknown) | undefined;
    if (into[name] === undefined || into[name] === false) into[name] = value;
    else if (join) into[name] = join(into[name], value);
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
function meet(a: readonly string[], b: readonly string[]): string[] {
  const both = a.filter((type) => b.includes(type) || (type === 'integer' && b.includes('number')));
  return a.includes('number') && b.includes('integer') && !both.includes('integer') ? [...both, 'integer'] : both;
}

function exampleOf(examples: readonly Json[], at: Path): Text | undefined {
  const first = examples.find((each) => (typeof each === 'string' && each !== '') || typeof each === 'number');
  return first === undefined ? undefined : { text: String(first), at: join(at, 'examples', examples.indexOf(first)) };
}

export const text = (value: Json | undefined, at: Path): Text | undefined => (typeof value === 'string' && value !== '' ? { text: value, at } : undefined);
export const list = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
export const object = (value: Json | undefined): JsonSchemaObject => (value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {});
export type { Nest };
