import type { Kysely } from 'kysely';
import type { UploadedFile } from '@dvc/core';
import type { Tables } from '../db/schema.js';
import type { Jobs } from '../jobs/queue.js';
import { startCourier, turnMsOf } from './courier.js';
import { enqueue, enqueueAgain, listOpen, resend, type Again, type ListedDelivery } from './ledger.js';
import { openQueue } from './queue.js';
import { checkCaseSystem, type CaseSystem } from './settings.js';

export type { CaseSystem } from './settings.js';
export type { Again, ListedDelivery } from './ledger.js';

export interface DeliveriesOptions {
  /** Without one, dossiers are queued all the same and wait: a case system that is set up later gets every one of them. */
  system: CaseSystem | undefined;
  readFile: (file: UploadedFile) => Promise<Buffer>;
  now: () => Date;
  log: (message: string, about: object) => void;
}
export interface Deliveries {
  /** Part of the transaction that stores the dossier. */
  add(tx: Kysely<Tables>, dossier: string | number): Promise<void>;
  /** Part of the transaction that stores what the citizen added, asked for or complained about. */
  addAgain(tx: Kysely<Tables>, dossier: string | number, again: Again): Promise<void>;
  /** That transaction is committed. */
  wake(): void;
  list(limit: number): Promise<{ configured: boolean; waiting: number; dead: number; delivered: number; deliveries: ListedDelivery[] }>;
  resend(which: string): Promise<number>;
  close(): Promise<void>;
}

/** Delivery of every dossier to the case system: at least once from here, once in effect, because the case system knows each by its id. */
export async function openDeliveries(db: Kysely<Tables>, jobs: Jobs, { system, readFile, now, log }: DeliveriesOptions): Promise<Deliveries> {
  if (system) checkCaseSystem(system);
  const queue = await openQueue(jobs, Math.ceil(turnMsOf(system) / 1000) + 15);
  const courier = system && startCourier({ db, queue, system, readFile, now, log });
  return {
    add: (tx, dossier) => enqueue(tx, queue, dossier),
    addAgain: (tx, dossier, again) => enqueueAgain(tx, queue, dossier, again),
    wake: () => courier?.wake(),
    list: async (limit) => ({ configured: system !== undefined, ...(await listOpen(db, limit)) }),
    async resend(which) {
      const count = await resend(db, queue, which);
      courier?.wake();
      return count;
    },
    close: async () => { await courier?.stop(); },
  };
}
