// Whose dossier is it? Codes are consecutive numbers, so a code is no secret: somebody shows a second factor, and a wrong code is answered as a wrong factor is, in words, in size and in time.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Kysely, Transaction } from 'kysely';
import type { SecondFactor } from '@dvc/core';
import type { Tables } from '../db/schema.js';
import type { Secrets } from '../secrets.js';
import type { People } from '../verdict.js';
import type { DossierId } from './log.js';
import type { TryCounts } from './counts.js';

/** How the host sends one-time codes and checks them. Each is good once and for a few minutes: that is the host's to keep. */
export interface OneTimeCodes {
  send(dossierCode: string, destination: string): Promise<void>;
  /** False for whatever it has not sent, unknown dossiers among it. */
  verify(dossierCode: string, value: string): Promise<boolean>;
}

export type LookedUp = { kind: 'found'; dossier: DossierId; code: string } | { kind: 'unknown' } | { kind: 'attempts'; seconds: number };

/** Every row has as many, so that rows look alike; the rest is random. */
const PEOPLE = 3;
/** Sorts after every hash: whatever code is asked for, there is a row to read. */
const LAST = '~';

export const tidyCode = (code: string): string => code.trim().toUpperCase();
const tidySecret = (value: string) => value.replace(/[\s-]/g, '').toUpperCase();
const tidyNumber = (value: string) => value.replace(/\D/g, '');
const noHash = () => randomBytes(32).toString('base64url');

export const sealKey = (dossier: DossierId): string => `destination:${dossier}`;

const personHashes = (secrets: Secrets, code: string, people: People | undefined): string[] => {
  const numbers = (people?.numbers ?? []).slice(0, PEOPLE).map((number) => secrets.hash('person', `${code}:${tidyNumber(number)}`));
  return Array.from({ length: PEOPLE }, (_, at) => numbers[at] ?? noHash());
};
const destination = (secrets: Secrets, dossier: DossierId, people: People | undefined) => (people?.phone === undefined ? null : secrets.seal(sealKey(dossier), people.phone));

/** Part of the transaction that stores the dossier. */
export async function addLookUpKey(tx: Transaction<Tables>, secrets: Secrets, { dossier, code, secretHash, people }: { dossier: DossierId; code: string; secretHash: string; people?: People | undefined }): Promise<void> {
  await tx.insertInto('lookup_key').values({
    code_hash: secrets.hash('code', tidyCode(code)), dossier, code, secret_hash: secretHash, person_hashes: personHashes(secrets, code, people), destination: destination(secrets, dossier, people),
  }).execute();
}

/** The answers have changed, and with them perhaps who it is about. */
export async function changeLookUpPeople(tx: Transaction<Tables>, secrets: Secrets, { dossier, code, people }: { dossier: DossierId; code: string; people?: People | undefined }): Promise<void> {
  if (!people) return;
  await tx.updateTable('lookup_key').set({ person_hashes: personHashes(secrets, code, people), destination: destination(secrets, dossier, people) }).where('dossier', '=', dossier).execute();
}

/** The row that stands for "none", and the keys of dossiers from before there were look-ups, which only their secret opens. */
export async function prepareLookUps(db: Kysely<Tables>, secrets: Secrets): Promise<void> {
  await db.insertInto('lookup_key').values({ code_hash: LAST, dossier: null, code: '', secret_hash: noHash(), person_hashes: [noHash(), noHash(), noHash()] }).onConflict((known) => known.doNothing()).execute();
  const step = 500;
  for (;;) {
    const bare = await db.selectFrom('dossier').leftJoin('lookup_key', 'lookup_key.dossier', 'dossier.id').select(['dossier.id', 'dossier.code', 'lookup_hash']).where('lookup_key.code_hash', 'is', null).limit(step).execute();
    if (bare.length === 0) return;
    await db.insertInto('lookup_key').values(bare.map(({ id, code, lookup_hash }) => ({
      code_hash: secrets.hash('code', tidyCode(code)), dossier: id, code, secret_hash: lookup_hash, person_hashes: [noHash(), noHash(), noHash()],
    }))).onConflict((known) => known.doNothing()).execute();
    if (bare.length < step) return;
  }
}

/** The one who asks, as far as a network can tell: of IPv6 the half that a home has. */
export function clientOf(ip: string): string {
  if (!isIPv6(ip) || ip.startsWith('::ffff:')) return ip.replace(/^::ffff:/, '');
  const [head = '', tail] = ip.split('%')[0]!.split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const all = tail === undefined ? before : [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after];
  return all.slice(0, 4).map((part) => part.toLowerCase().padStart(4, '0')).join(':');
}

const same = (a: string, b: string): boolean => {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
};

export interface LookUpOptions { db: Kysely<Tables>; secrets: Secrets; counts: TryCounts; otp: OneTimeCodes | undefined; log: (message: string, about: object) => void }

export function createLookUps({ db, secrets, counts, otp, log }: LookUpOptions) {
  const aboutOf = (code: string, ip: string) => ({ code: secrets.hash('code', tidyCode(code)), client: secrets.hash('client', clientOf(ip)) });

  /** The row of the code, or the next one: the index is walked and a row is read just the same. */
  const rowAt = (hash: string) => db.selectFrom('lookup_key').select(['code_hash', 'dossier', 'secret_hash', 'person_hashes', 'code']).where('code_hash', '>=', hash).orderBy('code_hash').limit(1).executeTakeFirst();

  /** With a one-time code the host is asked, whichever code it is; with the others all hashes are compared, whichever is meant. */
  async function shown(code: string, { kind, value }: SecondFactor, row: { secret_hash: string; person_hashes: string[] }): Promise<boolean> {
    const secret = same(secrets.hash('lookup', `${code}:${tidySecret(value)}`), row.secret_hash);
    const number = secrets.hash('person', `${code}:${tidyNumber(value)}`);
    const person = row.person_hashes.map((hash) => same(number, hash)).includes(true);
    if (kind !== 'otp') return kind === 'secret' ? secret : person;
    return (await otp?.verify(code, value.trim()).catch((error: Error) => { log('one-time code', { error: error.name }); return false; })) ?? false;
  }

  return {
    async lookUp(given: string, factor: SecondFactor, ip: string): Promise<LookedUp> {
      const about = aboutOf(given, ip);
      const seconds = await counts.take(about);
      if (seconds > 0) return { kind: 'attempts', seconds };
      const row = await rowAt(about.code);
      if (!row) throw new Error('the look-up table has lost its last row');
      // Codes are written in capitals; what was hashed with them is the code as it was given out.
      const known = same(row.code_hash, about.code) && row.dossier !== null;
      const right = await shown(known ? row.code : tidyCode(given), factor, row);
      if (!known || !right) return { kind: 'unknown' };
      await counts.forgive(about);
      return { kind: 'found', dossier: row.dossier!, code: row.code };
    },

    /** The seconds to wait, or what is to be done once the answer has gone: nobody can tell by it whether there is such a dossier. */
    async sendOtp(given: string, ip: string): Promise<number | (() => Promise<void>)> {
      const about = aboutOf(given, ip);
      const seconds = await counts.take({ code: `otp-${about.code}`, client: `otp-${about.client}` });
      if (seconds > 0) return seconds;
      return async () => {
        const row = otp && await db.selectFrom('lookup_key').select(['dossier', 'code', 'destination']).where('code_hash', '=', about.code).executeTakeFirst();
        if (!otp || !row || row.dossier === null || row.destination === null) return;
        await otp.send(row.code, secrets.open(sealKey(row.dossier), row.destination)).catch((error: Error) => log('one-time code', { error: error.name }));
      };
    },
  };
}
export type LookUps = ReturnType<typeof createLookUps>;
