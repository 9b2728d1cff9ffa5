import { html, type TemplateResult } from 'lit';
import type { FieldModel } from '../model.js';
import type { FieldWords } from '../words.js';
import { write } from './composing.js';
import { attr, frame, other, wire } from './frame.js';
import { keep, type Kept } from './keep.js';

// type=number turns the wheel into a wrong answer and hides what was typed; a text box with a digit keyboard does neither.
function inputMode(m: FieldModel): string | undefined {
  return m.inputMode ?? (m.control === 'number' || m.control === 'money' ? 'numeric' : undefined);
}
const inputType = (m: FieldModel) => (m.inputMode === 'tel' || m.inputMode === 'email' ? m.inputMode : 'text');
const isName = (m: FieldModel) => m.spelling === 'name' || (m.autocomplete?.includes('name') && !m.autocomplete.includes('username'));
const isCode = (m: FieldModel) => m.spelling === 'code' || inputMode(m) !== undefined;
const spellcheck = (m: FieldModel | undefined) => (m && (isName(m) || isCode(m)) ? 'false' : undefined);
const capitals = (m: FieldModel | undefined) => (!m ? undefined : isName(m) ? 'words' : isCode(m) ? 'none' : undefined);

/** Attributes of anything that is typed into. */
export function typed(control: HTMLInputElement | HTMLTextAreaElement, m: FieldModel, was: FieldModel | undefined, extra?: string): void {
  if (other(m, was)) {
    control.id = m.id;
    control.name = m.id;
  }
  wire(control, m, was, extra);
  attr(control, 'autocomplete', m.autocomplete, was?.autocomplete);
  attr(control, 'inputmode', inputMode(m), was && inputMode(was));
  attr(control, 'spellcheck', spellcheck(m), spellcheck(was));
  attr(control, 'autocapitalize', capitals(m), capitals(was));
  attr(control, 'maxlength', m.maxLength?.toString(), was?.maxLength?.toString());
  attr(control, 'data-width', m.width, was?.width);
  if (!was?.disabled !== !m.disabled) control.disabled = m.disabled;
  if (!was || m.text !== was.text) write(control, m.text);
}

function text(kept: Kept, m: FieldModel, words: FieldWords, was: FieldModel | undefined): void {
  frame(kept, m, words, was);
  const input = kept.box as HTMLInputElement;
  if (other(m, was)) (kept.caption as HTMLLabelElement).htmlFor = m.id;
  const type = inputType(m);
  if (type !== (was ? inputType(was) : 'text')) input.type = type;
  typed(input, m, was);
}

/** Text, number, telephone and e-mail: `inputMode` says which keyboard. */
export function textView(model: FieldModel, words: FieldWords): TemplateResult {
  return html`<div class="field" part="field" ${keep(model, words, text)}><label part="label"></label><input part="control"></div>`;
}
