import { randomBytes } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Json, JsonObject, Problem } from '@dvc/schema';

/** An answer that is not the expected one: a status, a stable code, and what else the contract lets it say. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: number;
  readonly code: string;
  readonly more: JsonObject;
  readonly retryAfter: number | undefined;
  constructor(status: number, code: string, more: JsonObject = {}, retryAfter?: number) {
    super(code);
    this.status = status;
    this.code = code;
    this.more = more;
    this.retryAfter = retryAfter;
  }
}

export const asJson = (value: Problem[] | object): Json => value as unknown as Json;

/** What a citizen reads to the hotline and an operator finds in the log. */
export const newIncident = (): string => randomBytes(5).toString('hex').toUpperCase();

const fastifyCodes: Record<string, [number, string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'too-large'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, 'content-type'],
  FST_ERR_CTP_EMPTY_JSON_BODY: [400, 'malformed'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [400, 'malformed'],
  FST_ERR_BAD_URL: [400, 'malformed'],
};
const busyCodes = new Set(['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE', 'ECONNREFUSED', 'ECONNRESET', '53300', '57P01', '57P03', '57014', '40001', '40P01', '53100', '53200', '58030']);

/** Frames only: the message of a database error may quote what a citizen wrote. */
const frames = (error: Error) => (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8).map((line) => line.trim());

function send(reply: FastifyReply, status: number, code: string, more: JsonObject = {}, retryAfter?: number) {
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  return reply.code(status).header('cache-control', 'no-store').type('application/json; charset=utf-8').send({ code, ...more });
}

/** Every fault becomes `{ code, incident? }`; nobody outside sees a message or a stack trace. */
export function installErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => send(reply, 404, 'not-found'));
  app.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    if (error instanceof Refusal) return send(reply, error.status, error.code, error.more, error.retryAfter);
    if (error.validation) {
      const problems = error.validation.map((found) => ({
        path: `${error.validationContext ?? 'body'}${found.instancePath}`, code: found.keyword,
        expected: found.keyword === 'required' ? String((found.params as { missingProperty?: string }).missingProperty) : (found.message ?? ''), got: '',
      }));
      return send(reply, 400, 'malformed', { problems: asJson(problems) });
    }
    const known = fastifyCodes[error.code];
    if (known) return send(reply, known[0], known[1]);
    const incident = newIncident();
    request.log.error({ incident, error: error.name, code: error.code, frames: frames(error) }, 'request failed');
    if (busyCodes.has(error.code)) return send(reply, 503, 'busy', { incident }, 5);
    return send(reply, 500, 'failed', { incident });
  });
}
