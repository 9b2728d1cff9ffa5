import { html, nothing, type TemplateResult } from 'lit';

export interface DataTable {
  /** What it is a table of. */
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly { readonly cells: readonly string[]; /** its numbers are not told */ readonly untold?: boolean }[];
}

/** The numbers of a chart. Wider than the page it scrolls by itself, also with the keyboard. */
export function dataTable({ caption, head, rows }: DataTable): TemplateResult {
  return html`<div class="table" part="table" role="group" aria-label=${caption} tabindex="0"><table><caption class="sr">${caption}</caption>
    <thead><tr>${head.map((name, i) => html`<th scope="col" class=${i ? 'number' : nothing}>${name}</th>`)}</tr></thead>
    <tbody>${rows.map(({ cells, untold }) => html`<tr>${cells.map((cell, i) => (i === 0 ? html`<th scope="row">${cell}</th>` : html`<td class=${untold ? 'number untold' : 'number'}>${cell}</td>`))}</tr>`)}</tbody></table></div>`;
}
