import type { Format } from './types.js';

/** A secret (OpenAPI): as typed, whatever it is. */
export const password: Format = { name: 'password', normalize: (text) => text, check: () => true, inputMode: 'text' };
