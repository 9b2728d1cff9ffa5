import { iri } from './iri.js';
import { isAddress } from './rfc3986.js';
import type { Format } from './types.js';

/** An IRI, or one that is relative to where it stands. */
export const iriReference: Format = {
  name: 'iri-reference',
  normalize: iri.normalize,
  check: (value) => isAddress(value, { letters: true, relative: true }) || { reason: 'pattern' },
  inputMode: 'url',
};
