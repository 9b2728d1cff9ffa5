import type { FastifyRequest } from 'fastify';
import type { Handler } from '../contract.js';
import { Refusal } from '../errors.js';
import type { Services } from '../services.js';

/** As it was sent: what is signed are these very bytes. */
const rawQuery = (request: FastifyRequest): string => { const url = request.raw.url ?? ''; const at = url.indexOf('?'); return at < 0 ? '' : url.slice(at + 1); };

export function gatewayRoutes({ payments }: Services): Record<string, Handler> {
  return {
    gatewayNotification: {
      handler: async (request, reply) => {
        const answer = await payments.notified((request.params as { offer: string }).offer, rawQuery(request), request.ip);
        if (!answer) throw new Refusal(404, 'not-found');
        return reply.header('cache-control', 'no-store').send(answer);
      },
    },
    gatewayReturn: {
      handler: async (request, reply) => {
        const { intent } = request.query as { intent: string };
        const to = await payments.returned((request.params as { offer: string }).offer, intent, rawQuery(request));
        if (to === undefined) throw new Refusal(404, 'not-found');
        return reply.code(303).header('cache-control', 'no-store').header('location', to).send();
      },
    },
  };
}
