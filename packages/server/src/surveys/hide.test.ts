import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hidden, hiddenAlone, reckonable } from './hide.js';

const shown = (counts: readonly number[], k: number) => JSON.stringify(hidden(counts, k)?.map((is, at) => (is ? null : counts[at])) ?? 'nothing');
/** Every table of so many cells with this sum. */
function* tables(cells: number, sum: number): Generator<number[]> {
  if (cells === 1) { yield [sum]; return; }
  for (let first = 0; first <= sum; first++) for (const rest of tables(cells - 1, sum - first)) yield [first, ...rest];
}

test('whoever knows the sum and how cells are hidden cannot tell a small one', () => {
  for (const k of [2, 3, 5]) for (const cells of [2, 3, 4]) for (let sum = k; sum <= (cells === 4 ? 16 : 24); sum++) {
    const byView = new Map<string, number[][]>();
    for (const table of tables(cells, sum)) byView.set(shown(table, k), [...(byView.get(shown(table, k)) ?? []), table]);
    for (const [view, same] of byView) {
      // Then not even the sum is told.
      if (view === '"nothing"') continue;
      for (let at = 0; at < cells; at++) {
        if (JSON.parse(view)[at] !== null) continue;
        const possible = new Set(same.map((table) => table[at]));
        if ([...possible].some((count) => count! > 0 && count! < k)) expect(possible.size, `k ${k}, sum ${sum}: ${view}, cell ${at}`).toBeGreaterThan(1);
      }
    }
  }
});

test('nothing small is told, nothing is hidden without need, and noughts stay where nothing is small', () => {
  fc.assert(fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 10 }), (counts, k) => {
    const made = hidden(counts, k) ?? counts.map(() => true);
    counts.forEach((count, at) => { if (count > 0 && count < k) expect(made[at]).toBe(true); });
    if (!counts.some((count) => count > 0 && count < k)) expect(made).not.toContain(true);
    expect(hiddenAlone(counts, k)).toEqual(counts.map((count) => count > 0 && count < k));
  }));
});

test('a number that follows from sums is found, and one that does not is not', () => {
  const told = [new Map([['a', 1], ['b', 1]]), new Map([['a', 1], ['b', 1], ['c', 1]])];
  expect(reckonable(told, ['a', 'b', 'c'])).toEqual(['c']);
  // A mean of scores is one more sum.
  expect(reckonable([...told, new Map([['a', 5], ['b', 4]])], ['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
  expect(reckonable([], ['a'])).toEqual([]);
});
