import { clean } from './clean.js';
import { isAddress, tidyAddress } from './rfc3986.js';
import type { Format } from './types.js';

/** An absolute URI of RFC 3986. */
export const uri: Format = {
  name: 'uri',
  normalize: (text) => tidyAddress(clean(text)),
  check: (value) => isAddress(value, {}) || { reason: 'pattern' },
  inputMode: 'url',
};
