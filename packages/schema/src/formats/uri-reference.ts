import { clean } from './clean.js';
import { isAddress, tidyAddress } from './rfc3986.js';
import type { Format } from './types.js';

/** A URI, or one that is relative to where it stands: `/ho-so`, `#muc-2`. */
export const uriReference: Format = {
  name: 'uri-reference',
  normalize: (text) => tidyAddress(clean(text)),
  check: (value) => isAddress(value, { relative: true }) || { reason: 'pattern' },
  inputMode: 'url',
};
