import { expect, test } from 'vitest';
import { campaign } from './campaign.test-helper.js';

test('over 200 forgeries and 2,000 mutants are refused, each with its code, and the payment counts once', { timeout: 120_000 }, async () => {
  const { status, figures, said } = await campaign('ipn', '--n', '2000', '--seed', '7');
  expect(figures, said).toMatchObject({ campaign: 'ipn', failed: 0, mutants: 2000, charges: 1 });
  expect(figures['forgeries']).toBeGreaterThan(200);
  expect(Object.keys(figures['answers']!).sort()).toEqual(['00', '01', '02', '04', '97', '99']);
  expect(figures['answers']).toMatchObject({ '00': 2 });
  expect(status).toBe(0);
});

test.each(['no-checksum', 'forgetful', 'any-amount'])('it fails when ours is wrong: %s', { timeout: 120_000 }, async (sabotage) => {
  const { status, figures, said } = await campaign('ipn', '--n', '10', `--sabotage=${sabotage}`);
  expect(figures['failed'], said).toBeGreaterThan(0);
  expect(status).toBe(1);
});
