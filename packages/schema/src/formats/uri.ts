import { clean } from './clean.js';
import type { Format } from './types.js';

/** An absolute URI of RFC 3986, by its characters. */
export const uri: Format = {
  name: 'uri',
  normalize: clean,
  check: (value) => /^[a-z][a-z\d+.-]*:(?:[\w\-.~!$&'()*+,;=:@/?[\]]|%[\da-f]{2})+(?:#(?:[\w\-.~!$&'()*+,;=:@/?]|%[\da-f]{2})*)?$/i.test(value) || { reason: 'pattern' },
  inputMode: 'url',
};
