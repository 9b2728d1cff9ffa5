import { clean } from './clean.js';
import type { Format } from './types.js';

/** How many levels up, then a JSON pointer or `#`: `1/hoTen`, `0#`. */
export const relativeJsonPointer: Format = {
  name: 'relative-json-pointer',
  normalize: clean,
  check: (value) => /^(?:0|[1-9]\d*)(?:#|(?:\/(?:[^~/]|~[01])*)*)$/.test(value) || { reason: 'pattern' },
  inputMode: 'text',
};
