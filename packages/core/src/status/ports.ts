// The back end of a tracker, as an element sees it. `client` implements it over HTTP, `testing` fakes it.
import type { Issue, JsonObject } from '@dvc/schema';
import type { StatusEvent, StatusSnapshot } from './events.js';

/** How somebody shows that the dossier is theirs: the look-up secret of the acknowledgement, the personal number of owner or submitter, or a one-time code that the host sends. */
export type SecondFactor = { readonly kind: 'secret' | 'personalId' | 'otp'; readonly value: string };

/** A right to read one dossier for a while; never its code alone. */
export interface StatusAccess { readonly dossier: string; /** opaque; sent with each request */ readonly token: string; /** ms */ readonly expiresAt: number }

export interface StatusListItem { readonly dossierCode: string; readonly about: string; readonly code: string; readonly submittedAt: number; readonly updatedAt: number; readonly due?: string; readonly needsCitizen: boolean; readonly access: StatusAccess }

export type NotificationChannel = 'email' | 'sms' | 'portal' | 'zalo';
/** Consent for one channel: when it was given, to which wording, and where messages go (masked when it comes from the back end). */
export interface ChannelChoice { readonly channel: NotificationChannel; readonly on: boolean; readonly address?: string; readonly consentAt?: number; readonly consentVersion?: string }
export interface NotificationItem { readonly id: string; readonly at: number; readonly title: string; readonly text: string; readonly read: boolean }

export type StatusFailure =
  /** `unknown`: no such dossier, or the second factor is not right: the two are never told apart. `attempts`: too many tries. `expired`: the access has run out. `refused`: not possible as it stands now, or for the issues that are given. */
  | { readonly kind: 'refused'; readonly reason: 'unknown' | 'attempts' | 'expired' | 'refused' | 'malformed'; readonly retryAfterMs?: number; readonly issues?: readonly Issue[] }
  | { readonly kind: 'failed'; readonly reason: 'offline' | 'timeout' | 'busy' | 'server' | 'unexpected'; readonly retryAfterMs?: number; readonly incident?: string };

export type StatusReply<T> = { readonly kind: 'ok'; readonly value: T } | StatusFailure;

/** Nothing in here throws. */
export interface StatusBackend {
  /** Opens a dossier by its code and a second factor. */
  lookUp(dossier: string, factor: SecondFactor): Promise<StatusReply<StatusAccess>>;
  /** Asks the host to send a one-time code to the number that the dossier has. The answer is the same for any code. */
  sendOtp?(dossier: string): Promise<StatusReply<true>>;
  /** The dossiers of the logged-in citizen, or of this browser's session. */
  list(): Promise<StatusReply<readonly StatusListItem[]>>;
  snapshot(access: StatusAccess): Promise<StatusReply<StatusSnapshot>>;
  /**
   * Events from `after` on, as they come; reconnects by itself, and polls where a stream cannot be had. `lost`: the connection is gone for now; `heard`: it is there.
   * @returns ends it
   */
  follow(access: StatusAccess, after: number, listener: { event(event: StatusEvent): void; heard(): void; lost(): void }): () => void;
  /** The answer to a supplement request: the changed answers, by path, and the uploads of the papers. */
  answerSupplement(access: StatusAccess, answer: { readonly request: string; readonly answers: JsonObject; readonly papers: Readonly<Record<string, readonly string[]>>; readonly key: string }): Promise<StatusReply<StatusSnapshot>>;
  /** The answers as they stand with the agency, for a supplement in place; owner only. */
  answers(access: StatusAccess): Promise<StatusReply<{ readonly document: { readonly id: string; readonly version: string }; readonly answers: JsonObject }>>;
  withdraw(access: StatusAccess, reason: string): Promise<StatusReply<StatusSnapshot>>;
  complain(access: StatusAccess, text: string): Promise<StatusReply<true>>;
  channels(access: StatusAccess): Promise<StatusReply<readonly ChannelChoice[]>>;
  setChannel(access: StatusAccess, choice: ChannelChoice): Promise<StatusReply<readonly ChannelChoice[]>>;
  notifications(access: StatusAccess): Promise<StatusReply<readonly NotificationItem[]>>;
}
