// A link by which whoever has a message ends such messages, without a login. It is random, and the same in all messages of one dossier by one way.
import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../db/schema.js';
import type { Secrets } from '../secrets.js';
import type { Choices } from '../status/choices.js';
import type { DossierId } from '../status/log.js';
import type { OutChannel } from './sender.js';

export interface Subscription { dossier: DossierId; dossierCode: string; channel: OutChannel; locale: 'vi' | 'en' }

const sealKey = (dossier: DossierId, channel: OutChannel) => `unsubscribe:${dossier}:${channel}`;

export function createUnsubscribing(db: Kysely<Tables>, secrets: Secrets, choices: Choices) {
  const hashOf = (token: string) => secrets.hash('unsubscribe', token);

  async function find(token: string): Promise<Subscription | undefined> {
    const row = await db.selectFrom('unsubscribe_link').innerJoin('dossier', 'dossier.id', 'unsubscribe_link.dossier').select(['dossier.id', 'code', 'channel', 'locale']).where('hash', '=', hashOf(token)).executeTakeFirst();
    return row && { dossier: row.id, dossierCode: row.code, channel: row.channel, locale: row.locale === 'en' ? 'en' : 'vi' };
  }

  return {
    find,
    async token(dossier: DossierId, channel: OutChannel): Promise<string> {
      const token = randomBytes(24).toString('base64url');
      await db.insertInto('unsubscribe_link').values({ hash: hashOf(token), dossier, channel, token: secrets.seal(sealKey(dossier, channel), token) })
        .onConflict((known) => known.columns(['dossier', 'channel']).doNothing()).execute();
      const { token: sealed } = await db.selectFrom('unsubscribe_link').select('token').where('dossier', '=', dossier).where('channel', '=', channel).executeTakeFirstOrThrow();
      return secrets.open(sealKey(dossier, channel), sealed);
    },
    /** Once or many times. Undefined: no such link. */
    async end(token: string): Promise<Subscription | undefined> {
      const found = await find(token);
      if (found) await choices.setChannel(found.dossier, { channel: found.channel, on: false });
      return found;
    },
  };
}
export type Unsubscribing = ReturnType<typeof createUnsubscribing>;
