import { isDate } from '../calendar/civil-date.js';
import { dateFault, readDate } from './read-date.js';
import type { Format } from './types.js';

/** Is it `YYYY`, `YYYY-MM` or a full date? Old civil records often know only the year of birth. */
export const isPartialDate = (value: string): boolean => isDate(value) || (/^\d{4}(-\d\d)?$/.test(value) && isDate(`${value.padEnd(7, '-01')}-01`));

/** A date of which only the year, or year and month, may be known. */
export const partialDate: Format = {
  name: 'partial-date',
  normalize: (text) => readDate(text, true),
  check: (value) => isPartialDate(value) || dateFault(value, true),
  display: (value) => (isPartialDate(value) ? value.split('-').reverse().join('/') : value),
  inputMode: 'numeric',
};
