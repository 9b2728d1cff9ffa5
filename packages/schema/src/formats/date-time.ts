import { dateTimeFault, isDateTime, readDateTime, showDateTime } from './read-date-time.js';
import { VIETNAM } from './read-time.js';
import type { Format } from './types.js';

/** RFC 3339 date-time, with its offset; shown as `21/11/2026 08:30`. */
export const dateTime: Format = {
  name: 'date-time',
  normalize: (text) => readDateTime(text, VIETNAM),
  check: (value) => isDateTime(value) || dateTimeFault(value),
  display: (value) => showDateTime(value, VIETNAM),
  inputMode: 'numeric',
};
