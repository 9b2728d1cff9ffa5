// Tells merchants' servers (IPN), at the time that was chosen, again and again until they have it (vnpay.md §2).
import { randomUUID } from 'node:crypto';
import type { Book, Call, Due, IpnMode, Transaction } from './book.js';
import { resultQuery, withQuery } from './vnpay-pay.js';

/** VNPAY waits minutes between two attempts; here it is short, so that a person sees it happen. */
export interface Retry { attempts: number; firstMs: number; factor: number; timeoutMs: number; /** from the browser's return to an IPN that comes after it */ afterMs: number }
export const patience: Retry = { attempts: 6, firstMs: 2_000, factor: 2, timeoutMs: 10_000, afterMs: 1_500 };

/** The merchant has it. */
const settled = new Set(['00', '02']);
const longestTimer = 60_000;

export class Notifier {
  private readonly book: Book;
  private readonly retry: Retry;
  private readonly running = new Set<Promise<unknown>>();
  private readonly stopped = new AbortController();
  private timer: NodeJS.Timeout | undefined;

  constructor(book: Book, retry: Retry) {
    this.book = book;
    this.retry = retry;
  }

  /** Plans what was chosen for an order that is decided. @returns when the browser may go back */
  async plan(order: Transaction, { mode, seconds }: IpnMode): Promise<void> {
    const merchant = this.book.merchant(order.merchant);
    if (!merchant || mode === 'never') return;
    const query = resultQuery(merchant, order);
    const make = (wait: number): Due => ({ id: randomUUID(), reference: order.reference, merchant: merchant.tmnCode, query, attempt: 1, due: this.book.now() + wait });
    if (mode === 'before' || mode === 'twice') await Promise.all(Array.from({ length: mode === 'twice' ? 2 : 1 }, () => this.tell(make(0))));
    else this.add(make(mode === 'after' ? this.retry.afterMs : seconds * 1000));
  }

  /** The same notification at once, as often as wished and at the same time: a replay that is genuine. */
  async again(order: Transaction, times: number): Promise<Call[]> {
    const merchant = this.book.merchant(order.merchant);
    if (!merchant || order.responseCode === '') return [];
    const query = resultQuery(merchant, order);
    return Promise.all(Array.from({ length: times }, () => this.call({ id: '', reference: order.reference, merchant: merchant.tmnCode, query, attempt: 1, due: 0 })));
  }

  /** Something changed: the clock, a merchant's address, what is due. */
  look(): void {
    clearTimeout(this.timer);
    if (this.stopped.signal.aborted) return;
    const now = this.book.now();
    const ready = this.book.data.due.filter(({ due }) => due <= now);
    for (const one of ready) {
      this.book.data.due.splice(this.book.data.due.indexOf(one), 1);
      this.follow(this.tell(one));
    }
    const next = Math.min(...this.book.data.due.map(({ due }) => due));
    if (next !== Infinity) this.timer = setTimeout(() => this.look(), Math.min(next - now, longestTimer));
  }

  /** Resolves when nothing is on its way. What is due later still waits. */
  async idle(): Promise<void> {
    this.look();
    while (this.running.size > 0) await Promise.allSettled(this.running);
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    clearTimeout(this.timer);
    await Promise.allSettled(this.running);
  }

  private add(one: Due): void {
    this.book.data.due.push(one);
    this.book.save();
    this.look();
  }

  private follow(work: Promise<unknown>): void {
    this.running.add(work);
    void work.catch(() => undefined).finally(() => { this.running.delete(work); });
  }

  /** One attempt; what did not arrive is due again, later each time. */
  private async tell(one: Due): Promise<void> {
    const { rspCode } = await this.call(one);
    const { attempts, firstMs, factor } = this.retry;
    // Stopped in the middle: it is due again after the restart, as with any attempt that was not answered.
    if ((rspCode !== undefined && settled.has(rspCode)) || one.attempt >= attempts) return;
    this.add({ ...one, attempt: one.attempt + 1, due: this.book.now() + firstMs * factor ** (one.attempt - 1) });
  }

  private async call({ reference, merchant, query, attempt }: Due): Promise<Call> {
    const address = this.book.merchant(merchant)?.ipnUrl;
    const made: Call = { reference, url: address === undefined ? '' : withQuery(address, query), attempt, at: new Date(this.book.now()).toISOString() };
    if (address === undefined) made.error = 'this merchant gave no IPN address';
    else {
      try {
        const reply = await fetch(made.url, { redirect: 'manual', signal: AbortSignal.any([this.stopped.signal, AbortSignal.timeout(this.retry.timeoutMs)]) });
        made.httpStatus = reply.status;
        made.answer = (await reply.text()).slice(0, 2000);
        const code = rspCodeOf(made.answer);
        if (code !== undefined) made.rspCode = code;
      } catch (error) {
        made.error = error instanceof Error ? error.name : String(error);
      }
    }
    this.book.log(made);
    this.book.save();
    return made;
  }
}

function rspCodeOf(text: string): string | undefined {
  try {
    const { RspCode } = JSON.parse(text) as { RspCode?: unknown };
    return typeof RspCode === 'string' ? RspCode : undefined;
  } catch { return undefined; }
}
