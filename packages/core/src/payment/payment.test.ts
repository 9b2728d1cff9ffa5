import { describe, expect, test } from 'vitest';
import {
  emptyPayment, isUnresolved, lookDelay, mayPayAgain, moneyFaults, nextLookOf, paymentAttentionOf, paymentKnowledgeOf, paymentMoneyOf, paymentPhaseOf, receiptsOf, reducePayment, UNRESOLVED_AFTER,
  type PaymentEvent,
} from '../index.js';
import { agreed, asked, atBank, cancelled, expired, failed, fold, ledger, left, opened, paid, quoted, refundAsked, refunded, returned, START, type Told } from './payment.test-helper.js';

describe('where a payment stands', () => {
  test.each<[string, readonly Told[]]>([
    ['unquoted', []],
    ['free', [{ type: 'quoted', total: 0 }]],
    ['quote', [quoted]],
    ['choosing', [quoted, agreed]],
    ['acting', [quoted, agreed, opened()]],
    ['pending', atBank],
    ['pending', [...atBank, returned()]],
    ['paid', [...atBank, paid()]],
    ['failed', [...atBank, failed()]],
    ['expired', [quoted, agreed, opened(), expired()]],
    ['cancelled', [quoted, agreed, opened(), cancelled()]],
    ['cancelled', [...atBank, cancelled('gateway')]],
    ['choosing', [...atBank, failed(), agreed]],
    ['acting', [...atBank, failed(), agreed, opened('i2')]],
    ['officer', [...atBank, paid('t1', 'i1', 800_000)]],
    ['refund-asked', [...atBank, paid(), refundAsked()]],
    ['paid', [...atBank, paid(), refundAsked(), { type: 'refund-refused', refund: 'r1', transaction: 't1' }]],
    ['refunded', [...atBank, paid(), refundAsked(), refunded()]],
    ['paid', [...atBank, paid(), refundAsked('t1', 3_000), refunded('t1', 3_000)]],
    ['free', [...atBank, failed(), { type: 'quoted', total: 0 }]],
    ['paid', [quoted, agreed, opened('i1', 'cash'), paid('phiếu thu 12')]],
  ])('%s', (phase, told) => { expect(paymentPhaseOf(fold(...told))).toBe(phase); });
});

describe('what goes wrong between a citizen, a bank and a clock', () => {
  test('back from the bank before the notification: pending, then paid', () => {
    expect(paymentPhaseOf(fold(...atBank, returned()))).toBe('pending');
    expect(paymentPhaseOf(fold(...atBank, returned(), paid()))).toBe('paid');
    expect(paymentPhaseOf(fold(...atBank, paid(), returned()))).toBe('paid');
  });
  test('the same notification a hundred times, and the answer to our question: one sum', () => {
    const state = fold(...atBank, ...Array.from({ length: 100 }, () => paid()));
    expect(paymentMoneyOf(state)).toEqual({ due: 8_000, received: 8_000, returned: 0, kept: 8_000, paid: 8_000, surplus: 0 });
    expect(paymentAttentionOf(state)).toEqual([]);
  });
  test.each([[failed()], [expired('gateway')], [expired()], [cancelled('gateway')], [cancelled()]])('a later "paid" overrides %j; once paid it changes nothing', (end) => {
    expect(paymentPhaseOf(fold(...atBank, end, paid()))).toBe('paid');
    expect(paymentPhaseOf(fold(...atBank, paid(), end))).toBe('paid');
  });
  test('run out by our clock while at the bank: unknown, so neither said to be over nor paid again, until the bank was asked', () => {
    const state = fold(...atBank, expired());
    expect([paymentPhaseOf(state), mayPayAgain(state)]).toEqual(['pending', false]);
    expect(paymentPhaseOf(fold(...atBank, expired(), asked('silent')))).toBe('pending');
    const known = fold(...atBank, expired(), asked('none'));
    expect([paymentPhaseOf(known), mayPayAgain(known)]).toEqual(['expired', true]);
    // The bank said so before the citizen was there.
    expect(paymentPhaseOf(fold(quoted, agreed, opened(), asked('none'), left(), expired()))).toBe('pending');
  });
  test('at the bank once more after the bank knew of nothing: unknown once more; a silence after its word takes nothing back', () => {
    const again = fold(...atBank, expired(), asked('none'), returned());
    expect([paymentPhaseOf(again), mayPayAgain(again), nextLookOf(again)]).toEqual(['pending', false, { intent: 'i1', at: START + 6_000 + 5_000 }]);
    expect(paymentPhaseOf(fold(...atBank, expired(), asked('none'), asked('silent')))).toBe('expired');
  });
  test('who wishes to pay again before the bank has answered waits for its answer', () => {
    const wish = [quoted, agreed, opened('i1', 'qr'), expired(), agreed] as const;
    expect(paymentPhaseOf(fold(...wish))).toBe('expired');
    expect(paymentPhaseOf(fold(...wish, asked('none')))).toBe('choosing');
    expect(paymentPhaseOf(fold(...wish, paid()))).toBe('paid');
  });
  test('a QR that was shown may have been read: after its end the bank is asked before another is shown', () => {
    const state = fold(quoted, agreed, opened('i1', 'qr'), expired());
    expect([paymentPhaseOf(state), mayPayAgain(state), nextLookOf(state)]).toEqual(['expired', false, { intent: 'i1', at: START + 3_000 }]);
    expect(mayPayAgain(fold(quoted, agreed, opened('i1', 'qr'), expired(), asked('none')))).toBe(true);
  });
  test.each([['VNPAY’s unit', 800_000], ['too little', 7_999], ['too much', 8_001]])('a wrong amount (%s) waits for an officer, and only its return ends that', (_, amount) => {
    const state = fold(...atBank, paid('t1', 'i1', amount));
    expect([paymentPhaseOf(state), mayPayAgain(state), paymentMoneyOf(state).paid]).toEqual(['officer', false, 0]);
    expect(paymentAttentionOf(state)).toEqual([{ kind: 'wrong-amount', transaction: 't1' }]);
    const back = fold(...atBank, paid('t1', 'i1', amount), refundAsked('t1', amount), refunded('t1', amount));
    expect([paymentPhaseOf(back), mayPayAgain(back)]).toEqual(['refunded', true]);
  });
  test('paid in two tabs: paid once, and the second sum is to go back', () => {
    const both = [...atBank, opened('i2'), left('i2'), paid(), paid('t2', 'i2')] as const;
    expect(paymentPhaseOf(fold(...both))).toBe('paid');
    expect(paymentMoneyOf(fold(...both))).toMatchObject({ received: 16_000, paid: 8_000, surplus: 8_000 });
    expect(paymentAttentionOf(fold(...both))).toEqual([{ kind: 'paid-twice', transaction: 't2' }]);
    const back = fold(...both, refundAsked('t2'), refunded('t2'));
    expect([paymentPhaseOf(back), paymentAttentionOf(back)]).toEqual(['paid', []]);
  });
  test('a fee table that changes on the way does not touch an intent', () => { expect(paymentPhaseOf(fold(...atBank, { type: 'quoted', total: 20_000 }, paid()))).toBe('paid'); });
  test('one transaction told with two amounts is nobody’s payment', () => {
    const state = fold(...atBank, paid(), paid('t1', 'i1', 9_000));
    expect([paymentPhaseOf(state), paymentAttentionOf(state)]).toEqual(['officer', [{ kind: 'contradiction', transaction: 't1' }]]);
  });
  test('bank, dossier and agency know each for itself', () => {
    const bank = (...more: Told[]) => paymentKnowledgeOf(fold(...atBank, ...more));
    expect(bank()).toEqual({ bank: 'waiting', dossier: 'waiting', agency: 'waiting' });
    expect(bank(asked('silent')).bank).toBe('silent');
    expect(bank(failed()).bank).toBe('refused');
    expect(bank(paid())).toEqual({ bank: 'received', dossier: 'waiting', agency: 'waiting' });
    expect(bank(paid(), { type: 'recorded', by: 'dossier', transaction: 't1' })).toEqual({ bank: 'received', dossier: 'recorded', agency: 'waiting' });
    const receipt = (kind: 'fee' | 'charge', number: string): Told => ({ type: 'receipted', transaction: 't1', number, kind, amount: 4_000 });
    expect(bank(paid(), receipt('fee', '0002'), receipt('charge', '0001')).agency).toBe('receipted');
    expect(receiptsOf(fold(...atBank, paid(), receipt('fee', '0002'), receipt('charge', '0001'))).map(({ number }) => number)).toEqual(['0001', '0002']);
  });
  test('what is not whole đồng, or has no instant, changes nothing', () => {
    const [sound] = ledger(paid());
    for (const broken of [{ amount: 0.5 }, { amount: -8_000 }, { amount: 0 }, { amount: NaN }, { amount: 2 ** 53 }, { at: NaN }, { at: 1.5 }]) {
      expect(reducePayment(emptyPayment, { ...sound, ...broken } as PaymentEvent)).toBe(emptyPayment);
    }
  });
});

describe('when to ask', () => {
  test('never of what is known, or of cash', () => {
    for (const told of [[], [quoted], [quoted, agreed, opened()], [...atBank, paid()], [...atBank, failed()], [quoted, agreed, opened('i1', 'cash')], [quoted, agreed, opened(), expired()]]) {
      expect(nextLookOf(fold(...told))).toBeUndefined();
    }
  });
  test('5 s after the citizen left, then twice as long each time, 5 minutes at most, and at last once an hour', () => {
    const looks = Array.from({ length: 40 }, (_, i) => lookDelay(i) / 1000);
    expect(looks.slice(0, 8)).toEqual([5, 10, 20, 40, 80, 160, 300, 300]);
    expect(looks.slice(29, 32)).toEqual([300, 3600, 3600]);
    expect(nextLookOf(fold(...atBank))).toEqual({ intent: 'i1', at: START + 3_000 + 5_000 });
    expect(nextLookOf(fold(...atBank, [10, asked('silent')]))).toEqual({ intent: 'i1', at: START + 20_000 });
    expect(nextLookOf(fold(...atBank, [10, asked('silent')], [20, asked('pending')]))).toEqual({ intent: 'i1', at: START + 40_000 });
  });
  test('of some of them only, when the others cannot be asked about', () => {
    const state = fold(...atBank, cancelled('gateway'), opened('i2', 'transfer'), [7, left()], left('i2'));
    expect(nextLookOf(state, ({ id }) => id === 'i2')).toMatchObject({ intent: 'i2' });
    expect(nextLookOf(state, () => false)).toBeUndefined();
  });
  test('back from the bank it begins anew', () => {
    expect(nextLookOf(fold(...atBank, [10, asked('silent')], [20, asked('silent')], [600, returned()]))).toEqual({ intent: 'i1', at: START + 605_000 });
  });
  test('unknown for a day, a person asks the bank', () => {
    const state = fold(...atBank);
    expect(isUnresolved(state, START + 3_000 + UNRESOLVED_AFTER - 1)).toBe(false);
    expect(isUnresolved(state, START + 3_000 + UNRESOLVED_AFTER)).toBe(true);
    expect(isUnresolved(fold(...atBank, paid()), START + 9 * UNRESOLVED_AFTER)).toBe(false);
  });
});

describe('the money invariant', () => {
  test('a sound ledger has none, and a state that is not its own is found', () => {
    const events = ledger(...atBank, paid());
    expect(moneyFaults(events, fold(...atBank, paid()))).toEqual([]);
    expect(moneyFaults(events, fold(...atBank))).not.toEqual([]);
    expect(moneyFaults(ledger(...atBank), fold(...atBank, paid()))).not.toEqual([]);
    expect(moneyFaults(ledger(...atBank, paid('t1', 'i1', 9_000)), fold(...atBank, paid()))).not.toEqual([]);
    expect(moneyFaults(ledger(...atBank, paid(), paid('t2')), fold(...atBank, paid()))).not.toEqual([]);
  });
});
