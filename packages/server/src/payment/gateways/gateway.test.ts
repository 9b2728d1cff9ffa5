import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, keyOf, plain, type GatewayState, type Known, type News } from './gateway.js';

const state = fc.constantFrom<GatewayState>('paid', 'pending', 'failed', 'cancelled', 'expired', 'refunding', 'unclear');
const news: fc.Arbitrary<News> = fc.record({
  reference: fc.constant('A1'), amount: fc.constantFrom(8000, 8000, 8000, 80, 800_000), state, outcome: fc.constant('x'), transaction: fc.constantFrom('1', '2', '3'), codes: fc.constant({}),
}, { requiredKeys: ['reference', 'amount', 'state', 'outcome', 'codes'] });

describe('judging news', () => {
  test('in any order and number, an intent is paid at most once, of its own amount, and by the first that paid', () => {
    fc.assert(fc.property(fc.array(news, { maxLength: 30 }), (all) => {
      const seen = new Set<string>();
      let paidBy: string | undefined;
      const charges: News[] = [];
      for (const one of all) {
        const known: Known = { amount: 8000, seen, ...(paidBy === undefined ? {} : { paidBy }) };
        const verdict = judge(one, known);
        if (verdict !== 'confirm') continue;
        seen.add(keyOf(one));
        if (one.state === 'paid') { charges.push(one); paidBy = one.transaction ?? ''; }
      }
      const firstPaid = all.find((one) => one.state === 'paid' && one.amount === 8000);
      expect(charges).toEqual(firstPaid ? [firstPaid] : []);
      // Nothing that is told twice counts twice.
      for (const one of all) expect(judge(one, { amount: 8000, seen, ...(paidBy === undefined ? {} : { paidBy }) })).not.toBe('confirm');
    }), { numRuns: 2000 });
  });
  test('a gateway that never says the amount is believed about the order it was made for', () => {
    expect(judge({ reference: 'A1', amount: undefined, state: 'paid', outcome: 'paid', codes: {} }, { amount: 8000, seen: new Set() })).toBe('confirm');
    expect(judge({ reference: 'A1', amount: undefined, state: 'paid', outcome: 'paid', codes: {} }, { amount: 8000, seen: new Set(), paidBy: '' })).toBe('already-confirmed');
  });
  test('another transaction that pays is a second charge, whatever it says next', () => {
    const one: News = { reference: 'A1', amount: 8000, state: 'paid', outcome: 'paid', transaction: '2', codes: {} };
    expect(judge(one, { amount: 8000, seen: new Set(), paidBy: '1' })).toBe('second-charge');
    expect(judge({ ...one, state: 'failed' }, { amount: 8000, seen: new Set(), paidBy: '1' })).toBe('already-confirmed');
    expect(judge({ ...one, state: 'refunding', transaction: '1' }, { amount: 8000, seen: new Set(), paidBy: '1' })).toBe('confirm');
  });
});

test('a line for the bank is plain, and plain again is the same', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => { expect(plain(text)).toMatch(/^[A-Za-z0-9. -]*$/); expect(plain(plain(text))).toBe(plain(text)); }));
  expect(plain('Nộp lệ phí: Đỗ Thị Ưng (đăng ký)')).toBe('Nop le phi Do Thi Ung dang ky');
});
