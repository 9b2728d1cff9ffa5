import { html, type TemplateResult } from 'lit';
import type { FieldModel } from '../model.js';
import type { FieldWords } from '../words.js';
import { frame, make, other } from './frame.js';
import { keep, type Kept } from './keep.js';
import { typed } from './text.js';

function money(kept: Kept, m: FieldModel, words: FieldWords, was: FieldModel | undefined): void {
  frame(kept, m, words, was);
  const input = kept.box.firstElementChild as HTMLInputElement;
  if (other(m, was) || kept.fresh) {
    (kept.caption as HTMLLabelElement).htmlFor = m.id;
    // The box stays where it is: taken out and put back it would lose the focus.
    const unit = input.nextElementSibling ?? kept.box.appendChild(make('span', 'unit'));
    unit.textContent = words.currency;
    unit.id = `${m.id}-unit`;
  }
  typed(input, m, was, 'unit');
}

/** An amount in đồng, with its unit after the box. */
export function moneyView(model: FieldModel, words: FieldWords): TemplateResult {
  return html`<div class="field" part="field" ${keep(model, words, money)}><label part="label"></label><div class="affix"><input part="control"></div></div>`;
}
