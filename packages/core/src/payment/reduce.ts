import { isSoundEvent, type PaymentEvent, type PaymentEventOf } from './actions.js';
import { earlier, emptyPayment, later, type IntentEnd, type PaymentIntent, type PaymentReceipt, type PaymentRefund, type PaymentState, type PaymentTransaction } from './state.js';

/** The next state. Pure; an event that says nothing new (a repetition, a late echo) gives back the very same state, and one that is not sound changes nothing. */
export function reducePayment(state: PaymentState, event: PaymentEvent): PaymentState {
  if (!isSoundEvent(event)) return state;
  const { at, id } = event;
  switch (event.type) {
    case 'quoted': return with_(state, 'quote', later(state.quote, { at, id, total: event.total }));
    case 'agreed': return with_(state, 'agreed', later(state.agreed, { at, id }));
    case 'opened': return onIntent(state, event.intent, (intent) => opened(intent, event));
    case 'left': case 'returned': return onIntent(state, event.intent, (intent) => with_(intent, 'leftAt', Math.max(intent.leftAt ?? 0, at)));
    case 'asked': return onIntent(state, event.intent, (intent) => (intent.asks.has(id) ? intent : { ...intent, asks: new Map(intent.asks).set(id, { at, answer: event.answer }) }));
    case 'failed': return ended(state, event.intent, { at, id, kind: 'failed', by: 'gateway', reason: event.reason });
    case 'expired': case 'cancelled': return ended(state, event.intent, { at, id, kind: event.type, by: event.by });
    case 'paid': return paid(state, event);
    case 'recorded': return state.recorded[event.by].has(event.transaction) ? state
      : { ...state, recorded: { ...state.recorded, [event.by]: new Set(state.recorded[event.by]).add(event.transaction) } };
    case 'receipted': return receipted(state, event);
    case 'refund-asked': return onRefund(state, event, (refund) => joinAmount(refund, 'asked', event.amount));
    case 'refund-refused': return onRefund(state, event, (refund) => with_(refund, 'refused', true));
    case 'refunded': return onRefund(state, event, (refund) => joinAmount(refund, 'done', event.amount));
  }
}

/** Folds a ledger. The order in which its lines arrived does not matter. */
export const paymentStateOf = (events: readonly PaymentEvent[]): PaymentState => events.reduce(reducePayment, emptyPayment);

function with_<T, K extends keyof T>(before: T, key: K, value: T[K]): T {
  return before[key] === value ? before : { ...before, [key]: value };
}

/** Puts `now` under `key`, if it is another. */
function put<K extends 'intents' | 'transactions' | 'refunds' | 'receipts'>(state: PaymentState, table: K, key: string, now: PaymentState[K] extends ReadonlyMap<string, infer V> ? V : never): PaymentState {
  const before = state[table] as ReadonlyMap<string, unknown>;
  return before.get(key) === now ? state : { ...state, [table]: new Map(before).set(key, now) };
}

const newIntent = (id: string): PaymentIntent => ({ id, opened: undefined, contradicted: false, leftAt: undefined, told: undefined, assumed: undefined, asks: new Map() });

function onIntent(state: PaymentState, id: string, change: (intent: PaymentIntent) => PaymentIntent): PaymentState {
  return put(state, 'intents', id, change(state.intents.get(id) ?? newIntent(id)));
}

function opened(intent: PaymentIntent, { at, id, amount, method, expiresAt }: PaymentEventOf<'opened'>): PaymentIntent {
  const now = with_(intent, 'opened', earlier(intent.opened, { at, id, amount, method, ...(expiresAt === undefined ? {} : { expiresAt }) }));
  return intent.opened && intent.opened.amount !== amount ? with_(now, 'contradicted', true) : now;
}

/** The first end stands: what ends it once more changes nothing. */
function ended(state: PaymentState, intent: string, end: IntentEnd): PaymentState {
  const whose = end.by === 'gateway' ? 'told' : 'assumed';
  return onIntent(state, intent, (before) => with_(before, whose, earlier(before[whose], end)));
}

const least = <T extends string | number>(a: T, b: T): T => (a < b ? a : b);

/** One transaction is one sum of money, whoever reports it: the notification, the answer to our question, the statement. */
function paid(state: PaymentState, { transaction: id, intent, amount, at }: PaymentEventOf<'paid'>): PaymentState {
  const before = state.transactions.get(id);
  if (!before) return put(state, 'transactions', id, { id, intent, amount, at, contradicted: false });
  const contradicted = before.contradicted || before.amount !== amount || before.intent !== intent;
  const now: PaymentTransaction = { id, intent: least(before.intent, intent), amount: Math.max(before.amount, amount), at: least(before.at, at), contradicted };
  return now.at === before.at && contradicted === before.contradicted && now.amount === before.amount && now.intent === before.intent ? state : put(state, 'transactions', id, now);
}

/** A receipt's number is issued once; were it told twice and differently, the text that sorts first stands, whatever the order. */
function receipted(state: PaymentState, { number, transaction, kind, amount, link }: PaymentEventOf<'receipted'>): PaymentState {
  const now: PaymentReceipt = { number, transaction, kind, amount, ...(link === undefined ? {} : { link }) };
  const before = state.receipts.get(number);
  return before && JSON.stringify(before) <= JSON.stringify(now) ? state : put(state, 'receipts', number, now);
}

function onRefund(state: PaymentState, { refund: id, transaction }: { refund: string; transaction: string }, change: (refund: PaymentRefund) => PaymentRefund): PaymentState {
  const before = state.refunds.get(id) ?? { id, transaction, asked: undefined, refused: false, done: undefined, contradicted: false };
  const same = before.transaction === transaction ? before : { ...before, transaction: least(before.transaction, transaction), contradicted: true };
  return put(state, 'refunds', id, change(same === before || (same.transaction === before.transaction && before.contradicted) ? before : same));
}

function joinAmount(refund: PaymentRefund, key: 'asked' | 'done', amount: number): PaymentRefund {
  const before = refund[key];
  if (before === undefined || before === amount) return with_(refund, key, amount);
  const now = with_(refund, key, least(before, amount));
  return with_(now, 'contradicted', true);
}
