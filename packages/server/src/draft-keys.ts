import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from './db/schema.js';
import { Refusal } from './errors.js';
import type { Secrets } from './secrets.js';
import { maxAgeSeconds, sessionHash } from './session.js';

/** Drafts that one session may have. A session costs nothing, but a script that asks in a loop is to hear of it. */
const maxPerSession = 200;

/**
 * Halves of the keys that browsers seal drafts with. One half lies beside the draft on the device, the other here; when
 * the session ends this one is destroyed, and every copy of the draft's bytes with it. Sealed with the session's token,
 * so that a backup from before does not bring it back: the token is nowhere but in the cookie.
 */
export interface DraftKeyStore {
  /**
   * 32 bytes as lower-case hex, made when they are first asked for.
   * @throws Refusal 429 when the session has too many
   */
  half(token: string, name: string): Promise<string>;
  /** Destroys those of a session. */
  destroy(session: string): Promise<void>;
  /** Destroys those of sessions that have ended by themselves. */
  sweep(): Promise<void>;
}

export function createDraftKeys(db: Kysely<Tables>, { secrets, now }: { secrets: Secrets; now: () => Date }): DraftKeyStore {
  /** A half is never older than its session, so at this age the session's cookie is gone as well. */
  const ended = () => new Date(now().getTime() - maxAgeSeconds * 1000);
  const sweep = async () => { await db.deleteFrom('draft_key').where('created_at', '<=', ended()).execute(); };

  async function half(token: string, name: string): Promise<string> {
    const session = sessionHash(token);
    const name_hash = secrets.hash('draft', name);
    const held = async () => {
      const row = await db.selectFrom('draft_key').select('half').where('session', '=', session).where('name_hash', '=', name_hash).where('created_at', '>', ended()).executeTakeFirst();
      return row && secrets.open(token, row.half);
    };
    const found = await held();
    if (found) return found;
    await sweep();
    const { count } = await db.selectFrom('draft_key').select((e) => e.fn.countAll().as('count')).where('session', '=', session).executeTakeFirstOrThrow();
    if (Number(count) >= maxPerSession) throw new Refusal(429, 'too-many', {}, 3600);
    const made = randomBytes(32).toString('hex');
    // Two tabs may ask at once: the first stands, and both are told that one.
    await db.insertInto('draft_key').values({ session, name_hash, half: secrets.seal(token, made), created_at: now() }).onConflict((same) => same.doNothing()).execute();
    // Gone again when the session was left meanwhile.
    return (await held()) ?? made;
  }

  return {
    half, sweep,
    async destroy(session) { await db.deleteFrom('draft_key').where('session', '=', session).execute(); },
  };
}
