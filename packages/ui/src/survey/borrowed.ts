// Questions whose controls a form has already: dates, files, lists to look up. They bring the form's own words and sheets.
import { loadWords, type SurveyWords, type Words } from '@dvc/locale';
import { html, type TemplateResult } from 'lit';
import { controls } from '../controls.styles.js';
import { fieldView, loadViews } from '../fields/index.js';
import type { Control, FieldModel } from '../model.js';
import { readControl } from '../read-control.js';
import { groupFrame } from './frame.js';
import type { QuestionModel } from './model.js';

let formWords: Words | undefined;
const made = new WeakMap<QuestionModel, FieldModel>();

const given = <T extends object>(fields: T) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]: NonNullable<T[K]> };

/** The same model, in the words of a form. */
function fieldOf(m: QuestionModel): FieldModel {
  let field = made.get(m);
  if (!field) {
    const { id, title, hint, error, warning, required, text, chosen, choices, autocomplete, maxLength, loadOptions, listMissing, accept } = m;
    const options = loadOptions || listMissing ? undefined : choices.map((each) => given({ value: each.key, label: each.title, hint: each.hint }) as { value: string; label: string });
    made.set(m, field = {
      id, control: m.widget as Control, label: title, text, chosen, required, readOnly: false, disabled: m.disabled ?? false,
      ...given({ hint, error, warning, options, autocomplete, maxLength, loadOptions, listMissing, accept }),
    } as FieldModel);
  }
  return field;
}

const borrowedView = (m: QuestionModel): TemplateResult => html`<div class="q borrowed">${fieldView(fieldOf(m), formWords!)}</div>`;

/** A province, and a commune of it. */
const addressView = (m: QuestionModel, words: SurveyWords): TemplateResult => groupFrame(m, words, html`<div class="boxes">${m.rows.map(borrowedView)}</div>`);

export const views = { date: borrowedView, file: borrowedView, combobox: borrowedView, address: addressView };
export const sheets = [controls];
export const readers = { date: readControl, file: readControl };
/** Words are those of the last language asked for. */
export async function prepare(lang: string): Promise<void> {
  const [words] = await Promise.all([loadWords(lang, { rest: true, sending: false }), loadViews(['date', 'file', 'combobox'])]);
  formWords = words;
}
