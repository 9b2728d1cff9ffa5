// The money invariant, reckoned from the bare lines of the ledger and in another way than the machine does, so that one can hold the other.
import type { PaymentEvent, PaymentEventOf } from './actions.js';
import { paymentMoneyOf, paymentPhaseOf } from './select.js';
import type { PaymentState } from './state.js';

/** Integer đồng that came in, went back, and are with us, by the lines alone: each transaction and each refund once, however often it was told; of two amounts the one that leaves us owing more. */
export function ledgerSum(events: readonly PaymentEvent[]): { received: number; returned: number; kept: number } {
  const total = (amounts: Record<string, number>) => Object.values(amounts).reduce((sum, each) => sum + each, 0);
  const came: Record<string, number> = Object.create(null) as Record<string, number>;
  const went: Record<string, number> = Object.create(null) as Record<string, number>;
  for (const event of events) {
    if (event.type === 'paid') came[event.transaction] = Math.max(event.amount, came[event.transaction] ?? 0);
    if (event.type === 'refunded') went[event.refund] = Math.min(event.amount, went[event.refund] ?? Infinity);
  }
  const received = total(came), returned = total(went);
  return { received, returned, kept: received - returned };
}

/**
 * What is wrong with the money of a ledger and the state that somebody says it has; empty when nothing is. A server may ask it before it commits, a test always.
 * Held: the sum of the ledger is the sum of the state; one transaction pays at most, and it is one of exactly the amount of its intent; "paid" is said if and only if such money is kept;
 * money that is with us and pays nothing is never passed over in silence.
 */
export function moneyFaults(events: readonly PaymentEvent[], state: PaymentState): string[] {
  const faults: string[] = [];
  const phase = paymentPhaseOf(state);
  const money = paymentMoneyOf(state);
  const ledger = ledgerSum(events);
  for (const key of ['received', 'returned', 'kept'] as const) if (ledger[key] !== money[key]) faults.push(`${key}: ${ledger[key]} by the ledger, ${money[key]} by the state`);
  if (money.paid + money.surplus !== money.kept) faults.push(`${money.paid} paid and ${money.surplus} beside it are not the ${money.kept} kept`);

  const good = [...new Set(of(events, 'paid').map(({ transaction }) => transaction))].filter((transaction) => isGood(events, transaction));
  const keeps = good.filter((transaction) => keptBy(events, transaction) > 0);
  const settled = phase === 'paid' || (phase === 'refund-asked' && money.paid > 0);
  if (settled !== keeps.length > 0) faults.push(`${phase}, with ${keeps.length} transactions that pay`);
  if (settled && !keeps.some((transaction) => keptBy(events, transaction) === money.paid)) faults.push(`${money.paid} paid is what no transaction keeps`);
  if (money.paid > money.due) faults.push(`${money.paid} paid of ${money.due}`);
  const stray = of(events, 'paid').some(({ transaction }) => keptBy(events, transaction) > 0);
  if (stray && !['paid', 'officer', 'refund-asked'].includes(phase)) faults.push(`${phase}, with money of the citizen's`);
  if ((phase === 'refunded' || phase === 'free') && stray) faults.push(`${phase}, with money kept`);
  return faults;
}

const of = <T extends PaymentEvent['type']>(events: readonly PaymentEvent[], type: T): PaymentEventOf<T>[] => events.filter((event): event is PaymentEventOf<T> => event.type === type);

/** Every report of it, and every opening of its intent, names one and the same amount. */
function isGood(events: readonly PaymentEvent[], transaction: string): boolean {
  const reports = of(events, 'paid').filter((each) => each.transaction === transaction);
  const openings = of(events, 'opened').filter(({ intent }) => intent === reports[0]?.intent);
  return openings.length > 0 && new Set([...reports, ...openings].map(({ amount }) => amount)).size === 1 && new Set(reports.map(({ intent }) => intent)).size === 1;
}

function keptBy(events: readonly PaymentEvent[], transaction: string): number {
  const reports = of(events, 'paid').filter((each) => each.transaction === transaction);
  const refunds = new Map<string, { amount: number; transaction: string }>();
  for (const each of events) {
    if (each.type !== 'refunded' && each.type !== 'refund-asked' && each.type !== 'refund-refused') continue;
    const before = refunds.get(each.refund);
    // A refund that names two transactions goes, like the machine's, to the first by its text.
    refunds.set(each.refund, {
      amount: each.type === 'refunded' ? Math.min(each.amount, before?.amount || Infinity) : before?.amount ?? 0,
      transaction: before && before.transaction < each.transaction ? before.transaction : each.transaction,
    });
  }
  const back = [...refunds.values()].filter((each) => each.transaction === transaction).reduce((sum, { amount }) => sum + amount, 0);
  return Math.max(0, Math.max(...reports.map(({ amount }) => amount)) - back);
}
