import type { SurveyWords } from '@dvc/locale';
import { html, nothing, type TemplateResult } from 'lit';
import type { QuestionModel } from './model.js';

export type QuestionView = (model: QuestionModel, words: SurveyWords) => TemplateResult;

/** ids of the notes that exist, for `aria-describedby`. */
export const describedBy = ({ id, hint, error, warning }: QuestionModel, extra?: string): string | typeof nothing =>
  [hint && `${id}-hint`, error && `${id}-error`, warning && `${id}-warning`, extra].filter(Boolean).join(' ') || nothing;

export const invalid = ({ error }: QuestionModel): 'true' | typeof nothing => (error ? 'true' : nothing);
export const wanted = ({ required }: QuestionModel): 'true' | typeof nothing => (required ? 'true' : nothing);

export const caption = ({ title, required }: QuestionModel, words: SurveyWords): unknown => (required ? html`${title} <span class="need">${words.required}</span>` : title);

/** Hint, error and the second look, in this order between title and control. An error is red for the eye; "Lỗi:" is for the ear. */
export const notes = ({ id, hint, error, warning }: QuestionModel, words: SurveyWords): unknown =>
  [hint ? html`<p class="hint" part="hint" id=${`${id}-hint`}>${hint}</p>` : nothing,
    error ? html`<p class="error" part="error" id=${`${id}-error`}><span class="sr">${words.error} </span>${error}</p>` : nothing,
    warning ? html`<p class="warning" id=${`${id}-warning`}>${warning}</p>` : nothing];

const classOf = ({ error, widget }: QuestionModel) => `field q q-${widget}${error ? ' invalid' : ''}`;

/** A question whose controls exclude each other: only a radiogroup may be required and invalid. */
export const radioFrame = (m: QuestionModel, words: SurveyWords, inside: unknown): TemplateResult =>
  html`<fieldset class=${classOf(m)} part="question" role="radiogroup" id=${m.id} data-field=${m.id} aria-describedby=${describedBy(m)} aria-invalid=${invalid(m)} aria-required=${wanted(m)}><legend part="label">${caption(m, words)}</legend>${notes(m, words)}${inside}</fieldset>`;

/** A question of several controls. */
export const groupFrame = (m: QuestionModel, words: SurveyWords, inside: unknown, extra?: string): TemplateResult =>
  html`<fieldset class=${classOf(m)} part="question" id=${m.id} data-field=${m.id} aria-describedby=${describedBy(m, extra)}><legend part="label">${caption(m, words)}</legend>${notes(m, words)}${inside}</fieldset>`;

/** A question of one control, whose id is the question's. */
export const boxFrame = (m: QuestionModel, words: SurveyWords, control: unknown): TemplateResult =>
  html`<div class=${classOf(m)} part="question" data-field=${m.id}><label part="label" for=${m.id}>${caption(m, words)}</label>${notes(m, words)}${control}</div>`;
