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
  private readonly inFlight = new Set<string>();
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
    const wait = mode === 'late' ? seconds * 1000 : mode === 'after' ? this.retry.afterMs : 0;
    const made = Array.from({ length: mode === 'twice' ? 2 : 1 }, (): Due => ({ id: randomUUID(), reference: order.reference, merchant: merchant.tmnCode, query, attempt: 1, due: this.book.now() + wait }));
    this.book.data.due.push(...made);
    this.book.save();
    if (mode === 'before' || mode === 'twice') await Promise.all(made.map((one) => this.tell(one)));
    else this.look();
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
    const waiting = this.book.data.due.filter(({ id }) => !this.inFlight.has(id));
    for (const one of waiting) if (one.due <= now) void this.tell(one);
    const next = Math.min(...waiting.filter(({ due }) => due > now).map(({ due }) => due));
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

  private tell(one: Due): Promise<void> {
    this.inFlight.add(one.id);
    const work = this.attempt(one).catch(() => undefined).finally(() => { this.inFlight.delete(one.id); this.running.delete(work); });
    this.running.add(work);
    return work;
  }

  /** One attempt; what did not arrive is due again, later each time. What is on its way stays due until it is answered, so that a stop in the middle loses nothing. */
  private async attempt(one: Due): Promise<void> {
    const { data } = this.book;
    const { rspCode } = await this.call(one);
    const at = data.due.findIndex(({ id }) => id === one.id);
    if (this.stopped.signal.aborted || at < 0) return;
    const { attempts, firstMs, factor } = this.retry;
    const done = (rspCode !== undefined && settled.has(rspCode)) || one.attempt >= attempts;
    data.due.splice(at, 1, ...(done ? [] : [{ ...one, id: randomUUID(), attempt: one.attempt + 1, due: this.book.now() + firstMs * factor ** (one.attempt - 1) }]));
    this.book.save();
    this.look();
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
