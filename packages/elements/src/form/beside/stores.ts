// The store itself: IndexedDB and WebCrypto, for a form that keeps drafts and whose host has no store of its own.
import { createDraftStore, createHttpKeys } from '@dvc/client/drafts/index.js';
import type { DraftStore } from '@dvc/core';
import type { DvcForm } from '../form.js';

/** ms that a draft is kept: a week at home, half a day on a computer that others use. */
const OWN_MS = 7 * 24 * 3_600_000;
const SHARED_MS = 12 * 3_600_000;

/** `leave` destroys the halves of the session, `enter` allows to ask for those of the next one. */
export interface Stored { readonly drafts: DraftStore; readonly leave?: () => Promise<void>; readonly enter?: () => void }

export function storeOf({ draftKeys, api, headers, shared }: DvcForm): Stored | undefined {
  const ttlMs = shared ? SHARED_MS : OWN_MS;
  if (draftKeys) return { drafts: createDraftStore({ keys: draftKeys, ttlMs }) };
  if (api === undefined) return undefined;
  const keys = createHttpKeys({ api, ...(headers ? { headers: () => headers() } : {}) });
  return {
    drafts: createDraftStore({ keys, ttlMs }), enter: () => keys.enter(),
    async leave() {
      await keys.leave();
      // The next person begins a session of their own.
      keys.enter();
    },
  };
}
