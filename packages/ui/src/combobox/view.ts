import type { Words } from '@dvc/locale';
import { html, nothing, type TemplateResult } from 'lit';
import type { FieldModel } from '../model.js';
import { defineCombobox } from './combobox.js';

defineCombobox();

/** A field with a combobox. The element tells by `dvc-choose` (bubbling, not composed), with a `ComboboxChoice` as detail. */
export function comboboxView(model: FieldModel, words: Words): TemplateResult {
  const { id, hint, error, warning } = model;
  return html`<div class=${error ? 'field invalid' : 'field'} part="field">
    <label part="label" for=${id}>${model.label}${model.required ? html` <span class="need">${words.required}</span>` : nothing}</label>
    ${hint ? html`<p class="hint" part="hint" id=${`${id}-hint`}>${hint}</p>` : nothing}
    ${error ? html`<p class="error" part="error" id=${`${id}-error`}><span class="sr">${words.error} </span>${error}</p>` : nothing}
    ${warning ? html`<p class="warning" id=${`${id}-warning`}>${words.warning} ${warning}</p>` : nothing}
    <dvc-combobox .model=${model} .words=${words}></dvc-combobox>
  </div>`;
}
