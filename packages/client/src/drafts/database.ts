import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from 'idb';
import type { DraftRecord } from './record.js';

interface Schema extends DBSchema { drafts: { key: [string, string]; value: DraftRecord; indexes: { expiresAt: number; savedAt: number } } }
type Connection = IDBPDatabase<Schema>;
type Mode = 'readonly' | 'readwrite';
export type Drafts<M extends Mode> = IDBPObjectStore<Schema, ['drafts'], 'drafts', M>;

/** Some browsers neither open a database nor say why; a citizen should hear of it. */
const openMs = 5000;

export const isFull = (error: unknown): boolean => (error as DOMException | undefined)?.name === 'QuotaExceededError';
/** A newer SDK has been here, and has made the database its own. */
export const isOlder = (error: unknown): boolean => (error as DOMException | undefined)?.name === 'VersionError';

export interface DraftDatabase {
  /**
   * Runs `work` in one transaction and waits until it is durable. `work` may wait for requests of this store, for nothing else.
   * @throws what the browser says; see isFull and isOlder
   */
  run<M extends Mode, T>(mode: M, work: (store: Drafts<M>) => Promise<T>): Promise<T>;
  /** Throws the whole database away, for when it cannot even be opened. */
  drop(): Promise<void>;
}

export function openDraftDatabase(name: string): DraftDatabase {
  let held: Promise<Connection> | undefined;
  const forget = (which: Promise<Connection>) => { if (held === which) held = undefined; };

  function connect(): Promise<Connection> {
    if (held) return held;
    const opening = new Promise<Connection>((resolve, reject) => {
      let given = false;
      const giveUp = (why: string) => { given = true; reject(new Error(why)); };
      const timer = setTimeout(() => giveUp('IndexedDB does not answer'), openMs);
      openDB<Schema>(name, 1, {
        upgrade(db) {
          const store = db.createObjectStore('drafts', { keyPath: ['id', 'check'] });
          store.createIndex('expiresAt', 'expiresAt');
          store.createIndex('savedAt', 'savedAt');
        },
        // A tab with an older SDK holds the database and does not let go.
        blocked: () => giveUp('another tab holds the database'),
        // A newer SDK in another tab wants to upgrade, or the citizen clears the site's data: we stand in nobody's way.
        blocking: (_have, _wanted, event) => { forget(opening); (event.target as IDBDatabase).close(); },
        terminated: () => forget(opening),
      }).then((db) => { if (given) db.close(); else resolve(db); }, reject).finally(() => clearTimeout(timer));
    });
    held = opening;
    opening.catch(() => forget(opening));
    return opening;
  }

  async function begin<M extends Mode>(mode: M) {
    for (let again = true; ; again = false) {
      const opening = connect();
      const db = await opening;
      try {
        // relaxed durability answers while the bytes are still in the memory of the system: a power cut would take them
        return db.transaction('drafts', mode, { durability: 'strict' });
      } catch (error) {
        // The connection was closed meanwhile; a new one may do.
        forget(opening);
        if (!again) throw error;
      }
    }
  }

  return {
    async run(mode, work) {
      const transaction = await begin(mode);
      const working = work(transaction.store).catch((error: unknown) => {
        try { transaction.abort(); } catch { /* it has ended by itself */ }
        throw error;
      });
      const [made, done] = await Promise.allSettled([working, transaction.done]);
      // Of a full disk the transaction knows; its requests only know that they were aborted.
      if (done.status === 'rejected' && (isFull(done.reason) || made.status === 'fulfilled')) throw done.reason;
      if (made.status === 'rejected') throw made.reason;
      return made.value;
    },
    async drop() {
      held = undefined;
      await Promise.race([deleteDB(name), new Promise((done) => { setTimeout(done, openMs); })]);
    },
  };
}
