import { mayPayAgain, paymentStateOf, paymentViewOf, type PaymentAct, type PaymentBackend, type PaymentEvent, type PaymentFacts, type PaymentReply, type PaymentView } from '@dvc/core';

/** A state of `schemas/payments/states.json`: facts that differ from the common ones, and the ledger. */
export interface PaymentCase { readonly note: string; /** what a citizen must read there */ readonly sees: string; readonly facts: Partial<PaymentFacts>; readonly intents: PaymentFacts['intents']; readonly events: readonly PaymentEvent[]; readonly now: number }
export interface PaymentCases { readonly facts: Omit<PaymentFacts, 'intents'>; readonly states: Readonly<Record<string, PaymentCase>> }

export type Trouble = Extract<PaymentReply, { kind: 'failed' | 'refused' }>;

export interface FakePaymentOptions {
  /** What every call comes to from now on, in place of an answer. */
  trouble?: Trouble;
  /** Of every answer, ms. */
  latencyMs?: number;
  /** The look-up secret that a refund needs. */
  lookupSecret?: string;
  /** The server's total, when it is another than what was shown. */
  total?: number;
}

export interface FakePayments extends PaymentBackend {
  readonly id: string;
  /** The ledger, to be looked at. */
  readonly events: readonly PaymentEvent[];
  /** All calls, in order: `read`, `open`, … */
  readonly calls: readonly string[];
  /** Something happens outside of the page: `say({ type: 'paid', … })`; `at` is the clock of the fake. */
  say(...events: readonly Distributed[]): void;
  set(options: FakePaymentOptions): void;
  view(): PaymentView;
  /** The clock of the fake, ms. */
  now: number;
}
type Distributed = PaymentEvent extends infer E ? (E extends PaymentEvent ? Omit<E, 'id' | 'at'> & { id?: string } : never) : never;

/** A back end in memory around the very machine of `core`: what it answers is what its ledger says. */
export function fakePayments({ facts }: Pick<PaymentCases, 'facts'>, given: PaymentCase, options: FakePaymentOptions = {}): FakePayments {
  const events: PaymentEvent[] = [...given.events];
  const calls: string[] = [];
  const intents: Record<string, PaymentFacts['intents'][string]> = { ...given.intents };
  let set = options;
  const known = { ...facts, ...given.facts };
  const acts = actsOf(known);

  const fake: FakePayments = {
    id: known.id, events, calls, now: given.now,
    say(...said) { for (const each of said) events.push({ id: `x${events.length}`, at: fake.now, ...each } as PaymentEvent); },
    set(more) { set = { ...set, ...more }; },
    view: () => paymentViewOf({ ...known, intents }, events, fake.now),
    read: () => answer('read', () => undefined),
    open: (_payment, order) => answer('open', () => {
      const count = Object.keys(intents).length;
      if (order.attempt <= count) return undefined;
      if (set.total !== undefined && set.total !== order.total) {
        fake.say({ type: 'quoted', total: set.total });
        return 'changed';
      }
      if (order.attempt !== count + 1 || !mayPayAgain(paymentStateOf(events))) return 'changed';
      const offer = known.offers.find(({ id }) => id === order.offer)!;
      const id = `i${order.attempt}`;
      intents[id] = { attempt: order.attempt, offer: offer.id, reference: `DVCKTEST${order.attempt}`, act: acts(offer.method, order.attempt) };
      fake.say({ type: 'opened', intent: id, amount: order.total, method: offer.method, ...(offer.method === 'cash' ? {} : { expiresAt: fake.now + 15 * 60_000 }) });
      return undefined;
    }),
    leave: (_payment, intent) => answer('leave', () => { fake.say({ type: 'left', intent }); }),
    cancel: (_payment, intent) => answer('cancel', () => { fake.say({ type: 'cancelled', intent, by: 'citizen' }); }),
    look: () => answer('look', () => { const intent = fake.view().intent?.id; if (intent) fake.say({ type: 'asked', intent, answer: 'pending' }); }),
    askRefund: (_payment, request) => answer('askRefund', () => {
      if (request.lookupSecret !== (set.lookupSecret ?? 'K7QF2MXP')) return { kind: 'refused', reason: 'secret' };
      const { paid, money } = fake.view();
      const transaction = paid?.transaction ?? [...paymentStateOf(events).transactions.keys()][0]!;
      fake.say({ type: 'refund-asked', refund: 'R9', transaction, amount: money.kept });
      return undefined;
    }),
  };

  async function answer(call: string, work: () => undefined | void | 'changed' | Trouble): Promise<PaymentReply> {
    calls.push(call);
    await new Promise((done) => { setTimeout(done, set.latencyMs ?? 0); });
    if (set.trouble) return set.trouble;
    const made = work();
    if (typeof made === 'object') return made;
    return { kind: made ?? 'view', view: fake.view() };
  }
  return fake;
}

const actsOf = (facts: Pick<PaymentFacts, 'dossierCode'>) => (method: string, attempt: number): PaymentAct => {
  if (method === 'redirect') return { kind: 'redirect', url: `https://pay.example.gov.vn/pay?ref=DVCKTEST${attempt}` };
  if (method === 'cash') return { kind: 'cash', place: `Bộ phận Một cửa (${facts.dossierCode})`, code: `DVCKTEST${attempt}` };
  return { kind: 'transfer', bank: 'Ngân hàng Minh họa', account: '1012345678', holder: 'UBND XA MAU - TAI KHOAN MINH HOA', content: `DVCKTEST${attempt}` };
};
