import { clean } from './clean.js';
import type { Format } from './types.js';

/** A JSON pointer as the end of an address: `#/chuHo/hoTen`. The name is ajv-formats' own. */
export const jsonPointerUriFragment: Format = {
  name: 'json-pointer-uri-fragment',
  normalize: clean,
  check: (value) => /^#(?:\/(?:[\w\-.!$&'()*+,;:=@]|%[\da-f]{2}|~[01])*)*$/i.test(value) || { reason: 'pattern' },
  inputMode: 'text',
};
