import type { Kysely } from 'kysely';
import type { Tables } from '../db/schema.js';
import type { Jobs } from '../jobs/queue.js';

export interface Turn { job: string; dossier: string }
export interface DeliveryQueue {
  /** Within the caller's transaction. */
  add(tx: Kysely<Tables>, dossier: string | number, delayMs?: number): Promise<void>;
  take(most: number): Promise<{ job: string; about: string }[]>;
  done(tx: Kysely<Tables>, turn: Turn): Promise<void>;
  giveBack(turn: Turn): Promise<void>;
}

/** The jobs of deliveries: one job at a time stands for a dossier. */
export async function openQueue(jobs: Jobs, expireSeconds: number): Promise<DeliveryQueue> {
  const queue = await jobs.queue('delivery', expireSeconds);
  return {
    async add(tx, dossier, delayMs) {
      const job = await queue.add(tx, String(dossier), delayMs);
      await tx.updateTable('delivery').set({ job }).where('dossier', '=', dossier).execute();
    },
    take: queue.take,
    done: (tx, { job }) => queue.done(tx, { job, about: '' }),
    giveBack: ({ job }) => queue.giveBack({ job, about: '' }),
  };
}
