import type { FastifyInstance, FastifyRequest, RouteShorthandOptions } from 'fastify';
import type { JsonObject } from '@dvc/schema';
import { OFFICER_EVENTS, type Desk } from '../desk/dossiers.js';
import { Refusal } from '../errors.js';
import type { UploadStore } from '../uploads.js';

const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength });
/** Of each event; the fields of its type are judged where all events are. */
const event = { type: 'object', required: ['id', 'type'], properties: { id: text(180), type: { enum: OFFICER_EVENTS } } };

/** What an officer's desk does with dossiers. Not part of the public contract: whoever has the token reads what citizens wrote. */
export function dossierAdminRoutes(app: FastifyInstance, desk: Desk, uploads: UploadStore, guard: (request: FastifyRequest) => Promise<void>): void {
  const at = (schema: object): RouteShorthandOptions => ({ onRequest: guard, schema });
  const codeOf = (request: FastifyRequest) => (request.params as { code: string }).code;

  app.get('/admin/dossiers', at({ querystring: { type: 'object', properties: { code: text(100), limit: { type: 'string', pattern: '^[1-9][0-9]{0,2}$' }, before: { type: 'string', pattern: '^[0-9]{1,18}$' } } } }), async (request, reply) => {
    const { code, limit = '50', before } = request.query as { code?: string; limit?: string; before?: string };
    return reply.header('cache-control', 'no-store').send(await desk.list(code, Math.min(Number(limit), 200), before));
  });
  app.get('/admin/dossiers/:code', at({}), async (request, reply) => {
    const found = await desk.one(codeOf(request));
    if (!found) throw new Refusal(404, 'not-found');
    return reply.header('cache-control', 'no-store').send(found);
  });
  app.get('/admin/dossiers/:code/papers/:upload', at({}), async (request, reply) => {
    const { code, upload } = request.params as { code: string; upload: string };
    const found = await desk.paper(code, upload);
    if (!found) throw new Refusal(404, 'not-found');
    // A file of a stranger: kept, never shown as a page of ours.
    return reply.header('cache-control', 'no-store').header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`)
      .header('x-content-type-options', 'nosniff').type(found.type).send(await uploads.read(upload));
  });
  app.post('/admin/dossiers/:code/events', at({ body: { type: 'object', required: ['events'], additionalProperties: false, properties: { events: { type: 'array', minItems: 1, maxItems: 20, items: event } } } }), async (request, reply) => {
    const { events } = request.body as { events: JsonObject[] };
    const taken = await desk.tell(codeOf(request), events);
    if (!taken) throw new Refusal(404, 'not-found');
    return reply.header('cache-control', 'no-store').send(taken);
  });
}
