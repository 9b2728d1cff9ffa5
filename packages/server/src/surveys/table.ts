// Responses as a table: one line each, one column for each thing that was asked.
import type { Json, JsonObject } from '@dvc/schema';
import type { Cell } from '../csv.js';
import { leavesOf, type Question } from './questions.js';

export interface RawResponse {
  day: string; version: string; outcome: string; agency: string | null; procedure: string | null; channel: string | null; dossier: string | null; flags: string[]; answers: JsonObject; shown: Json | null;
}
export interface Column { readonly name: string; read(response: RawResponse): Cell }

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
export const answerOf = (answers: JsonObject, keys: readonly string[]): Json | undefined => keys.reduce<Json | undefined>((at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined), answers);
const plain = (value: Json | undefined): Cell => (value === undefined ? null : typeof value === 'object' && value !== null ? JSON.stringify(value) : value);

/** `/channels=web`: 1 when it was taken, 0 when the question was answered without it. `/order#time`: at which place. */
export function columnsOf(question: Question): Column[] {
  const { path, keys, kind, choices } = question;
  const given = ({ answers }: RawResponse) => { const value = answerOf(answers, keys); return Array.isArray(value) ? value.map(String) : undefined; };
  if (kind === 'many' && choices.length > 0) return [...choices.map(({ value }) => ({ name: `${path}=${value}`, read: (response: RawResponse) => { const list = given(response); return list ? Number(list.includes(value)) : null; } }))];
  if (kind === 'ranking' && choices.length > 0) return choices.map(({ value }) => ({ name: `${path}#${value}`, read: (response: RawResponse) => { const at = given(response)?.indexOf(value) ?? -1; return at < 0 ? null : at + 1; } }));
  return [{ name: path, read: ({ answers }) => plain(answerOf(answers, keys)) }];
}

const own = (name: 'day' | 'version' | 'outcome' | 'agency' | 'procedure' | 'channel' | 'dossier'): Column => ({ name, read: (response) => response[name] });
export function tableColumns(questions: readonly Question[], anonymous: boolean): Column[] {
  return [
    own('day'), own('agency'), own('procedure'), own('channel'), ...(anonymous ? [] : [own('dossier')]), own('outcome'), own('version'), { name: 'flags', read: ({ flags }) => (flags.length > 0 ? flags.join(' ') : null) },
    ...leavesOf(questions).flatMap(columnsOf),
  ];
}
export const tableOf = (columns: readonly Column[], responses: readonly RawResponse[]): Cell[][] => [columns.map(({ name }) => name), ...responses.map((response) => columns.map((column) => column.read(response)))];
