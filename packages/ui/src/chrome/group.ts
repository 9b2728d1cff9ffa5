import { html, nothing, type TemplateResult } from 'lit';

export interface GroupModel {
  /** Unique in the root; the fieldset's id and the anchor of errors about the whole group. */
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  readonly error?: string;
  /** 2…6: one deeper than what surrounds it. */
  readonly level: number;
}

/** Fields that belong together, under a heading that screen readers also say on entering. */
export function group({ id, title, hint, error, level }: GroupModel, errorWord: string, content: unknown): TemplateResult {
  const described = `${hint ? `${id}-hint ` : ''}${error ? `${id}-error` : ''}`.trim();
  return html`<fieldset class=${error ? 'group invalid' : 'group'} part="group" data-field=${id} aria-describedby=${described || nothing}>
    <legend part="group__label"><span class="heading" role="heading" aria-level=${level}>${title}</span></legend>
    ${hint ? html`<p class="hint" part="hint" id=${`${id}-hint`}>${hint}</p>` : nothing}
    ${error ? html`<p class="error" part="error" id=${`${id}-error`}><span class="sr">${errorWord} </span>${error}</p>` : nothing}
    ${content}
  </fieldset>`;
}
