import type { SurveyWords } from '@dvc/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { groupFrame, invalid, radioFrame } from './frame.js';
import type { ChoiceModel, QuestionModel } from './model.js';
import { textView } from './text.js';

const card = (m: QuestionModel, { key, title, hint }: ChoiceModel, i: number, type: 'radio' | 'checkbox'): TemplateResult => {
  const id = `${m.id}-${i}`;
  return html`<div class="option"><input type=${type} part="control" id=${id} name=${m.id} .value=${key} .checked=${m.chosen.includes(key)} aria-invalid=${type === 'radio' ? nothing : invalid(m)}
    ?data-alone=${m.exclusive.includes(key)}><label for=${id}>${title}${hint ? html`<span class="hint">${hint}</span>` : nothing}</label></div>`;
};

/** The box of "khác" stands under its choice, while that is taken. */
const cards = (m: QuestionModel, words: SurveyWords, type: 'radio' | 'checkbox'): TemplateResult =>
  html`<div class="options">${m.choices.map((choice, i) => [card(m, choice, i, type), m.other?.choice === choice.key && m.chosen.includes(choice.key) ? html`<div class="other">${textView(m.other.question, words)}</div>` : nothing])}</div>`;

/** One of a few choices, all in sight. */
export const radioView = (m: QuestionModel, words: SurveyWords): TemplateResult => radioFrame(m, words, cards(m, words, 'radio'));

/** Any of a few choices. */
export const checkboxesView = (m: QuestionModel, words: SurveyWords): TemplateResult => groupFrame(m, words, cards(m, words, 'checkbox'));
