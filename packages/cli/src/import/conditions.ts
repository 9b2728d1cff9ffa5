// Conditions of a source become `if`s: each test is looked up, and said of the nearest object that holds both what is asked and what is tested.
import type { Json, JsonSchema, JsonSchemaObject } from '@dvc/schema';
import { sayLoose } from './loose-conditions.js';
import { ancestors, everyQuestion, pathOf, within, type Gate, type Question, type Test } from './tree.js';

/** What a gate came to: an `if` over `anchor`, or why it could not be said. */
export type Said = { anchor: Question; if: JsonSchema } | { why: string };

export interface Lookup { find(key: string, from: Question | undefined): Question | undefined }

/** Questions by the name that the source gives them: a way through containers and rows, or the last part of it. */
export function lookup(root: Question): Lookup {
  const byWay = new Map<string, Question[]>();
  const put = (way: string, at: Question) => byWay.set(way, [...(byWay.get(way) ?? []), at]);
  for (const each of everyQuestion(root)) {
    put([...ancestors(each).slice(1), each].map(({ key }) => key).join('.'), each);
    if (each.parent !== root) put(each.key, each);
  }
  return {
    find(key, from) {
      const found = byWay.get(key) ?? byWay.get(key.split('.').at(-1)!) ?? [];
      // One's own row first.
      const near = from ? ancestors(from) : [];
      return [...found].sort((a, b) => shared(ancestors(b), near) - shared(ancestors(a), near))[0];
    },
  };
}

const shared = (a: readonly Question[], b: readonly Question[]): number => a.findIndex((each, i) => each !== b[i]) === -1 ? a.length : a.findIndex((each, i) => each !== b[i]);

/** Questions that a test reads. */
export function readsOf(test: Test): string[] {
  if ('key' in test) return [test.key];
  return 'not' in test ? readsOf(test.not) : ('all' in test ? test.all : test.any).flatMap(readsOf);
}

/** Says a gate of `asked`; without `asked`, over the whole form. */
export function sayGate({ test }: Gate, asked: Question | undefined, root: Question, { find }: Lookup): Said {
  const triggers = readsOf(test).map((key) => ({ key, found: find(key, asked) }));
  const missing = triggers.find(({ found }) => !found);
  if (missing) return { why: missing.key };
  const homes = triggers.map(({ found }) => ancestors(found!));
  const mine = asked ? ancestors(asked) : [root];
  let anchor = root;
  mine.forEach((each, i) => { if (homes.every((home) => home[i] === each)) anchor = anchorOf(each, anchor); });
  for (const { key, found } of triggers) {
    // Some row, or every row? The source does not say.
    if (ancestors(found!).slice(ancestors(anchor).length + 1).some(({ kind }) => kind !== 'object')) return { why: key };
  }
  const made = say(test, (key) => find(key, asked)!, anchor);
  return typeof made === 'string' ? { why: made } : { anchor, if: made };
}

/** Not nothing is something. */
const doubled = (inner: JsonSchema): JsonSchema | undefined => (typeof inner === 'object' && Object.keys(inner).length === 1 && inner.not !== undefined ? inner.not as JsonSchema : undefined);

/** A row is an object; so is everything that is no list. */
const anchorOf = (each: Question, before: Question): Question => (each.kind === 'map' ? before : each);

function say(test: Test, find: (key: string) => Question, anchor: Question): JsonSchema | string {
  if ('not' in test) {
    const inner = say(test.not, find, anchor);
    return typeof inner === 'string' ? inner : doubled(inner) ?? { not: inner };
  }
  if (!('key' in test)) {
    const [keyword, parts] = 'all' in test ? ['allOf', test.all] as const : ['anyOf', test.any] as const;
    const made = parts.map((part) => say(part, find, anchor));
    return made.find((each) => typeof each === 'string') ?? (made.length === 1 ? made[0]! : { [keyword]: made as JsonSchemaObject[] });
  }
  const asked = find(test.key);
  const way = [...ancestors(asked).slice(ancestors(anchor).length + 1), asked].map(({ name }) => name);
  if (test.op === 'empty' || (test.op === 'eq' && (test.value === '' || test.value === null))) return { not: within(way, true) };
  const { type } = asked.schema;
  if (test.op === 'blank' || test.op === 'truthy' || test.op === 'is' || test.op === 'has' || test.op === 'among') return sayLoose(asked, test.op, test.value ?? null, way);
  // An untouched box is absent, not false.
  if (type === 'boolean' && test.op === 'eq') return truth(test.value) ? within(way, { const: true }) : { not: within(way, { const: true }) };
  const inner = predicate(asked, test.op, test.value ?? null);
  return inner === undefined ? `${pathOf(asked)} ${test.op} ${JSON.stringify(test.value)}` : within(way, inner);
}

const truth = (value: Json | undefined): boolean => value === true || ['true', '1', 'yes', 'on'].includes(String(value).toLowerCase());
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

function predicate({ schema, kind }: Question, op: string, value: Json): JsonSchemaObject | undefined {
  if (kind !== 'field') return undefined;
  const isMany = schema.type === 'array';
  const numeric = schema.type === 'number' || schema.type === 'integer';
  if (op === 'eq' || op === 'includes') {
    if (isMany) return { contains: { const: typed(value, schema.items as JsonSchemaObject) } };
    if (op === 'includes') return typeof value === 'string' && !numeric ? { pattern: escaped(value) } : undefined;
    // A date with its time is never the same instant by chance.
    return typeof value === 'object' || schema.format === 'date-time' ? undefined : { const: typed(value, schema) };
  }
  if (op === 'starts' || op === 'ends') return typeof value === 'string' && !numeric && !isMany ? { pattern: op === 'starts' ? `^${escaped(value)}` : `${escaped(value)}$` } : undefined;
  const limit = Number(value);
  if (!numeric || value === '' || value === null || !Number.isFinite(limit)) return undefined;
  return { [{ gt: 'exclusiveMinimum', gte: 'minimum', lt: 'exclusiveMaximum', lte: 'maximum' }[op]!]: limit };
}

/** The source compares texts; an answer has a type. */
function typed(value: Json, schema: JsonSchemaObject): Json {
  const choices = (schema.oneOf ?? []) as { const?: Json }[];
  const choice = choices.find((each) => String(each.const) === String(value));
  if (choice) return choice.const!;
  if (schema.type === 'number' || schema.type === 'integer') return Number.isFinite(Number(value)) ? Number(value) : value;
  return typeof value === 'number' ? String(value) : value;
}
