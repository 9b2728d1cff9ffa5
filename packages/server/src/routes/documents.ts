import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Handler } from '../contract.js';
import { asJson, Refusal } from '../errors.js';
import type { Services } from '../services.js';

/** A file that may change at any time: kept by caches, asked about before every use (or after `seconds`). */
export function sendFile(request: FastifyRequest, reply: FastifyReply, file: { text: string; etag: string }, seconds: number): FastifyReply {
  reply.header('etag', file.etag).header('cache-control', seconds > 0 ? `public, max-age=${seconds}` : 'public, no-cache');
  const held = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (held.includes(file.etag) || held.includes('*')) return reply.code(304).send();
  return reply.type('application/json; charset=utf-8').send(file.text);
}

export function documentRoutes({ forms, codeLists }: Services): Record<string, Handler> {
  const list = (id: string, within: string | undefined, request: FastifyRequest, reply: FastifyReply) => {
    const found = codeLists(id, within);
    if (!found) throw new Refusal(404, 'not-found');
    return sendFile(request, reply, found, 3600);
  };
  return {
    formIndex: {
      handler: async (_request, reply) => reply.header('cache-control', 'no-cache').send({ forms: await forms.index() }),
    },
    form: {
      handler: async (request, reply) => {
        const { id, version } = request.params as { id: string; version: string };
        const form = await forms.get(id, version);
        if (!form) throw new Refusal(404, 'not-found');
        if (!form.document) throw new Refusal(422, 'broken-document', { problems: asJson(form.problems) });
        return sendFile(request, reply, form, 0);
      },
    },
    codeList: {
      handler: async (request, reply) => list((request.params as { id: string }).id, undefined, request, reply),
    },
    codeListWithin: {
      handler: async (request, reply) => {
        const { id, within } = request.params as { id: string; within: string };
        return list(id, within, request, reply);
      },
    },
  };
}
