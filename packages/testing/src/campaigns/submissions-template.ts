import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createServer, openWith } from '@dvc/server';

/** Of what is kept: another way to make it is another number. */
const EDITION = 2;

/**
 * Puts an empty embedded database into `dataDir`. The first one costs 4–15 s (initdb in WebAssembly, our tables, those of the job queue), so it is kept in
 * `cache` and copied.
 * @param bare without the tables of dossiers: for the responses of surveys, which have a database of their own
 */
export async function emptyDatabase(dataDir: string, cache: string, bare = false): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const { version } = JSON.parse(readFileSync(join(entry, '../../package.json'), 'utf8')) as { version: string };
  const template = join(cache, `pglite-${version}-${EDITION}${bare ? '-bare' : ''}`);
  if (!existsSync(template)) {
    mkdirSync(cache, { recursive: true });
    const made = mkdtempSync(join(cache, 'pglite-new-'));
    // As a server leaves it that nobody has used.
    await (await (bare ? openWith({ dir: made }, []) : createServer({ dataDir: made, log: false }))).close();
    // Another process may have been faster.
    try { renameSync(join(made, 'pg'), template); } catch (error) { if (!existsSync(template)) throw error; }
    rmSync(made, { recursive: true, force: true });
  }
  mkdirSync(dataDir, { recursive: true });
  copy(template, join(dataDir, 'pg'));
}

/** A thousand small files: `cp` takes a fifth of what Node does. */
function copy(from: string, to: string): void {
  if (spawnSync('cp', ['-R', from, to]).status !== 0) cpSync(from, to, { recursive: true, force: true });
}
