/** Grows when a record means something else than before. A record of a higher one belongs to a newer SDK and is left alone. */
export const format = 1;

/**
 * A draft as it lies in IndexedDB. Whoever copies the disk reads a hash, a revision, two instants, and bytes that are noise
 * without the other half of the key. Every format to come keeps `id`, `check`, `format` and `expiresAt` as they are, so
 * that an older SDK still finds and removes what has expired.
 */
export interface DraftRecord {
  /** Hash of the draft's name. A name that can be guessed can be confirmed by it, so a name tells no more than a form and an occasion. */
  id: string;
  /** Tells keys apart without telling a key: drafts of two sessions stand side by side, and none overwrites what it cannot read. */
  check: string;
  format: number;
  revision: number;
  /** Random, made with revision 1. After a removal revisions begin again: a tab that slept through it must not take the new draft for its own. */
  line: string;
  /** ms since 1970, as the clock of the device said */
  savedAt: number;
  expiresAt: number;
  /**
   * The device's half of the key, random for every save. Raw bytes: browsers write a CryptoKey that is not extractable into
   * the same file in clear, so it would hide nothing, and in private windows some refuse to store one.
   */
  half: Uint8Array<ArrayBuffer>;
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

const isInstant = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= 8.64e15;
const isBytes = (value: unknown, length: number) => value instanceof Uint8Array && value.length === length;

export const isNewer = (record: DraftRecord): boolean => typeof record.format === 'number' && record.format > format;

/** Is it whole? What lies on a disk may be torn, or changed by hand. */
export function isWhole(record: DraftRecord): boolean {
  return record.format === format && typeof record.line === 'string' && Number.isSafeInteger(record.revision) && record.revision > 0
    && isInstant(record.savedAt) && isInstant(record.expiresAt) && isBytes(record.half, 32) && isBytes(record.iv, 12) && record.sealed instanceof ArrayBuffer;
}
