import { html, nothing, type TemplateResult } from 'lit';

/** The form's title and what it is for. */
export function pageHeading(title: string, lead?: string): TemplateResult {
  // No <header>: outside of article and section it is the page's banner, and the page has one.
  return html`<div class="page-head"><h1 part="title">${title}</h1>${lead ? html`<p class="lead">${lead}</p>` : nothing}</div>`;
}

/** A step's title; it takes the focus (`#<id>`) when the step changes, so that a screen reader says where one is. */
export function stepHeading({ id, title, hint }: { id: string; title: string; hint?: string }): TemplateResult {
  return html`<div class="step-head"><h2 part="step__title" id=${id} tabindex="-1">${title}</h2>${hint ? html`<p>${hint}</p>` : nothing}</div>`;
}
