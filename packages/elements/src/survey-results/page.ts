import type { SurveyResults } from '@dvc/core/survey/results.js';
import { format } from '@dvc/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { fullText } from '../payment/times.js';
import { isAllFew, isEmpty, termsOf, type Board } from './board.js';
import type { Chart } from './charts.js';
import { filterView, scopeText } from './filter-view.js';
import { comparisonView, indicesView } from './index-view.js';
import { questionsView } from './question-view.js';
import { decimals, whole } from './values.js';

export function resultsPage(board: Board, charts: ReadonlyMap<string, Chart>): TemplateResult {
  const { words, results, loading } = board;
  return html`<header class="page-head" part="head"><h2 part="title" id="dvc-title" tabindex="-1">${words.title}${results ? html`<span class="survey">${results.survey.title}</span>` : nothing}</h2>
    ${results ? html`<p class="scope">${scopeText(board).join(' · ')}</p><p class="sub">${format(words.at, { time: fullText(results.at, words.lang) })}${results.survey.versions.length ? html`. ${format(words.versions, { list: results.survey.versions.join(', ') })}` : nothing}.</p>` : nothing}</header>
    ${filterView(board)}
    <div class="news">${troubleView(board)}${loading ? html`<p class="loading" part="loading" role="status">${words.loading}</p>` : nothing}</div>
    ${results ? html`<div class="body" aria-busy=${loading ? 'true' : nothing}>${bodyView(results, board, charts)}</div>` : nothing}`;
}

function bodyView(results: SurveyResults, board: Board, charts: ReadonlyMap<string, Chart>): TemplateResult {
  const { words } = board, { minSample } = termsOf(board);
  if (isEmpty(results)) return html`<div class="notice" part="notice"><p>${words.nothing}</p></div>`;
  if (isAllFew(results)) return html`<div class="notice" part="notice"><p>${format(words.allFew, { n: minSample })}</p></div>`;
  return html`${countsView(results, board)}${indicesView(board, charts)}${comparisonView(board, charts)}${questionsView(board, charts)}
    <footer class="foot"><p class="sub">${format(words.privacy, { n: minSample })}</p><p><button type="button" part="button" data-action="print">${words.print}</button></p></footer>`;
}

function countsView({ responses }: SurveyResults, board: Board): TemplateResult {
  const { words } = board;
  const count = (value: number | null) => (value === null ? html`<span class="untold">${words.hidden}</span>` : whole(value, words.lang));
  const rate = typeof responses.rate === 'number' ? `${decimals(responses.rate, 2, words.lang)}%` : undefined;
  const all = [
    [words.complete, count(responses.complete)], [words.partial, count(responses.partial)], [words.screened, count(responses.screenedOut)], ...(responses.invited === undefined ? [] : [[words.invited, whole(responses.invited, words.lang)]]),
    [words.rate, rate ?? html`<span class="untold">${responses.invited === undefined ? words.rateNone : words.hidden}</span>`],
  ];
  return html`<section class="counts" part="responses" aria-labelledby="dvc-responses"><h3 id="dvc-responses">${words.responses}</h3><dl>${all.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>`;
}

function troubleView({ words, trouble, results, asks }: Board): TemplateResult | typeof nothing {
  if (!trouble) return nothing;
  const again = asks && trouble !== 'range' && trouble.kind === 'failed';
  return html`<div class="notice notice-warning" part="notice notice-warning" role="alert"><p>${sentence(trouble, words)}</p>${results && again ? html`<p>${format(words.stale, { time: fullText(results.at, words.lang) })}</p>` : nothing}
    ${again ? html`<p><button type="button" part="button" data-action="reload">${words.reload}</button></p>` : nothing}</div>`;
}

function sentence(trouble: NonNullable<Board['trouble']>, words: Board['words']): string {
  if (trouble === 'range') return words.rangeWrong;
  if (trouble.kind === 'refused') return { 'not-found': words.refusedUnknown, 'not-allowed': words.refusedRight, malformed: words.refusedFilter }[trouble.reason];
  const said = { offline: words.failedOffline, timeout: words.failedLate, busy: words.failedBusy, server: words.failedServer, unexpected: words.failedServer }[trouble.reason];
  return trouble.incident ? `${said} ${format(words.incident, { code: trouble.incident })}` : said;
}
