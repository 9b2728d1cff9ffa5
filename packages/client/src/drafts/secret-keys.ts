import type { DraftKeys } from '@dvc/core';
import { derive } from './seal.js';

/**
 * Halves of draft keys from a secret that the host has for the session: the same secret opens the same drafts, and a host
 * that forgets it at log-out has made them unreadable. The host must not keep it in the browser's storage.
 * @throws TypeError when it is shorter than 16 bytes, which could be guessed
 */
export function fromSecret(secret: string | Uint8Array): DraftKeys {
  const bytes = typeof secret === 'string' ? new TextEncoder().encode(secret) : new Uint8Array(secret);
  if (bytes.length < 16) throw new TypeError('fromSecret needs a secret of at least 16 bytes, random for each session');
  return { half: (name) => derive(bytes, `dvc draft half ${name}`, 32) };
}
