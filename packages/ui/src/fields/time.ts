import { html, type TemplateResult } from 'lit';
import type { FieldModel } from '../model.js';
import type { FieldWords } from '../words.js';
import { frame, hintOf, other } from './frame.js';
import { keep, type Kept } from './keep.js';
import { typed } from './text.js';

function time(kept: Kept, m: FieldModel, words: FieldWords, was: FieldModel | undefined): void {
  const hint = hintOf(m, words.timeExample);
  const wasHint = was && !kept.fresh ? hintOf(was, words.timeExample) : undefined;
  frame(kept, m, words, was, hint, wasHint);
  if (other(m, was)) (kept.caption as HTMLLabelElement).htmlFor = m.id;
  const own = (model: FieldModel, said: string): FieldModel => ({ inputMode: 'numeric', width: model.text.length > 12 ? 'm' : 's', autocomplete: 'off', ...model, hint: said });
  typed(kept.box as HTMLInputElement, own(m, hint), was && own(was, wasHint ?? hint));
}

/** A time of 24 hours, typed in one box. No control of the browser's: that follows the browser's language and knows no offset. */
export function timeView(model: FieldModel, words: FieldWords): TemplateResult {
  return html`<div class="field" part="field" ${keep(model, words, time)}><label part="label"></label><input part="control"></div>`;
}
