import type { Kysely } from 'kysely';
import type { UploadedFile } from '@dvc/core';
import type { Tables } from '../db/schema.js';
import { readParcel } from './body.js';
import { settle } from './ledger.js';
import type { DeliveryQueue, Turn } from './queue.js';
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
export interface Courier {
  /** There is something new in the queue. */
  wake(): void;
  /** Breaks off what is under way and gives it back to the queue. */
  stop(): Promise<void>;
}

/**
 * Takes what is due from the queue and brings it to the case system, a few at once. No transaction is open while a request is under way. Whatever
 * goes wrong on our side, or ends this process, leaves the job in the queue: the case system gets it again, and knows it by its id.
 */
export function startCourier({ db, queue, system, readFile, now, log }: CourierOptions): Courier {
  const { atOnce = 4, attempts: most = 500, pause = { first: 5_000, longest: 3_600_000 }, pollMs = 2_000 } = system;
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  let called = false;
  /** The last look filled every free hand: there may be more. */
  let more = false;
  let rouse = () => {};
  const wake = () => { called = true; rouse(); };

  async function attend(turn: Turn): Promise<void> {
    const parcel = await readParcel(db, turn.dossier);
    // Sent again by an operator, or delivered meanwhile: another job stands for it, or none has to.
    if (parcel?.state !== 'waiting' || parcel.job !== turn.job) return queue.done(db, turn);
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(turnMsOf(system))]);
    const outcome = await sendParcel(parcel, { url: system.url, secrets: system.secrets, signal, readFile }).catch((error: unknown) => {
      if (!stopping.signal.aborted) throw error;
      return undefined;
    });
    if (!outcome) return queue.giveBack(turn);
    const state = await settle(db, turn, parcel, outcome, { queue, now: now(), most, pauseMs: (attempts, after) => pauseMs(attempts, after, pause, Math.random) });
    if (outcome.kind !== 'delivered') log('delivery failed', { delivery: parcel.deliveryId, state, attempts: parcel.attempts + 1, reason: outcome.reason });
  }

  function begin(turn: Turn): void {
    // The job stays with the queue and comes again when this turn expires.
    const work = attend(turn).catch((error: Error & { code?: string }) => log('delivery broke off', { error: error.name, code: error.code }))
      .finally(() => { underWay.delete(work); if (more) wake(); });
    underWay.add(work);
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      called = false;
      const free = atOnce - underWay.size;
      const turns = free > 0 ? await queue.take(free).catch((error: Error & { code?: string }) => { log('delivery queue', { error: error.name, code: error.code }); return []; }) : [];
      if (free > 0) more = turns.length === free;
      turns.forEach(begin);
      if ((called && underWay.size < atOnce) || stopping.signal.aborted) continue;
      await new Promise<void>((done) => {
        const timer = setTimeout(done, pollMs * (0.5 + Math.random()));
        rouse = () => { clearTimeout(timer); done(); };
      });
    }
  }

  const running = run();
  return {
    wake,
    async stop() {
      stopping.abort();
      wake();
      await running;
      await Promise.all(underWay);
    },
  };
}
