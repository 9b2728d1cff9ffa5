import { html, nothing, type TemplateResult } from 'lit';

export interface ForeignModel {
  /** Unique in the root, where a line of the summary leads here. */
  readonly id?: string;
  readonly text: string;
  /** What it is called, and what it holds, where the sentence does not say it. */
  readonly term?: string;
  readonly value?: string;
  readonly isError?: boolean;
  readonly action?: { readonly action: string; /** of the place that it stands at */ readonly id: string; readonly key?: string; readonly text: string; readonly name?: string };
}

/** Something that was given and does not fit: shown as it came, with a way to take it away. */
export function foreign({ id, text, term, value, isError, action }: ForeignModel): TemplateResult {
  return html`<div class=${isError ? 'foreign invalid' : 'foreign'} part="foreign" data-field=${id ?? nothing}>
    ${term === undefined ? nothing : html`<p class="term">${term}</p><p class="value">${value}</p>`}
    <p class=${isError ? 'error' : 'warning'}>${text}</p>
    ${action ? html`<button type="button" class="quiet small" part="button" data-action=${action.action} data-id=${action.id} data-key=${action.key ?? nothing} aria-label=${action.name ?? nothing}>${action.text}</button>` : nothing}
  </div>`;
}

export interface OpenableModel {
  readonly id: string;
  /** The place that the button is for, if it is another. */
  readonly place?: string;
  readonly title?: string;
  readonly hint?: string;
  readonly error?: string;
  /** Said where there is no button. */
  readonly empty?: string;
  readonly action?: string;
  readonly text?: string;
}

/** A part that is not open, and the button that opens it. */
export function openable({ id, place = id, title, hint, error, empty, action, text }: OpenableModel, errorWord: string): TemplateResult {
  const described = `${hint ? `${id}-hint ` : ''}${error ? `${id}-error` : ''}`.trim();
  return html`<div class=${error ? 'field openable invalid' : 'field openable'} part="field" data-field=${id}>
    ${title ? html`<p class="term" part="label">${title}</p>` : nothing}
    ${hint ? html`<p class="hint" part="hint" id=${`${id}-hint`}>${hint}</p>` : nothing}
    ${error ? html`<p class="error" part="error" id=${`${id}-error`}><span class="sr">${errorWord} </span>${error}</p>` : nothing}
    ${action ? html`<button type="button" class="quiet" part="button" data-action=${action} data-id=${place} aria-describedby=${described || nothing}>${text}</button>` : html`<p class="value">${empty}</p>`}
  </div>`;
}
