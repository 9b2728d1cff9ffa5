// The world outside, as the engine sees it. `client` implements these in a browser, `testing` fakes them.
import type { Issue, Json, JsonObject, Path } from '@dvc/schema';

/** One entry of a code list. `aliases`: other spellings that a search should find; `formerly`: names no longer in force. */
export interface CodeItem { code: string; name: string; nameEn?: string; aliases?: string[]; formerly?: string[] }
export interface CodeList { id: string; version: string; within?: string; source?: string; items: CodeItem[] }

/** A file that the back end holds. */
export interface UploadedFile { id: string; name: string; type: string; /** bytes */ size: number; /** lower-case hex */ sha256: string }

/** What is sent. The key is made with the draft, so that every retry carries the same one. */
export interface Submission {
  document: { id: string; version: string };
  /** Pruned answers with computed values. */
  answers: JsonObject;
  /** paper id → upload ids */
  papers: Record<string, string[]>;
  /** code list id → version that was shown */
  codeLists: Record<string, string>;
  /** đồng, as shown to the citizen */
  fees: { id: string; amount: number }[];
  /** where prefilled answers came from, by path */
  provenance: Record<Path, string>;
  /** `YYYY-MM-DD` that the browser reckoned with */
  today: string;
  idempotencyKey: string;
  locale: string;
}

/** Xác nhận đã nộp hồ sơ trực tuyến. Not the acceptance slip: no appointment yet. */
export interface Acknowledgement {
  dossierCode: string;
  /** Mã tra cứu: with the code, the key to the dossier's status. */
  lookupSecret: string;
  /** ISO instant of the durable commit */
  receivedAt: string;
  document: { id: string; version: string };
  papers: { paper: string; files: UploadedFile[] }[];
}

/** One difference between what the citizen saw and what the back end reckons at its own instant. */
export interface Change { path: Path; kind: 'computed' | 'fee' | 'relevance' | 'paper'; shown?: Json; now?: Json; title?: string }

export type SubmitReply =
  | { kind: 'acknowledged'; acknowledgement: Acknowledgement }
  | { kind: 'refused'; issues: Issue[] }
  | { kind: 'changed'; changes: Change[]; today: string }
  /** Same key, other body: the first submission under this key stands. */
  | { kind: 'key-conflict' }
  /** Nothing is known to be stored; trying again with the same key is safe. */
  | { kind: 'failed'; reason: 'offline' | 'timeout' | 'busy' | 'server' | 'unexpected'; retryAfterMs?: number; incident?: string };

export interface Backend {
  submit(submission: Submission, options?: { signal?: unknown }): Promise<SubmitReply>;
  /** Sends one file; refuses by throwing UploadError. `progress` gets 0…1. */
  upload(file: unknown, options: { paper: string; progress?: (part: number) => void; signal?: unknown }): Promise<UploadedFile>;
  codeList(id: string, within?: string): Promise<CodeList>;
  /** The back end's clock: an ISO instant. */
  now(): Promise<string>;
}

export class UploadError extends Error {
  override name = 'UploadError';
  readonly code: 'type' | 'size' | 'empty' | 'offline' | 'server';
  constructor(code: UploadError['code'], message: string) { super(message); this.code = code; }
}
