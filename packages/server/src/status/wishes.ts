// What a citizen says about a dossier that is with the agency: asks for it back, complains.
import type { Kysely } from 'kysely';
import { randomId } from '../payment/store.js';
import type { Tables } from '../db/schema.js';
import type { Facts } from './facts.js';
import type { Append, Deliver, DossierId } from './log.js';

/** complaints about one dossier within a day */
const COMPLAINTS = 20;
const day = 24 * 3_600_000;

export function createWishes(db: Kysely<Tables>, facts: Facts, append: Append, deliver: Deliver, now: () => Date) {
  return {
    /** False: not as it stands now. */
    async withdraw(dossier: DossierId, reason: string): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        await tx.selectFrom('dossier').select('id').where('id', '=', dossier).forUpdate().executeTakeFirstOrThrow();
        // What is read now no other request can change.
        const { facts: known, events } = await facts.snapshot(dossier, tx);
        if (!facts.viewOf(known, events).mayWithdraw) return false;
        await tx.insertInto('citizen_word').values({ dossier, kind: 'withdrawal', text: reason, at: now() }).execute();
        await deliver(tx, dossier, { event: 'dossier.withdrawal-asked' });
        await append(tx, dossier, [{ type: 'withdraw-asked', id: `withdraw:${randomId(9)}`, at: now().getTime() }]);
        return true;
      });
    },

    /** False: there are more than a person writes in a day. */
    async complain(dossier: DossierId, text: string): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        await tx.selectFrom('dossier').select('id').where('id', '=', dossier).forUpdate().executeTakeFirstOrThrow();
        const { count } = await tx.selectFrom('citizen_word').select((e) => e.fn.countAll().as('count')).where('dossier', '=', dossier).where('kind', '=', 'complaint')
          .where('at', '>', new Date(now().getTime() - day)).executeTakeFirstOrThrow();
        if (Number(count) >= COMPLAINTS) return false;
        await tx.insertInto('citizen_word').values({ dossier, kind: 'complaint', text, at: now() }).execute();
        await deliver(tx, dossier, { event: 'dossier.complained' });
        return true;
      });
    },
  };
}
export type Wishes = ReturnType<typeof createWishes>;
