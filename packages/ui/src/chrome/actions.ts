import { html, nothing, type TemplateResult } from 'lit';

export interface ActionsModel {
  /** The main button: its `data-action` and its words. */
  readonly primary?: { readonly action: string; readonly text: string; readonly busy?: boolean };
  readonly back?: { readonly action: string; readonly text: string };
  /** Further quiet buttons. */
  readonly others?: readonly { readonly action: string; readonly text: string }[];
}

/** The buttons under a step. Going on comes first for eye and keyboard; on a wide page "back" stands left of it. */
export function actions({ primary, back, others }: ActionsModel): TemplateResult {
  return html`<div class="actions" part="actions">
    ${primary ? html`<button type="button" class="primary" part="button button-primary" data-action=${primary.action} aria-disabled=${primary.busy ? 'true' : nothing} aria-busy=${primary.busy ? 'true' : nothing}>${primary.text}</button>` : nothing}
    ${back ? html`<button type="button" part="button" data-action=${back.action}>${back.text}</button>` : nothing}
    ${others?.map(({ action, text }) => html`<button type="button" class="quiet" part="button" data-action=${action}>${text}</button>`)}
  </div>`;
}
