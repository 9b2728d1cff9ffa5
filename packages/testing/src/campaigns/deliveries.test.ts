import { expect, test } from 'vitest';
import { campaign, python } from './campaign.test-helper.js';

if (!python) console.warn('python3 is not installed: the campaign of deliveries is not run');

// That an honest run passes, npm test holds by the campaign itself. That a receiver without a memory is found too is shown by hand: `--sabotage=receiver`.
test.skipIf(!python).each([
  ['idempotency', 'doubled', ['--kills', '0']],
  ['transaction', 'lost', ['--kills', '2', '--faults', '10']],
])('it fails when the %s is taken out: %s', { timeout: 300_000 }, async (sabotage, figure, more) => {
  const { status, figures, said } = await campaign('deliveries', '--n', '40', '--seed', '3', `--sabotage=${sabotage}`, ...more);
  expect(figures[figure], said).toBeGreaterThan(0);
  expect(status).toBe(1);
});
