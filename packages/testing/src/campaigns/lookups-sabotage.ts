// Faults that product code does not have: the campaign must see each.
import type { DvcServer } from '@dvc/server';

export function sabotageLookUps({ status: { lookUps }, database: { db } }: DvcServer, name: string): void {
  const { lookUp } = lookUps;
  const find = (given: string) => db.selectFrom('dossier').select(['id', 'code']).where('code', '=', given.trim().toUpperCase()).executeTakeFirst();
  const known: Record<string, typeof lookUp> = {
    /** A code that is not there is said to be that. */
    'says-which': async (given, factor, ip) => {
      if (!(await find(given))) throw Object.assign(new Error('no such dossier'), { statusCode: 410 });
      return lookUp(given, factor, ip);
    },
    /** Nothing more is done for a code that is not there. */
    'shorter-way': async (given, factor, ip) => ((await find(given)) ? lookUp(given, factor, ip) : { kind: 'unknown' }),
    /** Whoever begins rightly is let in. */
    'half-a-secret': async (given, factor, ip) => {
      const made = await lookUp(given, factor, ip);
      const row = made.kind === 'unknown' && /^001/.test(factor.value) ? await find(given) : undefined;
      return row ? { kind: 'found', dossier: row.id, code: row.code } : made;
    },
  };
  if (!Object.hasOwn(known, name)) throw new Error(`No such sabotage: ${name}. There are: ${Object.keys(known).join(', ')}`);
  lookUps.lookUp = known[name]!;
}
