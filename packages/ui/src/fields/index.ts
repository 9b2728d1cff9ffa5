import type { TemplateResult } from 'lit';
import type { Control, ControlChange, FieldModel } from '../model.js';
import type { FieldWords } from '../words.js';
import { checkboxView } from './checkbox.js';
import { checkboxesView } from './checkboxes.js';
import { radioView } from './radio.js';
import { readonlyView } from './readonly.js';
import { selectView } from './select.js';
import { moneyView, textView } from './text.js';
import { textareaView } from './textarea.js';

export type FieldView = (model: FieldModel, words: FieldWords) => TemplateResult;

const views: Partial<Record<Control, FieldView>> = {
  text: textView, number: textView, money: moneyView, textarea: textareaView, select: selectView,
  checkbox: checkboxView, radio: radioView, checkboxes: checkboxesView,
};
/** How a control with several boxes is read; known once its view is. */
let dateReader: ((event: Event, root: HTMLElement) => ControlChange | undefined) | undefined;

/** Reads an event inside a date field. */
export const readDateField = (event: Event, root: HTMLElement): ControlChange | undefined => dateReader?.(event, root);

async function load(control: Control): Promise<void> {
  if (views[control]) return;
  if (control === 'combobox') views.combobox = (await import('../combobox/view.js')).comboboxView;
  else {
    const { dateView, readDate } = await import('./date.js');
    views.date = views['partial-date'] = dateView;
    dateReader = readDate;
  }
}

/**
 * Fetches the views of the rarer controls (dates, combobox) that a form needs. Call it beside loading the document, and
 * wait for it before the first render. Rejects when a chunk cannot be fetched; `fieldView` then shows a text box.
 */
export async function loadViews(controls: Iterable<Control>): Promise<void> {
  await Promise.all([...new Set(controls)].map(load));
}

/** One field as a template. Read-only fields are text, whatever their control. */
export function fieldView(model: FieldModel, words: FieldWords): TemplateResult {
  return (model.readOnly ? readonlyView : views[model.control] ?? textView)(model, words);
}
