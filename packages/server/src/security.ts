import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from './errors.js';

export interface SecurityOptions {
  /** Other origins whose pages may use the API, exactly as browsers send them: `https://portal.example.gov.vn`. */
  origins: readonly string[];
}

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Is the `Origin` header that of this very server? Behind a proxy only the host is known for sure. */
function ownOrigin(request: FastifyRequest, origin: string): boolean {
  return origin === `http://${request.host}` || origin === `https://${request.host}`;
}

/**
 * A request that changes something comes from this server's pages or an allowed origin, and carries a header that a
 * foreign page cannot send without a preflight. A program that is no browser sends neither Origin nor Sec-Fetch-Site.
 */
function checkSource(request: FastifyRequest, origins: ReadonlySet<string>): void {
  if (reads.has(request.method) || (request.routeOptions.config as { anySource?: boolean }).anySource === true) return;
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (origin !== undefined) {
    if (!origins.has(origin) && !ownOrigin(request, origin)) throw new Refusal(403, 'origin');
  } else if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw new Refusal(403, 'origin');
  }
  if (request.headers['x-dvc'] !== '1') throw new Refusal(403, 'header');
}

/** @throws Error for anything but exact origins: `*`, a path, a missing scheme */
export function checkOrigins(origins: readonly string[]): void {
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) throw new Error(`Not an origin: ${origin}. Write it like https://portal.example.gov.vn`);
  }
}

export async function installSecurity(app: FastifyInstance, options: SecurityOptions): Promise<void> {
  const origins = new Set(options.origins);
  await app.register(helmet, {
    // JSON needs nothing; a mounted folder of pages brings its own policy.
    contentSecurityPolicy: { useDefaults: false, directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] } },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
  });
  await app.register(cors, {
    origin: [...origins],
    credentials: true,
    methods: ['GET', 'POST', 'PUT', 'DELETE'],
    allowedHeaders: ['content-type', 'idempotency-key', 'x-dvc', 'x-file-name', 'authorization', 'dvc-access', 'last-event-id', 'dvc-invitation', 'dvc-receipt'],
    exposedHeaders: ['retry-after', 'etag'],
    maxAge: 600,
  });
  app.addHook('onRequest', async (request) => checkSource(request, origins));
}
