import { expect, test } from 'vitest';
import { campaign } from './campaign.test-helper.js';

test('150 submissions, 2 kills: every acknowledged dossier is stored exactly once', { timeout: 300_000 }, async () => {
  const { status, figures, said } = await campaign('submissions', '--n', '150', '--seed', '7', '--kills', '2');
  expect(figures, said).toMatchObject({ campaign: 'submissions', n: 150, failed: 0, lost: 0, doubled: 0, wrong: 0, gaps: 0, strangers: 0, kills: 2 });
  expect(status).toBe(0);
  const faults = figures['faults'] as unknown as Record<string, number>;
  expect(faults['duplicate']! * faults['duplicate-late']! * faults['lost-reply']!).toBeGreaterThan(0);
});

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
