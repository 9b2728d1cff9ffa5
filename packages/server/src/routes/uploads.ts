import { Readable } from 'node:stream';
import type { Handler } from '../contract.js';
import { Refusal } from '../errors.js';
import { requireSession } from '../session.js';
import type { Services } from '../services.js';

export function uploadRoutes({ uploads, session, maxUploadBytes }: Services): Record<string, Handler> {
  return {
    upload: {
      raw: true,
      bodyLimit: maxUploadBytes,
      handler: async (request, reply) => {
        const owner = requireSession(request, reply, session);
        if (!(request.body instanceof Readable)) throw new Refusal(415, 'content-type');
        const { paper } = request.query as { paper: string };
        const file = await uploads.keep(request.body, { session: owner, paper, name: request.headers['x-file-name'] as string });
        return reply.code(201).header('cache-control', 'no-store').send(file);
      },
    },
  };
}
