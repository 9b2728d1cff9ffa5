import { html, type TemplateResult } from 'lit';
import type { FieldModel } from '../model.js';
import type { FieldWords } from '../words.js';
import { attr, frame, other, wire } from './frame.js';
import { keep, type Kept } from './keep.js';

function select(kept: Kept, m: FieldModel, words: FieldWords, was: FieldModel | undefined): void {
  frame(kept, m, words, was);
  const control = kept.box as HTMLSelectElement;
  if (other(m, was)) {
    (kept.caption as HTMLLabelElement).htmlFor = control.id = control.name = m.id;
  }
  wire(control, m, was);
  attr(control, 'autocomplete', m.autocomplete, was?.autocomplete);
  attr(control, 'data-width', m.width, was?.width);
  if (!was?.disabled !== !m.disabled) control.disabled = m.disabled;
  const rebuilt = kept.fresh || m.options !== was?.options;
  if (rebuilt) control.replaceChildren(new Option(words.choose, ''), ...(m.options ?? []).map(({ label, value }) => new Option(label, value)));
  const chosen = m.chosen?.[0] ?? '';
  if (rebuilt || control.value !== chosen) {
    control.value = chosen;
    // A code that the list does not have: show "choose", not an empty box.
    if (control.selectedIndex < 0) control.selectedIndex = 0;
  }
}

/** One of a few options, in the system's own list. */
export function selectView(model: FieldModel, words: FieldWords): TemplateResult {
  return html`<div class="field" part="field" ${keep(model, words, select)}><label part="label"></label><select part="control"></select></div>`;
}
