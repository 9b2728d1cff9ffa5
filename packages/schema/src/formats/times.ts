import { dateTime } from './date-time.js';
import { duration } from './duration.js';
import { isoDateTime } from './iso-date-time.js';
import { isoTime } from './iso-time.js';
import { time } from './time.js';
import type { Format } from './types.js';

/** One chunk: times, alone and with their date, and lengths of time. */
export const table: Readonly<Record<string, Format>> = { time, 'date-time': dateTime, 'iso-time': isoTime, 'iso-date-time': isoDateTime, duration };
