// What must be true of payments once everything is quiet, reckoned from three books that do not know each other: the server's tables, the gateway's charges, and what people were shown or handed in.
import {
  emptyPayment, mayPayAgain, moneyFaults, nextLookOf, paymentPhaseOf, paymentStateOf, reducePayment, transitionOf, type PaymentEvent, type PaymentView,
} from '@dvc/core';
import type { Life } from './payments-http-citizen.js';
import { price, type Town } from './payments-http-town.js';

export interface Tables {
  payments: { id: string; phase: string; attention: boolean }[];
  events: { payment: string; id: string; event: PaymentEvent; detail: { codes?: { response?: string } } | null }[];
  intents: { id: string; payment: string; attempt: number; reference: string; offer: string; method: string }[];
  refunds: { id: string; payment: string; transaction: string; state: string; request_id: string | null }[];
}
/** `phase`: tables, API and list do not say the same; `torn`: of what is written together one half is missing; `unpaid`: charged, and not paid; `acknowledged`: the gateway was told "stored", and it is not; `shown`: somebody saw what was not so, or is so no more. */
export const kinds = ['phase', 'torn', 'illegal', 'money', 'doubled', 'invented', 'lost', 'unpaid', 'acknowledged', 'refunds', 'shown', 'unresolved'] as const;
export type Kind = (typeof kinds)[number];
export type Fault = (kind: Kind, what: string) => void;

type Line<T extends PaymentEvent['type']> = Extract<PaymentEvent, { type: T }>;
const of = <T extends PaymentEvent['type']>(events: readonly PaymentEvent[], type: T): Line<T>[] => events.filter((event): event is Line<T> => event.type === type);
const sum = (amounts: readonly number[]) => amounts.reduce((all, each) => all + each, 0);
const repeated = (values: readonly unknown[]) => values.filter((value, at) => values.indexOf(value) !== at);

/** What each charge became in the tables. `only`: those intents. */
function charges(life: Life, tables: Tables, only: (intent: string) => boolean = () => true) {
  const own = tables.intents.filter(({ payment, offer, id }) => payment === life.payment && offer === 'vnpay' && only(id));
  return life.ordersAtGateway(own.map(({ reference }) => reference)).flatMap((order) => order.charges.map(({ transactionNo }) => ({
    order, transactionNo, intent: own.find(({ reference }) => reference === order.reference)!.id,
  })));
}

/** A quarter of an hour after the gateway can be asked again: what the browser was seen to leave for is known. */
export function auditEarly(life: Life, tables: Tables, since: number, fault: Fault): void {
  const events = tables.events.filter(({ payment }) => payment === life.payment).map(({ event }) => event);
  const left = new Set([...of(events, 'left'), ...of(events, 'returned')].filter(({ at }) => at < since).map(({ intent }) => intent));
  const paid = new Set(of(events, 'paid').map(({ intent }) => intent));
  for (const { order, intent } of charges(life, tables, (id) => left.has(id))) if (!paid.has(intent)) fault('unresolved', `${order.reference} is charged, and after 15 minutes nobody knows`);
}

export function audit(life: Life, town: Town, tables: Tables, seen: { view: PaymentView; listed: { phase: string } | undefined }, fault: Fault): void {
  const rows = tables.events.filter(({ payment }) => payment === life.payment);
  const events = rows.map(({ event }) => event);
  const intents = tables.intents.filter(({ payment }) => payment === life.payment);
  const row = tables.payments.find(({ id }) => id === life.payment);
  const state = paymentStateOf(events);
  const phases = [paymentPhaseOf(state), row?.phase, seen.view.phase, seen.listed?.phase];
  if (new Set(phases).size > 1 || seen.view.revision !== events.length) fault('phase', `${phases.join(', ')}; revision ${seen.view.revision} of ${events.length}`);
  for (const what of moneyFaults(events, state)) fault('money', what);
  auditSteps(events, fault);
  const openings = new Set(of(events, 'opened').map(({ intent }) => intent)), wishes = new Set(of(events, 'refund-asked').map(({ refund }) => refund));
  for (const { id, attempt } of intents) if (!openings.has(id)) fault('torn', `attempt ${attempt} was never opened`);
  for (const { id, payment } of tables.refunds) if (payment === life.payment && !wishes.has(id)) fault('torn', `refund ${id} was never asked for`);

  const numbers = intents.map(({ attempt }) => attempt).sort((a, b) => a - b);
  if (numbers.some((attempt, at) => attempt !== at + 1)) fault('doubled', `attempts ${numbers.join(', ')}`);
  for (const each of [...repeated(tables.intents.map(({ reference }) => reference)), ...repeated(of(events, 'opened').map(({ intent }) => intent)), ...repeated(of(events, 'paid').map(({ transaction }) => transaction))]) fault('doubled', String(each));

  auditMoney(life, tables, events, fault);
  auditCharged(life, tables, events, { phase: seen.view.phase, attention: row?.attention === true }, fault);
  auditWords(life, town, intents, rows, fault);

  for (const what of life.wrong) fault('shown', what);
  if (life.revision > events.length) fault('shown', `revision ${life.revision} was shown, ${events.length} lines are there`);
  for (const transaction of life.shown) if (!state.transactions.has(transaction)) fault('shown', `${transaction} was shown as paid and is not there`);
  const look = nextLookOf(state);
  if (look && state.intents.get(look.intent)?.opened?.method === 'redirect') fault('unresolved', `${look.intent} is still unknown`);
}

/** In the order of the tables every step has a name, and no attempt begins while money is here or may be on its way. */
function auditSteps(events: readonly PaymentEvent[], fault: Fault): void {
  let state = emptyPayment;
  for (const event of events) {
    if (event.type === 'opened' && !mayPayAgain(state)) fault('illegal', `${event.intent} was opened in ${paymentPhaseOf(state)}`);
    const from = paymentPhaseOf(state);
    state = reducePayment(state, event);
    const to = paymentPhaseOf(state);
    if (from !== to && !transitionOf(from, event.type, to)) fault('illegal', `${from} → ${to} by ${event.type}`);
  }
}

/** Charges, lines and notes on the one hand, the ledger's money on the other: the same, each once. */
function auditMoney(life: Life, tables: Tables, events: readonly PaymentEvent[], fault: Fault): void {
  const charged = new Map(charges(life, tables).map((each) => [each.transactionNo, each]));
  const paid = of(events, 'paid');
  const there = new Set(paid.map(({ transaction }) => transaction));
  for (const { transaction, amount, intent } of paid) {
    const charge = charged.get(transaction), handed = life.money.get(transaction);
    if (charge ? charge.order.amount !== amount || charge.intent !== intent : handed?.amount !== amount) fault('invented', `${transaction}: ${amount} of ${intent}`);
  }
  for (const { transactionNo, order } of charged.values()) if (!there.has(transactionNo)) fault('lost', `charge ${transactionNo} of ${order.reference}`);
  for (const [id, { told }] of life.money) if (told && !there.has(id)) fault('lost', `${id}, which was acknowledged`);

  const sent = sum(life.ordersAtGateway(tables.intents.filter(({ payment }) => payment === life.payment).map(({ reference }) => reference)).flatMap(({ refunds }) => refunds.filter(({ status }) => status !== '09').map(({ amount }) => amount)));
  const written = sum(of(events, 'refunded').filter(({ transaction }) => charged.has(transaction)).map(({ amount }) => amount));
  if (sent !== written) fault('refunds', `the gateway sent ${sent} back, the ledger says ${written}`);
  const received = sum([...charged.values()].map(({ order }) => order.amount));
  const known = sum(paid.filter(({ transaction }) => charged.has(transaction)).map(({ amount }) => amount));
  if (received !== known) fault('lost', `the gateway took ${received}, the ledger says ${known}`);
}

/** Whoever was charged has paid; whoever was charged twice has paid, and an officer sees it. */
function auditCharged(life: Life, tables: Tables, events: readonly PaymentEvent[], { phase, attention }: { phase: string; attention: boolean }, fault: Fault): void {
  const many = charges(life, tables).length;
  if (many === 0 || of(events, 'refunded').length > 0) {
    if (many === 0 && life.money.size === 0 && ['paid', 'officer', 'refund-asked', 'refunded'].includes(phase)) fault('invented', `${phase}, and nobody gave anything`);
    return;
  }
  if (phase !== 'paid' && phase !== 'refund-asked') fault('unpaid', `charged ${many} times ${price}, and ${phase}`);
  if (many > 1 && !attention) fault('unpaid', `charged ${many} times, and no officer is told`);
}

/** "Confirm Success" was answered: then the very notification is in the ledger. */
function auditWords(life: Life, { simulator: { book } }: Town, intents: Tables['intents'], rows: Tables['events'], fault: Fault): void {
  const words: Record<string, string> = { '00': 'paid', '24': 'cancelled', '11': 'expired', '51': 'failed' };
  for (const { reference, url, rspCode } of book.data.calls) {
    const intent = rspCode === '00' ? intents.find((each) => each.reference === reference) : undefined;
    if (!intent) continue;
    const told = new URL(url).searchParams;
    const [response, transaction] = [told.get('vnp_ResponseCode') ?? '', told.get('vnp_TransactionNo')];
    const stored = rows.some(({ event, detail }) => 'intent' in event && event.intent === intent.id && event.type === words[response] && detail?.codes?.response === response && (event.type !== 'paid' || event.transaction === transaction));
    if (!stored) fault('acknowledged', `${response} ${transaction} of ${reference} in ${life.payment}`);
  }
}
