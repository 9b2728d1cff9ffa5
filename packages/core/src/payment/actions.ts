// All that can happen to the payment of one dossier. Each event is a line of the append-only ledger: it is written once, never changed, and may arrive late, twice, or before its cause.

import type { QuoteKind } from './quote.js';

/**
 * How the citizen pays: on the gateway's page, by a QR that a banking app reads, by a transfer that carries our reference, in cash at the counter. The national payment platform (message
 * version 1.0.6) knows the first two as `truc-tuyen`, the others as `chuyen-khoan` and `tien-mat`.
 */
export type PaymentMethod = 'redirect' | 'qr' | 'transfer' | 'cash';

/** Who says that a payment came to an end without money. The gateway knows; our clock and the citizen only know their own side of it. */
export type PaymentSource = 'gateway' | 'clock' | 'citizen';

interface Line {
  /** Of this line of the ledger. Two reports of one fact may have two ids. */
  readonly id: string;
  /** When it happened, by the server's clock: ms since 1970-01-01T00:00Z, an integer. */
  readonly at: number;
}

/** `amount` and `total`: integer đồng. `intent`: the id of one attempt to pay; `transaction`: the bank's or the cashier's number of one movement of money. */
export type PaymentEvent = Line & (
  /** The server reckoned the fees; `0` is "nothing to pay". */
  | { readonly type: 'quoted'; readonly total: number }
  /** The citizen has read the quote and goes on, for the first time or again, to the choice of a method. */
  | { readonly type: 'agreed' }
  /** An intent was made. Its amount is locked: a fee table that changes later does not touch it. */
  | { readonly type: 'opened'; readonly intent: string; readonly amount: number; readonly method: PaymentMethod; /** ms, as `at` */ readonly expiresAt?: number }
  /** Off to the bank's page, or "I have transferred": from here on money may be moving. */
  | { readonly type: 'left'; readonly intent: string }
  /** Back from the bank's page. What its address says is a claim of the browser, so it is not kept here: VNPAY's rules, too, forbid to mark a payment paid from its return address. */
  | { readonly type: 'returned'; readonly intent: string }
  /** We asked the gateway (or looked at the statement): not finished yet; it knows of no such payment; it did not answer. */
  | { readonly type: 'asked'; readonly intent: string; readonly answer: 'pending' | 'none' | 'silent' }
  /** Money came: a verified notification, a signed answer, a line of the statement, or the cashier. VNPAY counts it in hundredths of a đồng: divide before it is written here. */
  | { readonly type: 'paid'; readonly intent: string; readonly transaction: string; readonly amount: number }
  | { readonly type: 'failed'; readonly intent: string; /** the gateway's own code */ readonly reason: string }
  | { readonly type: 'expired'; readonly intent: string; readonly by: 'gateway' | 'clock' }
  | { readonly type: 'cancelled'; readonly intent: string; readonly by: 'gateway' | 'citizen' }
  /** The dossier, or the agency's own system, has taken note of this money. */
  | { readonly type: 'recorded'; readonly by: 'dossier' | 'agency'; readonly transaction: string }
  /** A biên lai was issued; phí and lệ phí have one each. What is no fee of the State has another paper (a chứng từ, an invoice), by its own kind. */
  | { readonly type: 'receipted'; readonly transaction: string; readonly number: string; readonly kind: QuoteKind; readonly amount: number; readonly link?: string }
  /** Account, holder and bank are personal data: they stand with the request itself, under the refund's id, not in the ledger. */
  | { readonly type: 'refund-asked'; readonly refund: string; readonly transaction: string; readonly amount: number }
  | { readonly type: 'refund-refused'; readonly refund: string; readonly transaction: string }
  /** The money went back. */
  | { readonly type: 'refunded'; readonly refund: string; readonly transaction: string; readonly amount: number }
);

export type PaymentEventOf<T extends PaymentEvent['type']> = Extract<PaymentEvent, { type: T }>;

const isWhole = (value: number, least: number): boolean => Number.isSafeInteger(value) && value >= least;

/** Its instant is an integer and its money a positive integer of đồng (a quote may be 0). A server refuses any other line; the machine passes over it. */
export function isSoundEvent(event: PaymentEvent): boolean {
  if (!isWhole(event.at, 0)) return false;
  switch (event.type) {
    case 'quoted': return isWhole(event.total, 0);
    case 'opened': return isWhole(event.amount, 1) && (event.expiresAt === undefined || isWhole(event.expiresAt, 0));
    case 'paid': case 'receipted': case 'refund-asked': case 'refunded': return isWhole(event.amount, 1);
    default: return true;
  }
}
