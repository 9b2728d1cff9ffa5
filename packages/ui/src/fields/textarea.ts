import { html, type TemplateResult } from 'lit';
import type { FieldModel } from '../model.js';
import type { FieldWords } from '../words.js';
import { frame, other } from './frame.js';
import { keep, type Kept } from './keep.js';
import { typed } from './text.js';

function textarea(kept: Kept, m: FieldModel, words: FieldWords, was: FieldModel | undefined): void {
  frame(kept, m, words, was);
  if (other(m, was)) (kept.caption as HTMLLabelElement).htmlFor = m.id;
  typed(kept.box as HTMLTextAreaElement, m, was);
}

/** Text of several lines. */
export function textareaView(model: FieldModel, words: FieldWords): TemplateResult {
  return html`<div class="field" part="field" ${keep(model, words, textarea)}><label part="label"></label><textarea part="control" rows="4"></textarea></div>`;
}
