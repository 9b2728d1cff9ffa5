import { expect, test } from 'vitest';
import { campaign, python } from './campaign.test-helper.js';

if (!python) console.warn('python3 is not installed: the campaign of deliveries is not run');

test.skipIf(!python)('30 dossiers, 2 kills of each server: every acknowledged one is with the case system exactly once', { timeout: 300_000 }, async () => {
  const { status, figures, said } = await campaign('deliveries', '--n', '30', '--seed', '7', '--kills', '2');
  expect(figures, said).toMatchObject({ campaign: 'deliveries', n: 30, failed: 0, lost: 0, doubled: 0, wrong: 0, strangers: 0, undelivered: 0, serverKills: 2, receiverKills: 2 });
  expect(status).toBe(0);
  const { citizens, caseSystem } = figures['faultPercent'] as unknown as Record<string, number>;
  expect(citizens! + caseSystem!).toBeGreaterThan(60);
});

test.skipIf(!python).each([
  ['idempotency', 'doubled', ['--kills', '0']],
  ['transaction', 'lost', ['--kills', '3', '--faults', '10']],
  ['receiver', 'doubled', ['--kills', '0']],
])('it fails when the %s is taken out: %s', { timeout: 300_000 }, async (sabotage, figure, more) => {
  const { status, figures, said } = await campaign('deliveries', '--n', '40', '--seed', '3', `--sabotage=${sabotage}`, ...more);
  expect(figures[figure], said).toBeGreaterThan(0);
  expect(status).toBe(1);
});
