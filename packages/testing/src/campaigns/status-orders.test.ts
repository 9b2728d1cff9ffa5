import { expect, test } from 'vitest';
import { campaign } from './campaign.test-helper.js';

test('2,000 orders: nothing found, and the same again with the same seed', { timeout: 120_000 }, async () => {
  const { status, figures, said } = await campaign('status-orders', '--n', '2000', '--seed', '7');
  expect(figures, said).toMatchObject({ campaign: 'status-orders', n: 2000, failed: 0 });
  expect(status).toBe(0);
  expect(Object.keys(figures['tasks']!).sort()).toEqual(['collect', 'nothing', 'pay', 'rate', 'read-reason', 'supplement']);
  expect(figures['withGap']).toBeGreaterThan(400);
  expect((await campaign('status-orders', '--n', '2000', '--seed', '7')).figures).toEqual({ ...figures, seconds: expect.any(Number) as number });
});

test.each([
  ['order-of-arrival', 'shown'], ['shows-past-a-gap', 'gaps'], ['keeps-nothing-early', 'gaps'], ['last-telling-counts', 'shown'], ['believes-an-old-snapshot', 'backwards'], ['forgets-to-join', 'gaps'],
])('it fails when the tracker is wrong: %s', { timeout: 120_000 }, async (sabotage, figure) => {
  const { status, figures, said } = await campaign('status-orders', '--n', '300', '--seed', '7', `--sabotage=${sabotage}`);
  expect(figures[figure], said).toBeGreaterThan(0);
  expect(status).toBe(1);
});
