import { clean } from './clean.js';
import type { Format } from './types.js';

/** Any number (OpenAPI). */
export const double: Format = { name: 'double', normalize: clean, check: () => true, checkNumber: () => true, inputMode: 'decimal' };
