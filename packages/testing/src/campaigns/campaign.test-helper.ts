import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../../..');

/** The example case system needs it. */
export const python = spawnSync('python3', ['--version']).status === 0;

/** A campaign as a person runs it: its last line and its exit status. */
export function campaign(...args: string[]): Promise<{ status: number; figures: Record<string, number>; said: string }> {
  return new Promise((done) => {
    execFile(process.execPath, ['scripts/campaign.mjs', ...args], { cwd: root, timeout: 240_000, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      const lines = stdout.trim().split('\n');
      done({ status: error ? Number(error.code ?? -1) : 0, figures: JSON.parse(lines.at(-1) || '{}') as Record<string, number>, said: stdout + stderr });
    });
  });
}
