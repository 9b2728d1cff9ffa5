import { html, nothing, type TemplateResult } from 'lit';

export interface TextList {
  /** Of the page, unique: letters, digits and dashes. */
  readonly id: string;
  /** What a press and a search are about. */
  readonly path: string;
  readonly title: string;
  readonly texts: readonly string[];
  /** Label of the search; none where there is nothing to search in. */
  readonly find: string | undefined;
  /** What was found, for everybody to hear. */
  readonly said: string;
  readonly note: string;
  readonly more: string | undefined;
}

/** What people wrote, as they wrote it and as text alone; each stands in its own direction, so that no mark of one turns its neighbours. */
export function textList({ id, path, title, texts, find, said, note, more }: TextList): TemplateResult {
  return html`${find ? html`<div class="field find" part="field"><label part="label" for=${`${id}-find`}>${find}<span class="sr">: ${title}</span></label><input part="control" id=${`${id}-find`} type="search" name="find" data-path=${path} autocomplete="off" spellcheck="false" maxlength="100"></div><p class="sub" role="status">${said}</p>` : nothing}
    ${texts.length ? html`<ul class="texts" part="texts" aria-label=${title}>${texts.map((text) => html`<li part="text" dir="auto">${text}</li>`)}</ul>` : nothing}
    ${more ? html`<p><button type="button" class="small" part="button" data-action="more" data-id=${path}>${more}<span class="sr">: ${title}</span></button></p>` : nothing}
    <p class="sub">${note}</p>`;
}
