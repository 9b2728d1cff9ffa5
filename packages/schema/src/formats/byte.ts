import { clean } from './clean.js';
import type { Format } from './types.js';

/** Base64 (OpenAPI). A whole file may stand in it, so nothing here goes back and forth over the text. */
export const byte: Format = {
  name: 'byte',
  normalize: (text) => clean(text).replace(/\s+/g, ''),
  check: (value) => (value.length % 4 === 0 && !/[^A-Za-z\d+/]/.test(value.endsWith('==') ? value.slice(0, -2) : value.endsWith('=') ? value.slice(0, -1) : value)) || { reason: 'pattern' },
  inputMode: 'text',
};
