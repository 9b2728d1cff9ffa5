import { clean } from './clean.js';
import type { Format } from './types.js';

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/** Kept as RFC 9562 writes it; also read with `urn:uuid:`, in braces, or without hyphens. */
export const uuid: Format = {
  name: 'uuid',
  normalize(text) {
    const plain = clean(text);
    const digits = /^(?:urn:uuid:)?\{?([\da-f]{8})-?([\da-f]{4})-?([\da-f]{4})-?([\da-f]{4})-?([\da-f]{12})\}?$/i.exec(plain);
    return UUID.test(plain) || !digits ? plain : digits.slice(1).join('-');
  },
  check: (value) => UUID.test(value) || { reason: 'pattern' },
  inputMode: 'text',
};
