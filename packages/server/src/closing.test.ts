import net from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { bareApp } from './bare-app.js';

const sockets: net.Socket[] = [];
afterEach(() => { for (const socket of sockets.splice(0)) socket.destroy(); });

/** A server that answers /slow after 400 ms and drips /endless for ever; `stop` in ms, `connect` writes a first text and gathers what comes back. */
async function started(stop: number) {
  const { app } = bareApp({ log: false, timeouts: { stop } });
  app.get('/slow', async () => { await after(400); return { answered: true }; });
  app.get('/endless', (_, reply) => { reply.hijack(); reply.raw.writeHead(200); reply.raw.write('one'); });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as net.AddressInfo;
  const connect = (first: string) => {
    const at = { said: '', gone: false };
    const socket = net.connect(port, '127.0.0.1', () => { if (first) socket.write(first); });
    socket.on('data', (data) => { at.said += data.toString(); }).on('error', () => undefined).on('close', () => { at.gone = true; });
    sockets.push(socket);
    return at;
  };
  const close = async () => { const began = Date.now(); await app.close(); return Date.now() - began; };
  return { connect, close };
}
const after = (ms: number) => new Promise((done) => { setTimeout(done, ms); });
const request = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;

describe('a server that is told to end', () => {
  test('does not wait for a connection that was never used, nor for one that has its answer', async () => {
    const { connect, close } = await started(20_000);
    const never = connect('');
    const answered = connect(request('/slow'));
    await expect.poll(() => answered.said).toContain('"answered":true');
    expect(await close()).toBeLessThan(2000);
    await expect.poll(() => [never.gone, answered.gone]).toEqual([true, true]);
  });

  test('gives the answers that are under way, and waits no longer', async () => {
    const { connect, close } = await started(20_000);
    const asked = connect(request('/slow'));
    await after(150);
    const ms = await close();
    expect(ms).toBeLessThan(3000);
    await expect.poll(() => asked.said).toContain('"answered":true');
    await expect.poll(() => asked.gone).toBe(true);
  });

  test('cuts what does not end, when its time is up: half a request, an answer without end', async () => {
    const { connect, close } = await started(600);
    const half = connect('GET /slow HTTP/1.1\r\nHo');
    const endless = connect(request('/endless'));
    await expect.poll(() => endless.said).toContain('one');
    const ms = await close();
    expect(ms).toBeGreaterThan(400);
    expect(ms).toBeLessThan(3000);
    await expect.poll(() => [half.gone, endless.gone]).toEqual([true, true]);
  });
});
