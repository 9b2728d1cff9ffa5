import { daysInMonth, parts } from './day.js';

export { daysInMonth, isDate, parts } from './day.js';

// Civil dates are text, `YYYY-MM-DD`, years 0000-9999. `Date` is not used: its constructor reads dates in the machine's zone.
const pad = (value: number, length: number) => String(value).padStart(length, '0');

/** Days since 1970-01-01; undefined when it is no date. */
export function toDays(date: unknown): number | undefined {
  const read = parts(date);
  if (!read) return undefined;
  // Years run from March, so that the leap day is the last of its year.
  const [y, month, day] = read;
  const year = month > 2 ? y : y - 1;
  const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + ofYear - 719468;
}

/** The date that many days after 1970-01-01; undefined outside the years 0000-9999. */
export function fromDays(days: number): string | undefined {
  if (!Number.isInteger(days) || days < -719528 || days > 2932896) return undefined;
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const ofEra = z - era * 146097;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month < 3 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(ofYear - Math.floor((153 * shifted + 2) / 5) + 1, 2)}`;
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: string): number | undefined {
  const days = toDays(date);
  return days === undefined ? undefined : ((days + 3) % 7 + 7) % 7 + 1;
}

export function addDays(date: string, count: number): string | undefined {
  const days = toDays(date);
  return days === undefined ? undefined : fromDays(days + count);
}

/** Where a month is too short, its last day (Civil Code 2015, article 148). */
export function addMonths(date: string, count: number): string | undefined {
  const read = parts(date);
  if (!read || !Number.isInteger(count)) return undefined;
  const months = read[0] * 12 + read[1] - 1 + count;
  const year = Math.floor(months / 12), month = months - year * 12 + 1;
  return year < 0 || year > 9999 ? undefined : `${pad(year, 4)}-${pad(month, 2)}-${pad(Math.min(read[2], daysInMonth(year, month)), 2)}`;
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number | undefined {
  const a = toDays(from), b = toDays(to);
  return a === undefined || b === undefined ? undefined : b - a;
}

/** Complete months from `from` to `to`; negative when `to` is earlier. */
export function monthsBetween(from: string, to: string): number | undefined {
  const a = parts(from), b = parts(to);
  if (!a || !b) return undefined;
  if (to < from) return -(monthsBetween(to, from) as number) || 0;
  return (b[0] - a[0]) * 12 + b[1] - a[1] - (b[2] < a[2] ? 1 : 0);
}

/** Complete years of a person on a day (born 29 February: from 1 March in common years); undefined before birth. */
export function ageOn(birth: string, on: string): number | undefined {
  const months = monthsBetween(birth, on);
  return months === undefined || on < birth ? undefined : Math.floor(months / 12);
}

/** Negative, 0 or positive, as a sort wants it. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
