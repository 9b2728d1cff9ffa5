// Messages to citizens about what happened to their dossier: in the portal, and by e-mail, SMS and Zalo to whoever has agreed to that very way.
import type { Kysely, Transaction } from 'kysely';
import type { StatusEvent } from '@dvc/core';
import { pauseMs } from '../delivery/settings.js';
import type { Tables } from '../db/schema.js';
import type { Jobs } from '../jobs/queue.js';
import { startWorker } from '../jobs/worker.js';
import type { Secrets } from '../secrets.js';
import type { Choices } from '../status/choices.js';
import type { DossierId } from '../status/log.js';
import { distinct, saidAlready, toldBy, type Told } from './kinds.js';
import { claim, enqueue, lastBy, listOpen, release, resend, settle, type ListedNotice, type Way } from './ledger.js';
import { mailSender } from './mail.js';
import type { OutChannel, Sender } from './sender.js';
import type { NoticeSettings } from './settings.js';
import { openTemplates, fill, type Locale } from './templates.js';
import { createUnsubscribing, type Unsubscribing } from './unsubscribe.js';
import { letterOf, valuesOf, wordsOf } from './write.js';
import { webhookSender } from './webhook.js';

/** The ways by which this server can tell a citizen something. */
export const offeredBy = (settings: NoticeSettings | undefined): readonly Way[] =>
  ['portal', ...(settings?.mail ? ['email' as const] : []), ...(settings?.sms ? ['sms' as const] : []), ...(settings?.zalo ? ['zalo' as const] : [])];

export { readNoticeSettings, type NoticeSettings } from './settings.js';

export interface NoticesOptions {
  /** Without them there are messages in the portal alone. */
  settings: NoticeSettings | undefined;
  db: Kysely<Tables>;
  jobs: Jobs;
  choices: Choices;
  secrets: Secrets;
  schemasDir: string;
  /** The day that the agency has promised by now, `YYYY-MM-DD`. */
  promisedDay: (tx: Transaction<Tables>, dossier: DossierId) => Promise<string | undefined>;
  now: () => Date;
  log: (message: string, about: object) => void;
}
export interface Notices {
  /** Part of the transaction that writes the events into the history. */
  queue(tx: Transaction<Tables>, dossier: DossierId, events: readonly StatusEvent[]): Promise<void>;
  unsubscribing: Unsubscribing;
  /** Where the citizen sees the dossier; undefined when the host has not said. */
  linkOf(dossierCode: string): string | undefined;
  list(limit: number): Promise<{ channels: readonly OutChannel[]; waiting: number; dead: number; sent: number; notices: ListedNotice[] }>;
  resend(which: string): Promise<number>;
  close(): Promise<void>;
}

/** ms; what is older is no news when a case system tells it: it stands in the portal, and nobody is woken by it. */
const STALE = 3 * 24 * 3_600_000;
const somewhere = 'https://dichvucong.example.gov.vn/ho-so.html?ma={dossierCode}';

export async function openNotices({ settings, db, jobs, choices, secrets, schemasDir, promisedDay, now, log }: NoticesOptions): Promise<Notices> {
  const { statusPage = somewhere, attempts: most = 40, pause = { first: 10_000, longest: 3_600_000 }, pollMs = 2_000, atOnce = 4, attemptMs = 30_000 } = settings ?? {};
  const linkOf = (dossierCode: string) => valuesOf({ dossierCode, template: '', due: null, locale: 'vi' }, templates, statusPage).link;
  const templates = openTemplates(schemasDir, settings?.templates, statusPage);
  const unsubscribing = createUnsubscribing(db, secrets, choices);
  const queue = await jobs.queue('notice', Math.ceil(attemptMs / 1000) + 30);
  const senders = new Map<OutChannel, Sender>([
    ...(settings?.mail ? [['email', mailSender(settings.mail, attemptMs)] as const] : []),
    ...(settings?.sms ? [['sms', webhookSender('sms', settings.sms)] as const] : []),
    ...(settings?.zalo ? [['zalo', webhookSender('zalo', settings.zalo)] as const] : []),
  ]);

  const worker = settings && senders.size > 0 ? startWorker({
    queue, name: 'notice', atOnce, pollMs, log,
    async attend(turn, stopping) {
      const held = await claim(db, turn);
      if (!held) return queue.done(db, turn);
      const sender = senders.get(held.channel);
      const end = { queue, now: now(), most, pauseMs: (attempts: number, after: number | undefined) => pauseMs(attempts, after, pause, Math.random) };
      // The consent is asked for now: it may have been taken back since.
      const to = (await choices.addresses(db, held.dossier)).find(({ channel }) => channel === held.channel)?.address;
      if (to === undefined) { await settle(db, turn, held, { kind: 'void', reason: 'no-consent' }, end); return undefined; }
      const letter = letterOf(held, to, await unsubscribing.token(held.dossier, held.channel), templates, settings);
      const outcome = sender ? await sender.send(letter, AbortSignal.any([stopping, AbortSignal.timeout(attemptMs)])).catch((error: unknown) => {
        if (!stopping.aborted) throw error;
        return undefined;
      }) : { kind: 'later' as const, reason: 'not-configured' };
      if (!outcome) {
        await release(db, turn);
        return queue.giveBack(turn);
      }
      const state = await settle(db, turn, held, outcome, { ...end, now: now() });
      if (outcome.kind !== 'sent') log('notice failed', { notice: held.id, channel: held.channel, state, attempts: held.attempts + 1, reason: outcome.reason });
    },
  }) : undefined;

  async function say(tx: Transaction<Tables>, dossier: DossierId, told: Told, channel: Way, { code, locale }: { code: string; locale: Locale }): Promise<void> {
    if (saidAlready(told, await lastBy(tx, dossier, channel), now())) return;
    const fresh = await enqueue(tx, queue, dossier, told, channel, now());
    if (!fresh || channel !== 'portal') return;
    const words = wordsOf(templates, told.key, locale);
    const values = valuesOf({ dossierCode: code, template: told.key, due: told.due ?? null, locale }, templates, statusPage);
    await choices.tell(tx, dossier, { id: told.event.id, at: told.event.at, title: fill(words.title, values), text: fill(words.text, values) });
  }

  return {
    unsubscribing,
    async queue(tx, dossier, events) {
      const promised = events.some(({ type }) => type === 'accepted') ? await promisedDay(tx, dossier) : undefined;
      const told = distinct(events.flatMap((event) => toldBy(event, promised) ?? []));
      if (told.length === 0) return;
      const { code, locale } = await tx.selectFrom('dossier').select(['code', 'locale']).where('id', '=', dossier).executeTakeFirstOrThrow();
      const ways = (await choices.addresses(tx, dossier)).map(({ channel }) => channel).filter((channel) => channel === 'portal' || senders.has(channel));
      for (const each of told) {
        const news = now().getTime() - each.event.at < STALE;
        for (const channel of ways) if (news || channel === 'portal') await say(tx, dossier, each, channel, { code, locale: locale === 'en' ? 'en' : 'vi' });
      }
    },
    linkOf: (dossierCode) => (settings ? linkOf(dossierCode) : undefined),
    list: async (limit) => ({ channels: [...senders.keys()], ...(await listOpen(db, limit)) }),
    async resend(which) {
      const count = await resend(db, queue, which);
      worker?.wake();
      return count;
    },
    async close() {
      await worker?.stop();
      for (const sender of senders.values()) sender.close();
    },
  };
}
