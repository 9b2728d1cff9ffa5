import { html, type TemplateResult } from 'lit';

export interface SummaryItem { /** field id */ readonly id: string; readonly text: string }

/**
 * The list of what must be mended, above the form. Give it the focus after a submit (`[part~=summary]`).
 * A press is `data-action="goto"` with the field's id: the listener prevents the default, as a fragment link in a
 * shadow root would change the host's address and find nothing.
 */
export function errorSummary({ title, items }: { title: string; items: readonly SummaryItem[] }): TemplateResult {
  return html`<section class="summary" part="summary" tabindex="-1" aria-labelledby="dvc-summary-title">
    <div role="alert"><h2 id="dvc-summary-title">${title}</h2>
    <ul>${items.map(({ id, text }) => html`<li><a href=${`#${id}`} data-action="goto" data-id=${id}>${text}</a></li>`)}</ul></div>
  </section>`;
}
