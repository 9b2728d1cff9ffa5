import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, randomInt } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Without letters and digits that are taken for one another when read from paper or over the telephone. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Mã tra cứu: 8 characters, about 40 bits, so whoever checks it must also count the attempts. */
export const newLookupSecret = (): string => Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');

export interface Secrets {
  /** Keyed, because 40 bits or a citizen's key could be guessed from a plain hash in a copy of the database. */
  hash(purpose: 'lookup' | 'idempotency' | 'draft' | 'code' | 'person' | 'client' | 'unsubscribe' | 'survey', text: string): string;
  /** Closes `text` so that only whoever holds `key` can open it again. */
  seal(key: string, text: string): string;
  /** @throws Error when the key is not the one that closed it */
  open(key: string, sealed: string): string;
}

export function createSecrets(pepper: Buffer): Secrets {
  const keyFor = (key: string) => Buffer.from(hkdfSync('sha256', key, pepper, 'acknowledgement', 32));
  return {
    hash: (purpose, text) => createHmac('sha256', pepper).update(`${purpose}:${text}`).digest('base64url'),
    seal(key, text) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keyFor(key), iv);
      const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), closed]).toString('base64');
    },
    open(key, sealed) {
      const all = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', keyFor(key), all.subarray(0, 12));
      decipher.setAuthTag(all.subarray(12, 28));
      return Buffer.concat([decipher.update(all.subarray(28)), decipher.final()]).toString('utf8');
    },
  };
}

/** What the operator's own command shows to the server; whoever can read the data folder has it. */
export const adminToken = (pepper: Buffer): string => createHmac('sha256', pepper).update('admin:1').digest('base64url');

/**
 * The server's own secret: given (servers that share one PostgreSQL must share it), or made once in the data folder.
 * Losing it makes look-up secrets and unfinished retries worthless; back it up with the database.
 */
export function loadPepper(dir: string, given?: string): Buffer {
  if (given !== undefined) {
    if (given.length < 32) throw new Error('DVC_SECRET must have at least 32 characters');
    return Buffer.from(given, 'utf8');
  }
  const file = join(dir, 'secret');
  if (!existsSync(file)) {
    const fd = openSync(file, 'wx', 0o600);
    try { writeSync(fd, randomBytes(32).toString('hex')); fsyncSync(fd); } finally { closeSync(fd); }
  }
  const pepper = Buffer.from(readFileSync(file, 'utf8'), 'hex');
  if (pepper.length !== 32) throw new Error(`${file} is damaged; restore it from the backup`);
  return pepper;
}
