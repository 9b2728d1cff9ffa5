import { dateTimeFault, isDateTime, readDateTime, showDateTime } from './read-date-time.js';
import type { Format } from './types.js';

/** Date and time as ISO 8601 has them: an offset only where one was typed. The name is ajv-formats' own. */
export const isoDateTime: Format = {
  name: 'iso-date-time',
  normalize: (text) => readDateTime(text, ''),
  check: (value) => isDateTime(value, true) || dateTimeFault(value),
  display: (value) => showDateTime(value, ''),
  inputMode: 'numeric',
};
