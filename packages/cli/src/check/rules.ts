// Every rule of `dvc check`, by name. A code never changes its meaning and is never used again.
import { feeTable } from './rules/fee-table.js';
import { language } from './rules/language.js';
import { own } from './rules/own.js';
import { source } from './rules/source.js';
import { survey } from './rules/survey.js';
import type { Lang, Params, Rule } from './types.js';

export const RULES: ReadonlyMap<string, Rule> = new Map(
  [source, language, survey, own, feeTable].flatMap((rows) => Object.entries(rows)).map(([name, [code, level, viWhat, viTodo, enWhat, enTodo]]) => [name, { code, level, vi: [viWhat, viTodo], en: [enWhat, enTodo] }]),
);

/** What is wrong and what to do, with the names of this case filled in. */
export function sentences(rule: string, params: Params, lang: Lang): { what: string; todo: string } {
  const [what, todo] = RULES.get(rule)![lang];
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (kept, name: string) => String(params[`${name}:${lang}`] ?? params[name] ?? kept));
  return { what: fill(what), todo: fill(todo) };
}
