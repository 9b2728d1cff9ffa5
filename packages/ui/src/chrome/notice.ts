import { html, nothing, type TemplateResult } from 'lit';

export interface NoticeModel {
  readonly kind: 'info' | 'warning' | 'error' | 'success';
  readonly title?: string;
  readonly text: string;
  /** Further sentences: an incident's code, that nothing is lost. */
  readonly more?: readonly string[];
  readonly actions?: readonly { readonly action: string; readonly text: string }[];
}

/**
 * A calm sentence in a box: information, a broken connection, a failure. `extra` is for the host's hotline slot.
 * Put it into a region that is on the page already, or give it the focus: a new live region is often not heard.
 */
export function notice({ kind, title, text, more, actions }: NoticeModel, extra?: unknown): TemplateResult {
  return html`<div class=${`notice notice-${kind}`} part=${`notice notice-${kind}`} role=${kind === 'error' ? 'alert' : kind === 'info' ? nothing : 'status'} tabindex="-1">
    ${title ? html`<h2>${title}</h2>` : nothing}
    <p>${text}</p>${more?.map(line => html`<p>${line}</p>`)}
    ${extra ?? nothing}
    ${actions?.length ? html`<div class="actions">${actions.map(({ action, text: words }, i) => html`<button type="button" class=${i ? 'quiet' : ''} part="button" data-action=${action}>${words}</button>`)}</div>` : nothing}
  </div>`;
}
