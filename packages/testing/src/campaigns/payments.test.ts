import { expect, test } from 'vitest';
import { campaign } from './campaign.test-helper.js';

test('3,000 ledgers: nothing found, and the same again with the same seed', { timeout: 120_000 }, async () => {
  const { status, figures, said } = await campaign('payments', '--n', '3000', '--seed', '7');
  expect(figures, said).toMatchObject({ campaign: 'payments', n: 3000, failed: 0 });
  expect(status).toBe(0);
  expect((await campaign('payments', '--n', '3000', '--seed', '7')).figures).toEqual({ ...figures, seconds: expect.any(Number) as number });
});

// Over HTTP npm test holds an honest run by the campaign itself. That it finds what is wrong is shown by hand: `--over http --n 60 --sabotage=answers-early` (believes-the-return, no-transaction, never-asks).
test.each([
  ['fail-is-final', 'money'], ['amount-not-compared', 'money'], ['told-twice-paid-twice', 'money'], ['guesses', 'guessed'], ['believes-the-browser', 'money'], ['order-of-arrival', 'order'],
])('it fails when the machine is wrong: %s', { timeout: 120_000 }, async (sabotage, figure) => {
  const { status, figures, said } = await campaign('payments', '--n', '500', '--seed', '7', `--sabotage=${sabotage}`);
  expect(figures[figure], said).toBeGreaterThan(0);
  expect(status).toBe(1);
});
