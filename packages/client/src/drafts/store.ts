// Drafts on this device. What is on the disk: see record.ts; how it is sealed: seal.ts.
//
// A deleted record is not gone from the disk at once: IndexedDB keeps old bytes until it compacts its files, and no page can
// make it. So what lingers must be worthless: it is ciphertext under a key of which one half was never here. When the
// session ends, that half is destroyed where it is kept, and every copy of the bytes with it. `testing` searches the bytes of
// a real profile to prove it.
//
// A clock that jumps: forward, a draft expires early, which no page can tell from time that passed. Backward, a draft would
// live longer by the jump, for years if the clock was years ahead when it was saved; so a draft that claims to be saved more
// than a day from now gets its own term once more, counted from now, written down so that it is given once. Whoever sets
// the clock back again and again keeps ciphertext: the other half of the key expires by the back end's clock.
import type { DraftKeys, DraftStore, KeptDraft } from '@dvc/core';
import type { Json } from '@dvc/schema';
import { openChannel } from './channel.js';
import { isFull, isOlder, openDraftDatabase, type Drafts } from './database.js';
import { format, isNewer, isWhole, type DraftRecord } from './record.js';
import { checkOf, idOf, newLine, seal, unseal } from './seal.js';

export interface DraftStoreOptions {
  /** Asked at every opening and saving: one that asks a network keeps the answer. */
  keys: DraftKeys;
  /** ms after the last save; default 7 days */
  ttlMs?: number;
  databaseName?: string;
  /** ms since 1970 */
  now?: () => number;
}

const day = 24 * 3600 * 1000;

class Locked extends Error {}

/** Which draft this tab saw last under a name: that of which key, and of which beginning. */
type Seen = Pick<DraftRecord, 'check' | 'line'>;
interface Key { other: Uint8Array<ArrayBuffer>; id: string; check: string }

/** What one tab tells the others: which draft, never what is in it. Without an id: all of them. */
interface Told { id?: string; kind: 'saved' | 'removed'; revision: number }

function isTold(data: unknown): data is Told {
  const told = data as Partial<Told> | null;
  return typeof told === 'object' && told !== null && (told.kind === 'saved' || told.kind === 'removed') && typeof told.revision === 'number';
}

export function createDraftStore(options: DraftStoreOptions): DraftStore {
  const { keys, ttlMs = 7 * day, databaseName = 'dvc-drafts', now = Date.now } = options;
  const database = openDraftDatabase(databaseName);
  const channel = openChannel(databaseName, isTold);
  const seen = new Map<string, Seen>();
  const removals = new Map<string, number>();
  let clears = 0;
  /** Changes with every removal, so that a save that was under way when its draft was removed does not bring it back. */
  const era = (name: string) => clears + (removals.get(name) ?? 0);

  const see = (name: string, { check, line }: Seen) => { seen.set(name, { check, line }); };

  async function keyFor(name: string): Promise<Key> {
    const id = await idOf(name);
    let given: unknown;
    try { given = await keys.half(name); } catch { throw new Locked(); }
    // Less would seal for the eye only.
    if (!ArrayBuffer.isView(given) || given.byteLength !== 32) throw new Locked();
    const other = new Uint8Array(given.buffer.slice(given.byteOffset, given.byteOffset + 32) as ArrayBuffer);
    return { other, id, check: await checkOf(other, id) };
  }

  /** The draft, or undefined when it cannot be read. What was read was seen. */
  async function read(name: string, record: DraftRecord, { other }: Key): Promise<KeptDraft | undefined> {
    const content = isWhole(record) ? await unseal(record, other).catch(() => undefined) : undefined;
    if (content === undefined) return undefined;
    see(name, record);
    return { revision: record.revision, savedAt: iso(record.savedAt), expiresAt: iso(record.expiresAt), content };
  }

  /** Writes `record` if the draft is still the one with `revision`; else says what is there. One transaction looks and writes. */
  function replace(name: string, record: DraftRecord, revision: number, last: Seen | undefined, began: number): Promise<'saved' | 'removed' | DraftRecord> {
    const { id, check } = record;
    const isOurs = (there: DraftRecord) => there.revision === revision && (!last || last.line === there.line);
    return database.run('readwrite', async (store) => {
      let there = await store.get([id, check]);
      // The session was renewed, and this tab's draft stands under the key of the former one: it moves.
      if (!there && last && last.check !== check) {
        const former = await store.get([id, last.check]);
        if (former && isWhole(former) && isOurs(former)) there = former;
      }
      if (era(name) !== began) return 'removed';
      if (there && isNewer(there)) return there;
      if (there && isWhole(there)) {
        if (revision > 0 && isOurs(there)) record.line = there.line;
        else if (there.expiresAt > record.savedAt) return there;
        else if (revision > 0) return 'removed';
      } else if (!there && revision > 0) return 'removed'; // one that is torn can only be replaced
      if (there && there.check !== check) await store.delete([id, there.check]);
      await store.put(record);
      return 'saved';
    });
  }

  async function save(name: string, revision: number, content: Json): ReturnType<DraftStore['save']> {
    const began = era(name);
    try {
      const key = await keyFor(name);
      let [over, last] = [revision, revision > 0 ? seen.get(name) : undefined];
      for (let attempt = 0; attempt < 3; attempt++) {
        const savedAt = now();
        const about = { id: key.id, check: key.check, format, revision: over + 1, line: newLine(), savedAt, expiresAt: savedAt + ttlMs };
        const record: DraftRecord = { ...about, ...(await seal(about, key.other, content)) };
        const there = await replace(name, record, over, last, began);
        if (there === 'saved') {
          if (era(name) !== began) {
            await database.run('readwrite', (store) => store.delete([key.id, key.check]));
            return { kind: 'conflict', theirs: undefined };
          }
          see(name, record);
          channel.tell({ id: key.id, kind: 'saved', revision: record.revision });
          return { kind: 'saved', revision: record.revision, savedAt: iso(savedAt) };
        }
        if (there === 'removed') {
          seen.delete(name);
          return { kind: 'conflict', theirs: undefined };
        }
        if (isNewer(there)) return { kind: 'failed', reason: 'blocked' };
        const theirs = await read(name, there, key);
        if (theirs) return { kind: 'conflict', theirs };
        // Ours by its key and yet unreadable, so broken: nobody loses a word when it is replaced.
        [over, last] = [there.revision, there];
      }
      return { kind: 'failed', reason: 'blocked' };
    } catch (error) {
      return { kind: 'failed', reason: error instanceof Locked ? 'locked' : isFull(error) ? 'full' : 'blocked' };
    }
  }

  async function open(name: string): ReturnType<DraftStore['open']> {
    try {
      // Before the key is asked for, so that what has expired goes even when there is none.
      await database.run('readwrite', (store) => sweep(store, now()));
      const key = await keyFor(name);
      const [own, others] = await database.run('readonly', async (store) => [await store.get([key.id, key.check]), await store.getAll(under(key.id))] as const);
      seen.delete(name);
      if (!own) return others.length === 0 ? { kind: 'opened', draft: undefined } : { kind: 'unreadable', reason: others.some(isNewer) ? 'newer' : 'key' };
      if (isNewer(own)) return { kind: 'unreadable', reason: 'newer' };
      const draft = await read(name, own, key);
      return draft ? { kind: 'opened', draft } : { kind: 'unreadable', reason: 'broken' };
    } catch (error) {
      if (isOlder(error)) return { kind: 'unreadable', reason: 'newer' };
      return { kind: 'failed', reason: error instanceof Locked ? 'locked' : 'blocked' };
    }
  }

  return {
    open, save,
    async remove(name) {
      removals.set(name, (removals.get(name) ?? 0) + 1);
      const last = seen.get(name);
      seen.delete(name);
      try {
        const id = await idOf(name);
        // Of a draft that this tab has read or written, that one; else what stands under the name, as "cannot be read" may have been said of it. No key is needed.
        await database.run('readwrite', (store) => store.delete(last ? [id, last.check] : under(id)));
        channel.tell({ id, kind: 'removed', revision: 0 });
      } catch { /* what stays is ciphertext, and expires */ }
    },
    async clear() {
      clears++;
      seen.clear();
      await database.run('readwrite', (store) => store.clear()).catch(() => database.drop()).catch(() => undefined);
      channel.tell({ kind: 'removed', revision: 0 });
    },
    watch(name, listener) {
      const id = idOf(name).catch(() => undefined);
      let live = true;
      const stop = channel.hear((told) => {
        void id.then((ours) => {
          if (!live || (told.id !== undefined && told.id !== ours)) return;
          try { listener({ kind: told.kind, revision: told.revision }); } catch (error) { reportError(error); }
        });
      });
      return () => { live = false; stop(); };
    },
  };
}

const iso = (at: number) => new Date(at).toISOString();
/** All keys of one name: an array sorts after every text. */
const under = (id: string) => IDBKeyRange.bound([id], [id, []]);

/** Removes what has expired, unread; holds to its term what was saved by a clock far ahead. */
async function sweep(store: Drafts<'readwrite'>, at: number): Promise<void> {
  for (let cursor = await store.index('expiresAt').openCursor(IDBKeyRange.upperBound(at)); cursor; cursor = await cursor.continue()) await cursor.delete();
  for (let cursor = await store.index('savedAt').openCursor(IDBKeyRange.lowerBound(at + day, true)); cursor; cursor = await cursor.continue()) {
    const { value } = cursor;
    if (isWhole(value)) await cursor.update({ ...value, savedAt: at, expiresAt: at + Math.max(0, value.expiresAt - value.savedAt) });
  }
}
