// What `dvc publish` wrote down about the folder of forms. A folder without it is served as it is.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FORM_INDEX, parseFormIndex, type PublishedVersion } from '@dvc/schema/node';

/** form id → version → what was published. A form that it does not name was put there by hand. */
export type Published = ReadonlyMap<string, ReadonlyMap<string, PublishedVersion>>;

/** A changed index takes effect at the next request. One that cannot be read is told of once, and the last good one stays: a slip of the hand must not take every service away. */
export function openFormIndex(dir: string, log: (message: string, about: object) => void): () => Promise<Published> {
  const path = join(dir, FORM_INDEX);
  let mark = '';
  let held: Published = new Map();
  return async () => {
    const facts = await stat(path).catch(() => undefined);
    const now = facts ? `${facts.mtimeMs}:${facts.size}:${facts.ino}` : '';
    if (now === mark) return held;
    if (!facts) {
      [mark, held] = ['', new Map()];
      return held;
    }
    try {
      const index = parseFormIndex(await readFile(path, 'utf8'));
      held = new Map(Object.entries(index).map(([id, versions]) => [id, new Map(Object.entries(versions))]));
    } catch (error) {
      log('broken index of forms', { problem: (error as Error).message });
    }
    mark = now;
    return held;
  };
}
