import type { IndexResult } from '@dvc/core/survey/results.js';
import { format } from '@dvc/locale';
import type { ResultsWords } from '@dvc/locale/vi-results.js';
import { html, nothing, type TemplateResult } from 'lit';
import { comparedIndex, figureOf, FIRST_AGENCIES, termsOf, type Board } from './board.js';
import type { Chart } from './charts.js';
import { decimals, indexGap, indexText, whole } from './values.js';

export function indicesView(board: Board, charts: ReadonlyMap<string, Chart>): TemplateResult | typeof nothing {
  const { results, words } = board, shares = charts.get('indices');
  if (!results?.indices.length) return nothing;
  // Those with a chart take a whole row: they stand after the others.
  const cards = results.indices.map((index, at) => ({ index, chart: charts.get(`index-${at}`) })).sort((a, b) => Number(a.chart !== undefined) - Number(b.chart !== undefined));
  return html`<section class="indices" part="indices" aria-labelledby="dvc-indices"><h3 id="dvc-indices">${words.indices}</h3>
    <ul class="cards">${cards.map(({ index, chart }) => indexCard(index, chart, board))}</ul>
    ${shares ? figureOf(shares, board) : nothing}</section>`;
}

function indexCard(index: IndexResult, chart: Chart | undefined, board: Board): TemplateResult {
  const { words } = board, { minSample } = termsOf(board);
  const told = index.value !== null;
  return html`<li class=${chart ? 'card wide' : 'card'} part="index"><h4>${index.title}</h4>
    ${told ? html`<p class="value"><b>${indexText({ ...index, value: index.value }, words)}</b>${index.unit === 'points' && index.max ? html` <span class="sub">${format(words.of, { max: decimals(index.max, index.max % 1 ? 2 : 0, words.lang) })}</span>` : nothing}${index.class ? html` <span class="tag"><span class="sr">${words.class}: </span>${index.class}</span>` : nothing}</p>`
      : html`<p class="untold">${indexGap(index, words, minSample)}</p>`}
    ${told && index.n ? html`<p class="sub">${format(words.n, { n: index.n }, words.lang)}</p>` : nothing}
    ${chart ? figureOf(chart, board) : nothing}
    <details class="formula" part="formula"><summary>${words.formula}<span class="sr">: ${index.title}</span></summary>
      <p>${saysOf(index, words)} ${words.rounding}</p>
      ${index.formula ? html`<p class="sub">${words.exact}:</p><p class="exact" translate="no">${index.formula}</p>` : nothing}
      ${words.lang === 'vi' ? nothing : html`<p class="sub">${words.formulaNumbers}</p>`}
      ${index.note ? html`<p><b>${words.note}:</b> ${index.note}</p>` : nothing}
      ${index.confidence ? html`<p><b>${words.confidence}:</b> ${words[index.confidence]}.</p>` : nothing}
      ${index.sources?.length ? html`<p><b>${words.sources}:</b></p><ul class="sources">${index.sources.map((source) => html`<li>${source}</li>`)}</ul>` : nothing}</details></li>`;
}

const saysOf = ({ unit }: IndexResult, words: ResultsWords): string => ({ percent: words.saysPercent, score: words.saysScore, nps: words.saysNps, points: words.saysPoints })[unit];

/** From period to period, and from agency to agency, by one index. */
export function comparisonView(board: Board, charts: ReadonlyMap<string, Chart>): TemplateResult | typeof nothing {
  const { words, results, allAgencies } = board, trend = charts.get('trend'), compare = charts.get('compare'), index = comparedIndex(board);
  if (!results || !index || (!trend && !compare)) return nothing;
  const count = results.agencies.length, few = count > FIRST_AGENCIES && !allAgencies;
  return html`<section class="comparison" part="comparison" aria-label=${words.which}>
    ${results.indices.length > 1 ? html`<div class="field" part="field"><label part="label" for="dvc-compare-by">${words.which}</label><select part="control" id="dvc-compare-by" name="compare-by" autocomplete="off">${results.indices.map(({ id, title }) => html`<option value=${id} ?selected=${id === index.id}>${title}</option>`)}</select></div>` : nothing}
    ${trend ? html`<h3>${words.trend}: ${index.title}</h3>${figureOf(trend, board)}` : nothing}
    ${compare ? html`<h3>${words.compare}: ${index.title}</h3>${few ? html`<p class="sub">${format(words.compareHidden, { n: FIRST_AGENCIES, all: whole(count, words.lang) })}</p>` : nothing}${figureOf(compare, board)}
      ${count > FIRST_AGENCIES ? html`<p><button type="button" part="button" class="small" data-action="agencies" aria-expanded=${allAgencies ? 'true' : 'false'}>${allAgencies ? words.fewerAgencies : format(words.allAgencies, { n: count })}</button></p>` : nothing}` : nothing}</section>`;
}
