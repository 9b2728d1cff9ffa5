import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Deliveries } from '../delivery/index.js';
import { Refusal } from '../errors.js';
import type { Notices } from '../notices/index.js';

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Lets nobody by who does not show the token.
 * @throws Error when it is too short to keep anybody out
 */
export function adminGuard(token: string): (request: FastifyRequest) => Promise<void> {
  if (token.length < 32) throw new Error('DVC_ADMIN_TOKEN must have at least 32 characters');
  const expected = digest(`Bearer ${token}`);
  return async (request) => {
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) throw new Refusal(401, 'token');
  };
}

const which = { body: { type: 'object', required: ['which'], additionalProperties: false, properties: { which: { type: 'string', minLength: 1, maxLength: 200 } } } };

/** What an operator asks of the running server: the embedded database is open to nobody else. Not part of the public contract. */
export function adminRoutes(app: FastifyInstance, deliveries: Deliveries, notices: Notices, surveyKey: (survey: string) => Promise<object | undefined>, guard: (request: FastifyRequest) => Promise<void>): void {
  app.get('/admin/deliveries', { onRequest: guard }, async (_request, reply) => reply.header('cache-control', 'no-store').send(await deliveries.list(1000)));
  app.post('/admin/deliveries/resend', { onRequest: guard, schema: which }, async (request) => ({ count: await deliveries.resend((request.body as { which: string }).which) }));
  app.get('/admin/notices', { onRequest: guard }, async (_request, reply) => reply.header('cache-control', 'no-store').send(await notices.list(1000)));
  app.get('/admin/survey-key', { onRequest: guard, schema: { querystring: { type: 'object', required: ['survey'], properties: { survey: { type: 'string', minLength: 1, maxLength: 200 } } } } }, async (request, reply) => {
    const key = await surveyKey((request.query as { survey: string }).survey);
    if (!key) throw new Refusal(404, 'not-found');
    return reply.header('cache-control', 'no-store').send(key);
  });
  app.post('/admin/notices/resend', { onRequest: guard, schema: which }, async (request) => ({ count: await notices.resend((request.body as { which: string }).which) }));
}
