// What every way of sending has in common.
import type { NotificationChannel } from '@dvc/core';
import type { Locale } from './templates.js';

export type OutChannel = Exclude<NotificationChannel, 'portal'>;
export const outChannels: readonly OutChannel[] = ['email', 'sms', 'zalo'];

export interface Letter {
  /** The same for every attempt. */
  id: string;
  to: string;
  locale: Locale;
  /** Key of the words. */
  template: string;
  title: string;
  text: string;
  sms: string;
  /** The whole e-mail. */
  mail: string;
  params: { dossierCode: string; link: string; unsubscribe: string; status?: string; due?: string };
  /** When it was queued. */
  at: Date;
}

export type Outcome =
  | { kind: 'sent' }
  | { kind: 'later'; reason: string; retryAfterMs?: number }
  /** The other side says that it will never take it. */
  | { kind: 'refused'; reason: string };

export interface Sender {
  /** One attempt. Rejects only when `signal` ends it for another reason than time. */
  send(letter: Letter, signal: AbortSignal): Promise<Outcome>;
  close(): void;
}
