import { clean } from './clean.js';
import type { Format } from './types.js';

const MOST = 2 ** 31 - 1;

/** A whole number of 32 bits (OpenAPI). */
export const int32: Format = {
  name: 'int32',
  normalize: clean,
  check: () => true,
  checkNumber: (value) => (!Number.isInteger(value) ? { reason: 'pattern' } : (value <= MOST && value >= -MOST - 1) || { reason: 'range', params: { minimum: -MOST - 1, maximum: MOST } }),
  inputMode: 'numeric',
};
