import { progressOf, surveyPageOf, type SurveyState } from '@dvc/core';
import type { SurveyWords } from '@dvc/locale';
import { format } from '@dvc/locale/format.js';
import { questionView } from '@dvc/ui/survey/index.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { SurveyScene } from './scene.js';
import { surveyFacts, titleIn } from './facts.js';

export const box = (text: string, kind = '', more: unknown = nothing): TemplateResult => html`<div class=${`notice ${kind}`} part="notice"><p>${text}</p>${more}</div>`;
export const button = (action: string, text: string, look = '', busy: boolean | undefined = false): TemplateResult =>
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
  return html`${scene.preview ? box(words.preview, 'notice-warning') : nothing}${state.outcome === 'running' ? runningView(scene, state, head) : scene.later?.endView(scene, state)}`;
}

function runningView(scene: SurveyScene, state: SurveyState, head: TemplateResult): TemplateResult {
  const { words, questions, later, answering } = scene;
  const page = surveyPageOf(state);
  const { description } = state.plan.document;
  const isOwn = page.title !== titleIn(state);
  const lead = [page.first && isOwn && page.hint !== description && description, page.first && surveyFacts(state).anonymous && words.anonymous].filter(Boolean).join(' ');
  return html`${page.first ? head : nothing}${hintView(isOwn ? lead : '')}
    ${page.of > 1 ? wayView(state, words) : nothing}
    ${isOwn ? html`<div class="step-head"><h3 id="dvc-page" part="page__title" tabindex="-1">${page.title}</h3>${hintView(page.hint)}</div>` : hintView([page.hint, lead].filter(Boolean).join(' '))}
    ${scene.partMissing ? box(words.partMissing, 'notice-warning') : nothing}
    ${answering?.summed ? later?.summaryView(questions, words) : nothing}
    <div class="questions">${questions.map((model) => questionView(model, words))}</div>
    <div class="news" aria-live="polite">${scene.lost ? box(words.lost, 'notice-warning') : answering?.trouble ? later?.troubleView(answering.trouble, words) : nothing}</div>
    <div class="actions" part="actions">${button('next', answering?.busy ? words.sending : page.last ? words.send : words.next, 'primary', answering?.busy)}${page.first ? nothing : button('back', words.back)}</div>`;
}

const hintView = (hint: string | undefined) => (hint ? html`<p class="lead">${hint}</p>` : nothing);

function wayView(state: SurveyState, words: SurveyWords): TemplateResult {
  const { at, of, percent } = progressOf(state);
  const text = format(state.mode === 'one' ? words.question : words.page, { at, of });
  return html`<div class="way" part="progress"><p id="dvc-way" tabindex="-1">${text}</p><progress aria-label=${words.progress} max="100" value=${percent}>${percent}</progress></div>`;
}
