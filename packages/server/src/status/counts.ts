// Wrong tries are counted at the code that was tried, known or not, and at whoever tries. A try counts before it is judged, in one statement: a hundred guesses at once are a hundred guesses.
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../db/schema.js';

export interface TryLimits {
  /** wrong tries at one code within 15 minutes, and within a day */
  perCode: number;
  perCodeADay: number;
  /** wrong tries of one client within 15 minutes. Many homes share an address: whoever looks up rightly is not counted. */
  perClient: number;
}
export const tryLimits: TryLimits = { perCode: 5, perCodeADay: 30, perClient: 60 };

const quarter = 15 * 60_000;
const day = 24 * 3_600_000;

export interface TryCounts {
  /** Counts one; the seconds until another may be made when there were too many. `about`: hashes */
  take(about: { code: string; client: string }): Promise<number>;
  /** It was right: it shall not have counted, and the code is as if untried. */
  forgive(about: { code: string; client: string }): Promise<void>;
  sweep(): Promise<void>;
}

export function createTryCounts(db: Kysely<Tables>, limits: TryLimits, now: () => Date): TryCounts {
  const rowsOf = ({ code, client }: { code: string; client: string }) => [
    { who: `client:${client}`, most: limits.perClient, ms: quarter }, { who: `code:${code}`, most: limits.perCode, ms: quarter }, { who: `day:${code}`, most: limits.perCodeADay, ms: day },
  ];

  return {
    async take(about) {
      const at = now();
      const rows = rowsOf(about);
      // In the order of their names, so that two of them never wait for each other.
      const values = [...rows].sort((a, b) => (a.who < b.who ? -1 : 1)).map(({ who, ms }) => ({ who, tries: 1, until: new Date(at.getTime() + ms) }));
      const counted = await db.insertInto('lookup_count').values(values).onConflict((known) => known.column('who').doUpdateSet({
        tries: sql<number>`case when lookup_count.until <= ${at} then 1 else lookup_count.tries + 1 end`,
        until: sql<Date>`case when lookup_count.until <= ${at} then excluded.until else lookup_count.until end`,
      })).returning(['who', 'tries', 'until']).execute();
      const waits = counted.map(({ who, tries, until }) => (tries > rows.find((row) => row.who === who)!.most ? Math.ceil((until.getTime() - at.getTime()) / 1000) : 0));
      return Math.max(0, ...waits);
    },
    async forgive({ code, client }) {
      await db.updateTable('lookup_count').set({ tries: sql<number>`greatest(0, tries - 1)` }).where('who', '=', `client:${client}`).execute();
      await db.deleteFrom('lookup_count').where('who', 'in', [`code:${code}`, `day:${code}`]).execute();
    },
    async sweep() { await db.deleteFrom('lookup_count').where('until', '<=', now()).execute(); },
  };
}
