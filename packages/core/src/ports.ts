// The world outside, as the engine sees it. `client` implements these in a browser, `testing` fakes them.
import type { PaymentBackend } from './payment/ports.js';
import type { Issue, Json, JsonObject, Path } from '@dvc/schema';

/** One entry of a code list. `aliases`: other spellings that a search should find; `formerly`: names no longer in force. */
export interface CodeItem { code: string; name: string; nameEn?: string; aliases?: string[]; formerly?: string[] }
export interface CodeList { id: string; version: string; within?: string; source?: string; items: CodeItem[] }

/** A file that the back end holds. */
export interface UploadedFile { id: string; name: string; type: string; /** bytes */ size: number; /** lower-case hex */ sha256: string }

/** How far a prefilled answer may be changed: not at all; with a mark that it was; or only a proposal that the citizen takes or leaves. */
export type Lock = 'locked' | 'marked' | 'suggestion';

/** Where a prefilled answer comes from. */
export interface Provenance {
  /** Name of the source in words, e.g. `Cơ sở dữ liệu quốc gia về dân cư`. */
  source: string;
  /** ISO instant at which the source said so */
  at: string;
  lock: Lock;
  /** The citizen changed it. */
  changed?: true;
}

/** An answer that a source knows. */
export interface Prefilled extends Omit<Provenance, 'changed'> { path: Path; value: Json }

/** Asks the sources of the State for what they know of the citizen. A form waits for it a second at most; what comes later is a suggestion. */
export interface Prefill {
  prefill(about: { document: { id: string; version: string }; paths: readonly Path[]; signal?: unknown }): Promise<readonly Prefilled[]>;
}

/** Who helped the submitter to fill the form, and on whose behalf. */
export interface Assistance {
  /** `officer` at a counter, `relative`, or any other `helper`. */
  role: 'officer' | 'relative' | 'helper';
  name: string;
  /** Unit of the officer, e.g. the one-stop department. */
  unit?: string;
  /** Name of the person who is helped. */
  onBehalfOf: string;
}

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
  provenance: Record<Path, Provenance>;
  assistance?: Assistance;
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
  /** Id of the payment of its fees; absent when nothing is to be paid. */
  payment?: string;
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
  | { kind: 'failed'; reason: 'offline' | 'timeout' | 'busy' | 'server' | 'session' | 'unexpected'; retryAfterMs?: number; incident?: string };

export interface Backend {
  submit(submission: Submission, options?: { signal?: unknown }): Promise<SubmitReply>;
  /** Sends one file; refuses by throwing UploadError. `progress` gets 0…1. */
  upload(file: unknown, options: { paper: string; progress?: (part: number) => void; signal?: unknown }): Promise<UploadedFile>;
  codeList(id: string, within?: string): Promise<CodeList>;
  /** The back end's clock: an ISO instant. */
  now(): Promise<string>;
  /** Payments of the dossiers that it acknowledges; without it a form shows none. */
  payments?(): Promise<PaymentBackend>;
}

export class UploadError extends Error {
  override name = 'UploadError';
  readonly code: 'type' | 'size' | 'empty' | 'offline' | 'server';
  constructor(code: UploadError['code'], message: string) { super(message); this.code = code; }
}

/** A draft as this device keeps it. */
export interface KeptDraft {
  /** Grows by one with every save, of whichever tab. */
  revision: number;
  /** ISO instant of the save */
  savedAt: string;
  /** ISO instant after which it is removed unread */
  expiresAt: string;
  content: Json;
}

export type SaveReply =
  | { kind: 'saved'; revision: number; savedAt: string }
  /** Another tab has saved since: nothing was written, and this is what stands there now. */
  | { kind: 'conflict'; theirs: KeptDraft | undefined }
  /** `full`: no room on the device. `blocked`: the browser keeps nothing, or no longer. `locked`: the key cannot be had, for example because the session has ended. */
  | { kind: 'failed'; reason: 'full' | 'blocked' | 'locked' };

export type OpenReply =
  | { kind: 'opened'; draft: KeptDraft | undefined }
  | { kind: 'failed'; reason: 'blocked' | 'locked' }
  /** There was one that cannot be read: of another session, broken, or of a newer version of the SDK (which is left alone). */
  | { kind: 'unreadable'; reason: 'key' | 'broken' | 'newer' };

/** Drafts on this device: encrypted, with an expiry. Nothing in here throws; what went wrong is said in the reply. */
export interface DraftStore {
  open(name: string): Promise<OpenReply>;
  /** Resolves to `saved` only when the bytes are durable. `revision` is what this tab saw last, 0 for none. */
  save(name: string, revision: number, content: Json): Promise<SaveReply>;
  remove(name: string): Promise<void>;
  /** Everything of ours on this device: "Xóa khỏi máy này". */
  clear(): Promise<void>;
  /** Hears of saves and removals by other tabs. */
  watch(name: string, listener: (change: { kind: 'saved' | 'removed'; revision: number }) => void): () => void;
}

/** The other half of a draft's key, which never lies on the device: with the host's session or the back end, so that leaving makes a draft unreadable. */
export interface DraftKeys {
  /** 32 bytes, the same for the same name while the session lasts. Rejects when there is none. */
  half(name: string): Promise<Uint8Array>;
}
