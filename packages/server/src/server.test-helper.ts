// A server for tests, on the embedded database or on a PostgreSQL of its own.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
export { postgresFolder, startPostgres } from '@dvc/testing/postgres.js';
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
