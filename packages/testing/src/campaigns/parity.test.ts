import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../../..');

/** The campaign as a person runs it: its last line and its exit status. */
function campaign(...args: string[]): Promise<{ status: number; figures: Record<string, number>; said: string }> {
  return new Promise((done) => {
    execFile(process.execPath, ['scripts/campaign.mjs', 'parity', ...args], { cwd: root, timeout: 240_000 }, (error, stdout, stderr) => {
      const lines = stdout.trim().split('\n');
      done({ status: error ? Number(error.code ?? -1) : 0, figures: JSON.parse(lines.at(-1) || '{}') as Record<string, number>, said: stdout + stderr });
    });
  });
}

test('2,000 pairs, half of them valid: no disagreement, and the same pairs again with the same seed', { timeout: 120_000 }, async () => {
  const { status, figures, said } = await campaign('--n', '2000', '--seed', '7', '--workers', '1');
  expect(figures, said).toMatchObject({ campaign: 'parity', n: 2000, failed: 0, disagreements: 0 });
  expect(status).toBe(0);
  expect(figures['valid']! / 2000).toBeGreaterThan(0.4);
  expect(figures['valid']! / 2000).toBeLessThan(0.7);
  expect(2000 / figures['schemas']!).toBeGreaterThanOrEqual(8);
  expect((await campaign('--n', '2000', '--seed', '7', '--workers', '1')).figures).toEqual({ ...figures, seconds: expect.any(Number) as number });
});

test.each(['utf16-length', 'inherited-names'])('it fails when ours is wrong: %s', { timeout: 120_000 }, async (sabotage) => {
  const { status, figures, said } = await campaign('--n', '4000', '--seed', '7', `--sabotage=${sabotage}`);
  expect(figures['disagreements'], said).toBeGreaterThan(0);
  expect(said).toContain('valid to us');
  expect(status).toBe(1);
});
