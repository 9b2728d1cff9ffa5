import type { TemplateResult } from 'lit';
import type { Control, ControlChange, FieldModel } from '../model.js';
import type { FieldWords } from '../words.js';
import { checkboxView } from './checkbox.js';
import { radioView } from './radio.js';
import { selectView } from './select.js';
import { textView } from './text.js';
import { textareaView } from './textarea.js';

export type FieldView = (model: FieldModel, words: FieldWords) => TemplateResult;

/** A control, or the answer as text that stands in its place. */
export type View = Control | 'readonly';

const views: Partial<Record<View, FieldView>> = {
  text: textView, number: textView, textarea: textareaView, select: selectView, checkbox: checkboxView, radio: radioView,
};
/** How a control with several boxes is read; known once its view is. */
let dateReader: ((event: Event, root: HTMLElement) => ControlChange | undefined) | undefined;

/** Reads an event inside a date field. */
export const readDateField = (event: Event, root: HTMLElement): ControlChange | undefined => dateReader?.(event, root);

/** Not every form has them. */
const RARER: Partial<Record<View, () => Promise<FieldView>>> = {
  date: loadDate,
  'partial-date': loadDate,
  combobox: async () => (await import('../combobox/view.js')).comboboxView,
  checkboxes: async () => (await import('./checkboxes.js')).checkboxesView,
  money: async () => (await import('./money.js')).moneyView,
  readonly: async () => (await import('./readonly.js')).readonlyView,
};

async function loadDate(): Promise<FieldView> {
  const { dateView, readDate } = await import('./date.js');
  dateReader = readDate;
  return views.date = views['partial-date'] = dateView;
}

/**
 * Fetches the views of the rarer controls that a form needs; all of them, if it is not said which. Call it beside loading
 * the document, and wait for it before the first render. Rejects when a chunk cannot be fetched; `fieldView` then shows a text box.
 */
export async function loadViews(needed: Iterable<View> = Object.keys(RARER) as View[]): Promise<void> {
  await Promise.all([...new Set(needed)].map(async (view) => { views[view] ??= await RARER[view]?.() ?? textView; }));
}

/** One field as a template. Read-only fields are text, whatever their control. */
export function fieldView(model: FieldModel, words: FieldWords): TemplateResult {
  return (views[model.readOnly ? 'readonly' : model.control] ?? textView)(model, words);
}
