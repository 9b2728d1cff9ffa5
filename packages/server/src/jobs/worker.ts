import type { JobQueue, Turn } from './queue.js';

export interface WorkerOptions {
  queue: Pick<JobQueue, 'take'>;
  /** For the log: `delivery`. */
  name: string;
  /** Does one turn and ends its job. What it throws leaves the job with the queue: it comes again when the turn expires. `stopping` says that the process ends. */
  attend: (turn: Turn, stopping: AbortSignal) => Promise<void>;
  /** turns under way at once */
  atOnce: number;
  /** ms between two looks at the queue when nothing calls */
  pollMs: number;
  log: (message: string, about: object) => void;
}
export interface Worker {
  /** There is something new in the queue. */
  wake(): void;
  /** Breaks off what is under way; `attend` gives it back to the queue. */
  stop(): Promise<void>;
}

/** Takes what is due from the queue, a few at once, until it is stopped. */
export function startWorker({ queue, name, attend, atOnce, pollMs, log }: WorkerOptions): Worker {
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  let called = false;
  /** The last look filled every free hand: there may be more. */
  let more = false;
  let rouse = () => {};
  const wake = () => { called = true; rouse(); };

  function begin(turn: Turn): void {
    const work = attend(turn, stopping.signal).catch((error: Error & { code?: string }) => log(`${name} broke off`, { error: error.name, code: error.code }))
      .finally(() => { underWay.delete(work); if (more) wake(); });
    underWay.add(work);
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      called = false;
      const free = atOnce - underWay.size;
      const turns = free > 0 ? await queue.take(free).catch((error: Error & { code?: string }) => { log(`${name} queue`, { error: error.name, code: error.code }); return []; }) : [];
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
