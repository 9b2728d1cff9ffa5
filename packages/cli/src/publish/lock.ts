// One publisher at a time in a folder, also over a network share: a file that only one can create.
import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const NAME = '.dvc-publish.lock';

export class FolderBusy extends Error {}

export interface LockOptions {
  /** ms to wait for another publisher; default 10 s */
  wait?: number;
  /** ms after which a lock whose owner cannot be asked is left behind; publishing takes less than one second */
  stale?: number;
}

/**
 * Does the work while nobody else does theirs in the same folder.
 * @throws FolderBusy when another publisher is at work for longer than `wait`
 */
export async function withLock<T>(folder: string, work: (stillMine: () => Promise<boolean>) => Promise<T>, { wait = 10_000, stale = 60_000 }: LockOptions = {}): Promise<T> {
  const path = join(folder, NAME);
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), token: randomUUID() });
  for (const until = Date.now() + wait; !(await take(path, mine)); ) {
    await leaveBehind(path, stale);
    if (Date.now() > until) throw new FolderBusy(path);
    await sleep(20 + Math.random() * 60);
  }
  const stillMine = async () => (await textOf(path)) === mine;
  try {
    return await work(stillMine);
  } finally {
    if (await stillMine()) await rm(path, { force: true });
  }
}

async function take(path: string, text: string): Promise<boolean> {
  const file = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined;
    throw error;
  });
  if (!file) return false;
  try { await file.writeFile(text); } finally { await file.close(); }
  return true;
}

const textOf = (path: string) => readFile(path, 'utf8').catch(() => undefined);

/** Takes the lock of a publisher that died out of the way. It is moved before it is judged again, so that two who wait cannot both remove it, and a new one is put back. */
async function leaveBehind(path: string, stale: number): Promise<void> {
  const held = await textOf(path);
  const facts = await stat(path).catch(() => undefined);
  if (held === undefined || !facts || !isLeft(held, Date.now() - facts.mtimeMs, stale)) return;
  const aside = `${path}.${randomUUID()}`;
  if (!(await rename(path, aside).then(() => true, () => false))) return;
  if ((await textOf(aside)) !== held) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

function isLeft(held: string, age: number, stale: number): boolean {
  if (age > stale) return true;
  try {
    const { pid, host } = JSON.parse(held) as { pid: number; host: string };
    return host === hostname() && pid !== process.pid && !isAlive(pid);
  } catch {
    return false; // being written just now
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
