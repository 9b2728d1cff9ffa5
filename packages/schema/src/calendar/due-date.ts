import type { Calendar } from '../rules/types.js';
import { addDays, isDate } from './civil-date.js';
import { addWorkingDays, isWorkingDay, nextWorkingDay } from './working-days.js';

/** Office hours of a working day, `[['07:30', '11:30'], ['13:30', '17:00']]`: data of the host. */
export type OfficeHours = readonly (readonly [from: string, to: string])[];

export interface DueDateInput {
  /** `YYYY-MM-DDTHH:mm` on the clocks of Viet Nam; seconds are ignored. */
  receivedAt: string;
  limit: { value: number; unit: 'workingDay' | 'day' | 'workingHour'; receivedBefore?: string };
  calendar: Calendar;
  /** Needed for `workingHour`. When given, a dossier that arrives after the last hour counts from the next working day. */
  hours?: OfficeHours;
}
export interface DueDate {
  /** The working day on which the dossier counts as received. */
  countedFrom: string;
  /** The last day. */
  date: string;
  /** `HH:mm` on that day, for limits in working hours. */
  time?: string;
  /** False when it lies outside the days that the calendar knows: to be shown as expected, not promised. */
  certain: boolean;
}

const minutes = (clock: string): number => (/^([01]\d|2[0-3]):[0-5]\d$/.test(clock) ? +clock.slice(0, 2) * 60 + +clock.slice(3) : NaN);
const clockOf = (at: number) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;

/**
 * When a dossier is due. Working days count from the day after receipt; a limit of 0 ends on the day of receipt; a limit in calendar
 * days that ends on a day off ends on the next working day (Civil Code 2015, articles 147-148).
 * @returns undefined for an unreadable instant, limit or hours
 */
export function dueDate({ receivedAt, limit, calendar, hours }: DueDateInput): DueDate | undefined {
  const day = receivedAt.slice(0, 10), now = minutes(receivedAt.slice(11, 16));
  if (!isDate(day) || receivedAt.charAt(10) !== 'T' || Number.isNaN(now) || !(limit.value >= 0)) return undefined;
  const spans = (hours ?? []).map(([from, to]) => [minutes(from), minutes(to)] as const);
  if (spans.some(([from, to], i) => !(from < to) || from < (spans[i - 1]?.[1] ?? 0))) return undefined;
  const closing = spans.at(-1)?.[1] ?? Infinity;
  const before = limit.receivedBefore === undefined ? Infinity : minutes(limit.receivedBefore);
  if (Number.isNaN(before)) return undefined;

  const late = now > before || now >= closing;
  const countedFrom = isWorkingDay(day, calendar) && late ? addWorkingDays(day, 1, calendar) : nextWorkingDay(day, calendar);
  if (countedFrom === undefined) return undefined;
  const done = (date: string | undefined, time?: string): DueDate | undefined => (date === undefined ? undefined : {
    countedFrom, date, ...(time === undefined ? {} : { time }),
    certain: !calendar.covers || (calendar.covers.from <= day && date <= calendar.covers.to),
  });

  if (limit.unit === 'workingDay') return done(addWorkingDays(countedFrom, limit.value, calendar));
  if (limit.unit === 'day') {
    const last = addDays(countedFrom, limit.value);
    return last === undefined ? undefined : done(nextWorkingDay(last, calendar));
  }
  const aDay = spans.reduce((sum, [from, to]) => sum + to - from, 0);
  let left = Math.round(limit.value * 60), at = countedFrom === day ? now : 0;
  if (!aDay || left > aDay * 5000) return undefined;
  for (let date: string | undefined = countedFrom; date !== undefined; date = addWorkingDays(date, 1, calendar), at = 0) {
    for (const [from, to] of spans) {
      const start = Math.max(at, from);
      if (start < to && left <= to - start) return done(date, clockOf(start + left));
      left -= Math.max(0, to - start);
    }
  }
  return undefined;
}
