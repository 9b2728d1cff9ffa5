import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeList } from '@dvc/core';

export interface StoredCodeList { text: string; etag: string; list: CodeList }
/** `provinces`, or `communes` within `01`. Undefined: no such list. Synchronous, because the verdict is. */
export type CodeLists = (id: string, within?: string) => StoredCodeList | undefined;

const safeName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

/**
 * Code lists (and calendars, which have days instead of items) are files: `<id>.json` and `<id>/<within>.json`. A changed file takes effect at the next request.
 * `log` hears of a file that is not a code list.
 */
export function openCodeLists(dir: string, log: (message: string, about: object) => void): CodeLists {
  const cache = new Map<string, { mark: string; stored: StoredCodeList | undefined }>();
  return (id, within) => {
    if (!safeName.test(id) || (within !== undefined && !safeName.test(within))) return undefined;
    const path = within === undefined ? join(dir, `${id}.json`) : join(dir, id, `${within}.json`);
    const facts = statSync(path, { throwIfNoEntry: false });
    if (!facts?.isFile()) return undefined;
    const mark = `${facts.mtimeMs}:${facts.size}:${facts.ino}`;
    const held = cache.get(path);
    if (held?.mark === mark) return held.stored;
    const stored = read(path);
    if (!stored) log('broken code list', { id, within });
    cache.set(path, { mark, stored });
    return stored;
  };
}

function read(path: string): StoredCodeList | undefined {
  const text = readFileSync(path, 'utf8');
  try {
    const list = JSON.parse(text) as CodeList;
    if (typeof list.id !== 'string' || typeof list.version !== 'string') return undefined;
    return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`, list };
  } catch {
    return undefined;
  }
}
