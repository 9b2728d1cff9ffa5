import { html, type TemplateResult } from 'lit';
import type { FieldModel } from '../model.js';
import type { FieldWords } from '../words.js';
import { frame, other } from './frame.js';
import { fileText } from './held-file.js';
import { keep, type Kept } from './keep.js';

/** A field's answer as it reads on paper. */
export function answerText(m: FieldModel, words: FieldWords): string {
  const { chosen, options, control } = m;
  if (control === 'checkbox') return chosen?.[0] === 'true' ? words.yes : words.no;
  if (chosen?.length) return chosen.map(value => options?.find(option => option.value === value)?.label ?? (m.text || value)).join('\n');
  if (!m.text) return words.empty;
  if (control === 'file') return fileText(m, words);
  if (control === 'money') return `${m.text} ${words.currency}`;
  // `5//1990` is typed in boxes; what stands on paper has no empty part.
  return control === 'date' || control === 'partial-date' ? m.text.split('/').filter(Boolean).join('/') : m.text;
}

function readonly(kept: Kept, m: FieldModel, words: FieldWords, was: FieldModel | undefined): void {
  // Nobody has to fill in what is only shown.
  const shown = m.required ? { ...m, required: false } : m;
  frame(kept, shown, words, was?.required ? { ...was, required: false } : was);
  if (other(m, was)) kept.box.id = m.id;
  const text = answerText(m, words);
  if (kept.box.textContent !== text) kept.box.textContent = text;
}

/** An answer that is shown and not asked: computed, prefilled, or the whole form is read-only. */
export function readonlyView(model: FieldModel, words: FieldWords): TemplateResult {
  return html`<div class="field shown" part="field" ${keep(model, words, readonly)}><p class="term" part="label"></p><p class="value" part="control" tabindex="-1"></p></div>`;
}
