// Rarer questions that are little more than a native control: one chunk, as none is worth a request.
import type { SurveyWords } from '@dvc/locale';
import { html, type TemplateResult } from 'lit';
import { boxFrame, caption, describedBy, groupFrame, invalid, notes, wanted } from './frame.js';
import type { QuestionModel } from './model.js';
import { textView } from './text.js';

/** One of many choices, in the system's own list. */
const selectView = (m: QuestionModel, words: SurveyWords): TemplateResult => boxFrame(m, words, html`<select part="control" id=${m.id} name=${m.id} aria-describedby=${describedBy(m)} aria-invalid=${invalid(m)} aria-required=${wanted(m)}>
  <option value="" .selected=${m.chosen.length === 0}>${words.choose}</option>${m.choices.map(({ key, title }) => html`<option .value=${key} .selected=${m.chosen[0] === key}>${title}</option>`)}</select>`);

/** One statement to agree to, never ticked beforehand. */
const consentView = (m: QuestionModel, words: SurveyWords): TemplateResult =>
  html`<div class=${`field q q-consent${m.error ? ' invalid' : ''}`} part="question" data-field=${m.id}>${notes(m, words)}<div class="option"><input type="checkbox" part="control" id=${m.id} name=${m.id} value="true" .checked=${m.chosen[0] === 'true'}
    aria-describedby=${describedBy(m)} aria-invalid=${invalid(m)} aria-required=${wanted(m)}><label part="label" for=${m.id}>${caption(m, words)}</label></div></div>`;

/** A few boxes that belong together: name, phone, e-mail. */
const contactView = (m: QuestionModel, words: SurveyWords): TemplateResult => groupFrame(m, words, html`<div class="boxes">${m.rows.map((row) => textView(row, words))}</div>`);

export const views = { select: selectView, number: textView, consent: consentView, contact: contactView };
