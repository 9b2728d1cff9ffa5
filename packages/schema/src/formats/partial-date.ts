import { isPartialDate } from '../calendar/day.js';
import { dateFault, readDate } from './read-date.js';
import type { Format } from './types.js';

/** A date of which only the year, or year and month, may be known. */
export const partialDate: Format = {
  name: 'partial-date',
  normalize: (text) => readDate(text, true),
  check: (value) => isPartialDate(value) || dateFault(value, true),
  display: (value) => (isPartialDate(value) ? value.split('-').reverse().join('/') : value),
  inputMode: 'numeric',
};
