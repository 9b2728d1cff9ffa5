// Fastify as every one of our servers has it: slow clients are sent away, and no line of the log carries what a citizen wrote.
import Fastify, { LogController, type FastifyInstance } from 'fastify';
import { closesPromptly } from './closing.js';
import { loggerOptions } from './log.js';

export interface BareOptions {
  trustProxy?: boolean | string;
  /** ms a client may take: for the headers 10 s, a JSON body 30 s, between two pieces of a file 30 s, all in all 15 min; to end, once the server is told to stop, 8 s (Docker kills after 10) */
  timeouts?: { headers?: number; json?: number; idle?: number; request?: number; stop?: number };
  log?: false | { write(line: string): void };
}

export function bareApp(options: BareOptions): { app: FastifyInstance; log: (message: string, about: object) => void; wait: { headers: number; json: number; idle: number; request: number } } {
  const wait = { headers: 10_000, json: 30_000, idle: 30_000, request: 900_000, stop: 8_000, ...options.timeouts };
  const app = Fastify({
    logger: loggerOptions(options.log),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1024 * 1024,
    trustProxy: options.trustProxy ?? false,
    requestTimeout: wait.request,
    keepAliveTimeout: 30_000,
    forceCloseConnections: 'idle',
    // As a property of the running server headersTimeout is checked only every 30 s.
    http: { headersTimeout: wait.headers, requestTimeout: wait.request, connectionsCheckingInterval: Math.min(500, wait.headers / 2) },
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, allErrors: false, ownProperties: true } },
  });
  closesPromptly(app, wait.stop);
  app.addHook('onResponse', async (request, reply) => {
    app.log.info({ method: request.method, route: request.routeOptions.url ?? '-', status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request');
  });
  return { app, log: (message, about) => app.log.warn(about, message), wait };
}
