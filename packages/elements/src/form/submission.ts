import { payloadOf, papersOf, type Assistance, type Store, type Submission } from '@dvc/core';
import type { Parts } from './parts.js';

/** Everything that is sent, in plain data. The key is the draft's own, so that a retry is the same submission. */
export function submissionOf({ state }: Store, { pages, company }: Parts, { locale, assistance }: { locale: string; assistance: Assistance | undefined }): Submission {
  const { document } = state.plan;
  return {
    document: { id: document.id, version: document.version },
    answers: payloadOf(state),
    papers: Object.fromEntries(papersOf(state).map(({ key }) => [key, (state.uploads[key] ?? []).flatMap((file) => (file.file ? [file.file.id] : []))] as const).filter(([, ids]) => ids.length > 0)),
    codeLists: state.codeLists,
    // A form with fees has come with its pages.
    fees: pages?.sumsOf(state) ?? [],
    // Sources come with the company that asks them.
    provenance: company?.provenanceOf(state) ?? {},
    ...(assistance ? { assistance } : {}),
    today: state.today,
    idempotencyKey: state.idempotencyKey,
    locale,
  };
}

/** 128 random bits: made with the draft, before anything is sent. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
