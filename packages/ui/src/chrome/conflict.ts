import { html, nothing, type TemplateResult } from 'lit';

export interface ConflictModel {
  readonly title: string;
  readonly text: string;
  /** Heads of the three columns. */
  readonly item: string;
  readonly shown: string;
  readonly now: string;
  /** Both stand beside each other: none of them is taken away. */
  readonly isOpen?: boolean;
  /** `was` absent: it is new. A sentence in `now` may say what happened instead of a value. */
  readonly changes: readonly { readonly label: string; readonly was?: string; readonly now?: string }[];
}

/** What the back end reckons otherwise than the citizen saw, as a table old → new; or two versions to choose from (`isOpen`). Focus it when it appears (`.notice`). */
export function conflict({ title, text, item, shown, now, isOpen, changes }: ConflictModel): TemplateResult {
  return html`<section class="notice notice-warning" part="notice notice-warning" tabindex="-1" aria-labelledby="dvc-conflict-title">
    <h2 id="dvc-conflict-title">${title}</h2><p>${text}</p>
    <table class="changes"><thead><tr><th scope="col">${item}</th><th scope="col">${shown}</th><th scope="col">${now}</th></tr></thead>
    <tbody>${changes.map(change => html`<tr><th scope="row">${change.label}</th>
      <td data-head=${shown}>${!change.was ? '–' : isOpen ? change.was : html`<del>${change.was}</del>`}</td>
      <td data-head=${now}>${!change.now ? (isOpen ? '–' : nothing) : isOpen ? change.now : html`<ins>${change.now}</ins>`}</td></tr>`)}</tbody></table>
  </section>`;
}
