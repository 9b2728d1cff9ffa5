// What came of each message. The queue only knows when; this knows what, and is what an operator sees.
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../db/schema.js';
import type { JobQueue, Turn } from '../jobs/queue.js';
import type { DossierId } from '../status/log.js';
import type { TemplateKey, Told } from './kinds.js';
import type { OutChannel, Outcome } from './sender.js';
import type { Locale } from './templates.js';

export interface HeldNotice { id: string; dossier: DossierId; dossierCode: string; channel: OutChannel; template: TemplateKey; due: string | null; locale: Locale; attempts: number; queuedAt: Date }
export interface ListedNotice { id: string; dossierCode: string; channel: string; template: string; state: string; attempts: number; reason: string | null; queuedAt: string; triedAt: string | null }
export type Way = OutChannel | 'portal';

/** What was said last by this way. */
export async function lastBy(tx: Kysely<Tables>, dossier: DossierId, channel: Way): Promise<{ about: string; due: string | null; at: Date } | undefined> {
  const row = await tx.selectFrom('notice').select(['about', 'due', 'queued_at']).where('dossier', '=', dossier).where('channel', '=', channel).orderBy('number', 'desc').limit(1).executeTakeFirst();
  return row && { about: row.about, due: row.due, at: row.queued_at };
}

/**
 * Part of the transaction of the event. One message per event and way, however often it is told.
 * @returns false when it was there
 */
export async function enqueue(tx: Transaction<Tables>, queue: JobQueue, dossier: DossierId, { event, key, about, due }: Told, channel: Way, now: Date): Promise<boolean> {
  const row = await tx.insertInto('notice').values({
    dossier, event: event.id, channel, template: key, about, due: due ?? null, queued_at: now, ...(channel === 'portal' ? { state: 'sent', sent_at: now } : { state: 'waiting' }),
  }).onConflict((known) => known.columns(['dossier', 'event', 'channel']).doNothing()).returning('id').executeTakeFirst();
  if (row && channel !== 'portal') await give(tx, queue, row.id);
  return row !== undefined;
}

async function give(tx: Kysely<Tables>, queue: JobQueue, id: string, delayMs?: number): Promise<void> {
  const job = await queue.add(tx, id, delayMs);
  await tx.updateTable('notice').set({ job }).where('id', '=', id).execute();
}

async function read(db: Kysely<Tables>, id: string): Promise<HeldNotice | undefined> {
  const row = await db.selectFrom('notice').innerJoin('dossier', 'dossier.id', 'notice.dossier')
    .select(['notice.id', 'dossier', 'code', 'channel', 'template', 'due', 'locale', 'attempts', 'queued_at']).where('notice.id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const { code, queued_at, channel, template, locale, ...rest } = row;
  return { ...rest, channel: channel as OutChannel, template: template as TemplateKey, locale: locale === 'en' ? 'en' : 'vi', dossierCode: code, queuedAt: queued_at };
}

/** Takes it in hand for this turn; undefined when another job stands for it, or none has to. */
export async function claim(db: Kysely<Tables>, { job, about: id }: Turn): Promise<HeldNotice | undefined> {
  const mine = await db.updateTable('notice').set({ state: 'sending' }).where('id', '=', id).where('job', '=', job).where('state', 'in', ['waiting', 'sending']).returning('id').executeTakeFirst();
  return mine && read(db, id);
}

/** It was broken off: as if the turn had not begun. */
export async function release(db: Kysely<Tables>, { job, about: id }: Turn): Promise<void> {
  await db.updateTable('notice').set({ state: 'waiting' }).where('id', '=', id).where('job', '=', job).where('state', '=', 'sending').execute();
}

export interface SettleOptions { queue: JobQueue; now: Date; /** most attempts */ most: number; pauseMs: (attempts: number, retryAfterMs: number | undefined) => number }

/** Keeps what an attempt came to, in the transaction in which its job ends. */
export async function settle(db: Kysely<Tables>, turn: Turn, held: HeldNotice, outcome: Outcome | { kind: 'void'; reason: string }, { queue, now, most, pauseMs }: SettleOptions): Promise<string> {
  const attempts = held.attempts + (outcome.kind === 'void' ? 0 : 1);
  const state = outcome.kind === 'sent' || outcome.kind === 'void' ? outcome.kind : outcome.kind === 'refused' || attempts >= most ? 'dead' : 'waiting';
  await db.transaction().execute(async (tx) => {
    await queue.done(tx, turn);
    if (outcome.kind === 'sent') {
      // Whatever else was decided meanwhile: it has gone.
      await tx.updateTable('notice').set({ state: 'sent', attempts, reason: null, tried_at: now, sent_at: now }).where('id', '=', held.id).execute();
      return;
    }
    const mine = await tx.updateTable('notice').set({ state, attempts, reason: outcome.reason, tried_at: now })
      .where('id', '=', held.id).where('job', '=', turn.job).where('state', '=', 'sending').returning('id').executeTakeFirst();
    if (mine && state === 'waiting') await give(tx, queue, held.id, pauseMs(attempts, outcome.kind === 'later' ? outcome.retryAfterMs : undefined));
  });
  return state;
}

/** What has not gone, the dead letters first; at most `limit`. */
export async function listOpen(db: Kysely<Tables>, limit: number): Promise<{ waiting: number; dead: number; sent: number; notices: ListedNotice[] }> {
  const counts = await db.selectFrom('notice').select(['state', (e) => e.fn.countAll().as('n')]).where('channel', '<>', 'portal').groupBy('state').execute();
  const of = (state: string) => Number(counts.find((row) => row.state === state)?.n ?? 0);
  const rows = await db.selectFrom('notice').innerJoin('dossier', 'dossier.id', 'notice.dossier')
    .select(['notice.id', 'code', 'channel', 'template', 'state', 'attempts', 'reason', 'queued_at', 'tried_at'])
    .where('state', 'in', ['waiting', 'sending', 'dead']).orderBy('state').orderBy('number').limit(limit).execute();
  return {
    waiting: of('waiting') + of('sending'), dead: of('dead'), sent: of('sent'),
    notices: rows.map(({ code, queued_at, tried_at, ...row }) => ({ ...row, dossierCode: code, queuedAt: queued_at.toISOString(), triedAt: tried_at?.toISOString() ?? null })),
  };
}

/**
 * Sends again, now: what has not gone of one dossier, one message by its id, or `all`. What has gone never goes twice; what is in hand is left to whoever has it.
 * @returns how many
 */
export async function resend(db: Kysely<Tables>, queue: JobQueue, which: string): Promise<number> {
  const step = 200;
  const wanted = await db.selectFrom('notice').innerJoin('dossier', 'dossier.id', 'notice.dossier').select('notice.id').where('state', 'in', ['waiting', 'dead'])
    .where((e) => (which === 'all' ? e.val(true) : e.or([e('code', '=', which), e(e.cast('notice.id', 'text'), '=', which)]))).orderBy('number').execute();
  for (let from = 0; from < wanted.length; from += step) {
    // Short transactions: the embedded database has one connection, and citizens are waiting for it.
    await db.transaction().execute(async (tx) => {
      for (const { id } of wanted.slice(from, from + step)) {
        const mine = await tx.updateTable('notice').set({ state: 'waiting', attempts: 0, reason: null }).where('id', '=', id).where('state', 'in', ['waiting', 'dead']).returning('id').executeTakeFirst();
        if (mine) await give(tx, queue, id);
      }
    });
  }
  return wanted.length;
}
