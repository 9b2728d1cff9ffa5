import { nationalStatus, type StatusListItem } from '@dvc/core';
import { format, type StatusDoorWords, type StatusWords } from '@dvc/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../../payment/buttons.js';
import { dayText } from '../../payment/times.js';
import type { Listing, StatusScene } from '../scene.js';

const FILTERS = ['all', 'mine', 'open', 'done'] as const;
/** Nothing more will come of these. */
const DONE = ['3', '8', '10'];

/** Several dossiers: what needs the citizen first, then the latest. */
export function listView({ words: common, list }: StatusScene, words: StatusDoorWords, news: unknown): TemplateResult {
  const { items, find, filter } = list!;
  const shown = chosen(list!);
  const names = { all: words.listAll, mine: words.listMine, open: words.listOpen, done: words.listDone };
  return html`<div class="page-head"><h2 part="title" id="dvc-now" tabindex="-1">${words.listTitle}</h2></div><div class="news" aria-live="polite">${news}</div>
    ${items.length === 0 ? html`<p>${words.listNone}</p>` : html`<div class="filters" part="filters">
        <div class="field" part="field"><label part="label" for="dvc-find">${words.listFind}</label><input part="control" id="dvc-find" name="find" type="search" autocomplete="off" .value=${find}></div>
        <div class="field" part="field"><label part="label" for="dvc-filter">${words.listStatus}</label><select part="control" id="dvc-filter" name="filter">${FILTERS.map((each) => html`<option value=${each} ?selected=${each === filter}>${names[each]}</option>`)}</select></div></div>
      <p class="hint" role="status">${shown.length ? format(words.listCount, { n: shown.length }) : words.listNoMatch}</p>
      <ul class="dossiers" part="dossiers">${shown.map((item) => itemView(item, words, common))}</ul>`}`;
}

const itemView = ({ dossierCode, about, code, submittedAt, due, needsCitizen }: StatusListItem, words: StatusDoorWords, common: StatusWords): TemplateResult => html`<li part="dossier" class=${needsCitizen ? 'needs' : ''}>
  <h3>${about}</h3><p class="sub"><span translate="no">${dossierCode}</span> · ${format(words.listSubmitted, { date: dayText(submittedAt, common.lang) })}</p>
  <p><span class="label">${common[nationalStatus(code)?.key ?? 'unknownStatus']}</span>${needsCitizen ? html` <span class="tag tag-near">${words.listNeeds}</span>` : nothing}${due && !DONE.includes(code) ? html`<span class="sub">${format(words.listDue, { date: dayText(due, common.lang) })}</span>` : nothing}</p>
  ${button({ action: 'show', id: dossierCode, text: words.open, label: `${words.open}: ${about}, ${dossierCode}`, primary: needsCitizen })}</li>`;

/** Without marks and case: `dang ky` finds `Đăng ký`. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');

function chosen({ items, find, filter }: Listing): StatusListItem[] {
  const word = plain(find.trim());
  return items
    .filter(({ code, needsCitizen }) => filter === 'all' || (filter === 'mine' ? needsCitizen : DONE.includes(code) === (filter === 'done')))
    .filter(({ dossierCode, about }) => plain(`${dossierCode} ${about}`).includes(word))
    .sort((a, b) => Number(b.needsCitizen) - Number(a.needsCitizen) || b.updatedAt - a.updatedAt);
}
