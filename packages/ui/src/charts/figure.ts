import { html, nothing, type TemplateResult } from 'lit';
import { draw } from './draw.js';
import type { Scene } from './scene.js';
import { dataTable, type DataTable } from './table.js';

export interface ChartModel {
  /** Of the page, unique: letters, digits and dashes. */
  readonly id: string;
  /** What a screen reader calls it. */
  readonly name: string;
  /** None before the width is known, and where there is nothing to draw. */
  readonly scene: Scene | undefined;
  readonly table: DataTable;
  /** Below the drawing. */
  readonly note: string | undefined;
}
export interface ChartWords { readonly table: string; readonly png: string; readonly svg: string }

/** A chart, its table, and its pictures to keep. */
export function chartFigure({ id, name, scene, table, note }: ChartModel, words: ChartWords): TemplateResult {
  return html`<figure part="figure">${scene ? draw(scene, id, name) : nothing}${note ? html`<p class="sub">${note}</p>` : nothing}
    <div class="chart-tools"><details part="data"><summary>${words.table}<span class="sr">: ${table.caption}</span></summary>${dataTable(table)}</details>
    ${scene ? html`<button type="button" class="quiet" part="button" data-action="png" data-id=${id}>${words.png}<span class="sr">: ${table.caption}</span></button><button type="button" class="quiet" part="button" data-action="svg" data-id=${id}>${words.svg}<span class="sr">: ${table.caption}</span></button>` : nothing}</div></figure>`;
}
