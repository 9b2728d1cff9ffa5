// A survey on a screen that everybody uses: left alone it warns, counts down and clears itself. It keeps nothing anywhere.
import type { SurveyState } from '@dvc/core';
import type { SurveyWords } from '@dvc/locale';
import { format } from '@dvc/locale/format.js';
import { css, html, nothing, type TemplateResult } from 'lit';

/** Seconds of the countdown after the warning, and of the page that thanks. */
const WARNING = 15;
const THANKS = 10;

export { kioskSheet as sheet };

const kioskSheet = css`
  .idle { border: 1px solid var(--dvc-i-line); border-radius: calc(var(--dvc-i-radius) + 6px); padding: 0; max-width: min(480px, calc(100vw - 32px)); background: var(--dvc-i-surface); box-shadow: 0 10px 40px rgb(0 0 0 / .35); }
  .idle::backdrop { background: rgb(10 20 20 / .6); }
  .idle .dvc { padding: 28px; }
  .idle p { margin-block-start: var(--dvc-i-space); }
`;

/** What it needs of its element. */
export interface KioskHost { readonly element: { readonly kiosk: number | undefined; restart(): void }; readonly state: SurveyState | undefined; draw(): void; focus(): void }

export class Kiosk {
  /** Seconds until everything is cleared; undefined while somebody is there. */
  left: number | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #quiet = 0;
  #next: number | undefined;
  readonly #host: KioskHost;

  constructor(host: KioskHost) { this.#host = host; }

  /** Seconds until the next person's survey opens, after one was sent; told with the thanks, not a tick later. */
  get next(): number | undefined {
    const { state } = this.#host;
    return state && state.outcome !== 'running' ? this.#next ?? THANKS : undefined;
  }

  start(): void {
    this.stop();
    this.#timer = setInterval(() => this.#tick(), 1000);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.left = this.#next = undefined;
    this.#quiet = 0;
  }

  /** Somebody is there. */
  seen(): void {
    this.#quiet = 0;
    if (this.left === undefined) return;
    this.left = undefined;
    this.#host.draw();
  }

  #tick(): void {
    const host = this.#host;
    const { state } = host;
    if (!state) return;
    if (state.outcome !== 'running') {
      this.#next = (this.#next ?? THANKS + 1) - 1;
      if (this.#next <= 0) return this.#clear();
      return host.draw();
    }
    this.#next = undefined;
    // Nothing to be cleared.
    if (Object.keys(state.answers).length === 0 && state.visited.length < 2) { this.#quiet = 0; return; }
    this.#quiet += 1;
    const left = (host.element.kiosk ?? 0) + WARNING - this.#quiet;
    if (left <= 0) return this.#clear();
    if (left > WARNING) return;
    this.left = left;
    host.draw();
  }

  #clear(): void {
    this.left = this.#next = undefined;
    this.#quiet = 0;
    this.#host.focus();
    this.#host.element.restart();
  }

  /** The warning. Its seconds are for the eye; the ear is told once. */
  view(words: SurveyWords, dressed: (inside: unknown) => TemplateResult): TemplateResult | typeof nothing {
    if (this.left === undefined) return nothing;
    return html`<dialog class="idle" part="dialog" aria-labelledby="dvc-idle" @cancel=${(event: Event) => { event.preventDefault(); this.seen(); }}>${dressed(html`<h2 id="dvc-idle">${words.idleTitle}</h2>
      <p>${format(words.idleText, { n: this.left })}</p><div class="actions"><button type="button" class="primary" data-action="stay">${words.idleStay}</button></div>`)}</dialog>`;
  }
}
