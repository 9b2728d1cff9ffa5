// What the facts mean. Nothing here knows the clock but where `now` is asked for.
import { byMark, type IntentEnd, type PaymentIntent, type PaymentPhase, type PaymentReceipt, type PaymentState, type PaymentTransaction } from './state.js';

/** Why an officer must look. The citizen may be done all the same: money that came twice is paid once, and the rest goes back. */
export type PaymentAttention =
  | { readonly kind: 'wrong-amount' | 'unknown-intent' | 'paid-twice' | 'contradiction' | 'over-refunded'; readonly transaction: string }
  | { readonly kind: 'contradiction'; readonly intent: string }
  | { readonly kind: 'contradiction' | 'unknown-transaction'; readonly refund: string };

/** Integer đồng. `received − returned = kept`; of what is kept, `paid` settles the dossier and `surplus` does not. */
export interface PaymentMoney { readonly due: number; readonly received: number; readonly returned: number; readonly kept: number; readonly paid: number; readonly surplus: number }

/** What each of the three knows, told apart: "the bank took it" is not "the dossier has it". */
export interface PaymentKnowledge {
  readonly bank: 'nothing' | 'waiting' | 'silent' | 'received' | 'refused' | 'returned';
  readonly dossier: 'waiting' | 'recorded';
  readonly agency: 'waiting' | 'recorded' | 'receipted';
}

const sum = (amounts: Iterable<number>): number => [...amounts].reduce((total, each) => total + each, 0);

/** đồng of this transaction that went back */
export const returnedOf = (state: PaymentState, transaction: string): number =>
  sum([...state.refunds.values()].flatMap((refund) => (refund.transaction === transaction && refund.done !== undefined ? [refund.done] : [])));

const keptOf = (state: PaymentState, { id, amount }: PaymentTransaction): number => Math.max(0, amount - returnedOf(state, id));

/** đồng of this transaction that somebody wants back, and nobody has refused or sent yet */
const wantedOf = (state: PaymentState, transaction: string): number =>
  sum([...state.refunds.values()].flatMap((refund) => (refund.transaction === transaction && refund.done === undefined && !refund.refused && refund.asked !== undefined ? [refund.asked] : [])));

const byArrival = (state: PaymentState): PaymentTransaction[] => [...state.transactions.values()].sort(byMark);

/** It is exactly what an intent of ours asked for, and nothing contradicts it. */
function fits(state: PaymentState, transaction: PaymentTransaction): boolean {
  const intent = state.intents.get(transaction.intent);
  return !transaction.contradicted && intent?.opened !== undefined && !intent.contradicted && intent.opened.amount === transaction.amount;
}

/** The one transaction that settles the dossier: the first that fits, as long as any of it is kept. */
export const payingOf = (state: PaymentState): PaymentTransaction | undefined => byArrival(state).find((each) => fits(state, each) && keptOf(state, each) > 0);

/** The attempt that was opened last. */
export const currentIntentOf = (state: PaymentState): PaymentIntent | undefined =>
  [...state.intents.values()].reduce<PaymentIntent | undefined>((last, each) => (each.opened && (!last?.opened || byMark(each.opened, last.opened) > 0) ? each : last), undefined);

/** Money may be moving: the citizen went to the bank, or the gateway says "not finished". */
const isAtBank = ({ opened, leftAt, asks }: PaymentIntent): boolean => opened?.method !== 'cash' && (leftAt !== undefined || [...asks.values()].some(({ answer }) => answer === 'pending'));

/** The gateway's last word, since the intent ended on our side and the citizen was last at the bank, is that it knows of no such payment. */
function knowsNone({ assumed, leftAt, asks }: PaymentIntent): boolean {
  const last = [...asks].map(([id, ask]) => ({ id, ...ask })).filter(({ answer }) => answer !== 'silent').sort(byMark).at(-1);
  return last?.answer === 'none' && last.at >= Math.max(assumed?.at ?? 0, leftAt ?? 0);
}

/**
 * How an intent ended without money. The gateway's word counts; our own clock's or the citizen's only where nothing can be moving, or once the gateway, asked since, knows of no payment: an
 * intent that ran out while its payer was at the bank is *unknown*, not expired.
 */
export function endOf(intent: PaymentIntent): IntentEnd | undefined {
  const { told, assumed } = intent;
  if (told) return told;
  return assumed && (!isAtBank(intent) || knowsNone(intent)) ? assumed : undefined;
}

/** Nothing can come of it any more, as far as can be known: a shown QR or account number is settled by the gateway's word alone. */
export function isSettled(state: PaymentState, intent: PaymentIntent): boolean {
  if (intent.told || [...state.transactions.values()].some((each) => each.intent === intent.id)) return true;
  const { assumed, opened } = intent;
  if (!assumed) return false;
  const method = opened?.method;
  return knowsNone(intent) || method === 'cash' || (method === 'redirect' && !isAtBank(intent));
}

export function paymentPhaseOf(state: PaymentState): PaymentPhase {
  const paying = payingOf(state);
  if (paying) return wantedOf(state, paying.id) > 0 ? 'refund-asked' : 'paid';
  const strays = [...state.transactions.values()].filter((each) => keptOf(state, each) > 0);
  if (strays.length > 0) return strays.every((each) => wantedOf(state, each.id) >= keptOf(state, each)) ? 'refund-asked' : 'officer';
  // From here on no money of the citizen's is with us, for all that is known.
  const hasMoney = (intent: PaymentIntent) => [...state.transactions.values()].some((each) => each.intent === intent.id);
  const open = [...state.intents.values()].filter((each) => !hasMoney(each));
  if (open.some((each) => !endOf(each) && isAtBank(each))) return 'pending';
  const current = currentIntentOf(state);
  const agreedSince = state.agreed !== undefined && (!current?.opened || byMark(state.agreed, current.opened) > 0);
  if (!current) return state.transactions.size > 0 ? 'refunded' : state.quote === undefined ? 'unquoted' : state.quote.total === 0 ? 'free' : agreedSince ? 'choosing' : 'quote';
  const end = hasMoney(current) ? 'refunded' : endOf(current)?.kind;
  if (!end) return 'acting';
  if (agreedSince && mayPayAgain(state)) return 'choosing';
  return end !== 'refunded' && state.quote?.total === 0 && byMark(state.quote, current.opened!) > 0 ? 'free' : end;
}

/**
 * A new intent may be opened: no money is with us, and none can still be on its way. The server asks this under the lock of the dossier before it opens one; "one intent for two tabs" follows.
 * While it is false after an end, the next look is what makes it true.
 */
export function mayPayAgain(state: PaymentState): boolean {
  return state.quote?.total !== 0 && [...state.transactions.values()].every((each) => keptOf(state, each) === 0) && [...state.intents.values()].every((each) => isSettled(state, each));
}

/** Everything that an officer must look at, in a fixed order. */
export function paymentAttentionOf(state: PaymentState): PaymentAttention[] {
  const paying = payingOf(state);
  const found: PaymentAttention[] = [];
  for (const each of byArrival(state)) {
    const { id: transaction } = each;
    if (returnedOf(state, transaction) > each.amount) found.push({ kind: 'over-refunded', transaction });
    if (each === paying || keptOf(state, each) === 0) continue;
    const intent = state.intents.get(each.intent);
    found.push({ kind: each.contradicted || intent?.contradicted ? 'contradiction' : !intent?.opened ? 'unknown-intent' : intent.opened.amount !== each.amount ? 'wrong-amount' : 'paid-twice', transaction });
  }
  for (const { id, contradicted } of state.intents.values()) if (contradicted) found.push({ kind: 'contradiction', intent: id });
  for (const { id, contradicted, transaction, done } of state.refunds.values()) {
    if (contradicted) found.push({ kind: 'contradiction', refund: id });
    if (done !== undefined && !state.transactions.has(transaction)) found.push({ kind: 'unknown-transaction', refund: id });
  }
  return found.map((each) => ({ each, key: JSON.stringify(each) })).sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ each }) => each);
}

export function paymentMoneyOf(state: PaymentState): PaymentMoney {
  const paying = payingOf(state);
  const received = sum([...state.transactions.values()].map(({ amount }) => amount));
  const returned = sum([...state.refunds.values()].map(({ done }) => done ?? 0));
  const paid = paying ? keptOf(state, paying) : 0;
  return { due: paying?.amount ?? currentIntentOf(state)?.opened?.amount ?? state.quote?.total ?? 0, received, returned, kept: received - returned, paid, surplus: received - returned - paid };
}

/** Of the transaction that pays, or else of the intent that is going on. */
export function paymentKnowledgeOf(state: PaymentState): PaymentKnowledge {
  const paying = payingOf(state);
  const receipts = receiptsOf(state);
  const dossier = paying && state.recorded.dossier.has(paying.id) ? 'recorded' : 'waiting';
  const agency = receipts.length > 0 ? 'receipted' : paying && state.recorded.agency.has(paying.id) ? 'recorded' : 'waiting';
  return { bank: bankOf(state, paying), dossier, agency };
}

function bankOf(state: PaymentState, paying: PaymentTransaction | undefined): PaymentKnowledge['bank'] {
  if (paying || [...state.transactions.values()].some((each) => keptOf(state, each) > 0)) return 'received';
  const current = currentIntentOf(state);
  const unsure = [...state.intents.values()].filter((each) => !endOf(each) && isAtBank(each) && !isSettled(state, each));
  if (unsure.length > 0) return unsure.some(isSilent) ? 'silent' : 'waiting';
  if (!current) return state.transactions.size > 0 ? 'returned' : 'nothing';
  if ([...state.transactions.values()].some((each) => each.intent === current.id)) return 'returned';
  return current.told ? 'refused' : 'nothing';
}

/** The last that was asked since the citizen was at the bank had no answer. */
function isSilent({ asks, leftAt }: PaymentIntent): boolean {
  const last = [...asks].map(([id, ask]) => ({ id, ...ask })).sort(byMark).at(-1);
  return last?.answer === 'silent' && last.at >= (leftAt ?? 0);
}

/** The receipts of the money that pays, by number. */
export function receiptsOf(state: PaymentState): PaymentReceipt[] {
  const paying = payingOf(state);
  return [...state.receipts.values()].filter((each) => each.transaction === paying?.id).sort((a, b) => (a.number < b.number ? -1 : 1));
}
