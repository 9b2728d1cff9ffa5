// Whose turn it is, and when: pg-boss, whose jobs are rows of the same database, so that a job is there exactly when what it is about is.
//
// Tried on PGlite 0.5.16 and PostgreSQL 15 before choosing:
// - pg-boss 10.4.2 works on both through `db: { executeSql }`, and `send(…, { db })` puts the job into our own transaction (a rollback takes it away).
//   Versions 11 and 12 need Node 22; we promise 20. Of 10 we use fetch, complete and send, not `work()`: that one does not wait for
//   its own completion, and knows neither Retry-After nor a longest pause. By default a job that waits for 14 days is dropped: see `forever`.
// - graphile-worker 0.16 and 0.17 run on PGlite only behind an imitation of a pg pool, with LISTEN on the only connection, and keep
//   the job of a killed process locked for 4 hours.
import { CompiledQuery, type Kysely } from 'kysely';
import PgBoss from 'pg-boss';
import type { Database } from '../db/open.js';
import type { Tables } from '../db/schema.js';

/** A job waits for its other side however long that takes: dead-letter lists are ours, not the queue's. */
const forever = { retentionDays: 36_500, retryLimit: 1_000_000, retryDelay: 0, retryBackoff: false } as const;

/** `about`: the one thing that a job tells; whoever takes it reads the rest from the tables. */
export interface Turn { job: string; about: string }
export interface JobQueue {
  /**
   * Within the caller's transaction.
   * @returns the job's id
   */
  add(tx: Kysely<Tables>, about: string, delayMs?: number): Promise<string | null>;
  /** At most `most` turns that are due; each belongs to this process until it is done or expires. */
  take(most: number): Promise<Turn[]>;
  done(tx: Kysely<Tables>, turn: Turn): Promise<void>;
  /** Another process, or this one after a restart, has the turn at once. */
  giveBack(turn: Turn): Promise<void>;
}
export interface Jobs {
  /** @param expireSeconds after which the turn of a process that died is given to another one; longer than any turn lasts */
  queue(name: string, expireSeconds: number): Promise<JobQueue>;
  close(): Promise<void>;
}
export interface JobsOptions {
  /** Seconds between two looks for the turns of dead processes. */
  maintenanceSeconds: number;
  log: (message: string, about: object) => void;
}

const through = (db: Kysely<Tables>): PgBoss.Db => ({
  executeSql: async (text, values) => db.executeQuery(CompiledQuery.raw(text, values)) as Promise<{ rows: unknown[] }>,
});

/** Makes pg-boss's own tables (schema `pgboss`) when they are not there. */
export async function openJobs(database: Database, { maintenanceSeconds, log }: JobsOptions): Promise<Jobs> {
  const plain = through(database.db);
  const boss = new PgBoss({
    // Without values it may be a script of several statements, which only the simple protocol takes.
    db: { executeSql: async (text, values) => (values?.length ? plain.executeSql(text, values) : database.script(text)) },
    schedule: false, supervise: true, maintenanceIntervalSeconds: maintenanceSeconds,
  });
  boss.on('error', (error: Error & { code?: string }) => log('job queue', { error: error.name, code: error.code }));
  await boss.start();

  async function queue(name: string, expireSeconds: number): Promise<JobQueue> {
    await boss.createQueue(name, { name, ...forever });
    const giveBack = async ({ job }: Pick<Turn, 'job'>) => { await boss.fail(name, job, { reason: 'given back' }); };
    if (database.kind === 'pglite') {
      // Nobody else can be at the embedded database: whatever was in hand belonged to the process before, which was killed.
      const { rows } = await database.script(`select id from pgboss.job where name = '${name}' and state = 'active'`);
      for (const { id } of rows as { id: string }[]) await giveBack({ job: id });
    }
    return {
      add: (tx, about, delayMs = 0) => boss.send(name, { about }, { db: through(tx), expireInSeconds: expireSeconds, ...forever, ...(delayMs > 0 ? { startAfter: delayMs / 1000 } : {}) }),
      async take(most) {
        // Jobs from before there were notices say `dossier`.
        const jobs = await boss.fetch<{ about?: string; dossier?: string }>(name, { batchSize: most });
        return jobs.map(({ id, data }) => ({ job: id, about: data.about ?? data.dossier ?? '' }));
      },
      done: async (tx, { job }) => { await boss.complete(name, job, {}, { db: through(tx) }); },
      giveBack,
    };
  }

  return { queue, close: () => boss.stop({ graceful: false, close: false }) };
}
