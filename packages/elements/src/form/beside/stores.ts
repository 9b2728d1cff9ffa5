// The store itself: IndexedDB and WebCrypto, for a form that keeps drafts and whose host has no store of its own.
import { createDraftStore, createHttpKeys } from '@dvc/client/drafts/index.js';
import type { DraftStore } from '@dvc/core';
import type { DvcForm } from '../form.js';

/** ms that a draft is kept: a week at home, half a day on a computer that others use. */
const OWN_MS = 7 * 24 * 3_600_000;
const SHARED_MS = 12 * 3_600_000;

export function storeOf({ draftKeys, api, headers, shared }: DvcForm): DraftStore | undefined {
  const keys = draftKeys ?? (api === undefined ? undefined : createHttpKeys({ api, ...(headers ? { headers: () => headers() } : {}) }));
  return keys && createDraftStore({ keys, ttlMs: shared ? SHARED_MS : OWN_MS });
}
