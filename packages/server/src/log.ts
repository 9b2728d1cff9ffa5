import type { FastifyServerOptions } from 'fastify';

/**
 * One JSON object per line, so a line break in a value cannot forge a line. Neither addresses, queries, headers, bodies
 * nor messages of errors are logged: each may carry what a citizen wrote.
 */
export function loggerOptions(log: false | { write(line: string): void } | undefined): FastifyServerOptions['logger'] {
  if (log === false) return false;
  return {
    level: 'info',
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: {
      req: (request) => ({ method: request.method }),
      res: (reply) => ({ statusCode: reply.statusCode }),
      err: (error: Error & { code?: string }) => ({ type: error.name, code: error.code ?? '', message: '', stack: '' }),
    },
    // Standard output is the caller's: the address is printed there.
    stream: log ?? process.stderr,
  };
}
