import { html, nothing, type TemplateResult } from 'lit';

export interface ProgressStep {
  readonly id: string;
  readonly title: string;
  readonly state: 'done' | 'current' | 'todo';
  /** Something in it must be mended. */
  readonly faulty?: boolean;
  /** It was visited: it may be gone to. */
  readonly open?: boolean;
}
export interface ProgressModel {
  /** Name of the landmark: `Các bước`. */
  readonly name: string;
  /** `Bước 2 trên 5: Cha, mẹ` */
  readonly text: string;
  readonly steps: readonly ProgressStep[];
  /** Said after a step's name: `đã xong`, `có chỗ cần sửa`. */
  readonly done: string;
  readonly errors: string;
}

/** Where one is and how far it still is. Visited steps are buttons (`data-action="step"`, `data-step`). */
export function progress({ name, text, steps, done, errors }: ProgressModel): TemplateResult {
  return html`<nav class="progress" part="progress" aria-label=${name}>
    <p>${text}</p>
    <ol>${steps.map(({ id, title, state, faulty, open }) => {
      const label = html`${title}${faulty ? html`<span class="sr"> (${errors})</span>` : state === 'done' ? html`<span class="sr"> (${done})</span>` : nothing}`;
      return html`<li class=${faulty ? `${state} faulty` : state} aria-current=${state === 'current' ? 'step' : nothing}>${open && state !== 'current'
        ? html`<button type="button" class="mark" data-action="step" data-step=${id}>${label}</button>`
        : html`<span class="mark">${label}</span>`}</li>`;
    })}</ol>
  </nav>`;
}
