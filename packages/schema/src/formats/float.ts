import { clean } from './clean.js';
import type { Format } from './types.js';

/** Any number (OpenAPI): how exactly it is stored is the back end's affair. */
export const float: Format = { name: 'float', normalize: clean, check: () => true, checkNumber: () => true, inputMode: 'decimal' };
