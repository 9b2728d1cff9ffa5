// By which ways a citizen wants to be told, and what was said in the portal. Sending is somebody else's; this is what the citizen has agreed to.
import type { Kysely, Transaction } from 'kysely';
import type { ChannelChoice, NotificationChannel, NotificationItem } from '@dvc/core';
import type { Tables } from '../db/schema.js';
import { Refusal } from '../errors.js';
import type { Secrets } from '../secrets.js';
import type { DossierId } from './log.js';

const all: readonly NotificationChannel[] = ['portal', 'email', 'sms', 'zalo'];
const phone = /^(?:\+84|0)[0-9]{9}$/;
const shapes: Readonly<Record<NotificationChannel, RegExp | undefined>> = { email: /^[^\s@,;<>"]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/, sms: phone, zalo: phone, portal: undefined };

/** `c…n@example.com`, `…678`: enough to know one's own by. */
export function masked(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 0) return `…${address.slice(-3)}`;
  return `${address[0]}…${at > 2 ? address[at - 1] : ''}${address.slice(at)}`;
}

const sealKey = (dossier: DossierId, channel: NotificationChannel) => `channel:${dossier}:${channel}`;

/** @param offered the ways by which this server can tell something: nobody is asked for a consent that is of no use */
export function createChoices(db: Kysely<Tables>, secrets: Secrets, now: () => Date, offered: readonly NotificationChannel[]) {
  const open = (dossier: DossierId, channel: NotificationChannel, sealed: string | null) => (sealed === null ? undefined : secrets.open(sealKey(dossier, channel), sealed));

  async function channels(dossier: DossierId): Promise<ChannelChoice[]> {
    const rows = await db.selectFrom('channel_choice').selectAll().where('dossier', '=', dossier).execute();
    return all.filter((channel) => offered.includes(channel)).map((channel): ChannelChoice => {
      const row = rows.find((each) => each.channel === channel);
      // A list in the portal is no message that anybody is sent: it is there until the citizen switches it off.
      if (!row) return { channel, on: channel === 'portal' };
      const address = open(dossier, channel, row.address);
      return {
        channel, on: row.is_on, ...(address === undefined ? {} : { address: masked(address) }),
        ...(row.consent_at ? { consentAt: row.consent_at.getTime() } : {}), ...(row.consent_version === null ? {} : { consentVersion: row.consent_version }),
      };
    });
  }

  async function setChannel(dossier: DossierId, { channel, on, address, consentVersion }: ChannelChoice): Promise<ChannelChoice[]> {
    const malformed = (path: string, expected: string) => new Refusal(400, 'malformed', { problems: [{ path: `body/${path}`, code: 'format', expected, got: '' }] });
    if (on && !offered.includes(channel)) throw malformed('channel', offered.join(', '));
    const shape = shapes[channel];
    const tidy = channel === 'email' ? address?.trim() : address?.replace(/[\s.-]/g, '');
    await db.transaction().execute(async (tx) => {
      const held = await tx.selectFrom('channel_choice').selectAll().where('dossier', '=', dossier).where('channel', '=', channel).forUpdate().executeTakeFirst();
      const before = open(dossier, channel, held?.address ?? null);
      // A page that has only the masked address sends it back as it is: the address stays.
      const fresh = tidy === undefined || tidy === '' || (before !== undefined && address === masked(before)) ? undefined : tidy;
      if (fresh !== undefined && !shape?.test(fresh)) throw malformed('address', channel === 'email' ? 'an e-mail address' : shape ? 'a telephone number' : 'none');
      if (on && shape && fresh === undefined && before === undefined) throw malformed('address', 'where messages go');
      if (on && consentVersion === undefined) throw malformed('consentVersion', 'the wording that was agreed to');
      const next = {
        is_on: on, address: fresh === undefined ? held?.address ?? null : secrets.seal(sealKey(dossier, channel), fresh),
        consent_at: on ? now() : held?.consent_at ?? null, consent_version: on ? consentVersion! : held?.consent_version ?? null,
      };
      await tx.insertInto('channel_choice').values({ dossier, channel, ...next }).onConflict((known) => known.columns(['dossier', 'channel']).doUpdateSet(next)).execute();
    });
    return channels(dossier);
  }

  async function notifications(dossier: DossierId): Promise<NotificationItem[]> {
    const rows = await db.selectFrom('notification').selectAll().where('dossier', '=', dossier).orderBy('at', 'desc').orderBy('id').limit(200).execute();
    return rows.map(({ id, at, title, text, read_at }) => ({ id, at: at.getTime(), title, text, read: read_at !== null }));
  }

  return {
    channels, setChannel, notifications,
    /** Where messages go now, for whoever sends them: only ways that are switched on. */
    async addresses(tx: Kysely<Tables>, dossier: DossierId): Promise<{ channel: NotificationChannel; address?: string }[]> {
      const rows = await tx.selectFrom('channel_choice').selectAll().where('dossier', '=', dossier).execute();
      return all.flatMap((channel) => {
        const row = rows.find((each) => each.channel === channel);
        if (!(row?.is_on ?? channel === 'portal')) return [];
        const address = open(dossier, channel, row?.address ?? null);
        return [{ channel, ...(address === undefined ? {} : { address }) }];
      });
    },
    async read(dossier: DossierId, ids: readonly string[]): Promise<NotificationItem[]> {
      if (ids.length > 0) await db.updateTable('notification').set({ read_at: now() }).where('dossier', '=', dossier).where('id', 'in', ids).where('read_at', 'is', null).execute();
      return notifications(dossier);
    },
    /** Part of the transaction of the event that it tells; once by its id. */
    async tell(tx: Transaction<Tables>, dossier: DossierId, { id, at, title, text }: Omit<NotificationItem, 'read'>): Promise<void> {
      await tx.insertInto('notification').values({ dossier, id, at: new Date(at), title, text }).onConflict((known) => known.doNothing()).execute();
    },
  };
}
export type Choices = ReturnType<typeof createChoices>;
