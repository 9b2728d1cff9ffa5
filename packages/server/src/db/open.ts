import { existsSync, mkdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import { migrate, migrations, type Migrations } from './migrate.js';
import { listenTo } from './listen.js';
import { lockFolder } from './lock.js';
import type { Tables } from './schema.js';

export interface Database<T = Tables> {
  readonly kind: 'pglite' | 'postgres';
  readonly db: Kysely<T>;
  /** Several statements in one text, with a transaction of their own; gives the rows of the last one. When it fails, no transaction is left open. */
  script(text: string): Promise<{ rows: unknown[] }>;
  /** Hears what any process says on the channel (`pg_notify` in a transaction: after its commit). `again`: some may have been missed, because the connection was lost and is there again. */
  listen(channel: string, heard: (payload: string) => void, again: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** `postgres://…`; without it the embedded database is used. */
  url?: string;
  /** Folder of the embedded database. */
  dir: string;
  /** Connections to PostgreSQL; default 10. */
  connections?: number;
  /**
   * The embedded database cannot go on (a failed fsync, a full disk). Called in the midst of a commit: it must end the
   * process, and the next one recovers. Default: a line on standard error and exit status 1.
   */
  onFatal?: (what: string) => never;
}

/** Opens the database, makes or upgrades its tables. */
export const openDatabase = (options: OpenOptions): Promise<Database> => openWith<Tables>(options, migrations);

/** The same for a store with tables of its own. */
export async function openWith<T>(options: OpenOptions, tables: Migrations): Promise<Database<T>> {
  const opened = options.url ? await openPostgres<T>(options.url, options.connections ?? 10) : await openPglite<T>(resolve(options.dir), options.onFatal ?? endProcess);
  try {
    await migrate(opened.db, tables);
  } catch (error) {
    await opened.close();
    throw error;
  }
  return opened;
}

function endProcess(what: string): never {
  writeSync(2, `${JSON.stringify({ level: 60, msg: 'the embedded database has stopped', what })}\n`);
  process.exit(1);
}

async function openPostgres<T>(url: string, max: number): Promise<Database<T>> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: 10_000, statement_timeout: 20_000 });
  // Without a listener, a connection that breaks while idle ends the process. The next query reports it.
  pool.on('error', () => undefined);
  const db = new Kysely<T>({ dialect: new PostgresDialect({ pool }) });
  // The pool throws a connection away on which a query failed, and with it the transaction that the script began.
  const script = async (text: string) => { const made = (await pool.query(text)) as { rows: unknown[] } | { rows: unknown[] }[]; return [made].flat().at(-1) ?? { rows: [] }; };
  return { kind: 'postgres', db, script, listen: (channel, heard, again) => listenTo(() => new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, query_timeout: 10_000, keepAlive: true }), channel, heard, again), close: () => db.destroy() };
}

async function openPglite<T>(root: string, onFatal: (what: string) => never): Promise<Database<T>> {
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const release = lockFolder(root);
  try {
    const [{ PGlite }, { DurableFS, durableStartParams, syncTree, syncPath }] = await Promise.all([import('@electric-sql/pglite'), import('./durable-fs.js')]);
    const open = (path: string) => PGlite.create({ fs: new DurableFS(path, onFatal), relaxedDurability: false, startParams: durableStartParams });
    const dir = join(root, 'pg');
    if (!existsSync(dir)) {
      // A process killed within initdb would leave half a database for ever; so it is made aside and moved when whole.
      const fresh = join(root, 'pg.new');
      rmSync(fresh, { recursive: true, force: true });
      await (await open(fresh)).close();
      syncTree(fresh);
      renameSync(fresh, dir);
      syncPath(root);
    }
    const pglite = await open(dir);
    const pool = onePool(pglite, onFatal);
    const db = new Kysely<T>({ dialect: new PostgresDialect({ pool }) });
    return {
      kind: 'pglite',
      db,
      script: async (text) => {
        const connection = await pool.connect();
        try {
          return (await pglite.exec(text)).at(-1) ?? { rows: [] };
        } catch (error) {
          await pglite.exec('rollback');
          throw error;
        } finally {
          connection.release();
        }
      },
      listen: async (channel, heard) => {
        // One at a time on the only connection, as every query.
        const alone = async <T>(work: () => Promise<T>): Promise<T> => {
          const connection = await pool.connect();
          try { return await work(); } finally { connection.release(); }
        };
        const end = await alone(() => pglite.listen(channel, heard));
        return () => alone(() => end());
      },
      close: async () => {
        await db.destroy();
        await pglite.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

interface Queryable { query(text: string, params?: unknown[]): Promise<{ rows: unknown[]; affectedRows?: number }> }

/** PGlite has one connection; kysely's transactions need it to themselves, so callers queue. */
function onePool(pglite: Queryable, onFatal: (what: string) => never): PostgresPool {
  let tail: Promise<void> = Promise.resolve();
  async function query(text: string, params?: readonly unknown[]) {
    try {
      const { rows, affectedRows = 0 } = await pglite.query(text, params as unknown[]);
      const command = /^\s*(insert|update|delete|merge)\b/i.exec(text)?.[1]?.toUpperCase() ?? 'SELECT';
      return { command, rowCount: affectedRows || rows.length, rows };
    } catch (error) {
      // After a PANIC the next call, be it a rollback, never returns.
      if ((error as { severity?: string }).severity === 'PANIC') onFatal('PostgreSQL stopped with a PANIC');
      throw error;
    }
  }
  return {
    async connect() {
      const before = tail;
      let free = () => {};
      tail = new Promise((done) => { free = done; });
      await before;
      return { query, release: () => free() } as PostgresPoolClient;
    },
    end: async () => { await tail; },
  };
}
