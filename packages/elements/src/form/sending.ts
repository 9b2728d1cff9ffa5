import { feesOf, payloadOf, papersOf, locate, type Backend, type Acknowledgement, type Store, type Submission, type SubmitReply } from '@dvc/core';
import type { Issue } from '@dvc/schema';
import { FormError } from './errors.js';

/** Everything that is sent, in plain data. The key is the draft's own, so that a retry is the same submission. */
export function submissionOf(store: Store, locale: string): Submission {
  const { state } = store;
  const { document } = state.plan;
  return {
    document: { id: document.id, version: document.version },
    answers: payloadOf(state),
    papers: Object.fromEntries(papersOf(state).map(({ key }) => [key, (state.uploads[key] ?? []).flatMap((file) => (file.file ? [file.file.id] : []))] as const).filter(([, ids]) => ids.length > 0)),
    codeLists: state.codeLists,
    fees: feesOf(state).map(({ id, amount }) => ({ id, amount })),
    provenance: provenanceOf(store),
    today: state.today,
    idempotencyKey: state.idempotencyKey,
    locale,
  };
}

function provenanceOf({ state }: Store): Record<string, string> {
  return Object.fromEntries(Object.entries(state.provenance).filter(([id]) => locate(state.root, id)?.node.relevant));
}

/** Sends once and puts the outcome into the state, when what shows it is there. Whatever comes back, the answers stay. */
export async function send(store: Store, backend: Backend, submission: Submission, pages: Promise<void>, report: (error: FormError) => void): Promise<void> {
  let reply: SubmitReply;
  try {
    reply = await backend.submit(submission);
    if (reply.kind === 'failed' && reply.reason !== 'offline') report(failureOf(reply.reason, reply.incident));
  } catch (error) {
    reply = { kind: 'failed', reason: 'unexpected' };
    report(new FormError('backend-failed', `submit: expected a reply, got ${String(error)}`));
  }
  await pages;
  settle(store, reply);
}

const failureOf = (reason: string, incident: string | undefined) => (reason === 'unexpected'
  ? new FormError('bad-reply', 'submit: expected an answer of the contract, got something else')
  : new FormError('backend-failed', `submit: expected an acknowledgement, got ${reason}${incident === undefined ? '' : ` (incident ${incident})`}`));

export function settle(store: Store, reply: SubmitReply): void {
  switch (reply.kind) {
    case 'acknowledged': store.dispatch({ type: 'acknowledged', acknowledgement: reply.acknowledgement }); return;
    case 'refused': store.dispatch({ type: 'refused', issues: reply.issues }); return;
    case 'changed': store.dispatch({ type: 'changed', changes: reply.changes, today: reply.today }); return;
    case 'key-conflict': store.dispatch({ type: 'failed', phase: { kind: 'failed', reason: 'key-conflict' } }); return;
    default: {
      const { kind: _, ...why } = reply;
      store.dispatch({ type: 'failed', phase: { kind: 'failed', ...why } });
    }
  }
}

/** What a host that sends by itself came back with. */
export const replyOf = (outcome: Acknowledgement | readonly Issue[]): SubmitReply =>
  (Array.isArray(outcome) ? { kind: 'refused', issues: outcome as Issue[] } : { kind: 'acknowledged', acknowledgement: outcome as Acknowledgement });

/** 128 random bits: made with the draft, before anything is sent. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
