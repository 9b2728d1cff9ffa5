// The network between a citizen and a portal, at its worst but repeatable: the faults come from a seed.
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export const faults = ['none', 'duplicate', 'duplicate-late', 'lost-reply', 'lost-request', 'truncate', 'busy', 'captive-portal', 'delay'] as const;
export type Fault = (typeof faults)[number];

export interface FaultProxyOptions {
  /** Where the server listens now; it may move when it is restarted. Undefined: it is down. */
  target: () => number | undefined;
  /** Which fault the next request meets. */
  next: (request: { method: string; url: string }) => Fault;
}
export interface FaultProxy {
  readonly port: number;
  readonly counts: Readonly<Record<Fault, number>>;
  close(): Promise<void>;
}

interface Reply { status: number; headers: http.IncomingHttpHeaders; body: Buffer }

function forward(port: number, request: http.IncomingMessage, body: Buffer, sent = body.length): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { connection: _, 'transfer-encoding': __, ...headers } = request.headers;
    const upstream = http.request({
      host: '127.0.0.1', port, method: request.method, path: request.url, agent: false,
      headers: body.length > 0 ? { ...headers, 'content-length': body.length } : headers,
    }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part)).on('error', reject)
        .on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    upstream.on('error', reject);
    if (sent === body.length) { upstream.end(body); return; }
    upstream.write(body.subarray(0, sent), () => setTimeout(() => upstream.destroy(), 5));
  });
}

async function readAll(request: http.IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
}

/** Listens on a free port of 127.0.0.1. */
export async function createFaultProxy(options: FaultProxyOptions): Promise<FaultProxy> {
  const counts = Object.fromEntries(faults.map((fault) => [fault, 0])) as Record<Fault, number>;

  async function serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const fault = options.next({ method: request.method ?? '', url: request.url ?? '' });
    counts[fault]++;
    const body = await readAll(request);
    const port = options.target();
    const pass = () => forward(port!, request, body);
    const give = ({ status, headers, body: answer }: Reply) => { response.writeHead(status, headers).end(answer); };
    const ignore = () => undefined;
    if (fault === 'captive-portal') { response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Wi-Fi</title><p>Xin chào'); return; }
    if (fault === 'busy') { response.writeHead(503, { 'retry-after': '1', 'content-type': 'application/json' }).end('{"code":"busy"}'); return; }
    if (port === undefined || fault === 'lost-request') { response.destroy(); return; }
    if (fault === 'truncate') { await forward(port, request, body, body.length >> 1).catch(ignore); response.destroy(); return; }
    if (fault === 'lost-reply') { await pass().catch(ignore); response.destroy(); return; }
    if (fault === 'duplicate') {
      const both = [pass(), pass()];
      both.forEach((each) => each.catch(ignore));
      give(await Promise.any(both));
      await Promise.allSettled(both);
      return;
    }
    if (fault === 'delay') await new Promise((done) => { setTimeout(done, 40 + ((counts.delay * 37) % 400)); });
    give(await pass());
    if (fault === 'duplicate-late') await pass().catch(ignore);
  }

  const server = http.createServer((request, response) => { serve(request, response).catch(() => response.destroy()); });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    counts,
    close: () => new Promise((done) => { server.close(() => done()); server.closeAllConnections(); }),
  };
}
