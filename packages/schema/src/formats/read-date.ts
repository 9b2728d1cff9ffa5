import { daysInMonth } from '../calendar/day.js';
import { clean } from './clean.js';
import type { Verdict } from './types.js';

const SEPARATOR = /\s*[/.,\-–]\s*|\s+/;

/** `[day, month, year]` as written, '' for what is missing; undefined when it is no date at all. */
function written(text: string): [string, string, string] | undefined {
  const plain = clean(text).toLowerCase().replace(/(^|\s)(ngày|tháng|năm)(?=\s)/g, ' ').trim();
  const bits = plain.split(SEPARATOR);
  if (bits.length > 3 || bits.some((bit) => /\D/.test(bit))) return undefined;
  const [a = '', b = '', c = ''] = bits;
  if (bits.length === 3) return a.length > 2 ? [c, b, a] : [a, b, c];
  if (bits.length === 2) return a.length > 2 ? ['', b, a] : ['', a, b];
  if (a.length === 8) return [a.slice(0, 2), a.slice(2, 4), a.slice(4)];
  return a.length === 6 ? ['', a.slice(0, 2), a.slice(2)] : ['', '', a];
}

function judge(text: string, partial: boolean): string | Exclude<Verdict, true> {
  const read = written(text);
  if (!read) return { reason: 'unreadable' };
  const [day, month, year] = read;
  if (!day && !month && !year) return '';
  const missing: string[] = [];
  if (!day && !partial) missing.push('day');
  if (!month && (day || !partial)) missing.push('month');
  if (!year) missing.push('year');
  if (missing.length) return { reason: 'incomplete', params: { missing } };
  if (year.length !== 4) return { reason: 'year' };
  if (month && (month.length > 2 || +month < 1 || +month > 12)) return { reason: 'month' };
  if (day && (day.length > 2 || +day < 1 || +day > daysInMonth(+year, +month))) return { reason: 'day', params: { days: daysInMonth(+year, +month) } };
  return [year, month && month.padStart(2, '0'), day && day.padStart(2, '0')].filter(Boolean).join('-');
}

/** Typed text → ISO, or the text trimmed when it is not a real date; boxes that are all empty (`//`) → ''. */
export function readDate(text: string, partial: boolean): string {
  const made = judge(text, partial);
  return typeof made === 'string' ? made : clean(text);
}

/** What is wrong with a kept text: `unreadable`, `incomplete` (which parts), `year` (four digits), `month`, `day` (the month has fewer). */
export function dateFault(value: string, partial: boolean): Exclude<Verdict, true> {
  const made = judge(value, partial);
  return typeof made === 'string' ? { reason: 'unreadable' } : made;
}
