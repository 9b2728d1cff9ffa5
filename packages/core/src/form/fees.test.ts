import { compilePlan, type Fee, type FormDocument, type Json, type JsonSchemaObject } from '@dvc/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feeIssuesOf, feeLinesOf, feesOf, judge, payloadOf, quoteLinesOf, quoteTotal, reduce, startForm, type FormState } from '../index.js';
import { TODAY } from './sample.test-helper.js';

const poor = { properties: { poor: { const: true } }, required: ['poor'] };
const copies: Fee = {
  id: 'copies', kind: 'fee', title: 'Phí cấp bản sao', amount: 8000, quantity: { var: ['/copies', 0] }, unit: 'bản', confidence: 'low', note: 'Chưa đối chiếu.',
  reductions: [{ id: 'poor', title: 'Người thuộc hộ nghèo', when: poor, amount: 2500 }],
};
const charge: Fee = { id: 'charge', kind: 'charge', title: 'Lệ phí đăng ký', amount: 5000, reductions: [{ id: 'poor', title: 'Miễn lệ phí cho người thuộc hộ nghèo', when: poor, percent: 100 }] };

const documentWith = (fees: Fee[], more: Partial<FormDocument> = {}): FormDocument => ({
  kind: 'form', id: 'thu/phi', version: '1.0.0', title: 'Thử phí',
  schema: { type: 'object', properties: { name: { type: 'string' }, copies: { type: 'integer' }, price: { type: 'number' }, poor: { type: 'boolean' } } } as JsonSchemaObject,
  fees, ...more,
});
const start = (fees: Fee[], data: object = {}, more: Partial<FormDocument> = {}): FormState => startForm(compilePlan(documentWith(fees, more)), { data: data as Json, today: TODAY });
const brief = (state: FormState) => feesOf(state).map(({ id, amount, full, quantity, reduction }) => [id, amount, full, quantity?.count, reduction?.id]);

describe('what is due', () => {
  test('per copy: so many times the amount', () => {
    expect(brief(start([copies, charge], { copies: 3 }))).toEqual([['copies', 24_000, 24_000, 3, undefined], ['charge', 5000, 5000, undefined, undefined]]);
  });

  test('a reduction in đồng is for one unit, one in per cent is off the whole, and both are named', () => {
    expect(brief(start([copies, charge], { copies: 3, poor: true }))).toEqual([['copies', 7500, 24_000, 3, 'poor'], ['charge', 0, 5000, undefined, 'poor']]);
  });

  test.each([[50, 12_345, 6173], [33.3, 10_000, 6670], [12.5, 4, 4], [99.999999, 1e12, 10_000], [0.1, 1000, 999], [70, 5, 2]])('%d %% off %d đồng leaves %d, half a đồng rounded up', (percent, full, left) => {
    expect(feesOf(start([{ ...charge, amount: full, reductions: [{ ...charge.reductions![0]!, percent }] }], { poor: true }))[0]!.amount).toBe(left);
  });

  test('a "reduction" above the fee is none', () => {
    expect(brief(start([{ ...copies, reductions: [{ ...copies.reductions![0]!, amount: 9000 }] }], { copies: 1, poor: true }))).toEqual([['copies', 8000, 8000, 1, undefined]]);
  });

  test('none, of which nobody asked for a copy, is nothing, and no line of a payment', () => {
    const state = start([copies, charge]);
    expect(brief(state)).toEqual([['copies', 0, 0, 0, undefined], ['charge', 5000, 5000, undefined, undefined]]);
    expect(quoteLinesOf(state).map(({ id }) => id)).toEqual(['charge']);
  });

  test('the lines of a payment say why, how many, and what nobody checked; in another language when asked to', () => {
    expect(quoteLinesOf(start([copies, charge], { copies: 3, poor: true }))).toEqual([
      { id: 'copies', kind: 'fee', title: 'Phí cấp bản sao', amount: 7500, full: 24_000, reduction: 'Người thuộc hộ nghèo', quantity: { count: 3, each: 8000, unit: 'bản' }, unverified: true, note: 'Chưa đối chiếu.' },
      { id: 'charge', kind: 'charge', title: 'Lệ phí đăng ký', amount: 0, full: 5000, reduction: 'Miễn lệ phí cho người thuộc hộ nghèo' },
    ]);
    expect(quoteLinesOf(start([copies], { copies: 1 }), 'online', ({ text, at }) => `${at} ${text}`)[0]).toMatchObject({ title: '/fees/0/title Phí cấp bản sao', quantity: { unit: '/fees/0/unit bản' }, note: '/fees/0/note Chưa đối chiếu.' });
  });

  test('the case adds its own, and a channel has its own', () => {
    const at: Partial<FormDocument> = { procedure: { code: '0.000000', cases: [{ id: 'poor', title: 'Nghèo', when: poor, fees: [{ ...charge, id: 'case' }] }] } };
    expect(feesOf(start([{ ...charge, channel: 'counter' }], { poor: true }, at)).map(({ id }) => id)).toEqual(['case']);
    expect(feesOf(start([{ ...charge, channel: 'counter' }], { poor: true }, at), 'counter').map(({ id }) => id)).toEqual(['charge', 'case']);
  });
});

describe('a fee that cannot be reckoned is open, and never nothing', () => {
  const price: Fee = { ...charge, amount: { var: '/price' } };
  test.each<[string, Fee, object]>([
    ['an answer is missing', price, {}], ['half a đồng', price, { price: 0.5 }], ['less than nothing', price, { price: -1 }], ['more than any fee', price, { price: 1e13 }],
    ['half a copy', { ...copies, quantity: { '/': [{ var: '/copies' }, 2] } }, { copies: 3 }], ['minus one copy', copies, { copies: -1 }], ['an absent number of copies', { ...copies, quantity: { var: '/copies' } }, {}],
    ['too much for so many', { ...copies, amount: 1e12 }, { copies: 2 }], ['a text', { ...charge, amount: { cat: ['5', '000'] } }, {}],
    ['a reduction that is none of money', { ...charge, reductions: [{ ...charge.reductions![0]!, percent: undefined as never, amount: { var: '/price' } }] }, { poor: true }],
  ])('%s', (_, fee, answers) => {
    const state = start([fee], answers);
    expect(feesOf(state)).toEqual([]);
    expect(feeLinesOf(state).map(({ id, amount }) => [id, amount])).toEqual([[fee.id, undefined]]);
    const issues = [{ path: `/fees/${fee.id}`, code: 'fee-unknown', params: { fee: fee.id, title: fee.title } }];
    expect(feeIssuesOf(state)).toEqual(issues);
    expect(judge(state.plan, { answers: payloadOf(state), papers: {}, fees: [] }, { today: TODAY })).toMatchObject({ issues, fees: [], lines: [], changes: [] });
  });

  test('one that is not due is not asked about', () => {
    const state = start([{ ...price, when: poor }, { ...price, id: 'counter', channel: 'counter' }]);
    expect([feeLinesOf(state), feeIssuesOf(state), feeIssuesOf(state, 'counter').length]).toEqual([[], [], 1]);
  });

  test('a missing answer is told by itself: the fee is a consequence', () => {
    const plan = compilePlan(documentWith([price], { schema: { type: 'object', required: ['price'], properties: { price: { type: 'number' } } } as JsonSchemaObject }));
    expect(judge(plan, { answers: {}, papers: {}, fees: [] }, { today: TODAY }).issues.map(({ code }) => code)).toEqual(['required']);
  });

  test('the page sends nothing, says the same as the back end, and sends once the answer is there', () => {
    const stopped = reduce(start([price], { name: 'An' }), { type: 'submitted' });
    expect([stopped.phase.kind, stopped.summary, stopped.root.flags?.['server']]).toEqual(['editing', 'all', { path: '/fees/charge', code: 'fee-unknown', params: { fee: 'charge', title: 'Lệ phí đăng ký' } }]);
    const mended = reduce(stopped, { type: 'typed', id: '/price', text: '5000' });
    expect(reduce(mended, { type: 'submitted' }).phase.kind).toBe('submitting');
  });
});

const money = fc.integer({ min: 0, max: 1_000_000_000 });
const anyFee: fc.Arbitrary<Fee> = fc.record({
  id: fc.constant('f'), kind: fc.constantFrom<Fee['kind']>('fee', 'charge', 'service', 'postage'), title: fc.constant('Phí'), amount: money,
  quantity: fc.option(fc.integer({ min: 0, max: 1000 }), { nil: undefined as never }),
  reductions: fc.array(fc.record({ id: fc.constant('r'), title: fc.constant('Giảm'), when: fc.constantFrom(poor, true) }).chain((each) => fc.oneof(money.map((amount) => ({ ...each, amount })), fc.double({ min: 0, max: 100, noNaN: true }).map((percent) => ({ ...each, percent })))), { maxLength: 2 }),
}).map(({ quantity, ...fee }) => ({ ...fee, ...(quantity === undefined ? {} : { quantity }) }));

describe('whatever the fees', () => {
  test('the lines add up, a reduction never raises, nothing of nothing is nothing, and the browser and the back end agree', () => {
    fc.assert(fc.property(fc.array(anyFee, { maxLength: 5 }), fc.boolean(), (made, isPoor) => {
      const fees = made.map((fee, i) => ({ ...fee, id: `f-${i}` }));
      const state = start(fees, { poor: isPoor });
      const lines = feesOf(state);
      expect(lines.length).toBe(fees.length);
      for (const { amount, full, quantity, reduction } of lines) {
        expect(Number.isSafeInteger(amount) && amount >= 0 && amount <= full).toBe(true);
        expect(reduction !== undefined).toBe(amount < full);
        if (quantity) expect(full).toBe(quantity.count * quantity.each);
        if (quantity?.count === 0) expect(amount).toBe(0);
      }
      const total = lines.reduce((sum, { amount }) => sum + amount, 0);
      expect(quoteTotal(quoteLinesOf(state))).toBe(total);
      const verdict = judge(state.plan, { answers: payloadOf(state), papers: {}, fees: lines.map(({ id, amount }) => ({ id, amount })) }, { today: TODAY });
      expect([verdict.changes, verdict.issues, verdict.lines]).toEqual([[], [], quoteLinesOf(state)]);
      expect(verdict.fees).toEqual(lines.map(({ id, amount }) => ({ id, amount })));
    }), { numRuns: 400, seed: 20261121 });
  });

  test('a total that was tampered with is told, line by line', () => {
    fc.assert(fc.property(money, money, (shown, now) => {
      const plan = compilePlan(documentWith([{ ...charge, reductions: [], amount: now }]));
      const { changes } = judge(plan, { answers: {}, papers: {}, fees: [{ id: 'charge', amount: shown }] }, { today: TODAY });
      expect(changes).toEqual(shown === now ? [] : [{ path: '/fees/charge', kind: 'fee', shown, now, title: 'Lệ phí đăng ký' }]);
    }), { numRuns: 200, seed: 20261121 });
  });
});
