// What no notification told is asked about until it is known. Several processes on one PostgreSQL share the work: each takes payments that nobody has.
import type { Asking } from './asking.js';
import { takeDue } from './store.js';
import type { Till } from './till.js';

/** at once */
const BATCH = 20;
/** ms; longer than a question takes, so that only the turn of a process that died is taken over */
const LEASE = 60_000;

export interface Reconciliation {
  /** Everything that is due now; how many payments that was. */
  once(): Promise<number>;
  stop(): Promise<void>;
}

/** @param everyMs between two looks; 0: only when asked to */
export function startReconciliation({ db, now, log }: Pick<Till, 'db' | 'now' | 'log'>, { tend }: Asking, everyMs: number): Reconciliation {
  let stopped = false;
  let running: Promise<number> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const report = (error: Error & { code?: string }) => log('reconciliation broke off', { error: error.name, code: error.code });

  async function all(): Promise<number> {
    for (let count = 0; ;) {
      const due = stopped ? [] : await takeDue(db, now(), BATCH, LEASE);
      // One that breaks comes again when its turn expires; the others do not wait for it.
      await Promise.all(due.map((payment) => tend(payment).catch(report)));
      count += due.length;
      if (due.length < BATCH) return count;
    }
  }

  const once = () => (running ??= all().finally(() => { running = undefined; }));
  const again = () => {
    if (stopped || everyMs === 0) return;
    timer = setTimeout(() => { void once().catch(report).finally(again); }, everyMs * (0.75 + Math.random() / 2));
    timer.unref();
  };
  again();
  return {
    once,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running?.catch(() => undefined);
    },
  };
}
