import { clean } from './clean.js';
import type { Format } from './types.js';

export const uuid: Format = {
  name: 'uuid',
  normalize: clean,
  check: (value) => /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(value) || { reason: 'pattern' },
};
