// Indices as charts: beside each other, from period to period, from agency to agency.
import type { IndexResult, ResultsGroup } from '@dvc/core/survey/results.js';
import { collator, format } from '@dvc/locale';
import { bars } from '@dvc/ui/charts/bars.js';
import { gauge } from '@dvc/ui/charts/gauge.js';
import { trend } from '@dvc/ui/charts/trend.js';
import { nameOf, type Chart, type Terms } from './charts.js';
import { axisOf, indexText, onAxis, tickText, whole, type Axis } from './values.js';

interface Told { readonly title: string; readonly value: number | null; readonly n: number | null }

function gapText({ n }: Told, { words }: Terms): string { return n === 0 ? words.indexNone : n === null ? words.hidden : '–'; }
const textOf = (told: Told, index: IndexResult, terms: Terms): string => (told.value === null ? gapText(told, terms) : indexText({ value: told.value, unit: index.unit }, terms.words));

function tableOf(caption: string, first: string, all: readonly Told[], index: IndexResult, terms: Terms): Chart['table'] {
  const { words } = terms;
  return { caption, head: [first, words.value, words.count], rows: all.map((each) => ({ cells: [each.title, textOf(each, index, terms), each.n === null ? words.hidden : whole(each.n, words.lang)], untold: each.n === null })) };
}
const lying = (all: readonly Told[], index: IndexResult, axis: Axis, terms: Terms) => all.map((each) => ({
  label: each.title, part: each.value === null ? null : onAxis(each.value, axis),
  text: each.value === null ? gapText(each, terms) : `${textOf(each, index, terms)}${each.n === null ? '' : ` (${whole(each.n, terms.words.lang)})`}`,
}));
const told = (group: ResultsGroup, { id }: IndexResult): Told => {
  const found = group.indices.find((each) => each.id === id);
  return { title: group.title, value: found?.value ?? null, n: found ? found.n : null };
};

/** All shares of a survey under each other; two are compared as well on their cards. */
export function sharesChart(indices: readonly IndexResult[], terms: Terms): Chart | undefined {
  const shares = indices.filter(({ unit }) => unit === 'percent');
  if (shares.length < 3) return undefined;
  const title = terms.words.indices, index = shares[0]!, axis = axisOf(index, []);
  return { id: 'indices', title, name: nameOf('chartBars', title, terms), table: tableOf(title, terms.words.content, shares, index, terms), sceneOn: (paper) => bars(lying(shares, index, axis, terms), paper) };
}

/** One value on its axis: points of all points, a recommendation between −100 and 100. */
export function gaugeChart(index: IndexResult, at: number, terms: Terms): Chart | undefined {
  if (index.value === null || (index.unit !== 'nps' && index.unit !== 'points')) return undefined;
  const axis = axisOf(index, [index.value]), { words } = terms, text = indexText({ ...index, value: index.value }, words);
  return {
    id: `index-${at}`, title: index.title, name: nameOf('chartGauge', `${index.title}: ${text}`, terms), table: tableOf(index.title, words.content, [index], index, terms),
    sceneOn: (paper) => gauge({ at: onAxis(index.value!, axis), text, zero: onAxis(0, axis), ticks: axis.ticks.map((value) => ({ at: onAxis(value, axis), text: tickText(value, index.unit, words.lang) })) }, paper),
  };
}

export function trendChart(periods: readonly ResultsGroup[], index: IndexResult, terms: Terms): Chart {
  const { words } = terms, all = periods.map((group) => told(group, index)), axis = axisOf(index, all.map(({ value }) => value));
  const points = all.map((each) => ({ label: each.title, at: each.value === null ? null : onAxis(each.value, axis), text: each.value === null ? (each.n === null ? words.hidden : '–') : textOf(each, index, terms) }));
  const ticks = axis.ticks.map((value) => ({ at: onAxis(value, axis), text: tickText(value, index.unit, words.lang), zero: value === 0 }));
  return {
    id: 'trend', title: `${index.title} – ${words.trend}`, name: nameOf('chartTrend', index.title, terms), table: tableOf(`${index.title} – ${words.trend}`, words.comparePeriod, all, index, terms),
    sceneOn: (paper) => trend(points, ticks, paper) ?? bars(lying(all, index, axis, terms), paper, { zero: onAxis(0, axis) }),
  };
}

/** The highest on top; whoever is not told stands last. The line is that of all agencies together. */
export function compareChart(agencies: readonly ResultsGroup[], index: IndexResult, most: number, terms: Terms): Chart {
  const { words } = terms, order = collator(words.lang), title = `${index.title} – ${words.compare}`;
  const all = agencies.map((group) => told(group, index)).sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || order.compare(a.title, b.title));
  const axis = axisOf(index, all.map(({ value }) => value));
  const mark = index.value === null ? undefined : { part: onAxis(index.value, axis), text: format(words.overall, { value: indexText({ ...index, value: index.value }, words) }) };
  return {
    id: 'compare', title, name: nameOf('chartBars', title, terms), table: tableOf(title, words.agency, all, index, terms),
    sceneOn: (paper) => bars(lying(all.slice(0, most), index, axis, terms), paper, { mark, zero: onAxis(0, axis) }),
  };
}
