// One question as results show it: first as it is, then without what would tell of too few people.
import type { Path } from '@dvc/schema';
import { exactly, hundredths, over, plus, ratio, times, zero, type Rational } from '@dvc/core/survey/rational.js';
import type { ChoiceCount, QuestionResult } from '@dvc/core/survey/results.js';
import { hidden, hiddenAlone } from './hide.js';
import type { Question } from './questions.js';
import type { QuestionTally } from './tally.js';

/** Of numbers with more values than this, the values are not listed. */
const MOST_VALUES = 12;
const none: QuestionTally = { n: 0, values: new Map(), places: new Map() };
export const titleFrom = (titles: ReadonlyMap<string, string> | undefined, value: string): string => titles?.get(value) ?? value;
const rounded = (value: Rational | undefined): number | null => (value ? Number(hundredths(value)) / 100 : null);

interface Weighed { readonly score: number; readonly count: number }
const scored = (counts: readonly ChoiceCount[]): Weighed[] => counts.flatMap(({ score, count }) => (score === undefined ? [] : [{ score, count: count ?? 0 }])).sort((a, b) => a.score - b.score);

function statistics(cells: readonly Weighed[]): Pick<QuestionResult, 'mean' | 'median' | 'minimum' | 'maximum'> {
  const n = cells.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) return { mean: null, median: null, minimum: null, maximum: null };
  const at = (place: number) => { let seen = 0; for (const { score, count } of cells) { seen += count; if (place < seen) return exactly(score)!; } return zero; };
  const given = cells.filter(({ count }) => count > 0);
  return {
    mean: rounded(over(given.reduce((sum, { score, count }) => plus(sum, times(exactly(score)!, ratio(count))), zero), ratio(n))),
    median: rounded(times(plus(at(Math.floor((n - 1) / 2)), at(Math.floor(n / 2))), ratio(1, 2))),
    minimum: given[0]!.score, maximum: given.at(-1)!.score,
  };
}

/** Everything that was counted. `names`: of the codes of a list. */
export function wholeResult(question: Question, tally: ReadonlyMap<Path, QuestionTally> | undefined, names?: (list: string) => ReadonlyMap<string, string> | undefined): QuestionResult {
  const { path, title, kind, choices, rows, codeList, personal } = question;
  const { n, values, places } = tally?.get(path) ?? none;
  const base = { path, title, kind, n };
  if (kind === 'matrix') return { ...base, n: Math.max(0, ...rows.map((row) => tally?.get(row.path)?.n ?? 0)), rows: rows.map((row) => wholeResult(row, tally, names)) };
  if (personal || kind === 'text') return { ...base, kind: 'text' };
  if (kind === 'ranking') {
    return { ...base, rows: choices.map(({ value, title: name }) => {
      const cells = [...(places.get(value) ?? new Map<number, number>())].map(([score, count]) => ({ score, count })).sort((a, b) => a.score - b.score);
      return { path: `${path}#${value}`, title: name, kind: 'number' as const, n: values.get(value) ?? 0, ...statistics(cells) };
    }) };
  }
  if (kind === 'number') {
    const cells = [...values].map(([value, count]) => ({ value, title: value, score: Number(value), count })).sort((a, b) => a.score - b.score);
    return { ...base, ...(cells.length <= MOST_VALUES ? { counts: cells } : {}), ...statistics(cells) };
  }
  const listed = codeList ? names?.(codeList.id) : undefined;
  const known = new Set(choices.map(({ value }) => value));
  const counts: ChoiceCount[] = [
    ...choices.map(({ value, title: name, score }) => ({ value, title: name, count: values.get(value) ?? 0, ...(score === undefined ? {} : { score }) })),
    // Of a version that offered more, or codes of a list.
    ...[...values.keys()].filter((value) => !known.has(value)).sort().map((value) => ({ value, title: titleFrom(listed, value), count: values.get(value)! })),
  ];
  return { ...base, counts, ...(kind === 'scale' || kind === 'nps' ? statistics(scored(counts)) : {}) };
}

export const cellName = (path: Path, value: string): string => `${path}\n${value}`;

/** Without what tells of fewer than `k`; `also`: cells that must be hidden besides, by name. */
export function shownResult(question: Question, whole: QuestionResult, k: number, also: ReadonlySet<string> = new Set(), withoutMean: ReadonlySet<Path> = new Set()): QuestionResult {
  const { path, title, kind } = whole;
  const nothing: QuestionResult = { path, title, kind, n: null, ...(whole.rows ? { rows: [] } : {}) };
  if (kind === 'matrix') {
    const rows = whole.rows!.map((row, at) => shownResult(question.rows[at]!, row, k, also, withoutMean));
    return { ...whole, n: whole.n! < k ? null : whole.n, rows };
  }
  if (whole.n! < k) return kind === 'text' ? { path, title, kind, n: null } : nothing;
  if (kind === 'text') return whole;
  if (kind === 'ranking') return { ...whole, rows: whole.rows!.map((row) => (row.n! < k ? { path: row.path, title: row.title, kind: row.kind, n: null } : { ...row, minimum: null, maximum: null })) };
  const { counts, mean, median, minimum, maximum, ...rest } = whole;
  const numbers = (counts ?? []).map(({ count }) => count ?? 0);
  const single = kind !== 'many' || question.exactly !== undefined;
  const hides = single ? hidden(numbers, k) : hiddenAlone(numbers, k);
  if (!hides) return nothing;
  const shown = counts?.map((each, at) => (hides[at] || also.has(cellName(path, each.value)) ? { ...each, count: null } : each));
  // The least and the most are what one person said, unless enough said the same.
  const told = (value: number | null | undefined) => (value != null && shown?.some(({ score, count }) => score === value && count !== null && count > 0) ? value : null);
  return {
    ...rest, ...(shown ? { counts: shown } : {}),
    ...(mean === undefined ? {} : { mean: withoutMean.has(path) ? null : mean, median: withoutMean.has(path) || shown?.some(({ count }) => count === null) ? null : median!, minimum: told(minimum), maximum: told(maximum) }),
  };
}
