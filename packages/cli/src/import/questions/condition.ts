// "Câu 2 = Không hài lòng", "Nếu câu 1 chọn Có và câu 3 > 5", "Hiện khi câu 4 khác Không": a condition that says a question by its number or code, and its answer in words.
import { plain } from '../names.js';
import type { Operator, Test } from '../tree.js';

/** A condition whose answers are still words; undefined for anything that would have to be guessed. */
export interface Spoken { key: string; op: Operator; value: string; not?: boolean }

const OPERATORS: readonly (readonly [RegExp, Operator, boolean?])[] = [
  [/^(≠|!=|<>|khác với|khác|không phải là|không phải|không chọn|is not|not)/iu, 'is', true], [/^(>=|≥|từ|lớn hơn hoặc bằng|at least)/iu, 'gte'], [/^(<=|≤|nhỏ hơn hoặc bằng|không quá|at most)/iu, 'lte'], [/^(>|lớn hơn|trên|more than)/iu, 'gt'], [/^(<|nhỏ hơn|dưới|less than)/iu, 'lt'],
  [/^(có chứa|chứa|gồm|contains|includes)/iu, 'has'], [/^(trả lời là|trả lời|được chọn là|chọn|đáp án là|đáp án|==|=|:|là|bằng|is|equals?)/iu, 'is'],
];

/** Joined by "và" or by "hoặc", never by both: which comes first nobody said. */
export function spokenOf(text: string): { as: 'all' | 'any'; parts: Spoken[] } | undefined {
  const words = text.replace(/\s+/g, ' ').trim().replace(/^(chỉ )?(hiện|hỏi|hiển thị|trả lời|show|ask)?\s*(khi|nếu|if|when)\s+/iu, '').replace(/\.$/, '');
  const pieces = words.split(/\s+(?:và|and|&&|&)\s+(?=câu|q|\{|[A-Za-z_]+\d*\s*(?:=|>|<|!))/iu);
  const others = words.split(/\s+(?:hoặc|or|\|\|)\s+(?=câu|q|\{|[A-Za-z_]+\d*\s*(?:=|>|<|!))/iu);
  if (pieces.length > 1 && others.length > 1) return undefined;
  const parts = (pieces.length > 1 ? pieces : others).map(one);
  return parts.every((part) => part !== undefined) && parts.length > 0 ? { as: others.length > 1 ? 'any' : 'all', parts } : undefined;
}

function one(text: string): Spoken | undefined {
  const [whole, first, second] = /^(?:câu(?: hỏi)?(?: số)?\s*([\d.]+[a-z]?)|\{?([A-Za-z][\w.-]*)\}?)\s*/iu.exec(text.trim()) ?? [];
  if (whole === undefined) return undefined;
  const rest = text.trim().slice(whole.length).trim();
  const found = OPERATORS.find(([pattern]) => pattern.test(rest));
  if (!found) return undefined;
  const value = rest.replace(found[0], '').trim().replace(/^(là|phương án|đáp án)\s+/iu, '').replace(/^["“'‘]|["”'’]$/gu, '').trim();
  return value === '' ? undefined : { key: (first ?? second)!.replace(/\.$/, '').toLowerCase(), op: found[1], value, ...(found[2] ? { not: true } : {}) };
}

export interface Answers { key: string; choices: readonly { value: string | number | boolean; title: string }[]; isMany: boolean; isNumber: boolean }

/** The words of an answer as its question has them; undefined when it has no such answer. */
export function testOf(spoken: { as: 'all' | 'any'; parts: Spoken[] }, find: (key: string) => Answers | undefined): Test | undefined {
  const parts = spoken.parts.map(({ key, op, value, not }): Test | undefined => {
    const asked = find(key);
    if (!asked) return undefined;
    if (asked.isNumber) return Number.isFinite(Number(value.replace(',', '.'))) && op !== 'has' ? turned({ key: asked.key, op, value: Number(value.replace(',', '.')) }, not) : undefined;
    if (op !== 'is' && op !== 'has') return undefined;
    if (asked.choices.length === 0) return turned({ key: asked.key, op, value }, not);
    const meant = value.split(/\s+(?:hoặc|or)\s+|\s*[;/|]\s*/iu).map((each) => asked.choices.find(({ value: own, title }) => plain(title) === plain(each) || String(own).toLowerCase() === each.toLowerCase()));
    if (meant.some((each) => each === undefined)) return undefined;
    const tests = meant.map((each): Test => ({ key: asked.key, op: asked.isMany ? 'has' : 'is', value: each!.value }));
    return turned(tests.length === 1 ? tests[0]! : { any: tests }, not);
  });
  if (parts.some((part) => part === undefined)) return undefined;
  return parts.length === 1 ? parts[0] : spoken.as === 'all' ? { all: parts as Test[] } : { any: parts as Test[] };
}
const turned = (test: Test, not: boolean | undefined): Test => (not ? { not: test } : test);
