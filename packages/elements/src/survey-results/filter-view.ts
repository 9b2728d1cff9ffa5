import { format } from '@dvc/locale';
import type { ResultsWords } from '@dvc/locale/vi-results.js';
import { html, nothing, type TemplateResult } from 'lit';
import { dayText } from '../payment/times.js';
import type { Board, Wish } from './board.js';

interface Offer { readonly id: string; readonly title: string }

function chooser(name: keyof Wish, label: string, chosen: string, offers: readonly Offer[]): TemplateResult {
  return html`<div class="field" part="field"><label part="label" for=${`dvc-${name}`}>${label}</label>
    <select part="control" id=${`dvc-${name}`} name=${name} autocomplete="off">${offers.map(({ id, title }) => html`<option value=${id} ?selected=${id === chosen}>${title}</option>`)}</select></div>`;
}
const dayBox = (name: 'from' | 'to', label: string, value: string) => html`<div class="field" part="field"><label part="label" for=${`dvc-${name}`}>${label}</label><input part="control" id=${`dvc-${name}`} name=${name} type="date" autocomplete="off" .value=${value}></div>`;

export const channelName = (channel: string, words: ResultsWords): string => ({ portal: words.portal, counter: words.counter, kiosk: words.kiosk, link: words.link, message: words.message }[channel] ?? channel);

/** What narrows the results. Nothing happens before the button is pressed. */
export function filterView({ words, wish, results, periods, asks }: Board): TemplateResult | typeof nothing {
  if (!asks) return nothing;
  const { agencies = [], procedures = [], channels = [] } = results?.offers ?? {};
  const own = wish.period === 'own';
  return html`<div class="filters" part="filters" role="group" aria-label=${words.filters}>
    ${chooser('period', words.period, wish.period, [{ id: '', title: words.periodAll }, ...periods.map(({ id, title }) => ({ id: `p:${id}`, title })), { id: 'own', title: words.periodOwn }])}
    ${own ? html`${dayBox('from', words.from, wish.from)}${dayBox('to', words.to, wish.to)}` : nothing}
    ${agencies.length > 1 || wish.agency ? chooser('agency', words.agency, wish.agency, [{ id: '', title: words.agencyAll }, ...agencies]) : nothing}
    ${procedures.length > 1 || wish.procedure ? chooser('procedure', words.procedure, wish.procedure, [{ id: '', title: words.procedureAll }, ...procedures]) : nothing}
    ${channels.length > 1 || wish.channel ? chooser('channel', words.channel, wish.channel, [{ id: '', title: words.channelAll }, ...channels.map((id) => ({ id, title: channelName(id, words) }))]) : nothing}
    <button type="button" class="primary" part="button button-primary" data-action="apply">${words.apply}</button></div>`;
}

/** What the shown results are of, in words: on paper the boxes are gone. */
export function scopeText({ words, results, periods }: Board): readonly string[] {
  if (!results) return [];
  const { filter, offers } = results, day = (date: string) => dayText(date, words.lang);
  const known = periods.find(({ from, to }) => from === filter.from && to === filter.to);
  const days = filter.from && filter.to ? format(words.range, { from: day(filter.from), to: day(filter.to) }) : filter.from ? format(words.rangeFrom, { from: day(filter.from) }) : filter.to ? format(words.rangeTo, { to: day(filter.to) }) : words.periodAll;
  const title = (all: readonly Offer[], id: string) => all.find((each) => each.id === id)?.title ?? id;
  return [
    known ? `${known.title} (${days.toLowerCase()})` : days,
    ...(filter.agency ? [title(offers.agencies, filter.agency)] : []), ...(filter.procedure ? [title(offers.procedures, filter.procedure)] : []), ...(filter.channel ? [channelName(filter.channel, words)] : []),
  ];
}
