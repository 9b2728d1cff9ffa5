// The way to a back end and what becomes of it: comes with the back end, so that it is there when the connection is gone.
import type { Acknowledgement, Backend, Store, Submission, SubmitReply } from '@dvc/core';
import type { Issue } from '@dvc/schema';
import { format } from '@dvc/locale';
import { notice } from '@dvc/ui/chrome/notice.js';
import { html } from 'lit';
import { FormError } from './errors.js';
import { hotline, type FormScene } from './page.js';

export { reduceReplies as reduce } from '@dvc/core';

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

function settle(store: Store, reply: SubmitReply): void {
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
export const resolve = (store: Store, outcome: Acknowledgement | readonly Issue[]): void =>
  settle(store, Array.isArray(outcome) ? { kind: 'refused', issues: outcome as Issue[] } : { kind: 'acknowledged', acknowledgement: outcome as Acknowledgement });

/** What became of a submission that was sent, in a place that takes focus. */
export function newsView(scene: FormScene): unknown {
  const { words } = scene.models.texts;
  const { phase } = scene.store.state;
  if (phase.kind === 'changed' && scene.parts.pages) return html`<div data-news tabindex="-1">${scene.parts.pages.changedView(scene, phase.changes)}</div>`;
  if (phase.kind === 'acknowledged') return notice({ kind: 'success', text: phase.acknowledgement.dossierCode, more: [phase.acknowledgement.lookupSecret] });
  if (phase.kind !== 'failed') return undefined;
  const text = { offline: words.offline, timeout: words.timeout, busy: words.busy, server: words.serverError, unexpected: words.serverError, 'key-conflict': scene.parts.more?.keyConflict ?? words.serverError }[phase.reason];
  return html`<div data-news tabindex="-1">${notice({
    kind: phase.reason === 'offline' || phase.reason === 'busy' ? 'warning' : 'error', text,
    more: [
      ...(phase.retryAfterMs === undefined ? [] : [format(words.waiting, { n: Math.ceil(phase.retryAfterMs / 1000) }, words.lang)]),
      words.kept,
      ...(phase.incident ? [format(words.incident, { incident: phase.incident }, words.lang)] : []),
    ],
    ...(phase.reason === 'key-conflict' ? {} : { actions: [{ action: 'submit', text: words.retry }] }),
  }, hotline)}</div>`;
}
