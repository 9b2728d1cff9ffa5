// The indices of a survey, from the counts of its questions alone. Whoever has the counts reckons the same value to the last digit: fractions are exact and are rounded once, at the end.
import type { IndexPart, Path, SurveyIndex } from '@dvc/schema';
import { exactly, figure, hundredths, isAtMost, over, plus, ratio, times, twoDecimals, zero, type Rational } from './rational.js';
import type { ChoiceCount, IndexResult, QuestionResult } from './results.js';

export type { IndexPart, SurveyIndex };

/** What was reckoned: `formula` without its result. */
interface Reckoned { readonly value: Rational | undefined; readonly n: number | null; readonly formula: string; readonly missing?: readonly string[] }

/** In a formula, for a number that is not told. */
const UNTOLD = '…';
const text = (value: number | undefined): string => (value === undefined ? UNTOLD : figure(value));

/**
 * @param document one with `survey.indices`
 * @param questions what was counted, of the same responses
 * @param given the host's own figures, by the id of the part
 */
export function indicesOf(document: { readonly survey?: { readonly indices?: readonly SurveyIndex[] } }, questions: readonly QuestionResult[], given: Readonly<Record<string, number>> = {}): IndexResult[] {
  const indices = document.survey?.indices ?? [];
  const byId = new Map(indices.map((each) => [each.id, each]));
  return indices.map((index) => {
    const made = index.kind === 'points' ? pointsOf(index, byId, questions, given) : reckon(index, questions);
    const { id, title, sources, confidence, note } = index;
    const value = made.value && Number(hundredths(made.value)) / 100;
    const max = index.kind === 'points' ? maxOf(index) : undefined;
    const name = value === undefined ? undefined : classOf(index, value);
    return {
      id, title, value: value ?? null, unit: UNITS[index.kind], n: made.n, formula: made.value ? `${made.formula} = ${twoDecimals(made.value)}` : made.formula,
      ...(max === undefined ? {} : { max }), ...(name === undefined ? {} : { class: name }), ...(made.missing?.length ? { missing: made.missing } : {}),
      ...(sources ? { sources } : {}), ...(confidence ? { confidence } : {}), ...(note ? { note } : {}),
    };
  });
}

const UNITS = { share: 'percent', mean: 'score', nps: 'nps', points: 'points' } as const;

/** What can be reached. Sums of decimals are exact here too: `0.1 + 0.2` is 0.3. */
const maxOf = ({ parts = [] }: SurveyIndex): number => Number(hundredths(parts.reduce((sum, { max }) => plus(sum, exactly(max) ?? zero), zero))) / 100;

/** By the published value, so that nobody reads 15,00 beside the class below 15. */
function classOf({ classes = [] }: SurveyIndex, value: number): string | undefined {
  return [...classes].sort((a, b) => b.min - a.min).find(({ min }) => min <= value)?.title;
}

function find(questions: readonly QuestionResult[], path: Path): readonly QuestionResult[] {
  for (const each of questions) {
    if (each.path === path) return each.kind === 'matrix' ? each.rows ?? [] : [each];
    const row = each.kind === 'matrix' ? each.rows?.find((one) => one.path === path) : undefined;
    if (row) return [row];
  }
  return [];
}

const scoreOf = ({ kind }: QuestionResult, { score, value }: ChoiceCount): number | undefined =>
  score ?? ((kind === 'number' || kind === 'nps') && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined);

/** Choices that are answers in the sense of the index: where there are scores, `không có ý kiến` has none and is no valid answer. */
function validOf(question: QuestionResult): readonly ChoiceCount[] {
  const counts = question.counts ?? [];
  return counts.some((each) => scoreOf(question, each) !== undefined) ? counts.filter((each) => scoreOf(question, each) !== undefined) : counts;
}

/** undefined as soon as one number is not told: the sum less the others would tell it. */
const sum = (all: readonly (number | null | undefined)[]): number | undefined => all.reduce<number | undefined>((made, each) => (made === undefined || each === null || each === undefined ? undefined : made + each), 0);

/** How many valid answers each question has. Of `many` it is the people who answered, for each may tick several. */
const validCount = (question: QuestionResult): number | undefined => (question.n === null ? undefined : question.kind === 'many' ? question.n : sum(validOf(question).map(({ count }) => count)));

function reckon(index: SurveyIndex, questions: readonly QuestionResult[]): Reckoned {
  const asked = (index.of ?? []).map((path) => find(questions, path));
  const pool = asked.flat();
  // A question that is not there is not one without answers.
  const n = asked.some((found) => found.length === 0) ? undefined : sum(pool.map(validCount));
  /** Of all questions together. */
  const count = (wanted: (question: QuestionResult, choice: ChoiceCount) => boolean) =>
    (n === undefined ? undefined : sum(pool.flatMap((question) => validOf(question).filter((choice) => wanted(question, choice)).map((choice) => choice.count))));
  const done = (top: Rational | undefined, formula: string): Reckoned => ({ value: top && n ? over(top, ratio(n)) : undefined, n: n ?? null, formula });

  switch (index.kind) {
    case 'nps': {
      const high = count((question, choice) => (scoreOf(question, choice) ?? -1) >= 9);
      const low = count((question, choice) => (scoreOf(question, choice) ?? 11) <= 6);
      return done(high === undefined || low === undefined ? undefined : ratio(100 * (high - low)), `100 × (${text(high)} − ${text(low)}) / ${text(n)}`);
    }
    case 'mean': {
      const scores = [...new Set(pool.flatMap((question) => validOf(question).map((choice) => scoreOf(question, choice))))].filter((score) => score !== undefined).sort((a, b) => b - a);
      const each = scores.map((score) => ({ score, count: count((question, choice) => scoreOf(question, choice) === score) }));
      const top = each.reduce<Rational | undefined>((made, one) => (made && one.count !== undefined ? plus(made, times(exactly(one.score)!, ratio(one.count))) : undefined), zero);
      return done(scores.length ? top : undefined, `(${each.filter((one) => one.count !== 0).map((one) => `${figure(one.score)} × ${text(one.count)}`).join(' + ') || UNTOLD}) / ${text(n)}`);
    }
    default: {
      const values = (index.values ?? []).map(String);
      // Two ticks of one person are not two answers, and the counts do not tell whose they are.
      const told = values.length === 1 || pool.every(({ kind }) => kind !== 'many');
      const each = values.map((value) => (told ? count((_, choice) => choice.value === value) : undefined));
      const top = sum(each);
      return done(top === undefined ? undefined : ratio(100 * top), `100 × ${each.length === 1 ? text(each[0]) : `(${each.map(text).join(' + ')})`} / ${text(n)}`);
    }
  }
}

/** Points of parts. Without one of them there is no value, and the result says which. */
function pointsOf(index: SurveyIndex, byId: ReadonlyMap<string, SurveyIndex>, questions: readonly QuestionResult[], given: Readonly<Record<string, number>>): Reckoned {
  const parts = (index.parts ?? []).map((part) => ({ part, ...partOf(part, byId, questions, given) }));
  const missing = parts.filter(({ value }) => value === undefined).map(({ part }) => part.title);
  const total = parts.reduce<Rational | undefined>((made, { value }) => (made && value ? plus(made, value) : undefined), parts.length ? zero : undefined);
  return { value: total, n: sum(parts.map((each) => each.n)) ?? null, formula: parts.map(({ formula }) => formula).join(' + '), missing };
}

function partOf(part: IndexPart, byId: ReadonlyMap<string, SurveyIndex>, questions: readonly QuestionResult[], given: Readonly<Record<string, number>>): Reckoned {
  const share = part.index === undefined ? undefined : byId.get(part.index);
  if (share?.kind === 'share') {
    const { value, n, formula } = reckon(share, questions);
    return { value: value && times(times(exactly(part.max)!, value), ratio(1, 100)), n, formula: `${figure(part.max)} × (${formula}) / 100` };
  }
  if (part.of !== undefined) {
    const made = reckon({ id: part.id, title: part.title, kind: 'mean', of: [part.of] }, questions);
    return { ...made, formula: made.value ? made.formula : UNTOLD };
  }
  const own = part.given && Object.hasOwn(given, part.id) ? given[part.id]! : undefined;
  const value = own === undefined ? undefined : exactly(own);
  // A figure that cannot be is none: it would lift or sink the whole.
  const possible = value && isAtMost(zero, value) && isAtMost(value, exactly(part.max)!);
  return { value: possible ? value : undefined, n: 0, formula: possible ? figure(own!) : UNTOLD };
}
