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
type Reader = (event: Event, root: HTMLElement) => ControlChange | undefined;
/** How a control that is more than one box is read, by its `data-reader`; known once its view is. */
const readers: Record<string, Reader | undefined> = {};

/** Reads an event inside such a field. */
export const readField = (event: Event, root: HTMLElement, reader: string): ControlChange | undefined => readers[reader]?.(event, root);

const date = () => import('./date.js');
const small = () => import('./small.js');
/** Not every form has them: chunks with the views in them, and how these are read. */
const RARER: Partial<Record<View, () => Promise<{ readonly views: Partial<Record<View, FieldView>>; readonly read?: Reader }>>> = {
  date, 'partial-date': date, 'date-time': () => import('./date-time.js'), file: () => import('./file.js'), combobox: () => import('../combobox/view.js'),
  checkboxes: small, money: small, readonly: small, time: small,
};

/**
 * Fetches the views of the rarer controls that a form needs; all of them, if it is not said which. Call it beside loading
 * the document, and wait for it before the first render. Rejects when a chunk cannot be fetched; `fieldView` then shows a text box.
 */
export async function loadViews(needed: Iterable<View> = Object.keys(RARER) as View[]): Promise<void> {
  await Promise.all([...new Set(needed)].map(async (name) => {
    const loaded = await RARER[name]?.();
    Object.assign(views, loaded?.views);
    for (const each in loaded?.views) readers[each] = loaded.read;
  }));
}

/** One field as a template. Read-only fields are text, whatever their control. */
export function fieldView(model: FieldModel, words: FieldWords): TemplateResult {
  return (views[model.readOnly ? 'readonly' : model.control] ?? textView)(model, words);
}
