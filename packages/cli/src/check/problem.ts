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

/** What the readers of YAML and JSON stumble over, in words; other reasons keep the reader's own. */
const REASONS: Record<string, string> = {
  BAD_INDENT: 'các mục cùng cấp phải thụt đầu dòng bằng nhau', TAB_AS_INDENT: 'thụt đầu dòng bằng phím Tab; hãy dùng dấu cách', MISSING_CHAR: 'thiếu một dấu, thường là dấu nháy, dấu ngoặc, dấu phẩy hoặc dấu cách sau dấu hai chấm',
  BLOCK_AS_IMPLICIT_KEY: 'câu có dấu hai chấm phải đặt trong dấu nháy kép', MULTILINE_IMPLICIT_KEY: 'thiếu dấu hai chấm sau tên mục', UNEXPECTED_TOKEN: 'có ký tự không đúng chỗ', BAD_SCALAR_START: 'câu bắt đầu bằng ký tự đặc biệt phải đặt trong dấu nháy kép',
  BAD_DQ_ESCAPE: 'dấu gạch chéo ngược trong dấu nháy kép không đúng', BAD_ALIAS: 'dấu * dẫn tới một tên chưa có', UNEXPECTED: 'có ký tự không đúng chỗ',
};
export const syntaxParams = (detail: string, reason: string | undefined): Params => ({ detail, ...(reason !== undefined && REASONS[reason] !== undefined ? { 'detail:vi': REASONS[reason] } : {}) });

/** A ring of conditions, as the author knows them. */
export function ringParams(got: string, lineOf: (pointer: string) => number): Params {
  const told = (vi: boolean) => got.replace(/condition (\/\S*)/g, (_, path: string) => (vi ? `điều kiện ở dòng ${lineOf(path)}` : `the condition on line ${lineOf(path)}`))
    .replace(/whether (\S+) is asked/g, (all, path: string) => (vi ? `việc hỏi ${path}` : all)).replace(/rule for (\S+)/g, (all, path: string) => (vi ? `quy tắc tính ${path}` : all));
  return { 'got:vi': told(true), 'got:en': told(false) };
}

/** A text without its translation, as a line to be copied: where it stands in the author's own file, which knows nothing of what `when` became. */
export const untoldParams = (place: string, text: unknown): Params => ({ expected: place, text: String(text), of: JSON.stringify(text) });
