import type { QuestionResult } from '@dvc/core/survey/results.js';
import { format } from '@dvc/locale';
import { fold } from '@dvc/schema/formats/fold.js';
import { textList } from '@dvc/ui/charts/text-list.js';
import { html, nothing, type TemplateResult } from 'lit';
import { figureOf, questionId, termsOf, type Board } from './board.js';
import type { Chart } from './charts.js';
import { decimals, few } from './values.js';

/** So many comments are shown at first, and more each time. */
export const TEXTS = 10;

export function questionsView(board: Board, charts: ReadonlyMap<string, Chart>): TemplateResult | typeof nothing {
  const { words, results } = board;
  if (!results?.questions.length) return nothing;
  return html`<section class="questions" part="questions" aria-labelledby="dvc-questions"><h3 id="dvc-questions">${words.questions}</h3>
    <ol>${results.questions.map((question, at) => html`<li class="question" part="question"><h4>${question.title}</h4>${answersOf(question, at, charts.get(questionId(at)), board)}</li>`)}</ol></section>`;
}

function answersOf(question: QuestionResult, at: number, chart: Chart | undefined, board: Board): TemplateResult {
  const { words } = board, { minSample } = termsOf(board);
  if (question.n === null) return html`<p class="untold" part="untold">${few(words, minSample)}</p>`;
  if (question.n === 0) return html`<p class="untold">${question.kind === 'text' ? words.textsNone : words.indexNone}</p>`;
  return html`<p class="sub">${[format(words.n, { n: question.n }, words.lang), ...numbersOf(question, board)].join(' · ')}</p>
    ${question.kind === 'many' ? html`<p class="sub">${words.many}</p>` : question.kind === 'ranking' ? html`<p class="sub">${words.ranking}</p>` : nothing}
    ${chart ? figureOf(chart, board) : nothing}${question.kind === 'text' && question.texts ? wordsOf(question, at, board) : nothing}`;
}

function numbersOf({ kind, mean, median, minimum, maximum }: QuestionResult, { words }: Board): string[] {
  if (kind === 'ranking') return [];
  const told = (value: number | null | undefined): value is number => typeof value === 'number';
  const text = (value: number) => decimals(value, Number.isInteger(value) ? 0 : 2, words.lang);
  return [
    ...(told(mean) ? [format(words.mean, { value: decimals(mean, 2, words.lang) })] : []), ...(told(median) ? [format(words.median, { value: text(median) })] : []),
    ...(told(minimum) && told(maximum) ? [format(words.extremes, { minimum: text(minimum), maximum: text(maximum) })] : []),
  ];
}

/** Comments, searched without regard to marks: `khong` finds `không`. */
function wordsOf({ path, title, texts = [] }: QuestionResult, at: number, board: Board): TemplateResult {
  const { words } = board, wanted = fold(board.find[path] ?? '');
  const found = wanted ? texts.filter((text) => fold(text).includes(wanted)) : texts;
  const most = board.shown[path] ?? TEXTS;
  return textList({
    id: questionId(at), path, title, texts: found.slice(0, most), find: texts.length > 1 ? words.find : undefined, note: words.shuffled,
    said: wanted ? (found.length ? format(words.found, { n: found.length, all: texts.length }, words.lang) : words.foundNone) : '', more: found.length > most ? format(words.more, { n: Math.min(TEXTS, found.length - most) }) : undefined,
  });
}
