import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';

/** How the page keeps its draft: the whole built form, or the store alone. */
export type Kind = 'form' | 'store';

const FILE = '<p><label>Tệp <input type="file" id="file"></label>';
const pages: Record<Kind, (sabotage: string) => string> = {
  form: () => `<!doctype html><html lang="vi"><meta charset="utf-8"><title>x</title><script type="module" src="/dvc/form.js"></script><script type="module" src="/page.js"></script><dvc-form autosave="device" api=""></dvc-form>${FILE}`,
  store: (sabotage) => `<!doctype html><html lang="vi" data-sabotage="${sabotage}"><meta charset="utf-8"><title>x</title><script type="module" src="/page.js"></script><textarea autocomplete="off"></textarea>${FILE}`,
};

/** The page, and a back end as far as drafts need one: halves of keys that last as long as it does. */
export async function serveDrafts({ root, kind, sabotage = '' }: { root: string; kind: Kind; sabotage?: string }): Promise<{ origin: string; halves: Map<string, string>; close(): void }> {
  const { outputFiles } = await build({ absWorkingDir: root, entryPoints: [join(root, 'packages/testing/src/campaigns/draft-kills-page.ts')], bundle: true, write: false, format: 'esm', target: 'es2022', conditions: ['@dvc/source'], logLevel: 'warning' });
  const script = outputFiles[0]!.text;
  const halves = new Map<string, string>();
  const server = createServer((request, reply) => {
    const path = (request.url ?? '/').split('?')[0]!;
    const send = (type: string, body: string | Buffer) => reply.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(body);
    if (path === '/') return send('text/html', pages[kind](sabotage));
    if (path === '/page.js') return send('text/javascript', script);
    if (/^\/dvc\/[\w./-]+\.js$/.test(path) && !path.includes('..')) {
      try { return send('text/javascript', readFileSync(join(root, 'packages/sdk/dist', path.slice(5)))); } catch { /* not there */ }
    }
    if (path === '/api/v1/draft-keys') {
      let body = '';
      request.on('data', (text) => { body += text; }).on('end', () => {
        const { name } = JSON.parse(body) as { name: string };
        if (!halves.has(name)) halves.set(name, randomBytes(32).toString('hex'));
        send('application/json', JSON.stringify({ half: halves.get(name) }));
      });
      return undefined;
    }
    return reply.writeHead(404).end();
  });
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, halves, close: () => { server.close(); server.closeAllConnections(); } };
}
