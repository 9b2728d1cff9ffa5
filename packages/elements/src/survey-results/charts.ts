// What is counted, as charts: a chart knows how to draw itself on any paper, and has a table that says the same.
import type { ChoiceCount, QuestionResult } from '@dvc/core/survey/results.js';
import { format } from '@dvc/locale';
import type { ResultsWords } from '@dvc/locale/vi-results.js';
import { bars, type Bar } from '@dvc/ui/charts/bars.js';
import { columns } from '@dvc/ui/charts/columns.js';
import type { Paper, Scene } from '@dvc/ui/charts/scene.js';
import { kindsOf, stacked, type Kind, type StackedRow } from '@dvc/ui/charts/stacked.js';
import type { DataTable } from '@dvc/ui/charts/table.js';
import { decimals, percent, whole } from './values.js';

export interface Chart {
  /** letters, digits and dashes; of the page, unique */
  readonly id: string;
  readonly title: string;
  /** What a screen reader calls it. */
  readonly name: string;
  readonly table: DataTable;
  /** How many answered, where it is of one question. */
  readonly n?: number;
  sceneOn(paper: Paper): Scene;
}
export interface Terms { readonly words: ResultsWords; readonly minSample: number }

type Named = 'chartBars' | 'chartStacked' | 'chartColumns' | 'chartTrend' | 'chartGauge';
export const nameOf = (kind: Named, title: string, { words }: Terms): string => format(words[kind], { title, what: words.chartTable });

/** `48,0% (12)`; what is not told says so. */
function countText({ count }: Pick<ChoiceCount, 'count'>, n: number, { words }: Terms): string {
  return count === null ? words.hidden : `${percent(count, n, words.lang)} (${whole(count, words.lang)})`;
}
const partOf = ({ count }: Pick<ChoiceCount, 'count'>, n: number): number | null => (count === null ? null : n > 0 ? count / n : 0);

function countTable(question: QuestionResult, n: number, terms: Terms): DataTable {
  const { words } = terms;
  return {
    caption: question.title, head: [words.choice, words.count, words.share],
    rows: (question.counts ?? []).map((choice) => (choice.count === null ? { cells: [choice.title, words.hidden, '–'], untold: true } : { cells: [choice.title, whole(choice.count, words.lang), percent(choice.count, n, words.lang)] })),
  };
}

/** undefined: there is nothing to draw. */
export function chartOf(question: QuestionResult, id: string, terms: Terms): Chart | undefined {
  const made = drawn(question, id, terms);
  return made && { ...made, n: question.n! };
}

function drawn(question: QuestionResult, id: string, terms: Terms): Chart | undefined {
  const { n, title, rows = [] } = question, counts = question.kind === 'number' ? withoutGaps(question.counts ?? []) : question.counts ?? [];
  if (!n) return undefined;
  if (question.kind === 'text') return undefined;
  if (question.kind === 'ranking') return rows.length ? places(question, rows, id, terms) : undefined;
  if (question.kind === 'matrix') return rows.length ? (rows.some(({ kind }) => kind === 'many') ? pickedRows : scaleRows)(question, rows, id, terms) : undefined;
  if (question.kind === 'scale' && counts.length <= 7) return scaleRows(question, [question], id, terms);
  if (counts.length === 0) return undefined;
  const table = countTable({ ...question, counts }, n, terms);
  const all: Bar[] = counts.map((choice) => ({ label: choice.title, part: partOf(choice, n), text: countText(choice, n, terms) }));
  if (question.kind !== 'nps' && question.kind !== 'number') return { id, title, name: nameOf('chartBars', title, terms), table, sceneOn: (paper) => bars(all, paper) };
  const groups = question.kind === 'nps' ? npsGroups(terms.words) : [];
  const high = Math.max(...counts.map(({ count }) => count ?? 0), 1) / n;
  return {
    id, title, name: nameOf('chartColumns', title, terms), table,
    sceneOn: (paper) => columns(counts.map((choice) => ({
      label: choice.title, part: choice.count === null ? null : partOf(choice, n)! / high, text: choice.count === null ? terms.words.hidden : percent(choice.count, n, terms.words.lang),
      kind: question.kind === 'nps' ? groups[npsGroup(choice.value)] : undefined,
    })), paper, groups) ?? bars(all, paper),
  };
}

/** A keeper lists the numbers that were given; on an axis those between them have their places too. */
function withoutGaps(counts: readonly ChoiceCount[]): readonly ChoiceCount[] {
  const numbers = counts.map(({ value }) => Number(value)), low = Math.min(...numbers), high = Math.max(...numbers);
  if (counts.length < 2 || !numbers.every(Number.isSafeInteger) || high - low > 20) return counts;
  return Array.from({ length: high - low + 1 }, (_, i) => counts[numbers.indexOf(low + i)] ?? { value: String(low + i), title: String(low + i), count: 0 });
}

const npsGroups = (words: ResultsWords): Kind[] => kindsOf([words.promoters, words.passives, words.detractors]);
const npsGroup = (value: string): number => (Number(value) >= 9 ? 0 : Number(value) >= 7 ? 1 : 2);

/** From the best answer to the worst; what has no score (no opinion) stands last and has no colour of its own. */
function scaleOf(counts: readonly ChoiceCount[]): { readonly order: readonly string[]; readonly kinds: readonly Kind[] } {
  const scored = counts.filter(({ score }) => score !== undefined).sort((a, b) => b.score! - a.score!);
  const ranked = scored.length ? scored : counts, rest = scored.length ? counts.filter(({ score }) => score === undefined) : [];
  return { order: [...ranked, ...rest].map(({ value }) => value), kinds: [...kindsOf(ranked.map(({ title }) => title)), ...rest.map(({ title }): Kind => ({ label: title, tone: 'track', on: 'muted', pattern: 'plain' }))] };
}

function scaleRows(question: QuestionResult, rows: readonly QuestionResult[], id: string, terms: Terms): Chart {
  const { words } = terms, alone = rows.length === 1 && rows[0] === question;
  // A row that is not told has no counts: the names of the answers are those of another one.
  const { order, kinds } = scaleOf(rows.find(({ counts }) => counts?.length)?.counts ?? []);
  const shown: StackedRow[] = rows.map((row) => {
    const n = row.n ?? 0;
    const parts = order.map((value) => row.counts?.find((each) => each.value === value) ?? { count: null });
    return {
      label: alone ? '' : row.title,
      parts: parts.map((each) => ({ part: partOf(each, n), text: alone ? countText(each, n, terms) : each.count === null ? words.hidden : percent(each.count, n, words.lang) })),
      ...(n > 0 ? {} : { untold: row.n === 0 ? words.indexNone : words.hidden }),
    };
  });
  const table: DataTable = alone ? countTable(question, question.n!, terms) : {
    caption: question.title, head: [words.content, ...kinds.map(({ label }) => label), words.count],
    rows: rows.map((row) => (row.n === null ? { cells: [row.title, ...order.map(() => '–'), words.hidden], untold: true }
      : { cells: [row.title, ...order.map((value) => countText(row.counts?.find((each) => each.value === value) ?? { count: 0 }, row.n!, terms)), whole(row.n, words.lang)] })),
  };
  return { id, title: question.title, name: nameOf('chartStacked', question.title, terms), table, sceneOn: (paper) => stacked(shown, kinds, paper, words.hidden) };
}

interface Picked { readonly row: QuestionResult; readonly choice: ChoiceCount | undefined }
/** Rows of which any number of answers may be ticked. */
function pickedRows(question: QuestionResult, rows: readonly QuestionResult[], id: string, terms: Terms): Chart {
  const { words } = terms;
  const all = rows.flatMap((row): Picked[] => (row.n === null ? [{ row, choice: undefined }] : (row.counts ?? []).map((choice) => ({ row, choice }))));
  const label = ({ row, choice }: Picked) => (choice ? `${row.title}: ${choice.title}` : row.title);
  const untold = words.hidden;
  return {
    id, title: question.title, name: nameOf('chartBars', question.title, terms),
    table: { caption: question.title, head: [words.content, words.count, words.share], rows: all.map((each) => (!each.choice || each.choice.count === null ? { cells: [label(each), untold, '–'], untold: true } : { cells: [label(each), whole(each.choice.count, words.lang), percent(each.choice.count, each.row.n!, words.lang)] })) },
    sceneOn: (paper) => bars(all.map((each) => ({ label: label(each), part: each.choice ? partOf(each.choice, each.row.n!) : null, text: each.choice ? countText(each.choice, each.row.n!, terms) : untold })), paper),
  };
}

/** The mean place of each choice, the first one on top. */
function places(question: QuestionResult, rows: readonly QuestionResult[], id: string, terms: Terms): Chart {
  const { words } = terms, sorted = [...rows].sort((a, b) => (a.mean ?? Infinity) - (b.mean ?? Infinity));
  const text = ({ mean }: QuestionResult) => (typeof mean === 'number' ? decimals(mean, 2, words.lang) : words.hidden);
  return {
    id, title: question.title, name: nameOf('chartBars', question.title, terms),
    table: { caption: question.title, head: [words.choice, words.place, words.count], rows: sorted.map((row) => ({ cells: [row.title, text(row), row.n === null ? words.hidden : whole(row.n, words.lang)], untold: row.n === null })) },
    sceneOn: (paper) => bars(sorted.map((row) => ({ label: row.title, part: typeof row.mean === 'number' ? row.mean / rows.length : null, text: text(row) })), paper),
  };
}
