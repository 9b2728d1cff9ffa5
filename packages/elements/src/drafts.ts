export { createDraftStore, createHttpKeys, fromSecret } from '@dvc/client/drafts/index.js';
export type { DraftKeys, DraftStore, KeptDraft, OpenReply, SaveReply } from '@dvc/core';
