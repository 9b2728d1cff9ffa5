import type { Handler } from '../contract.js';
import { endSession, requireSession, tokenOf } from '../session.js';
import type { Services } from '../services.js';

export function sessionRoutes({ draftKeys, session }: Services): Record<string, Handler> {
  return {
    draftKey: {
      handler: async (request, reply) => {
        requireSession(request, reply, session);
        const { name } = request.body as { name: string };
        reply.header('cache-control', 'no-store');
        return { half: await draftKeys.half(tokenOf(request)!, name) };
      },
    },
    leave: {
      handler: async (request, reply) => {
        const ended = endSession(request, reply, session);
        // Before the answer: a browser that hears that it has left finds nothing to open its drafts with.
        if (ended) await draftKeys.destroy(ended);
        return reply.code(204).header('cache-control', 'no-store').send();
      },
    },
  };
}
