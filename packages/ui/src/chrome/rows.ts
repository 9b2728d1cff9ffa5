import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

export interface Row {
  readonly id: string;
  /** `Thành viên 1` */
  readonly title: string;
  /** Ready names of the buttons, each with the row's title: `Xóa thành viên 1`. Absent: not possible now. */
  readonly remove?: string;
  readonly rename?: string;
  readonly up?: string;
  readonly down?: string;
}
export interface RowsModel {
  /** Unique in the root: field id of the whole list, for errors about it. */
  readonly id: string;
  /** The place that the buttons are for, if it has another id. */
  readonly list?: string;
  readonly title: string;
  /** 2…6 */
  readonly level: number;
  readonly hint?: string;
  readonly error?: string;
  readonly rows: readonly Row[];
  /** Said when there is no row. */
  readonly empty: string;
  /** Text of the add button; absent when the list is full. */
  readonly add?: string;
  /** Why there is no add button, or how many there must be: `Tối đa 10 người`. */
  readonly limit?: string;
}
export interface RowsWords { readonly error: string; readonly remove: string; readonly rename: string; readonly moveUp: string; readonly moveDown: string }

const tool = (action: string, id: string, row: string, text: string, name: string | undefined) =>
  name ? html`<button type="button" class="quiet small" part="button" data-action=${action} data-id=${id} data-row=${row} aria-label=${name}>${text}</button>` : nothing;

/**
 * A list of rows, each a card. Buttons: `add-row` (`data-id` the list), `rename-row`, `remove-row`, `row-up`, `row-down` (`data-id`, `data-row`).
 * Rows are keyed, so that moving one keeps its controls, its focus and what is half typed.
 */
export function rows(model: RowsModel, words: RowsWords, content: (row: Row) => unknown): TemplateResult {
  const { id, list: place = id, title, level, hint, error, rows: list, empty, add, limit } = model;
  const described = `${hint ? `${id}-hint ` : ''}${error ? `${id}-error` : ''}`.trim();
  return html`<div class=${error ? 'rows invalid' : 'rows'} part="rows" role="group" aria-labelledby=${`${id}-title`} aria-describedby=${described || nothing} data-field=${id}>
    <div class="rows-head"><span class="heading" role="heading" aria-level=${level} id=${`${id}-title`} tabindex="-1">${title}</span></div>
    ${hint ? html`<p class="hint" part="hint" id=${`${id}-hint`}>${hint}</p>` : nothing}
    ${error ? html`<p class="error" part="error" id=${`${id}-error`}><span class="sr">${words.error} </span>${error}</p>` : nothing}
    ${list.length ? html`<div class="row-list">${repeat(list, row => row.id, row => html`<div class="row" part="row" data-row=${row.id} role="group" aria-labelledby=${`${id}-${row.id}-title`}>
      <div class="row-head"><span class="heading" role="heading" aria-level=${level + 1} id=${`${id}-${row.id}-title`} tabindex="-1">${row.title}</span>
        <div class="tools">${tool('row-up', place, row.id, words.moveUp, row.up)}${tool('row-down', place, row.id, words.moveDown, row.down)}${tool('rename-row', place, row.id, words.rename, row.rename)}${tool('remove-row', place, row.id, words.remove, row.remove)}</div></div>
      ${content(row)}</div>`)}</div>` : html`<p class="rows-empty">${empty}</p>`}
    ${limit ? html`<p class="hint">${limit}</p>` : nothing}
    ${add ? html`<button type="button" part="button" data-action="add-row" data-id=${place}>${add}</button>` : nothing}
  </div>`;
}
