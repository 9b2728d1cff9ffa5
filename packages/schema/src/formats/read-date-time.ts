import { isDate } from '../calendar/day.js';
import { clean } from './clean.js';
import { table } from './common.js';
import { isTime, readTime, showTime } from './read-time.js';
import type { Verdict } from './types.js';

// Not read-date.js itself: shared by two chunks it would be a third one.
const date = table['date']!;

/** Longer than `ngày 21 tháng 11 năm 2026 lúc 8 giờ 30 phút 15 giây` no one writes it. */
const MOST_WORDS = 16;

/** A date, `T` or a space, and a time with its offset (`iso`: with or without). */
export const isDateTime = (value: string, iso = false): boolean =>
  isDate(value.slice(0, 10)) && /^[t\s]$/i.test(value.charAt(10)) && isTime(value.slice(11), iso);

/** `21/11/2026 8h30`, `8:30 ngày 21/11/2026`, `2026-11-21T08:30` → `2026-11-21T08:30:00` and `offset`. Text that cannot be read comes back trimmed. */
export function readDateTime(text: string, offset: string): string {
  const plain = clean(text);
  if (isDateTime(plain, offset === '')) return plain;
  const words = plain.replace(/^(\d{4}-\d\d-\d\d)t(?=\d)/i, '$1 ').split(/[\s,;]+/).filter((word) => !/^(lúc|vào|hồi)$/i.test(word));
  if (words.length > MOST_WORDS) return plain;
  for (let i = 1; i < words.length; i++) {
    const halves = [words.slice(0, i).join(' '), words.slice(i).join(' ')] as const;
    for (const [day, clock] of [halves, [halves[1], halves[0]]] as const) {
      const made = `${date.normalize(day!)}T${readTime(clock!, offset)}`;
      if (isDateTime(made, offset === '')) return made;
    }
  }
  return plain;
}

/** `21/11/2026 08:30`; other separators than `T` stay as they came, so that what is shown is read back as it was. */
export const showDateTime = (value: string, offset: string): string =>
  (/^\d{4}-\d\d-\d\dT\d\d:/.test(value) && isDateTime(value, true) ? `${value.slice(0, 10).split('-').reverse().join('/')} ${showTime(value.slice(11), offset)}` : value);

/** What is wrong with a kept text, with the words of a date where it is the date: also `no-time` and `time`. */
export function dateTimeFault(value: string): Exclude<Verdict, true> {
  const [, day, clock] = /^([^\s/]*\/[^\s/]*\/\S*)(?:\s(.*))?$/s.exec(value) ?? /^(\d{4}-\d\d-\d\d)(?:[\st](.*))?$/is.exec(value) ?? [];
  if (day === undefined) return { reason: 'pattern' };
  if (day === '//') return { reason: 'incomplete', params: { missing: ['day', 'month', 'year'] } };
  const right = date.check(date.normalize(day));
  if (right !== true) return right;
  return { reason: clock === undefined ? 'no-time' : 'time' };
}
