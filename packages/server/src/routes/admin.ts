import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Deliveries } from '../delivery/index.js';
import { Refusal } from '../errors.js';

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * What an operator asks of the running server: the embedded database is open to nobody else. Not part of the public contract.
 * @throws Error when the token is too short to keep anybody out
 */
export function adminRoutes(app: FastifyInstance, deliveries: Deliveries, token: string): void {
  if (token.length < 32) throw new Error('DVC_ADMIN_TOKEN must have at least 32 characters');
  const expected = digest(`Bearer ${token}`);
  const guard = async (request: FastifyRequest) => {
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) throw new Refusal(401, 'token');
  };
  app.get('/admin/deliveries', { onRequest: guard }, async (_request, reply) => reply.header('cache-control', 'no-store').send(await deliveries.list(1000)));
  app.post('/admin/deliveries/resend', {
    onRequest: guard,
    schema: { body: { type: 'object', required: ['which'], additionalProperties: false, properties: { which: { type: 'string', minLength: 1, maxLength: 200 } } } },
  }, async (request) => ({ count: await deliveries.resend((request.body as { which: string }).which) }));
}
