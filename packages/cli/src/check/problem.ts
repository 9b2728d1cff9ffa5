import type { Problem } from '@dvc/schema';
import { RULES } from './rules.js';
import type { Params } from './types.js';

const KINDS: [pattern: RegExp, vi: string, en: string][] = [
  [/^an object of lists of names/, 'một nhóm gồm các danh sách tên', 'An object of lists of names'], [/^an object of schemas/, 'một nhóm lược đồ', 'An object of schemas'], [/^an object|^object/, 'một nhóm mục (viết thụt vào ở các dòng dưới)', 'A group of entries'],
  [/^a list of schemas/, 'một danh sách lược đồ', 'A list of schemas'], [/^a list of different names/, 'một danh sách tên không trùng nhau', 'A list of different names'], [/^a list|^array/, 'một danh sách', 'A list'],
  [/^a schema/, 'một lược đồ, `true` hoặc `false`', 'A schema'], [/^a text|^string/, 'một câu chữ (đặt trong dấu nháy nếu là số)', 'A text (in quotes if it is a number)'], [/^true or false/, '`true` hoặc `false`', '`true` or `false`'],
  [/whole number/, 'một số nguyên không âm', 'A whole number, 0 or more'], [/^a number|^number/, 'một số', 'A number'], [/^a type of JSON/, 'một kiểu: string, integer, number, boolean, array hoặc object', 'A type: string, integer, number, boolean, array or object'],
];
const FACTS: Record<string, [string, string]> = { legalBasis: ['căn cứ pháp lý (`legalBasis`)', 'The legal basis'], sources: ['nguồn (`sources`)', 'The source'], lastChecked: ['ngày kiểm tra gần nhất (`lastChecked`)', 'When it was last checked'] };
const SAME: Record<string, string> = { 'undecided-regex': 'slow-regex', 'rule-depth': 'rule-size', 'too-complex': 'too-large', 'endless-recursion': 'cycle' };

/** The rule that a Problem of the language falls under, and what its sentence needs. */
export function ruleOf({ code, expected, got }: Problem): { rule: string; params: Params } {
  const same = SAME[code] ?? code;
  const rule = RULES.has(same) && RULES.get(same)!.code < 'DVC-C2' && RULES.get(same)!.code >= 'DVC-C1' ? same : 'other';
  const [, vi, en] = KINDS.find(([pattern]) => pattern.test(expected)) ?? [undefined, `\`${expected}\``, expected];
  const fact = FACTS[expected] ?? [expected, expected];
  return {
    rule,
    params: {
      // Only what is to be written, and no English beside it.
      expected: expected.replace(/ beside it$/, ''), got, problem: code, 'kind:vi': vi!, 'kind:en': en!, 'fact:vi': fact[0], 'fact:en': fact[1],
      list: expected.replace(/^one of /, ''), field: /\/\S*$/.exec(expected)?.[0] ?? expected, limit: /\d+/.exec(expected)?.[0] ?? expected,
    },
  };
}
