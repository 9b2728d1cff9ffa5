import { expect, test } from 'vitest';
import { campaign } from './campaign.test-helper.js';

test('2,000 pairs, half of them valid: no disagreement, and the same pairs again with the same seed', { timeout: 120_000 }, async () => {
  const { status, figures, said } = await campaign('parity', '--n', '2000', '--seed', '7', '--workers', '1');
  expect(figures, said).toMatchObject({ campaign: 'parity', n: 2000, failed: 0, disagreements: 0 });
  expect(status).toBe(0);
  expect(figures['valid']! / 2000).toBeGreaterThan(0.4);
  expect(figures['valid']! / 2000).toBeLessThan(0.7);
  expect(2000 / figures['schemas']!).toBeGreaterThanOrEqual(8);
  expect((await campaign('parity', '--n', '2000', '--seed', '7', '--workers', '1')).figures).toEqual({ ...figures, seconds: expect.any(Number) as number });
});

test.each(['utf16-length', 'inherited-names'])('it fails when ours is wrong: %s', { timeout: 120_000 }, async (sabotage) => {
  const { status, figures, said } = await campaign('parity', '--n', '4000', '--seed', '7', `--sabotage=${sabotage}`);
  expect(figures['disagreements'], said).toBeGreaterThan(0);
  expect(said).toContain('valid to us');
  expect(status).toBe(1);
});
