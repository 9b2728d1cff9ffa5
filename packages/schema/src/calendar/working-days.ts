import type { Calendar } from '../rules/types.js';
import { fromDays, isDate, toDays } from './civil-date.js';

/** More would be an author's slip; it also bounds the loop. */
const MOST = 5000;

/** Monday to Friday unless off, and the weekend days that are worked instead. */
export const isWorkingDay = (date: string, calendar: Calendar): boolean => {
  const days = toDays(date);
  if (days === undefined || calendar.daysOff.includes(date)) return false;
  // Day 0 was a Thursday: 2 and 3 days later is the weekend.
  return ((days % 7) + 7) % 7 !== 2 && ((days % 7) + 7) % 7 !== 3 || calendar.workingSaturdays.includes(date);
};

/** The date itself when it is a working day, else the next one. */
export const nextWorkingDay = (date: string, calendar: Calendar): string | undefined =>
  isWorkingDay(date, calendar) ? date : addWorkingDays(date, 1, calendar);

/**
 * The `count`-th working day after a date (before it when negative; 0: the date, or the next working day).
 * The first day is not counted (Civil Code 2015, article 147). undefined for no date, a fraction, or more than 5,000 days.
 */
export function addWorkingDays(date: string, count: number, calendar: Calendar): string | undefined {
  let days = toDays(date);
  if (days === undefined || !Number.isInteger(count) || Math.abs(count) > MOST) return undefined;
  if (count === 0) return nextWorkingDay(date, calendar);
  const step = Math.sign(count);
  let left = Math.abs(count), at: string | undefined;
  // A calendar that is off for ever must not hang the page.
  for (let tried = 0; left > 0; tried++) {
    at = fromDays((days += step));
    if (at === undefined || tried > 3 * MOST) return undefined;
    if (isWorkingDay(at, calendar)) left--;
  }
  return at;
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: string, to: string, calendar: Calendar): number | undefined {
  const a = toDays(from), b = toDays(to);
  if (a === undefined || b === undefined) return undefined;
  if (b < a) return -(workingDaysBetween(to, from, calendar) as number) || 0;
  // Weekdays up to a day, counted in weeks from a Monday; then the exceptions.
  const upTo = (days: number) => { const since = days + 719533; return Math.floor(since / 7) * 5 + Math.min(since % 7, 5); };
  const bare: Calendar = { daysOff: [], workingSaturdays: [] };
  let count = upTo(b + 1) - upTo(a + 1);
  for (const day of new Set([...calendar.daysOff, ...calendar.workingSaturdays])) {
    if (isDate(day) && day > from && day <= to) count += Number(isWorkingDay(day, calendar)) - Number(isWorkingDay(day, bare));
  }
  return count;
}
