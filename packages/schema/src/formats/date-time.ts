import { isDate } from '../calendar/day.js';
import { clean } from './clean.js';
import { isTime } from './time.js';
import type { Format } from './types.js';

/** RFC 3339 date-time, with its zone. */
export const dateTime: Format = {
  name: 'date-time',
  normalize: clean,
  check: (value) => (isDate(value.slice(0, 10)) && /^[t\s]$/i.test(value.charAt(10)) && isTime(value.slice(11))) || { reason: 'pattern' },
};
