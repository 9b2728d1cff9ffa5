import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '../random/random.js';
import { median, rankTest } from './lookups-ranks.js';

test('agrees with R on the example of its manual: Hollander & Wolfe, permeability of membranes', () => {
  const x = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
  const y = [1.15, 0.88, 0.9, 0.74, 1.21];
  // wilcox.test(x, y, alternative = "greater", exact = FALSE, correct = FALSE): W = 35, p = 0.1103; here two-sided.
  const { u, p } = rankTest(x, y);
  expect([u, Number((p / 2).toFixed(4))]).toEqual([35, 0.1103]);
});

test('agrees with SciPy where there are ties, and far out', () => {
  // mannwhitneyu(x, y, method='asymptotic', use_continuity=False)
  const { u, p } = rankTest([1, 2, 2, 3, 3, 3, 4, 5], [2, 3, 4, 4, 5, 5, 6, 7, 7]);
  expect([u, p]).toEqual([13.5, expect.closeTo(0.0280750125, 8)]);
  const far = rankTest(Array.from({ length: 40 }, (_, at) => at), Array.from({ length: 50 }, (_, at) => at + 25));
  expect([far.u, far.p]).toEqual([112.5, expect.closeTo(5.72287956e-13, 13)]);
});

test('property: counts the pairs, whichever way round', () => {
  const some = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 });
  fc.assert(fc.property(some, some, (x, y) => {
    const pairs = x.flatMap((a) => y.map((b): number => (a > b ? 1 : a === b ? 0.5 : 0))).reduce((sum, each) => sum + each, 0);
    const [there, back] = [rankTest(x, y), rankTest(y, x)];
    expect(there.u).toBe(pairs);
    expect(there.u + back.u).toBe(x.length * y.length);
    expect(there.p).toBeCloseTo(back.p, 6);
    expect(there.p).toBeGreaterThanOrEqual(0);
    expect(there.p).toBeLessThanOrEqual(1);
  }));
});

test('finds nothing where nothing is, about as often as it says, and a shift of a fifth of the spread in 2,000', () => {
  const random = seeded(3);
  const sample = (shift = 0) => Array.from({ length: 200 }, () => random() + random() + shift);
  const below = Array.from({ length: 1000 }, () => rankTest(sample(), sample()).p).filter((p) => p < 0.05).length;
  expect(below).toBeGreaterThan(25);
  expect(below).toBeLessThan(80);
  const many = (shift: number) => Array.from({ length: 1000 }, () => random() + random() + shift);
  expect(rankTest(many(0.1), many(0)).p).toBeLessThan(0.001);
});

test('the median', () => { expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]); });
