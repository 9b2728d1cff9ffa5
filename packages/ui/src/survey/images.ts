import type { SurveyWords } from '@dvc/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { groupFrame, invalid, radioFrame } from './frame.js';
import { imagesStyles } from './images.styles.js';
import type { QuestionModel } from './model.js';

/** Pictures to choose among. A picture that cannot be had leaves its words. */
const imagesView = (m: QuestionModel, words: SurveyWords): TemplateResult => (m.many ? groupFrame : radioFrame)(m, words, html`<div class="pictures">${m.choices.map(({ key, title, image }, i) => {
  const id = `${m.id}-${i}`;
  return html`<div class="picture"><input type=${m.many ? 'checkbox' : 'radio'} part="control" id=${id} name=${m.id} .value=${key} .checked=${m.chosen.includes(key)} ?data-alone=${m.exclusive.includes(key)} aria-invalid=${m.many ? invalid(m) : nothing}>
    <label for=${id}>${image ? html`<img src=${image.src} alt=${image.alt === title ? '' : image.alt} loading="lazy" decoding="async" draggable="false">` : nothing}<span class="caption">${title}</span></label></div>`;
})}</div>`);

export const views = { images: imagesView };
export const sheets = [imagesStyles];
