// A path of its own, so that a form that keeps no draft loads nothing of it.
export { createDraftStore, type DraftStoreOptions } from './store.js';
export { createHttpKeys, type HttpKeys, type HttpKeysOptions } from './http-keys.js';
export { fromSecret } from './secret-keys.js';
