import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { Refusal } from './errors.js';
import { BadJson, parseStrictJson } from './json-body.js';

const isRaw = (request: FastifyRequest) => (request.routeOptions.config as { raw?: boolean }).raw === true;

/** The whole body as text, within `limit` bytes and `ms`. */
export async function readText(payload: Readable, limit: number, ms: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  const timer = setTimeout(() => payload.destroy(new Refusal(408, 'slow')), ms);
  try {
    for await (const chunk of payload as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) throw new Refusal(413, 'too-large');
      chunks.push(chunk);
    }
  } finally {
    clearTimeout(timer);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new Refusal(400, 'malformed');
  }
}

/** JSON is read strictly and within a time; a file is left as a stream for its route; nothing else is taken. */
export function installBodies(app: FastifyInstance, options: { jsonMs: number }): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', async (request: FastifyRequest, payload: Readable) => {
    if (isRaw(request)) return payload;
    const limit = request.routeOptions.bodyLimit ?? app.initialConfig.bodyLimit ?? 0;
    if (Number(request.headers['content-length'] ?? 0) > limit) throw new Refusal(413, 'too-large');
    const text = await readText(payload, limit, options.jsonMs);
    try {
      return parseStrictJson(text);
    } catch (error) {
      if (!(error instanceof BadJson)) throw error;
      throw new Refusal(400, 'malformed', { problems: [{ path: '', code: error.reason, expected: 'strict JSON', got: `offset ${error.offset}` }] });
    }
  });
  app.addContentTypeParser('*', async (request: FastifyRequest, payload: Readable) => {
    if (!isRaw(request)) throw new Refusal(415, 'content-type');
    return payload;
  });
}
