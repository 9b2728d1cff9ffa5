import { isTime, readTime, showTime, timeFault } from './read-time.js';
import type { Format } from './types.js';

/** A time as ISO 8601 has it: an offset only where one was typed. The name is ajv-formats' own. */
export const isoTime: Format = {
  name: 'iso-time',
  normalize: (text) => readTime(text, ''),
  check: (value) => isTime(value, true) || timeFault(value),
  display: (value) => showTime(value, ''),
  inputMode: 'numeric',
};
