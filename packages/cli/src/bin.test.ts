import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SAYS = /^Chương trình chưa dựng xong: chạy "npm run build".*\n$/;
/** The program beside a `main.js` of the test's own; none without a text. */
function start(main?: string): { status: number | null; stderr: string; stdout: string } {
  const folder = mkdtempSync(join(tmpdir(), 'dvc-bin-'));
  cpSync(new URL('../bin', import.meta.url).pathname, join(folder, 'bin'), { recursive: true });
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  if (main !== undefined) writeFileSync(join(folder, 'dist/main.js'), main);
  return spawnSync(process.execPath, [join(folder, 'bin/dvc.mjs')], { encoding: 'utf8' });
}

test.each([['nothing is built', undefined], ['a part is not built', "import './gone.js';"], ['a part is missing later', "await import('./gone.js');"]])('one sentence says what to do when %s', (_, main) => {
  const { status, stderr } = start(main);
  expect(stderr).toMatch(SAYS);
  expect(status).toBe(1);
});

test('what is built runs, and its own faults are not taken for a missing part', () => {
  expect(start("console.log('here');")).toMatchObject({ status: 0, stdout: 'here\n', stderr: '' });
  const fault = start("throw new Error('of its own');");
  expect([fault.status, fault.stderr.includes('of its own'), SAYS.test(fault.stderr)]).toEqual([1, true, false]);
});
