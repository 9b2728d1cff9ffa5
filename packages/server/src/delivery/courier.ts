import type { Kysely } from 'kysely';
import type { UploadedFile } from '@dvc/core';
import type { Tables } from '../db/schema.js';
import type { Turn as JobTurn } from '../jobs/queue.js';
import { startWorker, type Worker } from '../jobs/worker.js';
import { readParcel } from './body.js';
import { settle } from './ledger.js';
import type { DeliveryQueue } from './queue.js';
import { sendParcel } from './send.js';
import { pauseMs, type CaseSystem } from './settings.js';

export const turnMsOf = ({ turnMs = 300_000 }: Partial<CaseSystem> = {}): number => turnMs;

export interface CourierOptions {
  db: Kysely<Tables>;
  queue: DeliveryQueue;
  system: CaseSystem;
  readFile: (file: UploadedFile) => Promise<Buffer>;
  now: () => Date;
  log: (message: string, about: object) => void;
}
/**
 * Takes what is due from the queue and brings it to the case system, a few at once. No transaction is open while a request is under way. Whatever
 * goes wrong on our side, or ends this process, leaves the job in the queue: the case system gets it again, and knows it by its id.
 */
export function startCourier({ db, queue, system, readFile, now, log }: CourierOptions): Worker {
  const { atOnce = 4, attempts: most = 500, pause = { first: 5_000, longest: 3_600_000 }, pollMs = 2_000 } = system;

  async function attend({ job, about: dossier }: JobTurn, stopping: AbortSignal): Promise<void> {
    const turn = { job, dossier };
    const parcel = await readParcel(db, dossier);
    // Sent again by an operator, or delivered meanwhile: another job stands for it, or none has to.
    if (parcel?.state !== 'waiting' || parcel.job !== job) return queue.done(db, turn);
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(turnMsOf(system))]);
    const outcome = await sendParcel(parcel, { url: system.url, secrets: system.secrets, signal, readFile }).catch((error: unknown) => {
      if (!stopping.aborted) throw error;
      return undefined;
    });
    if (!outcome) return queue.giveBack(turn);
    const state = await settle(db, turn, parcel, outcome, { queue, now: now(), most, pauseMs: (attempts, after) => pauseMs(attempts, after, pause, Math.random) });
    if (outcome.kind !== 'delivered') log('delivery failed', { delivery: parcel.deliveryId, state, attempts: parcel.attempts + 1, reason: outcome.reason });
  }

  return startWorker({ queue, name: 'delivery', attend, atOnce, pollMs, log });
}
