import type { PaymentView } from '@dvc/core';

/** ms; asked again, ever more rarely, as long as the bank's word is out. */
const SOON = 3_000;
const GROWTH = 1.4;

/**
 * ms to wait before the `times`-th reading of a payment that stands like this; undefined: nothing more will come by itself.
 * A transfer on the screen is paid on another device within minutes; a receipt may take its hour.
 */
export function nextReading(view: PaymentView, times: number): number | undefined {
  const at = (first: number, most: number) => Math.min(most, first * GROWTH ** Math.min(times, 30));
  const { phase, intent, knowledge, mayPay } = view;
  switch (phase) {
    case 'pending': return at(SOON, 30_000);
    case 'acting': return intent?.method === 'cash' ? at(15_000, 60_000) : at(SOON, 30_000);
    // The bank is still asked whether it holds money, before another attempt may begin.
    case 'failed': case 'expired': case 'cancelled': return mayPay ? undefined : at(SOON, 30_000);
    case 'paid': return knowledge.agency === 'receipted' ? undefined : at(10_000, 300_000);
    case 'unquoted': case 'officer': case 'refund-asked': return at(30_000, 300_000);
    default: return undefined;
  }
}

/**
 * Reads a payment again and again while somebody looks: not in a hidden tab, at once when the tab is seen again, when the
 * browser takes the page out of its cache (the back button from the bank's page), and when the connection is back.
 */
export class Follower {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #times = 0;
  readonly #read: () => void;

  constructor(read: () => void) { this.#read = read; }

  start(): void {
    for (const [target, name] of MOMENTS) target.addEventListener(name, this.#moment);
  }

  stop(): void {
    for (const [target, name] of MOMENTS) target.removeEventListener(name, this.#moment);
    clearTimeout(this.#timer);
  }

  /** After every answer. @param fresh something has changed, so more may come soon */
  next(view: PaymentView | undefined, fresh: boolean): void {
    clearTimeout(this.#timer);
    this.#times = fresh ? 0 : this.#times + 1;
    const ms = view ? nextReading(view, this.#times) : Math.min(60_000, SOON * GROWTH ** this.#times);
    if (ms !== undefined) this.#timer = setTimeout(() => { if (document.visibilityState === 'visible') this.#read(); }, ms);
  }

  readonly #moment = (event: Event): void => {
    if (document.visibilityState !== 'visible' || (event.type === 'pageshow' && !(event as PageTransitionEvent).persisted)) return;
    this.#times = 0;
    this.#read();
  };
}

const MOMENTS: readonly (readonly [EventTarget, string])[] = [[document, 'visibilitychange'], [window, 'pageshow'], [window, 'online']];
