import type { Format } from './types.js';

/** Any octets (OpenAPI): nothing to read in them, nothing to refuse. */
export const binary: Format = { name: 'binary', normalize: (text) => text, check: () => true };
