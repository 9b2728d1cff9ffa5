import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

function alive(pid: number): boolean {
  try { process.kill(pid, 0); return true; } catch (error) { return (error as NodeJS.ErrnoException).code === 'EPERM'; }
}

/** When the process started, so that a reused process id is not taken for the old owner. Linux only; '' elsewhere. */
function startedAt(pid: number): string {
  try { return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')[19] ?? ''; } catch { return ''; }
}

function readLock(file: string): string | undefined {
  try { return readFileSync(file, 'utf8'); } catch { return undefined; }
}

/**
 * One process per data folder: two PGlite instances on the same files destroy them.
 * The lock of a killed process is taken over. Returns the release.
 * @throws Error when another process that lives holds the folder.
 */
export function lockFolder(dir: string): () => void {
  const file = join(dir, 'lock');
  const mine = `${process.pid} ${startedAt(process.pid)}`;
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 5) throw error;
    }
    const held = readLock(file);
    if (held === undefined) continue;
    const [pid = '0', since = ''] = held.split(' ');
    const owner = Number(pid);
    if (held === mine || (owner > 0 && alive(owner) && startedAt(owner) === since)) {
      throw new Error(`The data folder ${dir} is in use by process ${owner}. Stop it, or set DVC_DATA to another folder.`);
    }
    rmSync(file, { force: true });
  }
}
