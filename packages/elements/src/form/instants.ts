const CLOCK = { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' } as const;
const DAY = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;

const written = (instant: string | number, locale: string, parts: Intl.DateTimeFormatOptions): string => {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? String(instant) : new Intl.DateTimeFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', parts).format(date);
};

/** To the second. The hour is that of the office, wherever the browser is. */
export const instantText = (instant: string, locale: string): string => written(instant, locale, { ...CLOCK, ...DAY, second: '2-digit' });

/** The hour, with its day unless it is today. */
export function clockText(instant: string | number, locale: string, now = Date.now()): string {
  const day = { timeZone: CLOCK.timeZone, ...DAY };
  const [clock, date] = [written(instant, locale, CLOCK), written(instant, locale, day)];
  return date === written(now, locale, day) || clock === String(instant) ? clock : `${clock} ${locale === 'vi' ? 'ngày' : 'on'} ${date}`;
}
