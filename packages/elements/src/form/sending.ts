// The way to a back end and what becomes of it: comes with the back end, so that it is there when the connection is gone.
import type { Acknowledgement, Backend, Store, Submission, SubmitReply } from '@dvc/core';
import type { Issue } from '@dvc/schema';
import { format } from '@dvc/locale';
import { notice } from '@dvc/ui/chrome/notice.js';
import { html } from 'lit';
import { FormError } from './errors.js';
import { hotline, type FormScene } from './page.js';

export { reduceReplies as reduce } from '@dvc/core';

/** `earlier`: what was sent under the same key before, and nobody knows whether it arrived. */
interface Sending { readonly earlier: readonly Submission[]; readonly pages: Promise<void>; report(error: FormError): void }

/** ms until a submission is sent again by itself: doubled each time, and not by all citizens at once. */
const FIRST_PAUSE = 5000;
const LONGEST_PAUSE = 300_000;
const tries = new WeakMap<Store, number>();

/** Sends once and puts the outcome into the state, when what shows it is there. Whatever comes back, the answers stay. */
export async function send(store: Store, backend: Backend, submission: Submission, { earlier, pages, report }: Sending): Promise<true> {
  let reply = await asked(backend, submission, report);
  let isEarlier = false;
  // One of those before arrived after all, and its reply was lost: its acknowledgement is what the citizen must have.
  for (const before of reply.kind === 'key-conflict' ? earlier : []) {
    const late = await asked(backend, before, report);
    if (late.kind !== 'acknowledged' && late.kind !== 'failed') continue;
    [reply, isEarlier] = [late, true];
    break;
  }
  await pages;
  settle(store, reply, isEarlier);
  return true;
}

async function asked(backend: Backend, submission: Submission, report: Sending['report']): Promise<SubmitReply> {
  try {
    const reply = await backend.submit(submission);
    if (reply.kind === 'failed' && reply.reason !== 'offline' && reply.reason !== 'session') report(failureOf(reply.reason, reply.incident));
    return reply;
  } catch (error) {
    report(new FormError('backend-failed', `submit: expected a reply, got ${String(error)}`));
    return { kind: 'failed', reason: 'unexpected' };
  }
}

/** Only what may succeed without anybody's doing is tried again by itself. */
function pause(store: Store, reason: string): { retryAfterMs?: number } {
  if (!/^(offline|timeout|busy|server)$/.test(reason)) return {};
  const before = tries.get(store) ?? 0;
  tries.set(store, before + 1);
  return { retryAfterMs: Math.round(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** before) * (0.75 + Math.random() / 2)) };
}

const failureOf = (reason: string, incident: string | undefined) => (reason === 'unexpected'
  ? new FormError('bad-reply', 'submit: expected an answer of the contract, got something else')
  : new FormError('backend-failed', `submit: expected an acknowledgement, got ${reason}${incident === undefined ? '' : ` (incident ${incident})`}`));

function settle(store: Store, reply: SubmitReply, isEarlier = false): void {
  if (reply.kind !== 'failed') tries.delete(store);
  switch (reply.kind) {
    case 'acknowledged': store.dispatch({ type: 'acknowledged', acknowledgement: reply.acknowledgement, ...(isEarlier ? { earlier: true } : {}) }); return;
    case 'refused': store.dispatch({ type: 'refused', issues: reply.issues }); return;
    case 'changed': store.dispatch({ type: 'changed', changes: reply.changes, today: reply.today }); return;
    case 'key-conflict': store.dispatch({ type: 'failed', phase: { kind: 'failed', reason: 'key-conflict' } }); return;
    default: {
      const { kind: _, ...why } = reply;
      store.dispatch({ type: 'failed', phase: { kind: 'failed', ...pause(store, why.reason), ...why } });
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
  const text = { offline: words.offline, timeout: words.timeout, busy: words.busy, server: words.serverError, session: words.sessionOver, unexpected: words.serverError, 'key-conflict': scene.parts.more?.keyConflict ?? words.serverError }[phase.reason];
  return html`<div data-news tabindex="-1">${notice({
    kind: phase.reason === 'offline' || phase.reason === 'busy' || phase.reason === 'session' ? 'warning' : 'error', text,
    title: phase.retryAfterMs === undefined ? words.needsYouTitle : words.waitingTitle,
    more: [
      ...(phase.retryAfterMs === undefined ? [] : [format(words.waiting, { n: Math.ceil(phase.retryAfterMs / 1000) }, words.lang)]),
      words.kept,
      ...(phase.incident ? [format(words.incident, { incident: phase.incident }, words.lang)] : []),
    ],
    ...(phase.reason === 'key-conflict' ? {} : { actions: [{ action: 'submit', text: words.retry }, ...(phase.reason === 'session' && !scene.company?.saysLogin ? [{ action: 'login', text: words.login }] : [])] }),
  }, hotline)}</div>`;
}
