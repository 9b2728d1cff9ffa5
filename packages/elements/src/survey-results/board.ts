import type { IndexResult, ReportPeriod, ResultsFilter, SurveyResults } from '@dvc/core/survey/results.js';
import type { ResultsReply } from '@dvc/core/survey/ports.js';
import { format } from '@dvc/locale';
import type { ResultsWords } from '@dvc/locale/vi-results.js';
import { chartFigure, type ChartModel } from '@dvc/ui/charts/figure.js';
import type { Paper } from '@dvc/ui/charts/scene.js';
import type { TemplateResult } from 'lit';
import { chartOf, type Chart, type Terms } from './charts.js';
import { scopeText } from './filter-view.js';
import { compareChart, gaugeChart, sharesChart, trendChart } from './index-charts.js';
import { few } from './values.js';

/** So many agencies are drawn before all are wished for. */
export const FIRST_AGENCIES = 12;

/** What is chosen in the boxes, not yet what is shown. */
export interface Wish { readonly period: string; readonly from: string; readonly to: string; readonly agency: string; readonly procedure: string; readonly channel: string }

/** All that a page of results is drawn from. */
export interface Board {
  readonly words: ResultsWords;
  readonly survey: string;
  readonly results: SurveyResults | undefined;
  /** There is a back end to ask. */
  readonly asks: boolean;
  readonly loading: boolean;
  readonly trouble: Exclude<ResultsReply, { kind: 'results' }> | 'range' | undefined;
  readonly periods: readonly ReportPeriod[];
  readonly wish: Wish;
  /** id of the index that periods and agencies are compared by */
  readonly compareBy: string | undefined;
  readonly allAgencies: boolean;
  /** of a question of words: what is searched for */
  readonly find: Readonly<Record<string, string>>;
  /** of a question of words: how many are shown */
  readonly shown: Readonly<Record<string, number>>;
  readonly paper: Paper | undefined;
}

export const NO_WISH: Wish = { period: '', from: '', to: '', agency: '', procedure: '', channel: '' };

export const termsOf = ({ words, results }: Pick<Board, 'words' | 'results'>): Terms => ({ words, minSample: results?.minSample ?? 5 });

/** The index that is compared: the chosen one, else the first that has a value. */
export function comparedIndex({ results, compareBy }: Pick<Board, 'results' | 'compareBy'>): IndexResult | undefined {
  const all = results?.indices ?? [];
  return all.find(({ id }) => id === compareBy) ?? all.find(({ value }) => value !== null) ?? all[0];
}

/** Every chart of the page, by its id. */
export function chartsOf(board: Pick<Board, 'words' | 'results' | 'compareBy' | 'allAgencies'>): ReadonlyMap<string, Chart> {
  const { results } = board, terms = termsOf(board), index = comparedIndex(board);
  if (!results) return new Map();
  const made = [
    sharesChart(results.indices, terms), ...results.indices.map((each, i) => gaugeChart(each, i, terms)),
    ...(index && isTold(results.periods, index) ? [trendChart(results.periods, index, terms)] : []),
    ...(index && isTold(results.agencies, index) ? [compareChart(results.agencies, index, board.allAgencies ? Infinity : FIRST_AGENCIES, terms)] : []),
    ...results.questions.map((question, i) => chartOf(question, questionId(i), terms)),
  ];
  return new Map(made.flatMap((chart) => (chart ? [[chart.id, chart] as const] : [])));
}
/** There is something to compare. */
const isTold = (groups: SurveyResults['periods'], { id }: IndexResult): boolean => groups.length > 1 && groups.some(({ indices }) => indices.some((each) => each.id === id && each.value !== null));
export const questionId = (at: number): string => `q-${at}`;

export function hiddenNote({ table }: Chart, board: Pick<Board, 'words' | 'results'>): string | undefined {
  const { words, minSample } = termsOf(board);
  return table.rows.some(({ cells, untold }) => untold || cells.some((cell) => cell.includes(words.hidden))) ? few(words, minSample) : undefined;
}

/** What stands below a picture, which goes where the page is not. */
export const notesOf = (chart: Chart, board: Board): string[] => [
  [...(board.results ? [board.results.survey.title] : []), ...scopeText(board), ...(chart.n === undefined ? [] : [format(board.words.n, { n: chart.n }, board.words.lang)])].join(' · '), ...(hiddenNote(chart, board) ? [hiddenNote(chart, board)!] : []),
];

/** A chart with its table and its pictures; what “not published” means stands with it. */
export function figureOf(chart: Chart, board: Pick<Board, 'words' | 'results' | 'paper'>): TemplateResult {
  const { words, paper } = board;
  const model: ChartModel = { id: chart.id, name: chart.name, table: chart.table, scene: paper && chart.sceneOn(paper), note: hiddenNote(chart, board) };
  return chartFigure(model, words);
}

/** Nothing may be told of so few responses. */
export const isAllFew = ({ responses: { complete, partial } }: SurveyResults): boolean => !complete && !partial && (complete === null || partial === null);
export const isEmpty = ({ responses: { complete, partial } }: SurveyResults): boolean => complete === 0 && partial === 0;

/** undefined: the days are the wrong way round. */
export function filterOf({ period, from, to, agency, procedure, channel }: Wish, periods: readonly ReportPeriod[]): ResultsFilter | undefined {
  const known = periods.find(({ id }) => `p:${id}` === period);
  const days = known ? { from: known.from, to: known.to } : period === 'own' ? { ...(from ? { from } : {}), ...(to ? { to } : {}) } : {};
  if (days.from && days.to && days.from > days.to) return undefined;
  return { ...days, ...(agency ? { agency } : {}), ...(procedure ? { procedure } : {}), ...(channel ? { channel } : {}) };
}
