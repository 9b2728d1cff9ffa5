import { clean } from './clean.js';
import type { Format } from './types.js';

/** RFC 6901: `/chuHo/hoTen`. */
export const jsonPointer: Format = {
  name: 'json-pointer',
  normalize: clean,
  check: (value) => /^(?:\/(?:[^~/]|~[01])*)*$/.test(value) || { reason: 'pattern' },
  inputMode: 'text',
};
