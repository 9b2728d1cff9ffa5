import { html, type TemplateResult } from 'lit';
import type { FieldModel } from '../model.js';
import type { FieldWords } from '../words.js';
import { attr, described, frame, other } from './frame.js';
import { keep, type Kept } from './keep.js';
import { fill } from './options.js';

function checkboxes(kept: Kept, m: FieldModel, words: FieldWords, was: FieldModel | undefined): void {
  frame(kept, m, words, was);
  if (other(m, was)) kept.root.id = m.id;
  attr(kept.root, 'aria-describedby', described(m), described(was));
  fill(kept, m, was, 'checkbox');
}

/** Several of a few options. */
export function checkboxesView(model: FieldModel, words: FieldWords): TemplateResult {
  return html`<fieldset class="field" part="field" ${keep(model, words, checkboxes)}><legend part="label"></legend><div class="options"></div></fieldset>`;
}
