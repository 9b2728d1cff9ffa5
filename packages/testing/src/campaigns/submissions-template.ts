import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { openDatabase, openWith } from '@dvc/server';

/**
 * Puts an empty embedded database into `dataDir`. The first one costs 4–15 s (initdb in WebAssembly), so it is kept in
 * `cache` and copied; the tables are made by the server that opens the copy.
 * @param bare without the tables of dossiers: for the responses of surveys, which have a database of their own
 */
export async function emptyDatabase(dataDir: string, cache: string, bare = false): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const { version } = JSON.parse(readFileSync(join(entry, '../../package.json'), 'utf8')) as { version: string };
  const template = join(cache, `pglite-${version}${bare ? '-bare' : ''}`);
  if (!existsSync(template)) {
    mkdirSync(cache, { recursive: true });
    const made = mkdtempSync(join(cache, 'pglite-new-'));
    await (await (bare ? openWith({ dir: made }, []) : openDatabase({ dir: made }))).close();
    // Another process may have been faster.
    try { renameSync(join(made, 'pg'), template); } catch (error) { if (!existsSync(template)) throw error; }
    rmSync(made, { recursive: true, force: true });
  }
  mkdirSync(dataDir, { recursive: true });
  cpSync(template, join(dataDir, 'pg'), { recursive: true });
}
