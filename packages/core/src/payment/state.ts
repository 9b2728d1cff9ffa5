import type { QuoteKind } from './quote.js';
import type { PaymentEventOf, PaymentMethod, PaymentSource } from './actions.js';

/**
 * Where a payment stands, as a citizen is told. `officer`: money is there that does not fit; a person must look. `free`: nothing is due. The national payment platform has five of them: unpaid
 * (up to `acting`, `failed`, `expired`), pending, paid, cancelled, refunded.
 */
export type PaymentPhase =
  | 'unquoted' | 'free' | 'quote' | 'choosing' | 'acting' | 'pending'
  | 'paid' | 'failed' | 'expired' | 'cancelled' | 'officer' | 'refund-asked' | 'refunded';

/** A place in the order that the events themselves carry: by instant, then by id. */
export interface Mark { readonly at: number; readonly id: string }

/** How an intent ended without money. */
export interface IntentEnd extends Mark { readonly kind: 'failed' | 'expired' | 'cancelled'; readonly by: PaymentSource; readonly reason?: string }

export interface IntentOpening extends Mark { /** integer đồng, locked */ readonly amount: number; readonly method: PaymentMethod; /** ms */ readonly expiresAt?: number }

export type Answer = PaymentEventOf<'asked'>['answer'];

/** What is known of one attempt to pay. */
export interface PaymentIntent {
  readonly id: string;
  /** Undefined while a report of it came before itself. */
  readonly opened: IntentOpening | undefined;
  /** Opened twice, with different amounts. */
  readonly contradicted: boolean;
  /** ms; the last time that the citizen went to the bank or came back */
  readonly leftAt: number | undefined;
  /** The first end that the gateway told. */
  readonly told: IntentEnd | undefined;
  /** The first end by our clock or by the citizen: what the bank did is still to be asked. */
  readonly assumed: IntentEnd | undefined;
  /** By the id of the event. */
  readonly asks: ReadonlyMap<string, { readonly at: number; readonly answer: Answer }>;
}

/** One movement of money towards us, however often it was reported. */
export interface PaymentTransaction {
  readonly id: string;
  readonly intent: string;
  /** integer đồng; the most of what was reported, so that nothing of the citizen's is lost from sight */
  readonly amount: number;
  /** ms; the first report */
  readonly at: number;
  /** Reported with two amounts or for two intents. */
  readonly contradicted: boolean;
}

/** One movement of money back, or the wish for it. */
export interface PaymentRefund {
  readonly id: string;
  readonly transaction: string;
  /** integer đồng */
  readonly asked: number | undefined;
  readonly refused: boolean;
  /** integer đồng that went back; the least of what was reported */
  readonly done: number | undefined;
  readonly contradicted: boolean;
}

export interface PaymentReceipt { readonly number: string; readonly transaction: string; readonly kind: QuoteKind; /** integer đồng */ readonly amount: number; readonly link?: string }

/**
 * What the ledger says, as facts: each kind of fact is joined so that neither order nor repetition of the events matters. What it *means* is derived (select.ts).
 * Immutable; what did not change keeps its identity.
 */
export interface PaymentState {
  /** The last quote; đồng. */
  readonly quote: (Mark & { readonly total: number }) | undefined;
  readonly agreed: Mark | undefined;
  readonly intents: ReadonlyMap<string, PaymentIntent>;
  readonly transactions: ReadonlyMap<string, PaymentTransaction>;
  readonly refunds: ReadonlyMap<string, PaymentRefund>;
  /** By number. */
  readonly receipts: ReadonlyMap<string, PaymentReceipt>;
  /** `dossier` or `agency` → transactions that it has taken note of. */
  readonly recorded: { readonly dossier: ReadonlySet<string>; readonly agency: ReadonlySet<string> };
}

export const emptyPayment: PaymentState = {
  quote: undefined, agreed: undefined, intents: new Map(), transactions: new Map(), refunds: new Map(), receipts: new Map(), recorded: { dossier: new Set(), agency: new Set() },
};

/** Negative when `a` comes first. */
export const byMark = (a: Mark, b: Mark): number => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
export const earlier = <T extends Mark>(a: T | undefined, b: T): T => (a && byMark(a, b) <= 0 ? a : b);
export const later = <T extends Mark>(a: T | undefined, b: T): T => (a && byMark(a, b) >= 0 ? a : b);
