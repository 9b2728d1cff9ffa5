// A page that keeps a draft as the form does: its box in a shadow root, its words in the store and nowhere else. And, to
// know that the search would find something, ways to keep them as nobody should.
import { createDraftStore, createHttpKeys } from '@dvc/client/drafts/index.js';

const NAME = 'thu-nghiem/phieu-nho';
const keys = createHttpKeys();
const store = createDraftStore({ keys });
const short = createDraftStore({ keys, ttlMs: 1 });

const host = document.body.appendChild(document.createElement('div'));
const area = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('textarea'));

async function keepInClear(remove: boolean): Promise<void> {
  const opening = indexedDB.open('clear', 1);
  const db = await new Promise<IDBDatabase>((done) => { opening.onupgradeneeded = () => { opening.result.createObjectStore('x'); }; opening.onsuccess = () => done(opening.result); });
  const write = (work: (to: IDBObjectStore) => void) => new Promise((done) => { const transaction = db.transaction('x', 'readwrite', { durability: 'strict' }); work(transaction.objectStore('x')); transaction.oncomplete = done; });
  await write((to) => to.put({ note: area.value }, 1));
  if (remove) await write((to) => to.delete(1));
}

export const drafts = {
  open: () => store.open(NAME),
  save: (revision: number) => store.save(NAME, revision, { note: area.value, key: 'k'.repeat(20) }),
  saveForAMoment: (revision: number) => short.save(NAME, revision, { note: area.value }),
  remove: () => store.remove(NAME),
  clear: () => store.clear(),
  leave: () => keys.leave(),
  half: async () => Array.from(await keys.half(NAME)),
  /** The same words on a road that the SDK does not take. */
  clearText: {
    localStorage: async () => { localStorage.setItem('draft', area.value); },
    indexedDB: () => keepInClear(false),
    removedIndexedDB: () => keepInClear(true),
    address: async () => { history.replaceState(null, '', `?note=${encodeURIComponent(area.value.slice(0, 200))}`); },
  },
};
export type Drafts = typeof drafts;
Object.assign(window, { drafts });
document.documentElement.dataset['ready'] = '';
