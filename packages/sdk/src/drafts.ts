// For a host that keeps the other half of a draft's key itself, or that logs its citizen out.
export { createDraftStore, createHttpKeys, fromSecret } from '@dvc/elements/drafts.js';
export type { DraftKeys, DraftStore, KeptDraft, OpenReply, SaveReply } from '@dvc/elements/drafts.js';
