// npm run campaign -- payments [--over http]: random ledgers of one payment, their lines late, twice and out of order. No illegal step, no đồng made or lost, the same end whatever the order, nothing guessed, and
// everything unknown known within 15 minutes once the gateway can be asked.
import {
  emptyPayment, mayPayAgain, moneyFaults, nextLookOf, PAYMENT_TRANSITIONS, paymentAttentionOf, paymentKnowledgeOf, paymentMoneyOf, paymentPhaseOf, reducePayment, transitionOf,
  type PaymentEvent, type PaymentState,
} from '@dvc/core';
import { Random } from '../random/random.js';
import type { Campaign } from './campaign.js';
import { randomLedger, shuffled } from './payments-events.js';
import { sabotagedPayment, type PaymentMachine } from './payments-sabotage.js';

/** ms of simulated time within which an unknown state must be known; the gateway is silent for a third of it, then answers */
const RESOLVED = 15 * 60_000;
/** Fewer ledgers than this need not make every step. */
const ALL_STEPS = 50_000;
const EXAMPLES = 10;

const inOrder = (events: readonly PaymentEvent[]): PaymentEvent[] => [...events].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** All that anybody can see of a payment, as text. */
const seen = (state: PaymentState): string =>
  JSON.stringify([paymentPhaseOf(state), paymentMoneyOf(state), paymentKnowledgeOf(state), paymentAttentionOf(state), nextLookOf(state) ?? null, mayPayAgain(state)]);

/** By the bare lines: the citizen is told of an end, or asked to pay again, though the bank, where they were, has not said a word. */
function guess(events: readonly PaymentEvent[], state: PaymentState): string | undefined {
  const phase = paymentPhaseOf(state);
  if (!['failed', 'expired', 'cancelled', 'choosing', 'refunded'].includes(phase)) return undefined;
  for (const left of events) {
    if (left.type !== 'left' || events.some((each) => each.type === 'opened' && each.intent === left.intent && each.method === 'cash')) continue;
    const word = events.some((each) => 'intent' in each && each.intent === left.intent
      && (each.type === 'paid' || each.type === 'failed' || ((each.type === 'expired' || each.type === 'cancelled') && each.by === 'gateway') || (each.type === 'asked' && each.answer === 'none' && each.at >= left.at)));
    if (!word) return `${phase}, though ${left.intent} is at the bank and the bank has not said a word`;
  }
  return undefined;
}

/** Follows the next looks by a simulated clock: silent for 5 minutes, then the gateway says what it knows. ms until nothing is unknown; undefined if that never comes. */
function resolving(state: PaymentState, machine: PaymentMachine, roll: Random): number | undefined {
  let now: number | undefined, began = 0;
  for (let i = 0; i < 100; i++) {
    const look = nextLookOf(state);
    if (!look) return paymentPhaseOf(state) === 'pending' ? undefined : (now ?? began) - began;
    // Questions that are old already are asked now.
    if (now === undefined) now = began = look.at;
    now = Math.max(now, look.at);
    const { intent } = look;
    const line = { id: `look${i}`, at: now, intent };
    const amount = state.intents.get(intent)?.opened?.amount ?? 8_000;
    state = machine(state, now - began < RESOLVED / 3 ? { ...line, type: 'asked', answer: 'silent' }
      : roll.chance(0.5) ? { ...line, type: 'paid', transaction: `look ${intent}`, amount } : { ...line, type: 'failed', reason: '11' });
  }
  return undefined;
}

export const run: Campaign = async (tools) => {
  const { args, say } = tools;
  // The same of a whole server, with all that lies between.
  if (args.text('over') === 'http') return (await import('./payments-http.js')).runOverHttp(tools);
  const n = args.number('n', 1_000_000);
  const seed = args.number('seed', 1);
  const sabotage = args.text('sabotage');
  const machine = sabotage ? sabotagedPayment(sabotage) : reducePayment;
  if (sabotage) say(`sabotaged on purpose: ${sabotage}; this run must fail`);
  const began = Date.now();
  const roll = new Random(seed);
  const fold = (events: readonly PaymentEvent[]) => events.reduce(machine, emptyPayment);
  const counts = { illegal: 0, money: 0, order: 0, echo: 0, guessed: 0, unresolved: 0 };
  const steps = new Map<string, number>(), ends = new Map<string, number>();
  let lines = 0, slowest = 0, told = 0;
  const fault = (kind: keyof typeof counts, what: string, events: readonly PaymentEvent[]) => {
    counts[kind]++;
    if (told++ < EXAMPLES) say(`${kind}: ${what}; by ${JSON.stringify(events)}`);
  };

  for (let i = 1; i <= n; i++) {
    const { life, events } = randomLedger(roll);
    lines += events.length;
    const end = fold(events);
    const phase = paymentPhaseOf(end);
    ends.set(phase, (ends.get(phase) ?? 0) + 1);
    for (const what of moneyFaults(events, end)) fault('money', what, events);
    const guessed = guess(events, end);
    if (guessed) fault('guessed', guessed, events);
    const was = seen(end);
    const other = shuffled(events, roll);
    if (seen(fold(other)) !== was) fault('order', `${was} becomes ${seen(fold(other))}`, other);
    // An echo of any line is not even another object.
    if (machine(end, roll.pick(events)) !== end) fault('echo', 'a line told again makes another state', events);
    if (life) {
      let state = emptyPayment, from = paymentPhaseOf(state);
      for (const event of inOrder(events)) {
        state = machine(state, event);
        const to = paymentPhaseOf(state);
        const name = from === to ? undefined : transitionOf(from, event.type, to);
        if (name) steps.set(name, (steps.get(name) ?? 0) + 1);
        else if (from !== to) fault('illegal', `${from} → ${to} by ${event.type}`, events);
        from = to;
      }
    }
    if (i % 4 === 0) {
      const ms = resolving(end, machine, roll);
      if (ms === undefined || ms > RESOLVED) fault('unresolved', ms === undefined ? 'for ever' : `after ${ms} ms`, events);
      else slowest = Math.max(slowest, ms);
    }
    if (i % Math.max(10_000, Math.floor(n / 20)) === 0) {
      say(`${i} ledgers, ${Math.round((i * 1000) / (Date.now() - began))}/s`);
      // Lets a signal through.
      await new Promise((done) => { setImmediate(done); });
    }
  }

  const never = n < ALL_STEPS ? [] : PAYMENT_TRANSITIONS.map(({ name }) => name).filter((name) => !steps.has(name));
  if (never.length > 0) say(`steps that no ledger made: ${never.join(', ')}`);
  const failed = Object.values(counts).reduce((sum, each) => sum + each, 0) + never.length;
  return {
    n, failed, seed, ...counts, never: never.length, lines, steps: Object.fromEntries([...steps].sort()), ends: Object.fromEntries([...ends].sort()),
    slowestResolvedSeconds: Math.round(slowest / 1000), seconds: Math.round((Date.now() - began) / 1000), ...(sabotage ? { sabotage } : {}),
  };
};
