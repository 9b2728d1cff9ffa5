// The local page: on this machine alone, under the policy that a strict portal has, and with nothing from elsewhere.
import { existsSync, readFileSync, statSync, unwatchFile, watchFile } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join, normalize } from 'node:path';
import type { JsonObject } from '@dvc/schema';
import { isObject } from '@dvc/schema/document/report.js';
import { findUp } from '../find-up.js';
import { listFile } from './code-lists.js';
import { hiddenOf, readPreview, stateOf, type Preview } from './state.js';

export interface PreviewServer { url: string; close(): Promise<void> }

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'";
const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.json': 'application/json' };
const PAGE = /^\/(index\.html|frame\.html|page\.js|page\.css|frame\.js|frame\.css|icon\.svg)$/;
const MOST_BODY = 1 << 20;
/** A save is seen within this. By asking, because some file systems tell nothing. */
const LOOK_MS = 200;

/** @throws Error when the port is taken, or the SDK has not been built */
export async function startPreview(file: string, port: number): Promise<PreviewServer> {
  const page = findUp(import.meta.dirname, 'templates/preview/index.html');
  const sdk = findUp(import.meta.dirname, 'packages/sdk/dist/form.js', 'node_modules/@dvc/sdk/dist/form.js');
  if (page === undefined || sdk === undefined) throw new Error('@dvc/sdk');
  const folders = { page: dirname(page), sdk: dirname(sdk), lists: findUp(dirname(file), 'code-lists', 'schemas/code-lists') };
  const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  let preview = await readPreview(file, today());
  const listeners = new Set<ServerResponse>();

  const server = createServer((request, response) => {
    answer(request, response, { folders, today, listeners, preview: () => preview }).catch(() => { if (!response.headersSent) reply(response, 500, 'text/plain', 'error'); });
  });
  const scenarios = ['yaml', 'yml', 'json'].map((ending) => file.replace(/\.\w+$/, `.scenarios.${ending}`));
  const changed = (): void => {
    readPreview(file, today()).then((next) => {
      preview = next;
      for (const listener of listeners) listener.write('event: changed\ndata: {}\n\n');
    }, () => undefined);
  };
  await listen(server, port);
  for (const path of [file, ...scenarios]) watchFile(path, { interval: LOOK_MS }, (now, before) => { if (now.mtimeMs !== before.mtimeMs || now.size !== before.size) changed(); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      for (const path of [file, ...scenarios]) unwatchFile(path);
      for (const listener of listeners) listener.end();
      await new Promise<void>((done) => { server.close(() => done()); server.closeAllConnections(); });
    },
  };
}

const listen = (server: Server, port: number): Promise<void> => new Promise((done, failed) => {
  server.once('error', failed);
  server.listen(port, '127.0.0.1', () => done());
});

interface Here { folders: { page: string; sdk: string; lists: string | undefined }; today: () => string; listeners: Set<ServerResponse>; preview: () => Preview }

async function answer(request: IncomingMessage, response: ServerResponse, here: Here): Promise<void> {
  const { method = 'GET', headers } = request;
  // A page of the web that has learned the port, by name or through its own DNS, is not this page.
  if (!/^(127\.0\.0\.1|localhost):\d+$/.test(headers.host ?? '') || (headers.origin !== undefined && headers.origin !== `http://${headers.host}`)) return reply(response, 403, 'text/plain', 'forbidden');
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const lang = searchParams.get('lang') === 'en' ? 'en' : 'vi';
  if (method === 'POST' && pathname === '/explain') return explainTo(request, response, here);
  if (method !== 'GET' && method !== 'HEAD') return reply(response, 405, 'text/plain', 'method');
  const preview = here.preview();
  if (pathname === '/state.json') return reply(response, 200, TYPES['.json']!, JSON.stringify(stateOf(preview, lang)));
  if (pathname === '/form.json') return preview.document ? reply(response, 200, TYPES['.json']!, JSON.stringify(preview.document)) : reply(response, 404, 'text/plain', 'broken');
  if (pathname === '/events') return listenTo(response, here.listeners);
  const list = /^\/code-lists\/([^/]+)(?:\/([^/]+))?\.json$/.exec(pathname);
  if (list) return file(response, listFile(here.folders.lists, decodeURIComponent(list[1]!), list[2] && decodeURIComponent(list[2])));
  if (pathname === '/') return file(response, join(here.folders.page, 'index.html'));
  if (PAGE.test(pathname)) return file(response, join(here.folders.page, pathname));
  if (/^\/dvc\/(chunks\/)?[\w.-]+\.js$/.test(pathname)) return file(response, join(here.folders.sdk, normalize(pathname.slice('/dvc'.length))));
  return reply(response, 404, 'text/plain', 'not found');
}

async function explainTo(request: IncomingMessage, response: ServerResponse, { preview, today }: Here): Promise<void> {
  if (request.headers['content-type'] !== 'application/json') return reply(response, 415, 'text/plain', 'type');
  let text = '';
  for await (const part of request.setEncoding('utf8') as AsyncIterable<string>) {
    text += part;
    if (text.length > MOST_BODY) return reply(response, 413, 'text/plain', 'too large');
  }
  const body: unknown = JSON.parse(text);
  const data = isObject(body) && isObject(body['data']) ? body['data'] as JsonObject : {};
  reply(response, 200, TYPES['.json']!, JSON.stringify({ hidden: hiddenOf(preview(), data, today(), isObject(body) && body['lang'] === 'en' ? 'en' : 'vi') }));
}

function listenTo(response: ServerResponse, listeners: Set<ServerResponse>): void {
  head(response, 200, 'text/event-stream');
  response.write('retry: 1000\n\n');
  listeners.add(response);
  response.once('close', () => listeners.delete(response));
}

function file(response: ServerResponse, path: string | undefined): void {
  if (path === undefined || !existsSync(path) || !statSync(path).isFile()) return reply(response, 404, 'text/plain', 'not found');
  reply(response, 200, TYPES[extname(path)] ?? 'application/octet-stream', readFileSync(path));
}

function head(response: ServerResponse, status: number, type: string): void {
  response.writeHead(status, {
    'content-type': type, 'content-security-policy': POLICY, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin',
  });
}

function reply(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  head(response, status, type);
  response.end(body);
}
