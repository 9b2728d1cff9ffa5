import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  emptyPayment, ledgerSum, mayPayAgain, moneyFaults, nextLookOf, paymentAttentionOf, paymentKnowledgeOf, paymentMoneyOf, paymentPhaseOf, paymentStateOf, reducePayment, transitionOf,
  type PaymentEvent, type PaymentState,
} from '../index.js';
import { agreed, asked, atBank, cancelled, expired, failed, fold, ledger, left, opened, paid, quoted, refundAsked, refunded, returned, START, type Told } from './payment.test-helper.js';

const SEED = { seed: 20261124, numRuns: 1_000 };

const intent = fc.constantFrom('i1', 'i2', '__proto__'), transaction = fc.constantFrom('t1', 't2', 'constructor');
const amount = fc.constantFrom(8_000, 8_000, 8_000, 800_000, 1);
const told: fc.Arbitrary<Told> = fc.oneof(
  fc.constantFrom<Told>(quoted, agreed, { type: 'quoted', total: 0 }),
  fc.tuple(intent, fc.constantFrom('redirect', 'qr', 'transfer', 'cash'), amount).map(([i, method, sum]) => opened(i, method, sum)),
  intent.chain((i) => fc.constantFrom(left(i), returned(i), failed(i), expired('clock', i), expired('gateway', i), cancelled('citizen', i), cancelled('gateway', i), asked('none', i), asked('silent', i), asked('pending', i))),
  fc.tuple(transaction, intent, amount).map(([t, i, sum]) => paid(t, i, sum)),
  fc.tuple(transaction, amount, fc.constantFrom('r1', 'r2')).chain(([t, sum, r]) => fc.constantFrom<Told>(refundAsked(t, sum, r), refunded(t, sum, r), { type: 'refund-refused', refund: r, transaction: t })),
  fc.tuple(transaction, fc.constantFrom('dossier', 'agency')).map(([t, by]): Told => ({ type: 'recorded', by, transaction: t })),
);
/** Any lines at any of ten instants, so that some happen at once. */
const lines: fc.Arbitrary<PaymentEvent[]> = fc.array(fc.tuple(told, fc.nat(9)), { maxLength: 16 }).map((all) => all.map(([line, second], i) => ({ ...line, id: `e${i}`, at: START + second * 1000 })));
const seen = (state: PaymentState) => [paymentPhaseOf(state), paymentMoneyOf(state), paymentKnowledgeOf(state), paymentAttentionOf(state), nextLookOf(state), mayPayAgain(state)];

describe('whatever is told of a payment', () => {
  test('in any order, and with any of it told again, it ends in the same state', () => {
    fc.assert(fc.property(lines.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }))), ([all, again]) => {
      expect(paymentStateOf(again)).toEqual(paymentStateOf(all));
      expect(seen(paymentStateOf(again))).toEqual(seen(paymentStateOf(all)));
    }), SEED);
  });
  test('an echo gives back the very same state', () => {
    fc.assert(fc.property(lines, (all) => { const state = paymentStateOf(all); for (const each of all) expect(reducePayment(state, each)).toBe(state); }), SEED);
  });
  test('no đồng is made or lost', () => {
    fc.assert(fc.property(lines, (all) => {
      const state = paymentStateOf(all);
      expect(moneyFaults(all, state)).toEqual([]);
      expect(paymentMoneyOf(state)).toMatchObject(ledgerSum(all));
    }), SEED);
  });
  test('while money is here or may be on its way, nobody is asked to pay', () => {
    fc.assert(fc.property(lines, (all) => {
      const state = paymentStateOf(all);
      if (['paid', 'pending', 'officer', 'acting'].includes(paymentPhaseOf(state))) expect(mayPayAgain(state)).toBe(false);
      if (paymentPhaseOf(state) === 'pending') expect(nextLookOf(state)).toBeDefined();
    }), SEED);
  });
  test('the machine does not touch what it is given', () => {
    fc.assert(fc.property(lines, (all) => {
      const before = JSON.stringify(all);
      const states = all.reduce<PaymentState[]>((so, each) => [...so, reducePayment(so.at(-1)!, each)], [emptyPayment]);
      const views = states.map((state) => JSON.stringify(seen(state)));
      expect(JSON.stringify(all)).toBe(before);
      expect(emptyPayment.intents.size + emptyPayment.transactions.size).toBe(0);
      states.forEach((state, i) => { expect(JSON.stringify(seen(state))).toBe(views[i]); });
    }), { ...SEED, numRuns: 200 });
  });
});

describe('a ledger in its order', () => {
  test('each step from the bank on has a name', () => {
    const after = fc.array(fc.constantFrom(returned(), asked('pending'), asked('silent'), asked('none'), failed(), expired(), expired('gateway'), cancelled(), cancelled('gateway'), paid(), agreed), { maxLength: 8 });
    fc.assert(fc.property(after, (more) => {
      let state = emptyPayment;
      for (const event of ledger(...atBank, ...more)) {
        const from = paymentPhaseOf(state);
        state = reducePayment(state, event);
        const to = paymentPhaseOf(state);
        if (from !== to) expect(transitionOf(from, event.type, to), `${from} → ${to} by ${event.type}`).toBeDefined();
      }
    }), SEED);
  });
  test('also when money that did not fit is wanted back, and the right one comes', () => {
    const state = fold(...atBank, paid('t1', 'i1', 7_000), opened('i2'), refundAsked('t1', 7_000));
    expect(paymentPhaseOf(state)).toBe('refund-asked');
    expect(transitionOf('refund-asked', 'paid', paymentPhaseOf(fold(...atBank, paid('t1', 'i1', 7_000), opened('i2'), refundAsked('t1', 7_000), paid('t2', 'i2'))))).toBe('right-money-too');
  });
});
