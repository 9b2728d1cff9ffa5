import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isDate } from '@dvc/schema/calendar/index.js';
import type { Handler } from '../contract.js';
import { Refusal } from '../errors.js';
import type { Count } from '../measure/counters.js';
import { csvOf } from '../measure/csv.js';
import type { Group, Measures } from '../measure/measures.js';

/** days that one table may cover */
const LONGEST = 800;

/** What pages count; with no measures the host has not turned them on. */
export function counterRoutes(measures: Measures | undefined): Record<string, Handler> {
  return {
    count: {
      bodyLimit: 1024,
      handler: async (request, reply) => {
        if (!measures) throw new Refusal(404, 'not-found');
        const seconds = measures.take(request.ip);
        if (seconds > 0) throw new Refusal(429, 'attempts', {}, seconds);
        if (!(await measures.add(request.body as Count))) throw new Refusal(404, 'not-found');
        return reply.code(204).header('cache-control', 'no-store').send();
      },
    },
  };
}

/** The measures of a period. Not part of the public contract. */
export function measureAdminRoutes(app: FastifyInstance, measures: Measures | undefined, guard: (request: FastifyRequest) => Promise<void>): void {
  const day = { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' };
  app.get('/admin/measures', {
    onRequest: guard,
    schema: { querystring: { type: 'object', required: ['from', 'to'], properties: { from: day, to: day, group: { enum: ['day', 'month'] }, format: { enum: ['json', 'csv'] } } } },
  }, async (request, reply) => {
    if (!measures) throw new Refusal(404, 'not-found');
    const { from, to, group = 'day', format = 'json' } = request.query as { from: string; to: string; group?: Group; format?: 'json' | 'csv' };
    if (!isDate(from) || !isDate(to) || from > to || Date.parse(to) - Date.parse(from) > LONGEST * 24 * 3_600_000) throw new Refusal(400, 'malformed');
    const table = await measures.table(from, to, group);
    reply.header('cache-control', 'no-store');
    if (format === 'json') return reply.send({ from, to, group, measures: table });
    return reply.header('content-disposition', `attachment; filename="do-luong-${from}-${to}.csv"`).type('text/csv; charset=utf-8').send(csvOf(table));
  });
}
