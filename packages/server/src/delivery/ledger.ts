// What came of each delivery. The queue only knows when; this knows what, and is what an operator sees.
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../db/schema.js';
import type { Parcel } from './body.js';
import type { DeliveryQueue, Turn } from './queue.js';
import type { Outcome } from './send.js';

export interface ListedDelivery {
  deliveryId: string;
  dossierCode: string;
  state: 'waiting' | 'delivered' | 'dead';
  attempts: number;
  /** Why the last attempt failed; `earlier`: from before there were deliveries. */
  reason: string | null;
  receivedAt: string;
  triedAt: string | null;
  deliveredAt: string | null;
  caseCode: string | null;
}

/** Writes the dossier's delivery and its first job; part of the transaction that stores the dossier. */
export async function enqueue(tx: Kysely<Tables>, queue: DeliveryQueue, dossier: string | number): Promise<void> {
  await tx.insertInto('delivery').values({ dossier, state: 'waiting' }).execute();
  await queue.add(tx, dossier);
}

/** What the citizen did with a dossier that was delivered before. */
export type Again = { event: 'dossier.supplemented'; supplement: { request: string; at: string; version: number } } | { event: 'dossier.withdrawal-asked' | 'dossier.complained' };

/** The dossier as it is now: a delivery of its own, in place of the last one. A case system that never got the first takes this one for it, because it has the whole. */
export async function enqueueAgain(tx: Kysely<Tables>, queue: DeliveryQueue, dossier: string | number, again: Again): Promise<void> {
  await tx.updateTable('delivery').set({
    id: sql<string>`gen_random_uuid()`, event: again.event, state: 'waiting', attempts: 0, reason: null, tried_at: null, delivered_at: null,
    ...('supplement' in again ? { supplement: JSON.stringify(again.supplement) } : {}),
  }).where('dossier', '=', dossier).execute();
  await queue.add(tx, dossier);
}

export interface SettleOptions { queue: DeliveryQueue; now: Date; /** most attempts */ most: number; pauseMs: (attempts: number, retryAfterMs: number | undefined) => number }

/** Keeps what an attempt came to, in the same transaction in which its job ends: nothing is marked as done that is not, and nothing waits without a job. */
export async function settle(db: Kysely<Tables>, turn: Turn, parcel: Parcel, outcome: Outcome, { queue, now, most, pauseMs }: SettleOptions): Promise<'delivered' | 'waiting' | 'dead'> {
  const attempts = parcel.attempts + 1;
  const state = outcome.kind === 'delivered' ? 'delivered' : outcome.kind === 'refused' || attempts >= most ? 'dead' : 'waiting';
  await db.transaction().execute(async (tx) => {
    await queue.done(tx, turn);
    if (outcome.kind === 'delivered') {
      // Whatever else was decided meanwhile: the case system has it. Only of this delivery: a supplement may have taken its place.
      await tx.updateTable('delivery').set({ state, attempts, reason: null, tried_at: now, delivered_at: now }).where('dossier', '=', parcel.dossier).where('id', '=', parcel.deliveryId).execute();
      if (outcome.caseCode !== undefined) await tx.updateTable('dossier').set({ case_code: outcome.caseCode }).where('id', '=', parcel.dossier).execute();
      return;
    }
    const mine = await tx.updateTable('delivery').set({ state, attempts, reason: outcome.reason, tried_at: now })
      .where('dossier', '=', parcel.dossier).where('job', '=', turn.job).where('state', '=', 'waiting').returning('dossier').executeTakeFirst();
    if (mine && state === 'waiting') await queue.add(tx, parcel.dossier, pauseMs(attempts, outcome.kind === 'later' ? outcome.retryAfterMs : undefined));
  });
  return state;
}

/** What is not delivered, the dead letters first; at most `limit`. */
export async function listOpen(db: Kysely<Tables>, limit: number): Promise<{ waiting: number; dead: number; delivered: number; deliveries: ListedDelivery[] }> {
  const counts = await db.selectFrom('delivery').select(['state', (e) => e.fn.countAll().as('n')]).groupBy('state').execute();
  const of = (state: string) => Number(counts.find((row) => row.state === state)?.n ?? 0);
  const rows = await db.selectFrom('delivery').innerJoin('dossier', 'dossier.id', 'delivery.dossier')
    .select(['delivery.id', 'code', 'state', 'attempts', 'reason', 'received_at', 'tried_at', 'delivered_at', 'case_code'])
    .where('state', '<>', 'delivered').orderBy('state').orderBy('dossier.id').limit(limit).execute();
  return {
    waiting: of('waiting'), dead: of('dead'), delivered: of('delivered'),
    deliveries: rows.map((row) => ({
      deliveryId: row.id, dossierCode: row.code, state: row.state, attempts: row.attempts, reason: row.reason, receivedAt: row.received_at.toISOString(),
      triedAt: row.tried_at?.toISOString() ?? null, deliveredAt: row.delivered_at?.toISOString() ?? null, caseCode: row.case_code,
    })),
  };
}

/**
 * Sends again, now: one delivery by its id or its dossier code, even one that was delivered (the case system takes the same one only once), or `all` that are not delivered.
 * @returns how many
 */
export async function resend(db: Kysely<Tables>, queue: DeliveryQueue, which: string): Promise<number> {
  const step = 200;
  const wanted = await db.selectFrom('delivery').innerJoin('dossier', 'dossier.id', 'delivery.dossier').select('delivery.dossier')
    .where((e) => (which === 'all' ? e('state', '<>', 'delivered') : e.or([e('code', '=', which), e(e.cast('delivery.id', 'text'), '=', which)]))).orderBy('delivery.dossier').execute();
  for (let from = 0; from < wanted.length; from += step) {
    // Short transactions: the embedded database has one connection, and citizens are waiting for it.
    await db.transaction().execute(async (tx) => {
      for (const { dossier } of wanted.slice(from, from + step)) {
        await tx.updateTable('delivery').set({ state: 'waiting', attempts: 0, reason: null, delivered_at: null }).where('dossier', '=', dossier).execute();
        await queue.add(tx, dossier);
      }
    });
  }
  return wanted.length;
}
