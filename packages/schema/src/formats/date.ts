import { isDate } from '../calendar/day.js';
import { dateFault, readDate } from './read-date.js';
import type { Format } from './types.js';

/** A full calendar date; kept as `YYYY-MM-DD`, typed as `1/2/1990`, `01021990`, `ngày 1 tháng 2 năm 1990` … */
export const date: Format = {
  name: 'date',
  normalize: (text) => readDate(text, false),
  check: (value) => isDate(value) || dateFault(value, false),
  display: (value) => (isDate(value) ? value.split('-').reverse().join('/') : value),
  inputMode: 'numeric',
};
