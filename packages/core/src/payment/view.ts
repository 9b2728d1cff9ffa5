// What a back end tells a page about one payment: derived from the ledger, with nothing in it that names the citizen, so that the address of a payment may be opened on another phone.
import type { PaymentEvent, PaymentMethod } from './actions.js';
import type { QuoteLine } from './quote.js';
import { paymentStateOf } from './reduce.js';
import { currentIntentOf, endOf, isSettled, mayPayAgain, paymentKnowledgeOf, paymentMoneyOf, paymentPhaseOf, payingOf, receiptsOf, type PaymentKnowledge, type PaymentMoney } from './select.js';
import type { IntentEnd, PaymentPhase, PaymentReceipt, PaymentState } from './state.js';

/** A way to pay that the host offers: `vnpay`, `national`, `transfer`, `cash` … Titles are the host's, in the language asked for. */
export interface MethodOffer {
  readonly id: string;
  readonly method: PaymentMethod;
  readonly title: string;
  readonly note?: string;
}

/** What the citizen does now. */
export type PaymentAct =
  /** Leaves for the gateway's own page. */
  | { readonly kind: 'redirect'; readonly url: string }
  /** Transfers with this content, by hand or by a code that banking apps read (`payload`, EMVCo). */
  | { readonly kind: 'transfer'; readonly payload?: string; readonly bank: string; readonly account: string; readonly holder: string; readonly content: string }
  /** Pays at a counter and names the code. */
  | { readonly kind: 'cash'; readonly place: string; readonly hours?: string; readonly code: string };

/** The attempt that goes on, or went on last. */
export interface IntentView {
  readonly id: string;
  /** 1 for the first attempt of this payment. */
  readonly attempt: number;
  /** `MethodOffer.id` */
  readonly offer: string;
  readonly method: PaymentMethod;
  /** By which gateway and statement know it. */
  readonly reference: string;
  /** integer đồng, locked */
  readonly amount: number;
  /** ms since 1970, as all instants here */
  readonly openedAt: number;
  readonly expiresAt?: number;
  readonly leftAt?: number;
  /** Absent once nothing is to be done any more. */
  readonly act?: PaymentAct;
  /** How it ended without money; `reason` is a word of ours: `not-enough-money`. */
  readonly end?: { readonly kind: IntentEnd['kind']; readonly by: IntentEnd['by']; readonly at: number; readonly reason?: string };
}

export interface RefundView {
  readonly id: string;
  readonly transaction: string;
  /** integer đồng */
  readonly amount: number;
  readonly state: 'asked' | 'refused' | 'done';
}

export interface PaymentView {
  /** Of this payment; unguessable, and enough to see and pay it. */
  readonly id: string;
  readonly dossierCode: string;
  /** The name of the procedure. */
  readonly about: string;
  /** Who is paid. */
  readonly agency?: string;
  /** `before`: with the submission; `after`: the agency asked for it once it had accepted the dossier (yêu cầu thực hiện nghĩa vụ tài chính). */
  readonly timing: 'before' | 'after';
  /** The agency's request. `due`: `YYYY-MM-DD` */
  readonly request?: { readonly text?: string; readonly at: number; readonly due?: string };
  readonly lines: readonly QuoteLine[];
  /** integer đồng */
  readonly total: number;
  readonly phase: PaymentPhase;
  readonly offers: readonly MethodOffer[];
  readonly intent?: IntentView;
  /** Another attempt may be opened now. */
  readonly mayPay: boolean;
  readonly knowledge: PaymentKnowledge;
  readonly money: PaymentMoney;
  /** The money that settles it. `at`: ms */
  readonly paid?: { readonly transaction: string; readonly amount: number; readonly at: number; readonly bank?: string };
  readonly receipts: readonly PaymentReceipt[];
  readonly refunds: readonly RefundView[];
  /** Lines of the ledger: grows, so that a late reply never puts back a newer one. */
  readonly revision: number;
  /** The back end's clock, ms. */
  readonly now: number;
}

/** What the ledger does not know. */
export interface PaymentFacts extends Pick<PaymentView, 'id' | 'dossierCode' | 'about' | 'agency' | 'timing' | 'request' | 'lines' | 'offers'> {
  /** By intent. */
  readonly intents: Readonly<Record<string, { readonly attempt: number; readonly offer: string; readonly reference: string; readonly act?: PaymentAct }>>;
  /** By transaction: the bank's name. */
  readonly banks?: Readonly<Record<string, string>>;
}

/** @param events the whole ledger of this payment, in any order */
export function paymentViewOf(facts: PaymentFacts, events: readonly PaymentEvent[], now: number): PaymentView {
  const state = paymentStateOf(events);
  const { intents: _intents, banks, ...shown } = facts;
  const money = paymentMoneyOf(state);
  const paying = payingOf(state);
  const bank = paying && banks?.[paying.id];
  const intent = intentView(facts, state);
  return {
    ...shown, total: state.quote?.total ?? 0, phase: paymentPhaseOf(state), ...(intent ? { intent } : {}), mayPay: mayPayAgain(state),
    knowledge: paymentKnowledgeOf(state), money,
    ...(paying ? { paid: { transaction: paying.id, amount: money.paid, at: paying.at, ...(bank === undefined ? {} : { bank }) } } : {}),
    receipts: receiptsOf(state),
    refunds: [...state.refunds.values()].map(({ id, transaction, asked, refused, done }) => ({ id, transaction, amount: done ?? asked ?? 0, state: done !== undefined ? 'done' : refused ? 'refused' : 'asked' })),
    revision: events.length, now,
  };
}

/** The attempt that paid, or else the one that was opened last. */
function intentView(facts: PaymentFacts, state: PaymentState): IntentView | undefined {
  const current = currentIntentOf(state);
  const paying = payingOf(state);
  const intent = (paying && state.intents.get(paying.intent)) ?? current;
  const known = intent && facts.intents[intent.id];
  if (!intent?.opened || !known) return undefined;
  const { id, opened, leftAt } = intent;
  const end = endOf(intent);
  const { attempt, offer, reference, act } = known;
  return {
    id, attempt, offer, reference, method: opened.method, amount: opened.amount, openedAt: opened.at,
    ...(opened.expiresAt === undefined ? {} : { expiresAt: opened.expiresAt }), ...(leftAt === undefined ? {} : { leftAt }),
    ...(act && !isSettled(state, intent) && !intent.assumed ? { act } : {}),
    ...(end ? { end: { kind: end.kind, by: end.by, at: end.at, ...(end.reason === undefined ? {} : { reason: end.reason }) } } : {}),
  };
}
