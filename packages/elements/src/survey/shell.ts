// A survey that does not stand in the page: a dialog that the host opens, a panel in the corner that comes up by itself and takes nothing away.
import type { SurveyState } from '@dvc/core';
import type { SurveyWords } from '@dvc/locale';
import { css, html, nothing, type TemplateResult } from 'lit';

export { shellSheet as sheet };

const shellSheet = css`
  .corner, .modal { border: 1px solid var(--dvc-i-line); border-radius: calc(var(--dvc-i-radius) + 6px); padding: 0; background: var(--dvc-i-surface); color: var(--dvc-i-ink); box-shadow: 0 10px 40px rgb(0 0 0 / .28); overflow: auto; overscroll-behavior: contain; }
  .corner { position: fixed; inset: auto 16px 16px auto; z-index: 2147483000; width: min(420px, calc(100vw - 32px)); max-height: min(640px, calc(100vh - 32px)); animation: dvc-rise .22s ease-out; }
  .modal { width: min(720px, calc(100vw - 24px)); max-height: calc(100vh - 24px); margin: auto; }
  .modal::backdrop { background: rgb(10 20 20 / .55); }
  .modal .dvc, .corner .dvc { padding: 20px; }
  .corner .page-head::before, .modal .page-head::before { display: none; }
  .corner h2 { font-size: 1.15em; }
  .corner { --dvc-i-size: var(--dvc-font-size, 16px); }
  .bar { display: flex; justify-content: flex-end; margin-block: -8px 0; margin-inline-end: -8px; }
  .bar button { min-height: 44px; padding: 6px 12px; font-size: .9em; border-color: transparent; }
  .asking .actions { padding-block-start: calc(var(--dvc-i-space) * 1.5); gap: var(--dvc-i-space); }
  .asking .actions > button { width: auto; }
  .asking .actions .primary { flex: 1 1 100%; }
  /* Moved, not faded: what can be read can be read at once. */
  @keyframes dvc-rise { from { transform: translateY(16px); } }
  @media (prefers-reduced-motion: reduce) { .corner { animation: none; } }
  @media print { .corner { display: none; } }
  @media (forced-colors: active) { .corner, .modal { border: 2px solid CanvasText; } }
`;

/** What it needs of its element. */
export interface ShellHost {
  readonly element: { readonly show: string; readonly shadowRoot: ShadowRoot | null };
  readonly state: SurveyState | undefined;
  draw(): void;
  remember(what: 'later' | 'never'): void;
  /** It was opened by somebody: the focus goes into it. */
  focus(): void;
  fire(name: string, detail: object): boolean;
}

export class Shell {
  /** Nothing, a short question in the corner, or the survey. */
  opening: 'shut' | 'asking' | 'open' = 'shut';
  #from: Element | null = null;
  readonly #host: ShellHost;

  constructor(host: ShellHost) { this.#host = host; }

  open(): void {
    this.#from = document.activeElement;
    this.opening = 'open';
    this.#host.focus();
    this.#host.draw();
  }

  /** A press on one of its buttons; false: it is none of them. */
  press(action: string): boolean {
    if (action === 'join') this.open();
    else if (action === 'later' || action === 'never') this.#dismiss(action);
    else if (action === 'close') this.close();
    else return false;
    return true;
  }

  close(): void {
    if (this.opening === 'shut') return;
    // Whoever closes what came up by itself has said "later".
    if (this.#host.element.show === 'corner' && this.#host.state?.outcome === 'running') this.#host.remember('later');
    this.#shut('closed');
  }

  #dismiss(reason: 'later' | 'never'): void {
    this.#host.remember(reason);
    this.#shut(reason);
  }

  #shut(reason: 'later' | 'never' | 'closed'): void {
    this.opening = 'shut';
    this.#host.draw();
    // A page behind a modal dialog takes no focus before that is closed.
    this.#host.element.shadowRoot?.querySelector('dialog')?.close();
    if (this.#from instanceof HTMLElement) this.#from.focus();
    this.#from = null;
    this.#host.fire('dvc-dismissed', { survey: this.#host.state?.plan.document.id, reason });
  }

  readonly #cancelled = (event: Event): void => {
    event.preventDefault();
    this.close();
  };

  /** @param dressed puts what is given into the reset that every element of ours has */
  view(words: SurveyWords, title: string, survey: unknown, dressed: (inside: unknown) => TemplateResult): TemplateResult | typeof nothing {
    if (this.opening === 'shut') return nothing;
    const inside = this.opening === 'asking' ? askingView(words, title) : html`<div class="bar"><button type="button" part="button" data-action="close">${words.close}</button></div>${survey}`;
    return this.#host.element.show === 'dialog'
      ? html`<dialog class="modal" part="dialog" aria-label=${title} @cancel=${this.#cancelled}>${dressed(inside)}</dialog>`
      : html`<section class="corner" part="corner" aria-label=${title}>${dressed(inside)}</section>`;
  }
}

const askingView = (words: SurveyWords, title: string): TemplateResult => html`<div class="asking"><h2 part="title">${title}</h2><p class="hint">${words.invite}</p>
  <div class="actions"><button type="button" class="primary" part="button button-primary" data-action="join">${words.join}</button>
    <button type="button" class="quiet" part="button" data-action="later">${words.later}</button><button type="button" class="quiet" part="button" data-action="never">${words.never}</button></div></div>`;
