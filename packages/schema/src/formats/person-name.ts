import { clean } from './clean.js';
import type { Format } from './types.js';

/** A person's name in any script. Case is the writer's: forms that print capitals do so when they print. */
export const personName: Format = {
  name: 'person-name',
  normalize: (text) => clean(text).replace(/\s+/g, ' '),
  check(value) {
    if (/\p{N}/u.test(value)) return { reason: 'digits' };
    // Join controls (U+200C, U+200D) join letters in Khmer and Indic scripts.
    return (!/[^\p{L}\p{M}\p{Join_Control} .'’‘·-]/u.test(value) && /\p{L}/u.test(value)) || { reason: 'characters' };
  },
  inputMode: 'text',
};
