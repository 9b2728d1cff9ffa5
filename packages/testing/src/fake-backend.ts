import { UploadError, type Acknowledgement, type Backend, type Change, type CodeList, type Submission, type SubmitReply, type UploadedFile } from '@dvc/core';
import type { Issue } from '@dvc/schema';

/** What the next submission comes to. A whole reply stands for itself; `never` stays under way. */
export type Outcome = 'acknowledged' | 'offline' | 'timeout' | 'busy' | 'server' | 'unexpected' | 'key-conflict' | 'never' | SubmitReply;

export interface FakeOptions {
  /** One outcome for every submission, or one for each in turn; the last one stays. */
  submit?: Outcome | readonly Outcome[];
  /** Before any answer; 0 by default. */
  latencyMs?: number;
  /** What uploads come to: accepted after the steps, refused, or stopped where they are. */
  upload?: { steps?: readonly number[]; stepMs?: number; refuse?: UploadError['code']; stops?: boolean };
  /** The list as it lies in schemas/code-lists; rejects when there is none. */
  codeList?: (id: string, within?: string) => Promise<CodeList>;
  /** The back end's clock, an ISO instant. */
  now?: string;
}

export interface FakeBackend extends Backend {
  /** All that came, retries too, oldest first. */
  readonly submissions: readonly Submission[];
  /** All files that were accepted. */
  readonly uploaded: readonly UploadedFile[];
  /** What the submissions from now on come to. */
  answer(...outcomes: Outcome[]): void;
}

export const refused = (...issues: Issue[]): SubmitReply => ({ kind: 'refused', issues });
export const changed = (today: string, ...changes: Change[]): SubmitReply => ({ kind: 'changed', changes, today });

const pause = (ms: number) => new Promise<void>((resolve) => { setTimeout(resolve, ms); });
const hex = (bytes: ArrayBuffer) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * The Backend port inside the page: no request, every state on demand. Like the real one it answers a key that it has
 * acknowledged with the same acknowledgement.
 */
export function fakeBackend(options: FakeOptions = {}): FakeBackend {
  const { latencyMs = 0, now = '2026-11-21T02:30:00.000Z' } = options;
  let outcomes = outcomesOf(options.submit);
  const submissions: Submission[] = [];
  const uploaded: UploadedFile[] = [];
  const acknowledged = new Map<string, Acknowledgement>();

  function acknowledge(submission: Submission): Acknowledgement {
    const known = acknowledged.get(submission.idempotencyKey);
    if (known) return known;
    const made: Acknowledgement = {
      dossierCode: `H99.01-${now.slice(2, 10).replaceAll('-', '')}-${String(acknowledged.size + 1).padStart(4, '0')}`,
      lookupSecret: 'K7QF-2MXP-9TBD', receivedAt: now, document: submission.document,
      papers: Object.entries(submission.papers).map(([paper, ids]) => ({ paper, files: ids.flatMap((id) => uploaded.filter((file) => file.id === id)) })),
    };
    acknowledged.set(submission.idempotencyKey, made);
    return made;
  }

  return {
    submissions, uploaded,
    answer(...next) { outcomes = next; },
    async submit(submission) {
      submissions.push(submission);
      await pause(latencyMs);
      const outcome = outcomes.length > 1 ? outcomes.shift()! : outcomes[0]!;
      if (typeof outcome !== 'string') return outcome;
      switch (outcome) {
        case 'never': return new Promise<never>(() => undefined);
        case 'acknowledged': return { kind: 'acknowledged', acknowledgement: acknowledge(submission) };
        case 'key-conflict': return { kind: 'key-conflict' };
        // Far enough away not to send again while somebody looks.
        case 'busy': return { kind: 'failed', reason: 'busy', retryAfterMs: 60_000 };
        case 'server': return { kind: 'failed', reason: 'server', incident: 'S7-41B2' };
        default: return { kind: 'failed', reason: outcome };
      }
    },
    async upload(given, { progress }) {
      const file = given as File;
      const { steps = [0.4, 1], stepMs = 0, refuse, stops = false } = options.upload ?? {};
      await pause(latencyMs);
      for (const part of steps) {
        progress?.(part);
        await pause(stepMs);
      }
      if (stops) return new Promise<never>(() => undefined);
      if (refuse) throw new UploadError(refuse, `the fake refuses: ${refuse}`);
      const sha256 = hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
      const held: UploadedFile = { id: `upload-${uploaded.length + 1}`, name: file.name, type: file.type, size: file.size, sha256 };
      uploaded.push(held);
      return held;
    },
    async codeList(id, within) {
      await pause(latencyMs);
      if (!options.codeList) throw new Error(`no code list ${id}`);
      return options.codeList(id, within);
    },
    async now() { return now; },
  };
}

const outcomesOf = (submit: FakeOptions['submit']): Outcome[] =>
  submit === undefined ? ['acknowledged'] : Array.isArray(submit) ? [...submit as readonly Outcome[]] : [submit as Outcome];
