import net from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testServer, type TestServer } from './server.test-helper.js';

let server: TestServer;
let port: number;
beforeAll(async () => {
  server = await testServer({ timeouts: { headers: 600, json: 600, request: 4000 } });
  port = Number(new URL(await server.listen(0)).port);
});
afterAll(async () => { await server.end(); });

/** Writes a first text, then one byte every 100 ms; resolves with the ms until the server closed, and what it said. */
function drip(first: string, more: string): Promise<{ ms: number; said: string }> {
  return new Promise((done) => {
    const began = Date.now();
    let said = '';
    const socket = net.connect(port, '127.0.0.1', () => socket.write(first));
    const timer = setInterval(() => socket.write(more), 100);
    socket.on('data', (data) => { said += data.toString(); }).on('error', () => undefined)
      .on('close', () => { clearInterval(timer); done({ ms: Date.now() - began, said }); });
  });
}

describe('slow clients are closed', () => {
  test('one that drips its headers', async () => {
    const { ms, said } = await drip('GET /api/v1/time HTTP/1.1\r\nHost: x\r\n', 'X-A: b\r\n');
    expect(ms).toBeLessThan(3500);
    expect(said).toContain('408');
  });

  test('one that drips a JSON body', async () => {
    const session = await server.session();
    const { ms, said } = await drip(`POST /api/v1/dossiers HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: ${session}\r\nX-DVC: 1\r\nIdempotency-Key: key-of-the-slow-test\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{`, ' ');
    expect(ms).toBeLessThan(3500);
    expect(said).not.toContain('201');
  });

  test('and the others are served meanwhile', async () => {
    const slow = Array.from({ length: 30 }, () => drip('GET /api/v1/time HTTP/1.1\r\nHost: x\r\n', 'X-A: b\r\n'));
    const began = Date.now();
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    expect(Date.now() - began).toBeLessThan(2000);
    await Promise.all(slow);
  });
});
