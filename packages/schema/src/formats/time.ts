import { isTime, readTime, showTime, timeFault, VIETNAM } from './read-time.js';
import type { Format } from './types.js';

/** RFC 3339 full-time, with its offset; typed as `8:30`, `8h30`, `8 giờ 30`, shown as `08:30`. */
export const time: Format = {
  name: 'time',
  normalize: (text) => readTime(text, VIETNAM),
  check: (value) => isTime(value) || timeFault(value),
  display: (value) => showTime(value, VIETNAM),
  inputMode: 'numeric',
};
