import { html, type TemplateResult } from 'lit';
import type { FieldModel } from '../model.js';
import type { FieldWords } from '../words.js';
import { frame, other, wire } from './frame.js';
import { keep, type Kept } from './keep.js';
import { fill } from './options.js';

function radio(kept: Kept, m: FieldModel, words: FieldWords, was: FieldModel | undefined): void {
  frame(kept, m, words, was);
  if (other(m, was)) kept.root.id = m.id;
  wire(kept.root, m, was);
  fill(kept, m, was, 'radio');
}

/** One of a few options, all in sight. */
export function radioView(model: FieldModel, words: FieldWords): TemplateResult {
  // radiogroup, not the fieldset's own group: only it may be required and invalid.
  return html`<fieldset class="field" part="field" role="radiogroup" ${keep(model, words, radio)}><legend part="label"></legend><div class="options"></div></fieldset>`;
}
