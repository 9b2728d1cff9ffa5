import { clean, compact } from './clean.js';
import type { Format } from './types.js';

/** An ordinary Vietnamese passport: a letter and 7 or 8 digits. */
export const passport: Format = {
  name: 'passport',
  normalize: (text) => (/^[a-z]\d+$/i.test(compact(text)) ? compact(text).toUpperCase() : clean(text)),
  check: (value) => /^[A-Z]\d{7,8}$/.test(value) || { reason: 'pattern' },
  inputMode: 'text',
};
