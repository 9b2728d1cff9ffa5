// The history of a dossier. Whoever adds to it holds the dossier's row, so that the numbers have no gap and their order is that of the commits.
import { sql, type Kysely, type Transaction } from 'kysely';
import type { StatusEvent } from '@dvc/core';
import type { Again } from '../delivery/index.js';
import type { Tables } from '../db/schema.js';

type Bare<E> = E extends StatusEvent ? Omit<E, 'seq'> : never;
/** An event before it has its number. */
export type ToldEvent = Bare<StatusEvent>;
export type DossierId = string | number;
/** Queues the dossier for the case system again, within the caller's transaction. */
export type Deliver = (tx: Transaction<Tables>, dossier: DossierId, again: Again) => Promise<void>;

/** What is said on it is the id of a dossier that has a new event. */
export const channel = 'dvc_status';
/** Of the event that every history begins with. Nobody can be waiting for it, so it is not said: transactions that say something queue for their commit. */
export const FIRST = 'submitted';

/** The event that every history begins with; in the transaction that stores the dossier, whose revision is 1. */
export async function appendFirst(tx: Transaction<Tables>, dossier: DossierId, at: Date): Promise<void> {
  const event: StatusEvent = { type: 'status', code: '1', id: FIRST, seq: 1, at: at.getTime() };
  await tx.insertInto('status_event').values({ dossier, seq: 1, id: FIRST, at, event: JSON.stringify(event) }).execute();
}

/**
 * Adds events within the caller's transaction; one whose id the dossier has is left out.
 * @returns those that are new, with their numbers
 */
export async function appendEvents(tx: Transaction<Tables>, dossier: DossierId, told: readonly ToldEvent[]): Promise<StatusEvent[]> {
  const { revision } = await tx.selectFrom('dossier').select('revision').where('id', '=', dossier).forUpdate().executeTakeFirstOrThrow();
  if (told.length === 0) return [];
  const held = await tx.selectFrom('status_event').select('id').where('dossier', '=', dossier).where('id', 'in', told.map(({ id }) => id)).execute();
  const known = new Set(held.map(({ id }) => id));
  const made: StatusEvent[] = [];
  for (const each of told) {
    if (known.has(each.id)) continue;
    known.add(each.id);
    made.push({ ...each, seq: revision + made.length + 1 } as StatusEvent);
  }
  if (made.length === 0) return [];
  await tx.insertInto('status_event').values(made.map((event) => ({ dossier, seq: event.seq, id: event.id, at: new Date(event.at), event: JSON.stringify(event) }))).execute();
  await tx.updateTable('dossier').set({ revision: revision + made.length }).where('id', '=', dossier).execute();
  // Heard by every process, ours too, when this transaction is committed.
  await sql`select pg_notify(${channel}, ${String(dossier)})`.execute(tx);
  return made;
}

/** Adds events, and whatever follows from those that are new, within the caller's transaction. What a running server does is this, not `appendEvents`. */
export type Append = (tx: Transaction<Tables>, dossier: DossierId, told: readonly ToldEvent[]) => Promise<StatusEvent[]>;
export type Follow = (tx: Transaction<Tables>, dossier: DossierId, events: readonly StatusEvent[]) => Promise<void>;

export const appending = (follow: Follow): Append => async (tx, dossier, told) => {
  const made = await appendEvents(tx, dossier, told);
  if (made.length > 0) await follow(tx, dossier, made);
  return made;
};

/** Those above `after`, in their order. */
export async function eventsAfter(db: Kysely<Tables>, dossier: DossierId, after: number): Promise<StatusEvent[]> {
  const rows = await db.selectFrom('status_event').select('event').where('dossier', '=', dossier).where('seq', '>', after).orderBy('seq').execute();
  return rows.map(({ event }) => event as StatusEvent);
}

export const revisionOf = async (db: Kysely<Tables>, dossier: DossierId): Promise<number> =>
  (await db.selectFrom('dossier').select('revision').where('id', '=', dossier).executeTakeFirst())?.revision ?? 0;
