import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../../..');

/** The campaign as a person runs it: its last line and its exit status. */
function campaign(...args: string[]): Promise<{ status: number; figures: Record<string, number>; said: string }> {
  return new Promise((done) => {
    execFile(process.execPath, ['scripts/campaign.mjs', 'submissions', ...args], { cwd: root, timeout: 240_000 }, (error, stdout, stderr) => {
      const lines = stdout.trim().split('\n');
      done({ status: error ? Number(error.code ?? -1) : 0, figures: JSON.parse(lines.at(-1) || '{}') as Record<string, number>, said: stdout + stderr });
    });
  });
}

test('150 submissions, 2 kills: every acknowledged dossier is stored exactly once', { timeout: 300_000 }, async () => {
  const { status, figures, said } = await campaign('--n', '150', '--seed', '7', '--kills', '2');
  expect(figures, said).toMatchObject({ campaign: 'submissions', n: 150, failed: 0, lost: 0, doubled: 0, wrong: 0, gaps: 0, strangers: 0, kills: 2 });
  expect(status).toBe(0);
  const faults = figures['faults'] as unknown as Record<string, number>;
  expect(faults['duplicate']! * faults['duplicate-late']! * faults['lost-reply']!).toBeGreaterThan(0);
});

test('it fails when idempotency is taken out', { timeout: 300_000 }, async () => {
  const { status, figures, said } = await campaign('--n', '60', '--kills', '0', '--sabotage=no-idempotency');
  expect(figures['doubled'], said).toBeGreaterThan(0);
  expect(status).toBe(1);
});

test('it fails when the acknowledgement is sent before the commit', { timeout: 300_000 }, async () => {
  const { status, figures, said } = await campaign('--n', '80', '--kills', '2', '--sabotage=early-ack');
  expect(figures['lost'], said).toBeGreaterThan(0);
  expect(status).toBe(1);
});
