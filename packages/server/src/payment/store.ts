// The ledger of a payment. Every change is one transaction that locks the payment, folds what is written, adds lines, and asks the money invariant before it commits.
import { randomBytes } from 'node:crypto';
import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import {
  isSoundEvent, isUnresolved, moneyFaults, paymentAttentionOf, paymentPhaseOf, paymentStateOf, reducePayment, type PaymentEvent, type PaymentState, type QuoteLine,
} from '@dvc/core';
import type { PaymentIntentTable, PaymentTable, Tables } from '../db/schema.js';
import type { Transact } from '../dossiers.js';
import { wakeOf } from './wake.js';

type Bare<E> = E extends PaymentEvent ? Omit<E, 'id' | 'at'> : never;
/** A line without its id and instant. */
export type Told = Bare<PaymentEvent>;
export type PaymentRow = Selectable<PaymentTable> & { lines: readonly QuoteLine[] };
export type IntentRow = Selectable<PaymentIntentTable>;

export interface Held {
  readonly row: PaymentRow;
  /** As they were written. */
  readonly events: readonly PaymentEvent[];
  readonly state: PaymentState;
  /** By attempt. */
  readonly intents: readonly IntentRow[];
  /** Transaction → the bank's name. */
  readonly banks: Readonly<Record<string, string>>;
}
export interface Change extends Held {
  readonly tx: Transaction<Tables>;
  /** ms, the server's clock */
  readonly now: number;
  /** Writes a line; false when the ledger has one of this id. `id`: of a fact that may be reported twice. */
  add(told: Told, more?: { id?: string; detail?: object }): boolean;
}

export interface PaymentStore {
  read(id: string): Promise<Held | undefined>;
  /** Undefined when there is no such payment. What `work` throws undoes everything. */
  change<T>(id: string, work: (change: Change) => Promise<T> | T): Promise<T | undefined>;
}
export interface PaymentStoreOptions {
  now: () => Date;
  log: (message: string, about: object) => void;
  /** What follows from any change, in the same transaction: the dossier takes note, receipts are issued. */
  book: (change: Change) => Promise<void>;
  transact?: Transact;
  /** 0 … 1: spreads the looks of many payments. */
  random?: () => number;
}

const commitThenAnswer: Transact = (db, work) => db.transaction().execute(work);
export const randomId = (bytes: number): string => randomBytes(bytes).toString('base64url');

async function load(db: Kysely<Tables>, row: PaymentRow): Promise<Omit<Held, 'state'> & { events: PaymentEvent[]; intents: IntentRow[] }> {
  const lines = await db.selectFrom('payment_event').select(['event', 'detail']).where('payment', '=', row.id).orderBy('sequence').execute();
  const intents = await db.selectFrom('payment_intent').selectAll().where('payment', '=', row.id).orderBy('attempt').execute();
  const banks = Object.fromEntries(lines.flatMap(({ event, detail }) => {
    const bank = (detail as { bank?: string } | null)?.bank;
    const told = event as PaymentEvent;
    return told.type === 'paid' && bank !== undefined ? [[told.transaction, bank]] : [];
  }));
  return { row, intents, banks, events: lines.map(({ event }) => event as PaymentEvent) };
}

export function createPaymentStore(db: Kysely<Tables>, options: PaymentStoreOptions): PaymentStore {
  const { now, log, book, transact = commitThenAnswer, random = Math.random } = options;

  async function read(id: string): Promise<Held | undefined> {
    const row = await db.selectFrom('payment').selectAll().where('id', '=', id).executeTakeFirst() as PaymentRow | undefined;
    if (!row) return undefined;
    const held = await load(db, row);
    return { ...held, state: paymentStateOf(held.events) };
  }

  async function change<T>(id: string, work: (change: Change) => Promise<T> | T): Promise<T | undefined> {
    return transact(db, async (tx) => {
      const row = await tx.selectFrom('payment').selectAll().where('id', '=', id).forUpdate().executeTakeFirst() as PaymentRow | undefined;
      if (!row) return undefined;
      const { events, ...held } = await load(tx, row);
      const written: { event: PaymentEvent; detail: object | undefined }[] = [];
      const ids = new Set(events.map((event) => event.id));
      let state = paymentStateOf(events);
      const instant = now().getTime();
      // Never before the last line, whichever process wrote it by whichever clock: the ledger's own order is that of its instants.
      let at = Math.max(instant, ...events.map((event) => event.at + 1));
      const open: Change = {
        ...held, events, tx, now: instant,
        get state() { return state; },
        add(told, { id: own = randomId(12), detail } = {}) {
          if (ids.has(own)) return false;
          const event = { ...told, id: own, at: at++ } as PaymentEvent;
          if (!isSoundEvent(event)) throw new Error(`a line that is not sound: ${event.type}`);
          ids.add(own);
          events.push(event);
          written.push({ event, detail });
          state = reducePayment(state, event);
          return true;
        },
      };
      const result = await work(open);
      await book(open);
      const faults = moneyFaults(events, state);
      if (faults.length > 0) {
        log('payment alarm', { alarm: 'money-invariant', faults });
        throw new Error('the money invariant does not hold: nothing was written');
      }
      await append(tx, id, written);
      await derive(tx, open, { log, random });
      return result;
    });
  }

  return { read, change };
}

/** Within a transaction that holds the payment, or has made it. */
export async function append(tx: Transaction<Tables>, payment: string, lines: readonly { event: PaymentEvent; detail?: object | undefined }[]): Promise<void> {
  // One by one, so that the sequence is their order.
  for (const { event, detail } of lines) {
    await tx.insertInto('payment_event').values({
      payment, id: event.id, at: new Date(event.at), event: JSON.stringify(event), detail: detail ? JSON.stringify(detail) : null,
    }).execute();
  }
}

async function derive(tx: Transaction<Tables>, { row, state, intents, now }: Change, { log, random }: { log: PaymentStoreOptions['log']; random: () => number }): Promise<void> {
  const unresolved = isUnresolved(state, now);
  if (unresolved && !row.unresolved_at) log('payment alarm', { alarm: 'unresolved', references: intents.map(({ reference }) => reference) });
  const wake = wakeOf(state, intents, now);
  const next = {
    phase: paymentPhaseOf(state),
    attention: unresolved || paymentAttentionOf(state).length > 0,
    unresolved_at: unresolved ? row.unresolved_at ?? new Date(now) : null,
    // Late by up to a fifth of the wait and a minute at most, so that what began together is not asked about together, and what is over after a day is not open for hours more.
    next_look: wake === undefined ? null : new Date(wake + Math.min(60_000, Math.max(0, wake - now) * 0.2) * random()),
  };
  await tx.updateTable('payment').set(next).where('id', '=', row.id).execute();
}

/** The payments whose turn it is, each given to this process for `leaseMs`. */
export async function takeDue(db: Kysely<Tables>, now: Date, most: number, leaseMs: number): Promise<string[]> {
  const due = db.selectFrom('payment').select('id').where('next_look', '<=', now).orderBy('next_look').limit(most).forUpdate().skipLocked();
  const rows = await db.updateTable('payment').set({ next_look: new Date(now.getTime() + leaseMs) }).where('id', 'in', due).returning('id').execute();
  return rows.map(({ id }) => id);
}

export const dossierCodeOf = async (db: Kysely<Tables>, { dossier }: Pick<PaymentRow, 'dossier'>): Promise<string> =>
  (dossier === null ? undefined : await db.selectFrom('dossier').select('code').where(sql`id`, '=', dossier).executeTakeFirst())?.code ?? '';
