// A PostgreSQL for tests and campaigns, where one is installed.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Debian or the PATH has initdb and postgres; undefined = not installed. */
export function postgresFolder(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const folders = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)).map((version) => join(debian, version, 'bin')) : [];
  return [...folders, ...(process.env['PATH'] ?? '').split(':')].find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/** A PostgreSQL that listens on a socket in its own folder and nowhere else. PostgreSQL refuses to run as root. */
export async function startPostgres(bin: string): Promise<{ url: string; stop(): Promise<void> }> {
  const dir = mkdtempSync(join(tmpdir(), 'dvc-pg-'));
  const root = process.getuid?.() === 0;
  const as = (program: string, args: string[]): [string, string[]] => (root ? ['runuser', ['-u', 'postgres', '--', join(bin, program), ...args]] : [join(bin, program), args]);
  if (root) execFileSync('chown', ['postgres', dir]);
  chmodSync(dir, 0o700);
  const data = join(dir, 'data');
  execFileSync(...as('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N']), { cwd: '/', stdio: 'pipe' });
  const child = spawn(...as('postgres', ['-D', data, '-k', dir, '-c', 'listen_addresses=']), { cwd: '/', stdio: 'ignore' });
  const gone = new Promise<void>((done) => { child.once('exit', () => done()); });
  const url = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(dir)}`;
  const { default: pg } = await import('pg');
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: url });
    try { await client.connect(); await client.end(); break; } catch (error) { if (attempt > 100) throw error; await new Promise((done) => { setTimeout(done, 100); }); }
  }
  return {
    url,
    stop: async () => {
      execFileSync(...as('pg_ctl', ['stop', '-D', data, '-m', 'fast']), { cwd: '/', stdio: 'pipe' });
      await gone;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
