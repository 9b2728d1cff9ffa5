import { nationalStatus, type StatusEvent } from '@dvc/core';
import { amount, format, type StatusWords } from '@dvc/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../payment/buttons.js';
import { dayText, fullText } from '../payment/times.js';
import { documentLink } from './papers-view.js';
import type { StatusScene } from './scene.js';

/** So many are shown at once. */
const FIRST = 6;

/** What happened, as it was, the latest first: who comes to look wants to know what is new. No line joins the entries, for the way back and forth is none. */
export function historyView(scene: StatusScene): TemplateResult {
  const { view, facts, words, all } = scene;
  const entries = view!.history.map((event) => entryOf(event, scene));
  const first = view!.history[0];
  // The citizen's own step is the beginning, whether or not the agency tells it.
  if (!(first?.type === 'status' && first.code === '1')) entries.unshift({ at: facts!.submittedAt, title: words.wasSubmitted });
  const latest = entries.reverse();
  const shown = all || latest.length <= FIRST + 1 ? latest : latest.slice(0, FIRST);
  return html`<section class="history" part="history" aria-labelledby="dvc-history"><h3 id="dvc-history" tabindex="-1">${words.history}</h3><p class="hint">${words.historyHint}</p>
    <ol reversed start=${latest.length}>${shown.map(({ at, title, by, note, more }, i) => html`<li part="event" class=${i === 0 ? 'latest' : ''}>
      <time datetime=${new Date(at).toISOString()}>${fullText(at, words.lang)}</time>
      <div><p class="title">${title}${i === 0 ? html` <span class="tag tag-calm">${words.historyNow}</span>` : nothing}</p>
        ${by ? html`<p class="sub">${by}</p>` : nothing}${more?.map((line) => html`<p class="sub">${line}</p>`)}${note ? html`<p class="note"><span class="sub">${words.historyNote}</span> ${note}</p>` : nothing}</div></li>`)}</ol>
    ${shown.length < latest.length ? button({ action: 'all', text: format(words.historyMore, { n: latest.length - shown.length }), quiet: true }) : nothing}</section>`;
}

interface Entry { readonly at: number; readonly title: string; readonly by?: string | undefined; readonly note?: string | undefined; readonly more?: readonly unknown[] }

function entryOf(event: StatusEvent, scene: StatusScene): Entry {
  const { words } = scene;
  const holder = 'holder' in event ? event.holder : undefined;
  const by = holder && (holder.person ? format(words.holderPerson, { unit: holder.unit, person: holder.person }) : holder.unit);
  const [title, ...more] = told(event, words);
  const paper = event.type === 'extended' ? event.apology : event.type === 'document' ? event.document : undefined;
  const remarks = event.type === 'supplement-asked' ? event.remarks.map(({ text }) => `– ${text}`) : [];
  return { at: event.at, title: title!, by, note: event.note, more: [...more, ...remarks, ...(paper && event.type === 'extended' ? [documentLink(paper, scene)] : [])] };
}

/** The line, and what else there is to say. */
function told(event: StatusEvent, words: StatusWords): string[] {
  switch (event.type) {
    case 'status': {
      const known = nationalStatus(event.code);
      if (known?.key === 'newlySubmitted') return [words.wasSubmitted];
      return known ? [words[known.key], ...(event.text ? [event.text] : [])] : [event.text ?? event.code];
    }
    case 'accepted': return [words.wasAccepted, ...(event.limit ? [format(words.limit, { limit: limitText(event.limit, words) })] : [])];
    case 'supplement-asked': return [words.wasSupplementAsked, ...(event.until ? [format(words.supplementUntil, { date: dayText(event.until, words.lang) })] : [])];
    case 'supplement-answered': return [words.wasSupplementAnswered];
    case 'paused': return [words.wasPaused];
    case 'resumed': return [words.wasResumed];
    case 'extended': return [format(words.wasExtended, { date: dayText(event.due, words.lang) })];
    case 'payment-asked': return [format(words.wasPaymentAsked, { amount: amount(event.amount, words.lang) }), ...(event.due ? [format(words.payUntil, { date: dayText(event.due, words.lang) })] : [])];
    case 'payment-settled': return [words.wasPaymentSettled];
    case 'withdraw-asked': return [words.wasWithdrawAsked];
    case 'withdraw-refused': return [words.wasWithdrawRefused];
    case 'resubmitted': return [event.dossier ? format(words.wasResubmittedAs, { dossier: event.dossier }) : words.wasResubmitted];
    case 'document': return [format(words.wasDocument, { title: event.document.title || words[event.document.kind] })];
    case 'posted': return [event.state === 'sent' ? format(words.wasPosted, { carrier: event.carrier }) : event.state === 'delivered' ? words.wasDelivered : words.wasReturned];
    // Of a later version of the contract: its place in the history is kept.
    default: return [words.wasOther];
  }
}

function limitText({ value, unit }: { readonly value: number; readonly unit: 'workingDay' | 'day' | 'workingHour' }, words: StatusWords): string {
  if (value === 0) return words.limitToday;
  return format({ workingDay: words.limitWorkingDay, day: words.limitDay, workingHour: words.limitWorkingHour }[unit], { n: value }, words.lang);
}
