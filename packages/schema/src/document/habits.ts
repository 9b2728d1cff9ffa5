// What older drafts, OpenAPI and form libraries write otherwise, one keyword each.
import type { Json, JsonObject } from '../types.js';
import { isLater, type Dialect } from './dialects.js';
import { expectedOf } from './keywords.js';
import type { Place } from './named-places.js';
import { isObject } from './report.js';
import { safePattern } from '../json-schema/linear-pattern.js';
import { setOwn } from './set-own.js';
import { unicodePattern } from './unicode-pattern.js';

/** One schema that is being copied, at one of its keywords. */
export interface Part {
  readonly given: JsonObject;
  readonly made: JsonObject;
  readonly place: Place;
  readonly value: Json;
  /** Which items were evaluated is asked somewhere. */
  readonly counts: boolean;
  /** Copies the schema that stands at `from`, to where `to` says. */
  sub(value: Json | undefined, from: (string | number)[], to?: (string | number)[]): Json;
  /** Adds one more part to the `allOf` of the copy; `make` is told where it will stand. */
  also(make: (to: (string | number)[]) => JsonObject): void;
  /** `below`: the way from the keyword to the fault. */
  warn(code: string, expected: string, got: unknown, ...below: (string | number)[]): void;
}

/** True when the keyword is dealt with; else it is read as in 2020-12. */
export type Habit = (part: Part) => boolean;

/** What counts beside a `$ref` even in draft-07: words about it, and a place for definitions. */
export const BESIDE_REF: ReadonlySet<string> = new Set([
  '$ref', '$schema', '$comment', '$defs', 'definitions', 'title', 'description', 'default', 'example', 'examples', 'deprecated', 'readOnly', 'writeOnly', 'enumNames', 'errorMessage', 'x-dvc',
]);

const nothing: Habit = () => true;

const dynamic: Habit = (part) => {
  part.warn('dynamic-ref', 'a reference that leads to one place, $ref', part.value);
  return true;
};

/** Ids have done their work when the copy is made: its references are pointers. */
const id = (oldest: Dialect): Habit => ({ place: { dialect }, value }) => typeof value === 'string' && (oldest === 0 || dialect <= oldest);

const definitions: Habit = (part) => {
  const { given, made, value } = part;
  if (!isObject(value)) return false;
  const $defs = (made.$defs ??= {}) as JsonObject;
  const modern = isObject(given.$defs) ? given.$defs : {};
  for (const [name, child] of Object.entries(value as JsonObject)) {
    let free = name;
    for (let n = 2; Object.hasOwn(modern, free) || Object.hasOwn($defs, free); n++) free = `${name}-${n}`;
    setOwn($defs, free, part.sub(child, ['definitions', name], ['$defs', free]));
  }
  return true;
};

/** `{ a: ['b'] }` and `{ a: {…} }` have had keywords of their own since 2019. */
const dependencies: Habit = (part) => {
  const { given, made, place, value } = part;
  if (!isObject(value)) return false;
  const known = isObject(given.dependentSchemas) && !isLater('dependentSchemas', place.dialect) ? given.dependentSchemas : {};
  for (const [name, needs] of Object.entries(value as JsonObject)) {
    const from = ['dependencies', name];
    const names = typeof needs === 'string' ? [needs] : needs;
    if (Array.isArray(names)) {
      if (!names.every((each) => typeof each === 'string')) part.warn('bad-keyword-value', 'a list of names', needs, name);
      else setOwn((made.dependentRequired ??= {}) as JsonObject, name, [...new Set([...listAt(made.dependentRequired, name), ...names])]);
    } else if (Object.hasOwn(known, name)) {
      part.also((to) => ({ dependentSchemas: Object.fromEntries([[name, part.sub(needs, from, [...to, 'dependentSchemas', name])]]) }));
    } else {
      setOwn((made.dependentSchemas ??= {}) as JsonObject, name, part.sub(needs, from, ['dependentSchemas', name]));
    }
  }
  return true;
};

/** The modern keyword beside `dependencies`, whichever comes first. */
const dependentRequired: Habit = ({ made, place, value }) => {
  if (made.dependentRequired === undefined || isLater('dependentRequired', place.dialect) || expectedOf('dependentRequired', value)) return false;
  for (const [name, needs] of Object.entries(value as JsonObject)) setOwn(made.dependentRequired as JsonObject, name, [...new Set([...listAt(made.dependentRequired, name), ...needs as Json[]])]);
  return true;
};

/** A list of schemas was a tuple, and `additionalItems` what follows it; without such a list it said nothing. */
const items: Habit = (part) => {
  const { given, made, place, value } = part;
  if (!Array.isArray(value)) return false;
  if (given.prefixItems !== undefined && !isLater('prefixItems', place.dialect)) return false;
  if (value.length > 0) made.prefixItems = value.map((child, index) => part.sub(child, ['items', index], ['prefixItems', index]));
  if (given.additionalItems !== undefined) made.items = part.sub(given.additionalItems, ['additionalItems'], ['items']);
  return true;
};
const additionalItems: Habit = ({ given }) => Array.isArray(given.items);

/** In 2019, what `contains` has matched was not evaluated by it. */
const contains: Habit = (part) => {
  const { given, place, value, counts } = part;
  if (place.dialect !== 2019 || !counts || expectedOf('contains', value)) return false;
  part.also((to) => {
    const inner: JsonObject = { contains: part.sub(value, ['contains'], [...to, 'not', 'not', 'contains']) };
    for (const name of ['minContains', 'maxContains']) if (given[name] !== undefined && !expectedOf(name, given[name])) inner[name] = given[name]!;
    return { not: { not: inner } };
  });
  return true;
};
const moved: Habit = ({ given, place, counts }) => place.dialect === 2019 && counts && given.contains !== undefined;

/** `exclusiveMinimum: true` made the limit beside it exclusive. */
const exclusive = (name: string, limit: string): Habit => ({ given, made, value }) => {
  if (typeof value !== 'boolean') return false;
  if (value && typeof given[limit] === 'number') made[name] = given[limit]!;
  return true;
};
const limit = (name: string): Habit => ({ given, value }) => typeof value === 'number' && given[name] === true;

/** Draft-03's habit, still common: the object that holds the property says it (`properties`). */
const required: Habit = ({ made, value }) => {
  if (typeof value === 'boolean') return true;
  if (made.required === undefined || expectedOf('required', value)) return false;
  made.required = [...new Set([...value as Json[], ...made.required as Json[]])];
  return true;
};
const properties: Habit = ({ made, value }) => {
  const names = isObject(value) ? Object.entries(value).filter(([, child]) => isObject(child) && child.required === true).map(([name]) => name) : [];
  if (names.length > 0) made.required = [...new Set([...(made.required as Json[] | undefined ?? []), ...names])];
  return false;
};

/** OpenAPI. */
const nullable: Habit = ({ given, made, value }) => {
  if (typeof given.type !== 'string' || expectedOf('type', given.type)) return false;
  if (value === true) made.type = [given.type, 'null'];
  return true;
};
const type: Habit = ({ made }) => made.type !== undefined;
const example: Habit = ({ made, value }) => {
  made.examples ??= [value];
  return true;
};
const examples: Habit = ({ made, value }) => {
  if (Array.isArray(value)) made.examples = value;
  return Array.isArray(value);
};

/** The sentences of ajv-errors. */
const errorMessage: Habit = ({ made, value }) => {
  if (!isObject(value)) return false;
  note(made, { messages: Object.fromEntries(Object.entries(value as JsonObject).filter(([, sentence]) => typeof sentence === 'string')) });
  return true;
};
const notes: Habit = ({ made, value }) => {
  if (!isObject(value)) return false;
  made['x-dvc'] = { ...(made['x-dvc'] as JsonObject | undefined), ...value as JsonObject };
  return true;
};
/** What the author says in `x-dvc` wins. */
const note = (made: JsonObject, said: JsonObject) => { made['x-dvc'] = { ...said, ...(made['x-dvc'] as JsonObject | undefined) }; };

/** `enumNames` of react-jsonschema-form: labels beside the values. */
export function enumLabels(schema: JsonObject, made: JsonObject): void {
  if (!Array.isArray(schema.enum) || !Array.isArray(schema.enumNames)) return;
  const names = schema.enumNames;
  const text = (value: Json | undefined) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
  note(made, { enumLabels: Object.fromEntries(schema.enum.map((value, index) => [text(value), text(names[index] ?? value)])) });
}

/** A pattern that a page must not run is left out by name; one that was written without the flag u is read with it. */
const pattern: Habit = (part) => {
  if (typeof part.value !== 'string') return false;
  const read = readPattern(part.value, part);
  if (read !== undefined) part.made.pattern = read;
  return true;
};
const patternProperties: Habit = (part) => {
  const { made, value } = part;
  if (!isObject(value)) return false;
  const map: JsonObject = (made.patternProperties = {});
  for (const [source, child] of Object.entries(value as JsonObject)) {
    const read = readPattern(source, part, source);
    if (read !== undefined) setOwn(map, read, part.sub(child, ['patternProperties', source], ['patternProperties', read]));
  }
  return true;
};
function readPattern(source: string, part: Part, ...below: string[]): string | undefined {
  const made = unicodePattern(source);
  // What only backtracking makes slow is matched another way.
  const problem = made === undefined ? 'bad-regex' : safePattern(made) ? undefined : 'unsafe-regex';
  if (problem) part.warn(problem, problem === 'bad-regex' ? 'a RegExp with flag u' : 'a pattern whose time grows with the length of the text', source, ...below);
  return problem ? undefined : made;
}

const listAt = (map: Json | undefined, name: string): Json[] => (isObject(map) && Object.hasOwn(map, name) && Array.isArray(map[name]) ? map[name] as Json[] : []);

export const habits: Readonly<Record<string, Habit>> = {
  $schema: ({ made, place }) => {
    if (place.from === '') made.$schema = 'https://json-schema.org/draft/2020-12/schema';
    return true;
  },
  $id: id(0), id: id(4), $anchor: ({ place: { dialect }, value }) => typeof value === 'string' && !isLater('$anchor', dialect),
  $dynamicAnchor: nothing, $recursiveAnchor: nothing, $dynamicRef: dynamic, $recursiveRef: dynamic,
  definitions, dependencies, dependentRequired, items, additionalItems, contains, minContains: moved, maxContains: moved,
  minimum: limit('exclusiveMinimum'), maximum: limit('exclusiveMaximum'), exclusiveMinimum: exclusive('exclusiveMinimum', 'minimum'), exclusiveMaximum: exclusive('exclusiveMaximum', 'maximum'),
  required, properties, nullable, type, example, examples, enumNames: nothing, errorMessage, 'x-dvc': notes, pattern, patternProperties,
};
