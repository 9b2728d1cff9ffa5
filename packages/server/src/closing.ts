// How a server of ours ends: whoever is being answered gets the answer, nobody else is waited for.
// Node's server.close() ends only the connections that are idle at that very moment. One that a browser opened in advance and never used is none of them, nor is one whose answer
// is still being sent: both would keep a restart waiting for the keep-alive's 30 s or for good, until whoever restarts kills the process with answers under way.
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** @param ms how long a request that is under way may take after `close()`; then its connection is cut, and the client's own repetition (same idempotency key) brings it again */
export function closesPromptly(app: FastifyInstance, ms: number): void {
  const underWay = new Map<Socket, number>();
  let closing = false;
  app.server.on('connection', (socket) => {
    underWay.set(socket, 0);
    socket.once('close', () => underWay.delete(socket));
  });
  app.server.on('request', ({ socket }, response) => {
    underWay.set(socket, (underWay.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const left = (underWay.get(socket) ?? 1) - 1;
      if (underWay.has(socket)) underWay.set(socket, left);
      if (closing && left === 0) socket.destroySoon();
    });
  });
  app.addHook('preClose', async () => {
    closing = true;
    for (const [socket, requests] of underWay) if (requests === 0) socket.destroySoon();
    const cut = setTimeout(() => { for (const socket of underWay.keys()) socket.destroy(); }, ms);
    app.server.once('close', () => { clearTimeout(cut); });
  });
}
