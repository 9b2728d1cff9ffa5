// Instants in the hour of the office, wherever the browser is.
const ZONE = { timeZone: 'Asia/Ho_Chi_Minh' } as const;
const DAY = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;

const written = (at: number, lang: string, parts: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'vi-VN', { ...ZONE, ...parts }).format(at);

/** `14:05 ngày 21/11/2026`; without the day when that is today's. @param at ms */
export function momentText(at: number, lang: string, now: number): string {
  const [clock, day] = [written(at, lang, CLOCK), written(at, lang, DAY)];
  return day === written(now, lang, DAY) ? clock : lang === 'en' ? `${clock} on ${day}` : `${clock} ngày ${day}`;
}

/** The whole of it, for what is printed or kept. */
export const fullText = (at: number, lang: string): string => (lang === 'en' ? `${written(at, lang, CLOCK)} on ${written(at, lang, DAY)}` : `${written(at, lang, CLOCK)} ngày ${written(at, lang, DAY)}`);

/** `21/11/2026` of a `YYYY-MM-DD` or an instant. */
export const dayText = (day: string | number, lang: string): string => {
  const at = typeof day === 'number' ? day : Date.parse(`${day}T00:00:00+07:00`);
  return Number.isNaN(at) ? String(day) : written(at, lang, DAY);
};
