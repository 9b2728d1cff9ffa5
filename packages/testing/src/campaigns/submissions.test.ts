import { expect, test } from 'vitest';
import { campaign } from './campaign.test-helper.js';

// That an honest run passes, npm test holds by the campaign itself.
test('it fails when idempotency is taken out', { timeout: 300_000 }, async () => {
  const { status, figures, said } = await campaign('submissions', '--n', '60', '--kills', '0', '--sabotage=no-idempotency');
  expect(figures['doubled'], said).toBeGreaterThan(0);
  expect(status).toBe(1);
});

test('it fails when the acknowledgement is sent before the commit', { timeout: 300_000 }, async () => {
  const { status, figures, said } = await campaign('submissions', '--n', '80', '--kills', '2', '--sabotage=early-ack');
  expect(figures['lost'], said).toBeGreaterThan(0);
  expect(status).toBe(1);
});
