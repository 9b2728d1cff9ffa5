import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { JsonObject } from '@dvc/schema';
import { readText } from '../body.js';
import type { Handler } from '../contract.js';
import { isSigned } from '../delivery/verify.js';
import { Refusal } from '../errors.js';
import { BadJson, parseStrictJson } from '../json-body.js';
import type { Services } from '../services.js';
import { takeCaseEvents, type CaseEvents } from '../status/case-events.js';

const LIMIT = 1 << 20;
/** ms for the body */
const PATIENCE = 30_000;

const malformed = (path: string, code: string) => new Refusal(400, 'malformed', { problems: [{ path, code, expected: 'see case-events.openapi.yaml', got: '' }] });

function bodyOf(text: string): CaseEvents {
  let value: unknown;
  try { value = parseStrictJson(text); } catch (error) { throw error instanceof BadJson ? malformed('body', error.reason) : error; }
  const { dossierCode, vocabulary, events, ...more } = (value ?? {}) as Record<string, unknown>;
  if (typeof dossierCode !== 'string' || dossierCode.length > 80) throw malformed('body/dossierCode', 'type');
  if (vocabulary !== undefined && typeof vocabulary !== 'string') throw malformed('body/vocabulary', 'type');
  if (!Array.isArray(events) || events.length === 0 || events.length > 200 || events.some((event) => typeof event !== 'object' || event === null || Array.isArray(event))) throw malformed('body/events', 'type');
  if (Object.keys(more).length > 0) throw malformed('body', 'additionalProperties');
  return { dossierCode, events: events as JsonObject[], ...(vocabulary === undefined ? {} : { vocabulary }) };
}

export function caseEventRoutes({ status, database: { db }, now }: Services): Record<string, Handler> {
  const signedBy = (request: FastifyRequest) => ({ deliveryId: request.headers['dvc-delivery-id'], timestamp: request.headers['dvc-timestamp'], signature: request.headers['dvc-signature'] });
  return {
    caseEvents: {
      // What is signed are the bytes, so they are read here.
      raw: true,
      handler: async (request, reply) => {
        const text = await readText(request.body as Readable, LIMIT, PATIENCE);
        if (!isSigned(status.caseSecrets, signedBy(request), text, now())) throw new Refusal(401, 'signature');
        const body = bodyOf(text);
        const words = body.vocabulary === undefined ? undefined : status.vocabulary(body.vocabulary);
        if (body.vocabulary !== undefined && !words) throw malformed('body/vocabulary', 'unknown');
        const taken = await takeCaseEvents(db, body, words, status.append);
        if (!taken) throw new Refusal(404, 'not-found');
        return reply.header('cache-control', 'no-store').send(taken);
      },
    },
  };
}
