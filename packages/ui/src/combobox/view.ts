import { html, type TemplateResult } from 'lit';
import { frame, other } from '../fields/frame.js';
import { keep, type Kept } from '../fields/keep.js';
import type { FieldModel } from '../model.js';
import type { FieldWords } from '../words.js';
import { defineCombobox, type DvcCombobox } from './combobox.js';

defineCombobox();

function combobox(kept: Kept, m: FieldModel, words: FieldWords, was: FieldModel | undefined): void {
  frame(kept, m, words, was);
  if (other(m, was)) (kept.caption as HTMLLabelElement).htmlFor = m.id;
  Object.assign(kept.box as DvcCombobox, { model: m, words });
}

/** One of many options, found by typing. The element tells by `dvc-choose` (bubbling, not composed), with a `ComboboxChoice` as detail. */
export function comboboxView(model: FieldModel, words: FieldWords): TemplateResult {
  return html`<div class="field" part="field" ${keep(model, words, combobox)}><label part="label"></label><dvc-combobox></dvc-combobox></div>`;
}

export const views = { combobox: comboboxView };
