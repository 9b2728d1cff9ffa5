// Responses that wait on this device, as one draft: what is true of drafts is true of them (sealed, half of the key elsewhere, an end, two tabs that lose nothing).
import type { DraftKeys } from '@dvc/core';
import type { Json } from '@dvc/schema';
import { createDraftStore } from '../drafts/index.js';
import type { Shelf, Waiting } from './outbox.js';

const NAME = 'survey-outbox';
/** Another tab was faster; so often it is not. */
const TRIES = 20;

export function deviceShelf({ keys, databaseName = 'dvc-surveys', ttlMs }: { readonly keys: DraftKeys; readonly databaseName?: string; readonly ttlMs?: number }): Shelf {
  const store = createDraftStore({ keys, databaseName, ...(ttlMs === undefined ? {} : { ttlMs }) });
  const listOf = (content: Json | undefined): readonly Waiting[] => (Array.isArray(content) ? (content as unknown as Waiting[]) : []);
  /** One change after another within this page. */
  let line: Promise<unknown> = Promise.resolve();

  async function change(work: (all: readonly Waiting[]) => readonly Waiting[]): Promise<boolean> {
    for (let turn = 0; turn < TRIES; turn++) {
      const found = await store.open(NAME);
      // What another session has left cannot be read here, and stands beside.
      if (found.kind === 'failed') return false;
      const draft = found.kind === 'opened' ? found.draft : undefined;
      const held = listOf(draft?.content), next = work(held);
      if (next === held) return true;
      // An empty list is kept: a tab that adds to it meanwhile must meet a conflict, not a removal.
      const saved = await store.save(NAME, draft?.revision ?? 0, next as unknown as Json);
      if (saved.kind === 'saved') return true;
      if (saved.kind === 'failed') return false;
    }
    return false;
  }
  return {
    change: (work) => { const done = line.then(() => change(work)); line = done.catch(() => undefined); return done; },
    async all() {
      const found = await store.open(NAME);
      return found.kind === 'opened' ? listOf(found.draft?.content) : [];
    },
  };
}
