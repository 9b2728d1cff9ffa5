const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Number of days of a month (1-12), in the proleptic Gregorian calendar. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 29 : MONTH_DAYS[month - 1] ?? 0;

/** `[year, month, day]` of a real calendar date, else undefined. */
export function parts(date: unknown): [number, number, number] | undefined {
  if (typeof date !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(date)) return undefined;
  const year = +date.slice(0, 4), month = +date.slice(5, 7), day = +date.slice(8);
  return day > 0 && day <= daysInMonth(year, month) ? [year, month, day] : undefined;
}

/** Is it a real calendar date, `YYYY-MM-DD`? */
export const isDate = (date: unknown): boolean => parts(date) !== undefined;

/** Is it `YYYY`, `YYYY-MM` or a full date? Old civil records often know only the year of birth. */
export const isPartialDate = (value: string): boolean => isDate(value) || (/^\d{4}(-\d\d)?$/.test(value) && isDate(`${value.padEnd(7, '-01')}-01`));
