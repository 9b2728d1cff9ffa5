import { clean } from './clean.js';
import type { Format } from './types.js';

/** A whole number of 64 bits (OpenAPI). JSON as we read it has no larger ones that are exact, so only fractions are refused. */
export const int64: Format = {
  name: 'int64',
  normalize: clean,
  check: () => true,
  checkNumber: (value) => Number.isInteger(value) || { reason: 'pattern' },
  inputMode: 'numeric',
};
