// Counts responses one by one, as a person with a pencil would: the oracle of the SQL that counts them all at once.
import { indicesOf } from '@dvc/core/survey/indices.js';
import type { ChoiceCount, IndexResult, QuestionResult } from '@dvc/core/survey/results.js';
import { join, type FormDocument, type Json, type JsonObject, type JsonSchemaObject, type Path } from '@dvc/schema';

interface Asked { readonly path: Path; readonly key: string; readonly schema: JsonSchemaObject }
/** Those of the root, then those of its branches, in the order of the document. */
function askedBy({ schema }: FormDocument): Asked[] {
  const branches = ((schema['allOf'] ?? []) as unknown as { then?: { properties?: Record<string, JsonSchemaObject> } }[]).map(({ then }) => then?.properties ?? {});
  return [(schema['properties'] ?? {}) as unknown as Record<string, JsonSchemaObject>, ...branches].flatMap((each) => Object.entries(each).map(([key, one]) => ({ path: join('', key), key, schema: one })));
}

interface Choice { readonly value: Json; readonly title: string }
const notesOf = (schema: JsonSchemaObject) => (schema['x-dvc'] ?? {}) as { widget?: string; scores?: Record<string, number> };
const listed = (schema: JsonSchemaObject | undefined): Choice[] => ((schema?.['oneOf'] ?? []) as { const: Json; title?: string }[]).map((each) => ({ value: each.const, title: each.title ?? String(each.const) }));
const itemsOf = (schema: JsonSchemaObject) => listed(schema['items'] as JsonSchemaObject | undefined);

function kindOf(schema: JsonSchemaObject): QuestionResult['kind'] | undefined {
  const { widget, scores } = notesOf(schema), choices = listed(schema);
  if (widget === 'contact' || widget === 'file' || widget === 'address') return undefined;
  if (widget === 'matrix' || widget === 'nps' || widget === 'ranking') return widget;
  if (itemsOf(schema).length) return 'many';
  if (choices.length) return scores ? 'scale' : 'choice';
  if (schema['type'] === 'boolean') return 'choice';
  return schema['type'] === 'integer' || schema['type'] === 'number' ? 'number' : 'text';
}

/** Two decimals, half up, away from zero. @param den above zero */
export function twoDecimals(num: number, den: number): number {
  // Scores and answers have three decimals at most.
  const size = BigInt(Math.round(Math.abs(num) * 1000)), all = BigInt(den) * 1000n, found = (size * 200n + all) / (2n * all);
  return ((num < 0 ? -1 : 1) * Number(found)) / 100;
}

const isAnswer = (value: Json | undefined): value is Json => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** @param order of words: tells nothing of when they came */
function tallyOne({ path, schema }: Omit<Asked, 'key'>, answers: readonly (Json | undefined)[], minSample: number): QuestionResult | undefined {
  const kind = kindOf(schema), title = String(schema['title'] ?? path);
  if (!kind) return undefined;
  const told = answers.filter(isAnswer), n = told.length;
  if (kind === 'matrix') {
    const rows = Object.entries((schema['properties'] ?? {}) as unknown as Record<string, JsonSchemaObject>)
      .map(([key, row]) => tallyOne({ path: join(path, key), schema: row }, told.map((each) => (each as JsonObject)[key]), minSample)!);
    return n < minSample ? { path, title, kind, n: null } : { path, title, kind, n, rows };
  }
  if (n < minSample) return { path, title, kind, n: null };
  const { scores } = notesOf(schema);
  const count = ({ value, title: name }: Choice): ChoiceCount => ({
    value: String(value), title: name, count: told.filter((each) => (Array.isArray(each) ? each.includes(value) : each === value)).length, ...(scores && Object.hasOwn(scores, String(value)) ? { score: scores[String(value)]! } : {}),
  });
  switch (kind) {
    case 'choice': return { path, title, kind, n, counts: (schema['type'] === 'boolean' ? [{ value: true, title: 'Có' }, { value: false, title: 'Không' }] : listed(schema)).map(count) };
    case 'many': return { path, title, kind, n, counts: itemsOf(schema).map(count) };
    case 'scale': {
      const counts = listed(schema).map(count), scored = counts.filter(({ score }) => score !== undefined);
      const [sum, all] = scored.reduce(([a, b], each) => [a + each.score! * each.count!, b + each.count!], [0, 0]);
      return { path, title, kind, n, counts, mean: all > 0 ? twoDecimals(sum, all) : null };
    }
    case 'ranking': return {
      path, title, kind, n, rows: itemsOf(schema).map(({ value, title: name }): QuestionResult => {
        const places = told.map((each) => (each as Json[]).indexOf(value) + 1).filter((place) => place > 0);
        return { path: join(path, String(value)), title: name, kind: 'number', n: places.length < minSample ? null : places.length, mean: places.length < minSample ? null : twoDecimals(places.reduce((sum, each) => sum + each, 0), places.length) };
      }),
    };
    case 'text': return { path, title, kind, n, texts: shuffled(told.map(String)) };
    default: return { path, title, kind, n, ...numbersOf(told as number[], schema) };
  }
}

function numbersOf(told: readonly number[], schema: JsonSchemaObject): Partial<QuestionResult> {
  const sorted = [...told].sort((a, b) => a - b), n = sorted.length, low = schema['minimum'] as number | undefined, high = schema['maximum'] as number | undefined;
  const few = schema['type'] === 'integer' && low !== undefined && high !== undefined && high - low <= 20;
  return {
    ...(few ? { counts: Array.from({ length: high - low + 1 }, (_, i) => ({ value: String(low + i), title: String(low + i), count: told.filter((each) => each === low + i).length })) } : {}),
    mean: twoDecimals(sorted.reduce((sum, each) => sum + each, 0), n),
    median: (sorted[(n - 1) >> 1]! + sorted[n >> 1]!) / 2, minimum: sorted[0]!, maximum: sorted[n - 1]!,
  };
}

/** An order that has nothing to do with time: neither the alphabet nor equal texts tell it. */
const shuffled = (texts: readonly string[]): string[] => [...texts].sort().map((text, i) => [hashed(`${i} ${text}`), text] as const).sort(([a], [b]) => a - b).map(([, text]) => text);
const hashed = (text: string): number => [...text].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0, 0x811c9dc5) * 2654435761 % 2 ** 32;

/**
 * What many responses come to, counted by themselves.
 * @param answers one for each response
 */
export function tallyOf(document: FormDocument, answers: readonly JsonObject[], minSample = document.survey?.minSample ?? 5): QuestionResult[] {
  return askedBy(document).flatMap((asked) => tallyOne(asked, answers.map((each) => (Object.hasOwn(each, asked.key) ? each[asked.key] : undefined)), minSample) ?? []);
}

/** The indices of the same; too few answers tell none. */
export const tallyIndices = (document: FormDocument, answers: readonly JsonObject[], given: Readonly<Record<string, number>> = {}): IndexResult[] => indicesOf(document, tallyOf(document, answers), given);
