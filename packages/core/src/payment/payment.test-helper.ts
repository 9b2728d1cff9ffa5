import { paymentStateOf, type PaymentEvent } from '../index.js';

/** ms; 15 October 2026, 09:30 in Việt Nam */
export const START = Date.UTC(2026, 9, 15, 2, 30);

type Bare<E> = E extends PaymentEvent ? Omit<E, 'id' | 'at'> : never;
/** A line without its id and instant. */
export type Told = Bare<PaymentEvent>;

/** A ledger whose lines happened one after another, a second apart, or at `seconds` after the start. */
export const ledger = (...told: (Told | [seconds: number, Told])[]): PaymentEvent[] => told.map((each, i) => {
  const [seconds, line] = Array.isArray(each) ? each : [i, each];
  return { ...line, id: `e${i}`, at: START + seconds * 1000 };
});

export const fold = (...told: (Told | [seconds: number, Told])[]) => paymentStateOf(ledger(...told));

export const quoted: Told = { type: 'quoted', total: 8_000 };
export const agreed: Told = { type: 'agreed' };
export const opened = (intent = 'i1', method: 'redirect' | 'qr' | 'transfer' | 'cash' = 'redirect', amount = 8_000): Told => ({ type: 'opened', intent, amount, method });
export const left = (intent = 'i1'): Told => ({ type: 'left', intent });
export const returned = (intent = 'i1'): Told => ({ type: 'returned', intent });
export const asked = (answer: 'pending' | 'none' | 'silent', intent = 'i1'): Told => ({ type: 'asked', intent, answer });
export const paid = (transaction = 't1', intent = 'i1', amount = 8_000): Told => ({ type: 'paid', intent, transaction, amount });
export const failed = (intent = 'i1'): Told => ({ type: 'failed', intent, reason: '51' });
export const expired = (by: 'gateway' | 'clock' = 'clock', intent = 'i1'): Told => ({ type: 'expired', intent, by });
export const cancelled = (by: 'gateway' | 'citizen' = 'citizen', intent = 'i1'): Told => ({ type: 'cancelled', intent, by });
export const refundAsked = (transaction = 't1', amount = 8_000, refund = 'r1'): Told => ({ type: 'refund-asked', refund, transaction, amount });
export const refunded = (transaction = 't1', amount = 8_000, refund = 'r1'): Told => ({ type: 'refunded', refund, transaction, amount });
/** As far as the bank's page. */
export const atBank = [quoted, agreed, opened(), left()] as const;
