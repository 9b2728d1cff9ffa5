/* eslint lit-a11y/accessible-name: 0, lit-a11y/click-events-have-key-events: 0 -- the label of the field names the input; the keys of the list are the input's */
import { format } from '@dvc/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { described } from '../fields/frame.js';
import type { DvcCombobox } from './combobox.js';
import { formerName } from './search.js';

/** Options in the page at once: more would cost every key, and nobody reads them. */
export const CAP = 50;

/** Input, button, popup and the one live region. */
export function comboTemplate(combo: DvcCombobox): TemplateResult {
  const { model, words, active, free, used } = combo;
  const { id } = model;
  const expanded = combo.open && combo.results.length > 0;
  return html`<div class="combo" data-width=${model.width ?? nothing}>
      <input id=${id} name=${id} part="control" role="combobox" type="text" aria-autocomplete="list" aria-expanded=${expanded} aria-controls=${used && !free ? `${id}-list` : nothing}
        aria-activedescendant=${expanded && active >= 0 ? `${id}-o${active}` : nothing} aria-describedby=${described(model, free ? 'missing' : used ? 'how' : undefined) ?? nothing} aria-invalid=${model.error ? 'true' : nothing}
        aria-required=${model.required ? 'true' : nothing} autocomplete=${model.autocomplete ?? 'off'} spellcheck="false" autocapitalize="none" maxlength=${model.maxLength ?? nothing}
        ?readonly=${model.readOnly} ?disabled=${model.disabled}
        @input=${combo.onInput} @change=${combo.onInput} @compositionstart=${combo.onCompose} @compositionend=${combo.onCompose}
        @keydown=${combo.onKey} @focus=${combo.onFocus} @blur=${combo.onBlur} @click=${combo.onPoint}>
      ${free || model.readOnly || model.disabled ? nothing : html`<button type="button" tabindex="-1" aria-label=${`${words.comboOpen}: ${model.label}`} @mousedown=${combo.hold} @click=${combo.onToggle}></button>`}
      ${used && !free ? popup(combo, expanded) : nothing}
    </div>
    ${free ? html`<p class="hint" id=${`${id}-missing`}>${words.comboMissing}</p>` : nothing}
    ${used ? html`<span id=${`${id}-how`} hidden>${words.comboHint}</span><span class="sr" role="status">${combo.said}</span>` : nothing}`;
}

function popup({ model, words, active, results, query, open, busy, hold, onPick, shownResults }: DvcCombobox, expanded: boolean): TemplateResult {
  const n = results.length;
  const note = busy ? words.comboLoading : !n ? words.comboNone : n > CAP ? format(words.comboMore, { shown: CAP, n }, words.lang) : query ? '' : words.comboHint;
  return html`<div class="combo-popup" popover="manual" ?hidden=${!open} @mousedown=${hold} @click=${onPick}>
    <div role="listbox" id=${`${model.id}-list`} aria-label=${model.label} aria-busy=${busy ? 'true' : nothing} ?hidden=${!expanded}>${open ? shownResults.map((option, i) => {
      const old = formerName(option, query);
      const more = old ? `(${format(words.comboFormerly, { name: old })})` : option.hint;
      return html`<div role="option" id=${`${model.id}-o${i}`} data-at=${i} class=${option.value === model.chosen?.[0] ? 'chosen' : nothing} aria-selected=${i === active}>${option.label}${more ? html`${' '}<small>${more}</small>` : nothing}</div>`;
    }) : nothing}</div>
    ${note ? html`<p>${note}</p>` : nothing}
  </div>`;
}
