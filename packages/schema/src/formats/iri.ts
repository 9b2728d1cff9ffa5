import { clean } from './clean.js';
import { isAddress } from './rfc3986.js';
import type { Format } from './types.js';

/** An address whose letters stand for themselves: `https://vi.wikipedia.org/wiki/Việt_Nam`. Whether its host name is one is not asked: RFC 3987 does not either. */
export const iri: Format = {
  name: 'iri',
  normalize: (text) => clean(text).replace(/^www\.[^\s@]+$/i, 'https://$&'),
  check: (value) => isAddress(value, { letters: true }) || { reason: 'pattern' },
  inputMode: 'url',
};
