/**
 * Hears what happens to a dossier while somebody looks: not in a hidden tab, again from where it was when the tab is seen, when the browser takes the page out of its cache, and when the
 * connection is back.
 */
export class Follower {
  #end: (() => void) | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;
  readonly #begin: () => (() => void) | undefined;
  readonly #tick: () => void;

  /** @param begin listens from what is known; its answer ends that. @param tick every minute, for what changes with the day */
  constructor(begin: () => (() => void) | undefined, tick: () => void) {
    this.#begin = begin;
    this.#tick = tick;
  }

  start(): void {
    for (const [target, name] of MOMENTS) target.addEventListener(name, this.#moment);
    this.again();
  }

  stop(): void {
    for (const [target, name] of MOMENTS) target.removeEventListener(name, this.#moment);
    this.#rest();
  }

  /** Another dossier, another right, or seen again. */
  again(): void {
    this.#rest();
    if (document.visibilityState !== 'visible') return;
    this.#end = this.#begin();
    this.#clock = setInterval(this.#tick, 60_000);
  }

  #rest(): void {
    this.#end?.();
    this.#end = undefined;
    clearInterval(this.#clock);
  }

  readonly #moment = (event: Event): void => {
    if (event.type === 'pagehide' || document.visibilityState !== 'visible') return this.#rest();
    if (event.type === 'pageshow' && !(event as PageTransitionEvent).persisted) return;
    this.#tick();
    this.again();
  };
}

const MOMENTS: readonly (readonly [EventTarget, string])[] = [[document, 'visibilitychange'], [window, 'pageshow'], [window, 'pagehide'], [window, 'online']];
