import { date } from './date.js';
import { email } from './email.js';
import { partialDate } from './partial-date.js';
import type { Format } from './types.js';

/** One chunk: nearly every form has one of them. */
export const table: Readonly<Record<string, Format>> = { date, email, 'partial-date': partialDate };
