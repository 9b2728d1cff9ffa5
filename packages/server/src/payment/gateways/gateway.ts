// The port to whoever takes the money. An adapter signs, checks signatures and translates; it keeps nothing and decides nothing about an intent.
import type { QuoteLine } from '@dvc/core';

/** What a gateway says became of a payment. `unclear`: ask again or ask a person, never guess. */
export type GatewayState = 'paid' | 'pending' | 'failed' | 'cancelled' | 'expired' | 'refunding' | 'unclear';

export interface Order {
  /** Ours; unique for ever. Letters and digits. */
  reference: string;
  /** đồng, a whole number */
  amount: number;
  /** A line for the bank's page; accents and signs are dropped where the gateway does not bear them. */
  about: string;
  at: Date;
  expires: Date;
  /** of the payer */
  ip: string;
  locale: 'vi' | 'en';
  /** where the browser comes back */
  returnUrl: string;
  /** a bank or way of paying that is chosen already, in the gateway's own code */
  channel?: string;
  /** what it pays, for a gateway that issues the receipt itself */
  dossier?: { code: string; procedure: string; title: string; lines: readonly QuoteLine[] };
}

/** `counter`: a person takes it; `refused`: the gateway said no, and there is no payment; `unclear`: nobody knows whether it has the order. */
export type Created = { kind: 'redirect'; url: string } | { kind: 'qr'; payload: string } | { kind: 'counter' } | { kind: 'refused'; reason: string } | { kind: 'unclear'; reason: string };

/** One genuine statement of the gateway about one payment. */
export interface News {
  reference: string;
  /** đồng; undefined when this gateway does not say it here */
  amount: number | undefined;
  state: GatewayState;
  /** why, in a word without a sentence: `not-enough-money` */
  outcome: string;
  /** the gateway's own number of this attempt */
  transaction?: string;
  bank?: string;
  paidAt?: Date;
  /** as received, for the ledger */
  codes: Readonly<Record<string, string>>;
}

/** `unsupported`: this gateway is not known to send such a thing, so none is believed. */
export type Distrust = 'checksum' | 'merchant' | 'reference' | 'amount' | 'format' | 'unsupported';
export type Verified = { kind: 'genuine'; news: News } | { kind: 'refused'; reason: Distrust };

/** What became of a notification at ours. `second-charge`: the intent was paid before by another transaction; its money must go back. */
export type Judgement = 'confirm' | 'order-not-found' | 'wrong-amount' | 'already-confirmed' | 'second-charge' | 'error';
/** The body of the answer to the gateway; its status is always 200. */
export type Answer = Readonly<Record<string, string>>;

export interface Question { reference: string; amount: number; createdAt: Date; at: Date; ip: string; requestId: string }
export interface RefundOrder extends Question {
  /** đồng; less than the payment's own amount is a part of it */
  refund: number;
  /** the gateway's number, from the news that paid */
  transaction?: string;
  /** the officer */
  by: string;
  about: string;
}
/** `taken`: the gateway works on it; `by-hand`: it has no such call. */
export type Refunded = { kind: 'taken'; news: News } | { kind: 'refused'; reason: string } | { kind: 'unclear'; reason: string } | { kind: 'by-hand' };
export type Asked = { kind: 'news'; news: News } | { kind: 'not-found' } | { kind: 'unclear'; reason: string };

/** Sends JSON and reads JSON; rejects when there is no answer. Timeouts and TLS are its business. */
export type Send = (url: string, body: object) => Promise<unknown>;

export interface Gateway {
  readonly name: string;
  create(order: Order): Promise<Created>;
  /** The browser is back. Never a proof of payment, even when genuine: the page shows it as "being confirmed". @param query raw, without `?` */
  verifyReturn(query: string): Verified;
  /** The gateway's server calls. @param query raw, without `?` */
  verifyNotification(query: string): Verified;
  /** What the gateway must be told, after the work is committed. */
  answer(verdict: Judgement | Distrust): Answer;
  ask(question: Question): Promise<Asked>;
  refund(order: RefundOrder): Promise<Refunded>;
}

export interface Known {
  /** đồng, of the intent */
  amount: number;
  /** `keyOf` of all news that the ledger holds */
  seen: ReadonlySet<string>;
  /** the transaction that paid it; empty when the gateway gave it no number */
  paidBy?: string;
}

/** Two notifications with this in common are one. */
export const keyOf = ({ reference, transaction, state, codes }: News): string => JSON.stringify([reference, transaction ?? '', state, Object.entries(codes).sort(([a], [b]) => (a < b ? -1 : 1))]);

/**
 * What a genuine notification is to an intent, in the order of checks that VNPAY documents: order, amount, not confirmed before. Pure; to be called inside the transaction that stores it.
 * A success after a failure counts, and a failure after a success does not.
 */
export function judge(news: News, known: Known | undefined): Exclude<Judgement, 'error'> {
  if (!known) return 'order-not-found';
  // A gateway that never says the amount was bound to it when the order was made.
  if (news.amount !== undefined && news.amount !== known.amount) return 'wrong-amount';
  if (known.seen.has(keyOf(news))) return 'already-confirmed';
  if (known.paidBy === undefined || news.state === 'refunding') return 'confirm';
  return news.state === 'paid' && (news.transaction ?? '') !== known.paidBy ? 'second-charge' : 'already-confirmed';
}

/** @throws RangeError when an amount is not whole đồng above 0 */
export function checkAmount(amount: number): void {
  if (!Number.isSafeInteger(amount) || amount <= 0 || amount > 1e12) throw new RangeError('an amount is a whole number of đồng above 0');
}

/** `yyyyMMddHHmmss` in Vietnam's time, which knows no summer. */
export const vietnamStamp = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().replace(/[-T:]/g, '').slice(0, 14);

/** The instant of a `vietnamStamp`; undefined when there is no such one. */
export function readStamp(stamp: string): Date | undefined {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(stamp) ?? [];
  const at = new Date(`${y}-${mo}-${d}T${h}:${mi}:${s}+07:00`);
  return y !== undefined && !Number.isNaN(at.getTime()) && vietnamStamp(at) === stamp ? at : undefined;
}

/** Vietnamese as old bank systems bear it: letters without marks, digits, space, `.` and `-`. */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').replace(/[^A-Za-z0-9.-]+/g, ' ').trim();
