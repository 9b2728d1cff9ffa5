import { html, nothing, type TemplateResult } from 'lit';

export interface ReviewItem {
  readonly label: string;
  /** Line breaks are kept; empty: the sentence for "nothing entered". */
  readonly value: string;
  /** Where the answer is from. */
  readonly note?: string;
  /** Field id: gives the line its own "Sửa". */
  readonly id?: string;
}
export interface ReviewGroup { readonly title?: string; readonly items: readonly ReviewItem[] }
export interface ReviewSection {
  /** Step id, for `data-step`. */
  readonly step: string;
  readonly title: string;
  /** Hidden name of the step's button: `Sửa phần Cha, mẹ`; absent: no button. */
  readonly edit?: string;
  readonly groups: readonly ReviewGroup[];
}

/** Answers as a list. `edit` is the visible word, `label` completes it for those who hear buttons out of their place. */
export function reviewGroup({ title, items }: ReviewGroup, words: { readonly edit: string; readonly empty: string }, step: string): TemplateResult {
  return html`${title ? html`<h4>${title}</h4>` : nothing}<dl class="list">${items.map(({ label, value, note, id }) => html`<div>
    <dt>${label}</dt><dd class=${value ? '' : 'blank'}>${value || words.empty}${note ? html`<span class="note">${note}</span>` : nothing}</dd>${id
      ? html`<dd><button type="button" class="quiet small" part="button" data-action="edit" data-step=${step} data-id=${id}>${words.edit}<span class="sr"> ${label}</span></button></dd>` : nothing}</div>`)}</dl>`;
}

/**
 * All answers, step by step, to be read before sending. "Sửa" is `data-action="edit"` with `data-step` and, at a single line, `data-id`.
 * Adopt `pages` (pages.styles) with it.
 */
export function review(sections: readonly ReviewSection[], words: { readonly edit: string; readonly empty: string }): TemplateResult {
  return html`<div class="review" part="review">${sections.map(({ step, title, edit, groups }, at) => html`<section aria-labelledby=${`dvc-review-${at}`}>
    <div class="review-head"><h3 id=${`dvc-review-${at}`}>${title}</h3>${edit ? html`<button type="button" class="quiet small" part="button" data-action="edit" data-step=${step} aria-label=${edit}>${words.edit}</button>` : nothing}</div>
    ${groups.map(group => reviewGroup(group, words, step))}</section>`)}</div>`;
}
