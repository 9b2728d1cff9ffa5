// A database of its own for each test, and what lies in it, past the store.
import { openDB } from 'idb';
import type { DraftKeys, DraftStore } from '@dvc/core';
import type { Json } from '@dvc/schema';
import { createDraftStore, type DraftStoreOptions } from './index.js';
import type { DraftRecord } from './record.js';

export const day = 24 * 3600 * 1000;
export const name = 'ho-tich/dang-ky-khai-sinh';
export const half = (fill: number): DraftKeys => ({ half: async () => new Uint8Array(32).fill(fill) });

let count = 0;
let current = '';
export const databaseName = () => current;
export const freshDatabase = () => { current = `test-drafts-${Date.now()}-${count++}`; };
export const dropDatabase = () => { indexedDB.deleteDatabase(current); };

export const store = (options: Partial<DraftStoreOptions> = {}): DraftStore => createDraftStore({ keys: half(1), databaseName: current, ...options });
export const opened = async (from: DraftStore, of = name): Promise<Json | undefined> => {
  const reply = await from.open(of);
  if (reply.kind !== 'opened') throw new Error(JSON.stringify(reply));
  return reply.draft?.content;
};
export const saved = async (to: DraftStore, revision: number, content: Json, of = name): Promise<number> => {
  const reply = await to.save(of, revision, content);
  if (reply.kind !== 'saved') throw new Error(JSON.stringify(reply));
  return reply.revision;
};

async function withRecords<T>(work: (all: DraftRecord[]) => T, write: (record: DraftRecord) => DraftRecord | undefined = () => undefined): Promise<T> {
  const db = await openDB(current);
  try {
    const all = await db.getAll('drafts') as DraftRecord[];
    for (const record of all) { const made = write(record); if (made) await db.put('drafts', made); }
    return work(all);
  } finally { db.close(); }
}
export const change = (write: (record: DraftRecord) => DraftRecord) => withRecords(() => undefined, write);
export const records = () => withRecords((all) => all);
