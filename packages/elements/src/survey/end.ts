// What is shown once somebody has answered: what must be mended, what became of the sending, thanks. Loaded with the first touch.
import { outcomeOf, type SurveyState } from '@dvc/core';
import type { SurveyWords } from '@dvc/locale';
import { format } from '@dvc/locale/format.js';
import type { QuestionModel } from '@dvc/ui/survey/model.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Answering } from './answering.js';
import { box, button } from './page.js';
import type { SurveyScene } from './scene.js';

/** Every sentence that is shown on the page, leading to its question. */
export function summaryView(questions: readonly QuestionModel[], words: SurveyWords): TemplateResult | typeof nothing {
  const wrong = questions.flatMap(faults);
  if (wrong.length === 0) return nothing;
  return html`<section class="summary" part="summary" tabindex="-1" aria-labelledby="dvc-summary"><div role="alert"><h2 id="dvc-summary">${format(words.summary, { n: wrong.length }, words.lang)}</h2>
    <ul>${wrong.map(({ id, title, text }) => html`<li><a href=${`#${id}`} data-action="goto" data-id=${id}>${title}${/[?.:!]$/.test(title) ? '' : ':'} ${text}</a></li>`)}</ul></div></section>`;
}

function faults(model: QuestionModel): { id: string; title: string; text: string }[] {
  const { id, title, error, rows, other } = model;
  return [...(error ? [{ id, title, text: error }] : []), ...rows.flatMap(faults), ...(other ? faults(other.question) : [])];
}

export function troubleView(trouble: NonNullable<Answering['trouble']>, words: SurveyWords): TemplateResult {
  if (trouble.kind === 'refused') {
    const { reason } = trouble;
    return box(reason === 'closed' ? words.closed : reason === 'spent' ? words.spent : reason === 'not-eligible' ? words.notEligible : reason === 'withdrawn' ? words.withdrawn : reason === 'attempts' ? words.attempts : words.server, 'notice-warning');
  }
  const { reason, incident } = trouble;
  return box(reason === 'offline' || reason === 'timeout' ? words.offline : reason === 'busy' ? words.busy : words.server, 'notice-warning', incident ? html`<p>${format(words.incident, { incident })}</p>` : nothing);
}

export function endView({ words, answering, next }: SurveyScene, state: SurveyState): TemplateResult {
  const { kept, trouble } = answering ?? {};
  if (kept?.withdrawn) return html`<div class="end" part="end"><h2 id="dvc-end" part="title" tabindex="-1">${words.withdrawnTitle}</h2><p>${words.withdrawnDone}</p><div class="actions">${next === undefined ? nothing : nextView(words, next)}</div></div>`;
  const { kind, text } = outcomeOf(state);
  const screened = kind === 'screened-out';
  return html`<div class=${screened ? 'end' : 'end done'} part="end"><h2 id="dvc-end" part="title" tabindex="-1">${screened ? words.screenedTitle : kept?.queued ? words.queuedTitle : words.thanksTitle}</h2>
    <p>${kept?.queued ? `${words.queued}${kept.open ? ` ${words.queuedOpen}` : ''}` : text ?? (screened ? words.screened : words.thanks)}</p>${kept?.queued && text ? html`<p>${text}</p>` : nothing}
    ${kept?.receipt ? html`<p class="hint">${words.withdrawHint}</p>` : nothing}
    <div class="news" aria-live="polite">${kept?.failed ? box(words.withdrawFailed, 'notice-warning') : trouble ? troubleView(trouble, words) : nothing}</div>
    <div class="actions">${next === undefined ? screened && !kept ? button('back', words.back) : nothing : nextView(words, next)}${kept?.receipt ? button('withdraw', words.withdraw, '', answering?.busy) : nothing}</div></div>`;
}

const nextView = (words: SurveyWords, next: number): TemplateResult => html`${button('restart', words.nextPerson, 'primary')}<p class="hint">${format(words.nextSoon, { n: next })}</p>`;
