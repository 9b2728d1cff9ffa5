import type { ChannelChoice, NotificationItem, StatusAccess, StatusBackend, StatusListItem, StatusReply, StatusSnapshot } from '@dvc/core';
import { apiOf, ask, NoReply, own, type HeadersSource, type Reply } from './http.js';
import { statusFailure } from './status-failure.js';
import { followEvents, type FollowTimes } from './status-stream.js';

export interface HttpStatusOptions {
  /** Where the back end stands, as for a form: '' is the page's own origin; `/api/v1` is added when it is not there. */
  api?: string;
  /** `vi` or `en`; by default the page's own. */
  lang?: () => string;
  headers?: HeadersSource;
  fetch?: typeof fetch;
  /** ms for one request; default 30,000 */
  timeoutMs?: number;
  /** How a stream is waited for. */
  stream?: Partial<FollowTimes>;
}

const part = encodeURIComponent;
const text = (value: unknown, ...names: string[]) => names.every((name) => typeof own(value, name) === 'string');
const whole = (value: unknown, ...names: string[]) => names.every((name) => Number.isSafeInteger(own(value, name)));

// A reply is what it must be: a Wi-Fi login page also answers 200.
const accessOf = (body: unknown): StatusAccess | undefined => (text(body, 'dossier', 'token') && whole(body, 'expiresAt') ? (body as StatusAccess) : undefined);
const snapshotOf = (code: string) => (body: unknown): StatusSnapshot | undefined => {
  const facts = own(body, 'facts');
  return own(facts, 'dossierCode') === code && text(facts, 'about') && Array.isArray(own(body, 'events')) && whole(body, 'revision', 'now') ? (body as StatusSnapshot) : undefined;
};
const listOf = <T>(name: string, isItem: (item: unknown) => boolean) => (body: unknown): readonly T[] | undefined => {
  const list = own(body, name);
  return Array.isArray(list) && list.every(isItem) ? (list as T[]) : undefined;
};
const done = (body: unknown): true | undefined => (own(body, 'ok') === true ? true : undefined);
const channelsOf = listOf<ChannelChoice>('channels', (each) => text(each, 'channel') && typeof own(each, 'on') === 'boolean');
const notificationsOf = listOf<NotificationItem>('notifications', (each) => text(each, 'id', 'title', 'text') && whole(each, 'at'));
const answersOf = (body: unknown) => (text(own(body, 'document'), 'id', 'version') && typeof own(body, 'answers') === 'object' && own(body, 'answers') !== null
  ? (body as Extract<Awaited<ReturnType<StatusBackend['answers']>>, { kind: 'ok' }>['value']) : undefined);

/** The status part of the API contract. */
export function createHttpStatus(options: HttpStatusOptions = {}): Required<StatusBackend> & {
  /** These of the list were read. */
  readNotifications(access: StatusAccess, ids: readonly string[]): ReturnType<StatusBackend['notifications']>;
} {
  const { fetch: send = (...given: Parameters<typeof fetch>) => fetch(...given), timeoutMs: ms = 30_000, lang = () => document.documentElement.lang } = options;
  const api = `${apiOf(options.api)}/dossiers`;

  const headers = async (access?: StatusAccess) => ({
    'X-DVC': '1', 'Accept-Language': /^en\b/i.test(lang()) ? 'en' : 'vi', ...(access ? { 'DVC-Access': access.token } : {}), ...(await options.headers?.()),
  });

  async function call<T>(path: string, read: (body: unknown) => T | undefined, { access, body, method = body ? 'POST' : 'GET' }: { access?: StatusAccess; body?: object; method?: string } = {}): Promise<StatusReply<T>> {
    try {
      for (let attempt = 0; ; attempt++) {
        const reply: Reply = await ask(send, `${api}${path}`, {
          method, credentials: 'include', cache: 'no-store', headers: { ...(body ? { 'Content-Type': 'application/json' } : {}), ...(await headers(access)) }, ...(body ? { body: JSON.stringify(body) } : {}),
        }, { ms });
        // 428: there was no session, nothing was stored, and the reply brought one.
        if (reply.status === 428 && attempt === 0) continue;
        const value = reply.status >= 200 && reply.status < 300 ? read(reply.body) : undefined;
        return value === undefined ? statusFailure(reply) : { kind: 'ok', value };
      }
    } catch (error) {
      if (error instanceof NoReply) return { kind: 'failed', reason: error.reason };
      throw error;
    }
  }

  const of = ({ dossier }: StatusAccess, path: string) => `/${part(dossier)}/${path}`;

  return {
    lookUp: (dossier, factor) => call('/lookup', accessOf, { body: { dossier, factor } }),
    sendOtp: (dossier) => call('/otp', done, { body: { dossier } }),
    list: () => call('', listOf<StatusListItem>('dossiers', (each) => text(each, 'dossierCode', 'about', 'code') && accessOf(own(each, 'access')) !== undefined)),
    snapshot: (access) => call(of(access, 'status'), snapshotOf(access.dossier), { access }),
    follow: (access, after, listener) => followEvents({ url: `${api}${of(access, 'events')}`, headers: () => headers(access), send, after, listener, ...(options.stream ? { times: options.stream } : {}) }),
    answers: (access) => call(of(access, 'answers'), answersOf, { access }),
    answerSupplement: (access, { request, answers, papers, key }) => call(of(access, 'supplement'), snapshotOf(access.dossier), { access, body: { request, answers, papers, key } }),
    withdraw: (access, reason) => call(of(access, 'withdraw'), snapshotOf(access.dossier), { access, body: { reason } }),
    complain: (access, words) => call(of(access, 'complaints'), done, { access, body: { text: words } }),
    channels: (access) => call(of(access, 'channels'), channelsOf, { access }),
    setChannel: (access, { channel, on, address, consentVersion }) => call(of(access, 'channels'), channelsOf, { access, method: 'PUT', body: { channel, on, ...(address === undefined ? {} : { address }), ...(consentVersion === undefined ? {} : { consentVersion }) } }),
    notifications: (access) => call(of(access, 'notifications'), notificationsOf, { access }),
    readNotifications: (access, ids) => call(of(access, 'notifications/read'), notificationsOf, { access, body: { ids } }),
  };
}
