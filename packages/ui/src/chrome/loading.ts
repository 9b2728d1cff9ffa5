import { html, type TemplateResult } from 'lit';

const bones = [1, 2, 3].map(() => html`<div class="bone caption"></div><div class="bone control"></div>`);

/** Grey shapes where title and first fields will stand, so that nothing jumps; the sentence is for everyone. */
export function loading(text: string): TemplateResult {
  return html`<div class="loading" aria-busy="true"><p role="status">${text}</p><div aria-hidden="true"><div class="bone title"></div>${bones}</div></div>`;
}
