// The right to read one dossier for a while: random, known to the browser alone, kept here as a hash.
import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { StatusAccess } from '@dvc/core';
import type { Tables } from '../db/schema.js';
import type { DossierId } from './log.js';

/** ms since it was last used */
const LASTS = 30 * 60_000;
/** ms that may be lacking before a use is written down */
const SLACK = 60_000;

const hashOf = (token: string) => createHash('sha256').update(`access:${token}`).digest('base64url');

export interface Right { dossier: DossierId; code: string; hash: string }

export function createAccess(db: Kysely<Tables>, now: () => Date) {
  const end = () => new Date(now().getTime() + LASTS);

  return {
    async give(dossiers: readonly { id: DossierId; code: string }[], session?: string): Promise<StatusAccess[]> {
      if (dossiers.length === 0) return [];
      const expires = end();
      const made = dossiers.map(({ id, code }) => ({ id, code, token: randomBytes(32).toString('base64url') }));
      await db.insertInto('access_token').values(made.map(({ id, token }) => ({ hash: hashOf(token), dossier: id, session: session ?? null, expires_at: expires }))).execute();
      return made.map(({ code, token }) => ({ dossier: code, token, expiresAt: expires.getTime() }));
    },

    /** Undefined for one that has ended, was never given, or is for another dossier. */
    async check(code: string, token: string | undefined): Promise<Right | undefined> {
      if (token === undefined || !/^[A-Za-z0-9_-]{43}$/.test(token)) return undefined;
      const hash = hashOf(token);
      const row = await db.selectFrom('access_token').innerJoin('dossier', 'dossier.id', 'access_token.dossier').select(['dossier.id', 'code', 'expires_at'])
        .where('hash', '=', hash).where('expires_at', '>', now()).executeTakeFirst();
      if (row?.code !== code) return undefined;
      if (row.expires_at.getTime() < end().getTime() - SLACK) await db.updateTable('access_token').set({ expires_at: end() }).where('hash', '=', hash).execute();
      return { dossier: row.id, code: row.code, hash };
    },

    /** Those that still hold, by hash; they last on. */
    async keep(hashes: readonly string[]): Promise<Set<string>> {
      const kept = new Set<string>();
      for (let from = 0; from < hashes.length; from += 1000) {
        const rows = await db.updateTable('access_token').set({ expires_at: end() }).where('hash', 'in', hashes.slice(from, from + 1000)).where('expires_at', '>', now()).returning('hash').execute();
        for (const { hash } of rows) kept.add(hash);
      }
      return kept;
    },

    /** The browser leaves. */
    async endSession(session: string): Promise<void> { await db.deleteFrom('access_token').where('session', '=', session).execute(); },
    async sweep(): Promise<void> { await db.deleteFrom('access_token').where('expires_at', '<=', now()).execute(); },
  };
}
export type Access = ReturnType<typeof createAccess>;
