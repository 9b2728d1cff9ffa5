// Files that are there whole or not at all, also after a power cut.
import { randomUUID } from 'node:crypto';
import { constants, copyFile, link, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes `text` to a file beside `path` and hands it on; the file beside is gone afterwards. */
async function staged<T>(path: string, text: string, mode: number, place: (beside: string) => Promise<T>): Promise<T> {
  const beside = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(beside, 'wx', mode);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    const made = await place(beside);
    await syncFolder(dirname(path));
    return made;
  } finally {
    await rm(beside, { force: true });
  }
}

/** Windows cannot open a folder; there the rename is durable by itself. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Creates a file that nobody changes again. @returns false when there is one already */
export function createOnce(path: string, text: string): Promise<boolean> {
  return staged(path, text, 0o444, async (beside) => {
    try {
      await link(beside, path).catch((error: NodeJS.ErrnoException) => {
        // A share or a stick that knows no links.
        if (['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EXDEV', 'EMLINK'].includes(error.code ?? '')) return copyFile(beside, path, constants.COPYFILE_EXCL);
        throw error;
      });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
  });
}

/** Puts a new text in the place of the old one, at once. `last` is asked right before. */
export function replaceFile(path: string, text: string, last: () => Promise<void>): Promise<void> {
  return staged(path, text, 0o644, async (beside) => {
    await last();
    await rename(beside, path);
  });
}

/** Undefined when there is no such file. */
export function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
}
