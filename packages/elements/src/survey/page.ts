import { outcomeOf, progressOf, surveyPageOf, type SurveyState } from '@dvc/core';
import type { SurveyWords } from '@dvc/locale';
import { format } from '@dvc/locale/format.js';
import { questionView } from '@dvc/ui/survey/index.js';
import type { QuestionModel } from '@dvc/ui/survey/model.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { SurveyScene } from './scene.js';
import { surveyFacts, titleIn } from './facts.js';

const box = (text: string, kind = '', more: unknown = nothing): TemplateResult => html`<div class=${`notice ${kind}`} part="notice"><p>${text}</p>${more}</div>`;
const button = (action: string, text: string, look = '', busy = false): TemplateResult =>
  html`<button type="button" class=${look} part=${look === 'primary' ? 'button button-primary' : 'button'} data-action=${action} aria-disabled=${busy ? 'true' : nothing}>${text}</button>`;

/** The whole of a survey, as it stands. */
export function surveyView(scene: SurveyScene): TemplateResult {
  const { state, words, stage } = scene;
  if (stage === 'loading') return html`<p class="lead" role="status">${words.loading}</p>`;
  if (stage === 'unreadable' || !state) return box(words.unreadable, 'notice-warning');
  const facts = surveyFacts(state);
  const head = html`<div class="page-head"><h2 part="title">${titleIn(state)}</h2></div>`;
  if (stage === 'early') return html`${head}${box(format(words.notOpen, { date: (facts.opens ?? '').split('-').reverse().join('/') }))}`;
  if (stage === 'closed') return html`${head}${box(words.closed)}`;
  return html`${scene.preview ? box(words.preview, 'notice-warning') : nothing}${state.outcome === 'running' ? runningView(scene, state, head) : endView(scene, state)}`;
}

function runningView(scene: SurveyScene, state: SurveyState, head: TemplateResult): TemplateResult {
  const { words, questions } = scene;
  const page = surveyPageOf(state);
  const { description } = state.plan.document;
  const isOwn = page.title !== titleIn(state);
  const lead = [page.first && isOwn && page.hint !== description && description, page.first && surveyFacts(state).anonymous && words.anonymous].filter(Boolean).join(' ');
  return html`${page.first ? head : nothing}${hintView(isOwn ? lead : '')}
    ${page.of > 1 ? wayView(state, words) : nothing}
    ${isOwn ? html`<div class="step-head"><h3 id="dvc-page" part="page__title" tabindex="-1">${page.title}</h3>${hintView(page.hint)}</div>` : hintView([page.hint, lead].filter(Boolean).join(' '))}
    ${scene.partMissing ? box(words.partMissing, 'notice-warning') : nothing}
    ${scene.summed ? summaryView(questions, words) : nothing}
    <div class="questions">${questions.map((model) => questionView(model, words))}</div>
    <div class="news" aria-live="polite">${scene.trouble ? troubleView(scene.trouble, words) : nothing}</div>
    <div class="actions" part="actions">${button('next', scene.busy ? words.sending : page.last ? words.send : words.next, 'primary', scene.busy)}${page.first ? nothing : button('back', words.back)}</div>`;
}

const hintView = (hint: string | undefined) => (hint ? html`<p class="lead">${hint}</p>` : nothing);

function wayView(state: SurveyState, words: SurveyWords): TemplateResult {
  const { at, of, percent } = progressOf(state);
  const text = format(state.mode === 'one' ? words.question : words.page, { at, of });
  return html`<div class="way" part="progress"><p id="dvc-way" tabindex="-1">${text}</p><progress aria-label=${words.progress} max="100" value=${percent}>${percent}</progress></div>`;
}

/** Every sentence that is shown on the page, leading to its question. */
function summaryView(questions: readonly QuestionModel[], words: SurveyWords): TemplateResult | typeof nothing {
  const wrong = questions.flatMap(faults);
  if (wrong.length === 0) return nothing;
  return html`<section class="summary" part="summary" tabindex="-1" aria-labelledby="dvc-summary"><div role="alert"><h2 id="dvc-summary">${format(words.summary, { n: wrong.length }, words.lang)}</h2>
    <ul>${wrong.map(({ id, title, text }) => html`<li><a href=${`#${id}`} data-action="goto" data-id=${id}>${title}: ${text}</a></li>`)}</ul></div></section>`;
}

function faults(model: QuestionModel): { id: string; title: string; text: string }[] {
  const { id, title, error, rows, other } = model;
  return [...(error ? [{ id, title: title.replace(/[\s.:?]+$/, ''), text: error }] : []), ...rows.flatMap(faults), ...(other ? faults(other.question) : [])];
}

function troubleView(trouble: NonNullable<SurveyScene['trouble']>, words: SurveyWords): TemplateResult {
  if (trouble.kind === 'refused') {
    const { reason } = trouble;
    return box(reason === 'closed' ? words.closed : reason === 'spent' ? words.spent : reason === 'not-eligible' ? words.notEligible : reason === 'withdrawn' ? words.withdrawn : reason === 'attempts' ? words.attempts : words.server, 'notice-warning');
  }
  const { reason, incident } = trouble;
  return box(reason === 'offline' || reason === 'timeout' ? words.offline : reason === 'busy' ? words.busy : words.server, 'notice-warning', incident ? html`<p>${format(words.incident, { incident })}</p>` : nothing);
}

function endView({ words, kept, next, trouble }: SurveyScene, state: SurveyState): TemplateResult {
  const { kind, text } = outcomeOf(state);
  const screened = kind === 'screened-out';
  return html`<div class="end" part="end"><div class="page-head"><h2 id="dvc-end" part="title" tabindex="-1">${screened ? words.screenedTitle : kept?.queued ? words.queuedTitle : words.thanksTitle}</h2></div>
    <p>${kept?.queued ? words.queued : text ?? (screened ? words.screened : words.thanks)}</p>${kept?.queued && text ? html`<p>${text}</p>` : nothing}
    ${kept?.receipt ? html`<dl class="receipt" part="receipt"><dt>${words.receipt}</dt><dd translate="no">${kept.receipt}</dd></dl><p class="hint">${words.receiptHint}</p>` : nothing}
    ${trouble ? troubleView(trouble, words) : nothing}
    <div class="actions">${next === undefined ? screened && !kept ? button('back', words.back) : nothing : html`${button('restart', words.nextPerson, 'primary')}<p class="hint">${format(words.nextSoon, { n: next })}</p>`}</div></div>`;
}
