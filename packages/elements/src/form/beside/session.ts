// The host's session: said before it ends, extended by one press, gone on with after logging in again.
import { format, type BesideWords } from '@dvc/locale';
import { notice } from '@dvc/ui/chrome/notice.js';
import { nothing } from 'lit';
import { clockText } from '../instants.js';

/** What a host gives as `.session`. */
export interface Session {
  /** ISO instant, `Date`, or ms since 1970 */
  readonly expiresAt: string | number | Date;
  /** Asks the host for more time; resolves to the new end. Without it the citizen can only log in again. */
  extend?(): Promise<{ readonly expiresAt: string | number | Date }>;
}

/** ms before the end: the first is shown, all are said. Sparingly: a countdown every second cannot be listened to. */
const WARN_MS = 120_000;
const SAID_MS = [WARN_MS, 60_000] as const;

export interface SessionHost {
  readonly words: () => BesideWords;
  readonly lang: () => string;
  changed(): void;
  say(text: string): void;
  /** It is over; on a shared computer nothing must stay. */
  ended(): void;
  /** There is one again. */
  began(): void;
}

export class SessionWatch {
  readonly #host: SessionHost;
  #session: Session | undefined;
  #end = Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  #failed = false;
  phase: 'quiet' | 'ending' | 'ended' = 'quiet';

  constructor(host: SessionHost) {
    this.#host = host;
  }

  set(session: Session | null | undefined): void {
    // The same one as before may have been extended since.
    if (session && session === this.#session) return this.#tick();
    const wasOver = this.phase === 'ended';
    this.#session = session ?? undefined;
    this.#until(session ? session.expiresAt : session === null ? 0 : Infinity);
    if (wasOver && this.phase !== 'ended') {
      this.#host.say(this.#host.words().sessionBack);
      this.#host.began();
    }
  }

  #until(end: Session['expiresAt']): void {
    const ms = end instanceof Date ? end.getTime() : typeof end === 'number' ? end : Date.parse(end);
    this.#end = Number.isNaN(ms) ? Infinity : ms;
    this.#failed = false;
    this.#tick();
  }

  #tick(): void {
    clearTimeout(this.#timer);
    const left = this.#end - Date.now();
    const before = this.phase;
    this.phase = left <= 0 ? 'ended' : left <= WARN_MS ? 'ending' : 'quiet';
    if (this.phase !== before) this.#host.changed();
    if (this.phase === 'ended') {
      if (before !== 'ended') this.#host.ended();
      return;
    }
    if (this.phase === 'ending') this.#host.say(format(this.#host.words().sessionLeft, { n: Math.max(1, Math.round(left / 60_000)) }, this.#host.lang()));
    // A sleeping laptop stops its timers: look again now and then. And setTimeout cannot wait for a month.
    const next = [...SAID_MS, 0].map((at) => left - at).find((wait) => wait > 0) ?? left;
    if (left < Infinity) this.#timer = setTimeout(() => this.#tick(), Math.min(next + 20, this.phase === 'quiet' ? 60_000 : next + 20));
  }

  async extend(): Promise<void> {
    if (this.#busy || !this.#session?.extend) return;
    this.#busy = true;
    try {
      const { expiresAt } = await this.#session.extend();
      this.#until(expiresAt);
      if (this.phase === 'quiet') this.#host.say(format(this.#host.words().sessionExtended, { time: clockText(this.#end, this.#host.lang()) }, this.#host.lang()));
    } catch {
      this.#failed = true;
      this.#host.say(this.#host.words().sessionNotExtended);
    }
    this.#busy = false;
    this.#host.changed();
  }

  view(): unknown {
    const words = this.#host.words();
    if (this.phase === 'ended') return notice({ kind: 'warning', text: words.sessionEnded, actions: [{ action: 'login', text: words.sessionLogin }] });
    if (this.phase !== 'ending') return nothing;
    return notice({
      kind: 'warning', text: format(words.sessionEnds, { time: clockText(this.#end, this.#host.lang()) }, this.#host.lang()),
      ...(this.#failed ? { more: [words.sessionNotExtended] } : {}),
      ...(this.#session?.extend ? { actions: [{ action: 'session-extend', text: words.sessionExtend }] } : {}),
    });
  }

  stop(): void { clearTimeout(this.#timer); }
}
