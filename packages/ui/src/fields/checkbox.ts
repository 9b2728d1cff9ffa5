import { html, type TemplateResult } from 'lit';
import type { FieldModel } from '../model.js';
import type { FieldWords } from '../words.js';
import { frame, other, wire } from './frame.js';
import { keep, type Kept } from './keep.js';

function checkbox(kept: Kept, m: FieldModel, words: FieldWords, was: FieldModel | undefined): void {
  frame(kept, m, words, was);
  const input = kept.box.firstElementChild as HTMLInputElement;
  if (other(m, was)) (kept.caption as HTMLLabelElement).htmlFor = input.id = input.name = m.id;
  wire(input, m, was);
  if (!was?.disabled !== !m.disabled) input.disabled = m.disabled;
  const on = m.chosen?.[0] === 'true';
  if (input.checked !== on) input.checked = on;
}

/** One statement to tick. */
export function checkboxView(model: FieldModel, words: FieldWords): TemplateResult {
  return html`<div class="field" part="field" ${keep(model, words, checkbox)}><div class="option"><input type="checkbox" part="control" value="true"><label part="label"></label></div></div>`;
}
