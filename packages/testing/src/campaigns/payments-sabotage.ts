// Machines that are wrong on purpose: a campaign that finds nothing wrong with them proves nothing.
import { paymentPhaseOf, reducePayment, type PaymentEvent, type PaymentState } from '@dvc/core';

export type PaymentMachine = (state: PaymentState, event: PaymentEvent) => PaymentState;

const ENDED = ['failed', 'expired', 'cancelled'];

const SABOTAGE: Record<string, PaymentMachine> = {
  /** "Failed" is the last word. */
  'fail-is-final': (state, event) => (event.type === 'paid' && ENDED.includes(paymentPhaseOf(state)) ? state : reducePayment(state, event)),
  /** What we asked for is what came. */
  'amount-not-compared': (state, event) => (event.type === 'paid' ? reducePayment(state, { ...event, amount: state.intents.get(event.intent)?.opened?.amount ?? event.amount }) : reducePayment(state, event)),
  /** Each report is money of its own. */
  'told-twice-paid-twice': (state, event) => (event.type === 'paid' ? reducePayment(state, { ...event, transaction: `${event.transaction} ${event.id}` }) : reducePayment(state, event)),
  /** What ran out by our clock ran out at the bank. */
  'guesses': (state, event) => (event.type === 'expired' ? reducePayment(state, { ...event, by: 'gateway' }) : reducePayment(state, event)),
  /** The return address is believed. */
  'believes-the-browser': (state, event) => {
    const opened = event.type === 'returned' ? state.intents.get(event.intent)?.opened : undefined;
    return opened && event.type === 'returned' ? reducePayment(state, { id: event.id, at: event.at, type: 'paid', intent: event.intent, transaction: event.intent, amount: opened.amount }) : reducePayment(state, event);
  },
  /** A clock of its own: what comes late counts as now. */
  'order-of-arrival': (state, event) => reducePayment(state, { ...event, at: 1 + Math.max(0, state.agreed?.at ?? 0, ...[...state.intents.values()].map(({ opened, assumed, leftAt }) => Math.max(opened?.at ?? 0, assumed?.at ?? 0, leftAt ?? 0))) }),
};

/** @throws when there is no such sabotage */
export function sabotagedPayment(name: string): PaymentMachine {
  const wrong = Object.hasOwn(SABOTAGE, name) ? SABOTAGE[name] : undefined;
  if (!wrong) throw new Error(`there is no sabotage ${name}; there are ${Object.keys(SABOTAGE).join(', ')}`);
  return wrong;
}
