import type { Handler } from '../contract.js';
import { endSession, openToken } from '../session.js';
import type { Services } from '../services.js';

export function sessionRoutes({ draftKeys, status, session }: Services): Record<string, Handler> {
  return {
    draftKey: {
      handler: async (request, reply) => {
        // Were its reply lost, another session would begin, and nothing lies under the half of this one yet.
        const token = openToken(request, reply, session);
        const { name } = request.body as { name: string };
        reply.header('cache-control', 'no-store');
        return { half: await draftKeys.half(token, name) };
      },
    },
    leave: {
      handler: async (request, reply) => {
        const ended = endSession(request, reply, session);
        // Before the answer: a browser that hears that it has left finds nothing to open its drafts or its dossiers with.
        if (ended) { await draftKeys.destroy(ended); await status.access.endSession(ended); }
        return reply.code(204).header('cache-control', 'no-store').send();
      },
    },
  };
}
