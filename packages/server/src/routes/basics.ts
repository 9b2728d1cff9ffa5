import { sql } from 'kysely';
import { dayInVietnam } from '../clock.js';
import type { Handler } from '../contract.js';
import { Refusal } from '../errors.js';
import { ensureSession } from '../session.js';
import type { Services } from '../services.js';

export function basicRoutes({ database, now, session }: Services): Record<string, Handler> {
  return {
    health: {
      handler: async (_request, reply) => {
        reply.header('cache-control', 'no-store');
        await sql`select 1`.execute(database.db).catch(() => { throw new Refusal(503, 'busy', {}, 5); });
        return { ok: true, database: database.kind };
      },
    },
    time: {
      handler: async (request, reply) => {
        ensureSession(request, reply, session);
        reply.header('cache-control', 'no-store');
        const at = now();
        return { now: at.toISOString(), today: dayInVietnam(at) };
      },
    },
  };
}
