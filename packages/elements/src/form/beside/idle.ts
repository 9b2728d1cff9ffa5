// A computer that many people use: whoever walks away leaves nothing behind.
import { format, type BesideWords } from '@dvc/locale';
import { notice } from '@dvc/ui/chrome/notice.js';
import { nothing } from 'lit';

/** Minutes without use after which everything is erased. */
export const IDLE_MINUTES = 10;
const IDLE_MS = IDLE_MINUTES * 60_000;
/** The last part of it is said. */
const WARN_MS = 60_000;
const SIGNS = ['pointerdown', 'keydown', 'touchstart', 'wheel'] as const;

export interface IdleHost { readonly words: () => BesideWords; readonly lang: () => string; changed(): void; wipe(): void }

export class IdleWatch {
  readonly #host: IdleHost;
  readonly #idleMs: number;
  readonly #warnMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = Date.now();
  warns = false;

  constructor(host: IdleHost, idleMs = IDLE_MS, warnMs = WARN_MS) {
    this.#host = host;
    this.#idleMs = idleMs;
    this.#warnMs = warnMs;
    for (const sign of SIGNS) addEventListener(sign, this.#used, { capture: true, passive: true });
    this.#wait();
  }

  #used = (): void => {
    this.#last = Date.now();
    if (this.warns) {
      this.warns = false;
      this.#host.changed();
    }
  };

  #wait(): void {
    const left = this.#last + this.#idleMs - Date.now();
    if (left <= 0) {
      this.warns = false;
      this.#last = Date.now();
      this.#host.wipe();
    } else if (left <= this.#warnMs && !this.warns) {
      this.warns = true;
      this.#host.changed();
    }
    this.#timer = setTimeout(() => this.#wait(), left <= 0 ? this.#warnMs : left > this.#warnMs ? left - this.#warnMs + 20 : Math.min(left, 5000) + 20);
  }

  view(): unknown {
    return this.warns ? notice({ kind: 'warning', text: format(this.#host.words().sharedIdle, { n: Math.round(this.#warnMs / 1000) }, this.#host.lang()), actions: [{ action: 'shared-stay', text: this.#host.words().sharedStay }] }) : nothing;
  }

  stop(): void {
    clearTimeout(this.#timer);
    for (const sign of SIGNS) removeEventListener(sign, this.#used, true);
  }
}
