// A server for tests, on the embedded database or on a PostgreSQL of its own.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { FormDocument } from '@dvc/schema';
import { smallBody, smallForm, type SentBody } from '@dvc/testing/campaigns/submissions-form.js';
import { emptyDatabase } from '@dvc/testing/campaigns/submissions-template.js';
import { createServer, type DvcServer, type ServerOptions } from './app.js';

export { smallBody, smallForm };
export const today = '2026-11-21';
/** 09:30 in Việt Nam */
export const noon = new Date('2026-11-21T02:30:00Z');
export const schemasDir = join(import.meta.dirname, '../../../schemas');
export const cache = join(import.meta.dirname, '../../../.cache/test-server');

export interface TestServer extends DvcServer {
  dir: string;
  formsDir: string;
  logged: string[];
  /** A new citizen's cookie. */
  session(): Promise<string>;
  submit(cookie: string, key: string, body: SentBody | string, headers?: Record<string, string>): Promise<{ statusCode: number; body: string; json: () => any; headers: Record<string, unknown> }>;
  upload(cookie: string, bytes: Buffer | string, options?: { paper?: string; name?: string; type?: string }): Promise<{ statusCode: number; body: string; json: () => any }>;
  end(): Promise<void>;
}

export function writeForm(formsDir: string, form: FormDocument): string {
  const folder = join(formsDir, ...form.id.split('/'));
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${form.version}.json`);
  writeFileSync(file, JSON.stringify(form));
  return file;
}

export async function testServer(options: ServerOptions = {}): Promise<TestServer> {
  const dir = mkdtempSync(join(tmpdir(), 'dvc-server-'));
  const formsDir = join(dir, 'forms');
  writeForm(formsDir, smallForm);
  const dataDir = options.dataDir ?? join(dir, 'data');
  if (!options.databaseUrl && !existsSync(join(dataDir, 'pg'))) await emptyDatabase(dataDir, cache);
  const logged: string[] = [];
  const server = await createServer({ dataDir, formsDir, schemasDir, now: () => noon, log: { write: (line) => { logged.push(line); } }, ...options });
  const { app } = server;
  return {
    ...server, dir, formsDir, logged,
    session: async () => String((await app.inject({ url: '/api/v1/time' })).headers['set-cookie']).split(';')[0]!,
    submit: (cookie, key, body, headers = {}) => app.inject({
      method: 'POST', url: '/api/v1/dossiers', payload: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { cookie, 'x-dvc': '1', 'idempotency-key': key, 'content-type': 'application/json', ...headers },
    }),
    upload: (cookie, bytes, { paper = 'proof', name = 'giay.pdf', type = 'application/octet-stream' } = {}) => app.inject({
      method: 'POST', url: `/api/v1/uploads?paper=${encodeURIComponent(paper)}`, payload: bytes,
      headers: { cookie, 'x-dvc': '1', 'x-file-name': encodeURIComponent(name), 'content-type': type },
    }),
    end: async () => { await server.close(); rmSync(dir, { recursive: true, force: true }); },
  };
}

/** Makes a Node program of TypeScript that stands as if in this folder. */
export async function bundle(outfile: string, contents: string): Promise<void> {
  await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' }, outfile, bundle: true, format: 'esm', platform: 'node', target: 'node20', conditions: ['@dvc/source'],
    plugins: [{
      // Ours inside, packages outside, each by the file that its own importer means.
      name: 'outside',
      setup: (made) => made.onResolve({ filter: /^[^.]/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
        if (kind === 'entry-point' || path.startsWith('@dvc/') || isBuiltin(path) || pluginData === 'asked') return undefined;
        const found = await made.resolve(path, { kind, importer, resolveDir, pluginData: 'asked' });
        return found.errors.length > 0 ? found : { path: pathToFileURL(found.path).href, external: true };
      }),
    }],
  });
}

export const pdf = (text = 'x') => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`);

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
