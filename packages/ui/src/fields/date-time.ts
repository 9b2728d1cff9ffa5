import type { FieldModel } from '../model.js';
import { boxesReader, boxesView, splitDate, wrongParts, type Boxes } from './date.js';

/** Longer than `ngày 21 tháng 11 năm 2026 lúc 8 giờ 30` no one writes it. */
const MOST_WORDS = 16;

/**
 * Day, month, year and time of what was written in one go: `21/11/2026 8h30`, `8:30 ngày 21/11/2026`, `2026-11-21T08:30`.
 * A date alone leaves the time as it is. Undefined when it is neither.
 */
export function splitDateTime(text: string): readonly string[] | undefined {
  const words = text.trim().replace(/^(\d{4}-\d\d-\d\d)t(?=\d)/i, '$1 ').split(/[\s,;]+/).filter(word => !/^(lúc|vào|hồi)$/i.test(word));
  if (words.length > MOST_WORDS) return undefined;
  for (let i = 1; i < words.length; i++) {
    const halves = [words.slice(0, i).join(' '), words.slice(i).join(' ')] as const;
    for (const [day, clock] of [halves, [halves[1], halves[0]]] as const) {
      const date = splitDate(day);
      if (date?.[0] && /^\d/.test(clock) && !splitDate(clock)) return [...date, clock];
    }
  }
  return splitDate(text);
}

/** Day, month and year as in a date, and what follows them; a text of another shape is shown whole, where the time stands. */
function partsOf(text: string): readonly string[] {
  const read = /^([^/]*)\/([^/]*)\/(\S*)(?:\s(.*))?$/s.exec(text);
  return read ? read.slice(1) : /^\d{4}-/.test(text) && splitDateTime(text) || ['', '', '', text];
}

/** The last day of a month that is not in the calendar is the day's fault alone. */
function wrong(parts: readonly string[], m: FieldModel): boolean[] {
  const [day, month, year, clock = ''] = parts;
  const bad = wrongParts(parts, m);
  if (!bad.includes(true)) bad[0] = +day! > new Date(Date.UTC(+year!, +month!, 0)).getUTCDate();
  const [, hour, minute] = /^\s*(\d{1,2}?)(?:\D+(\d\d?)|(\d\d))?(?!\d)/.exec(clock) ?? [];
  bad[3] = !hour || +hour > 23 || +(minute ?? 0) > 59;
  return bad;
}

const dateTime: Boxes = { parts: ['day', 'month', 'year', 'clock'], example: 'dateTimeExample', partsOf, split: splitDateTime, wrong };

/** A date and a time of 24 hours: the three boxes of a date and a fourth one. No control of the browser's: that follows the browser's language and knows no offset. */
export const views = { 'date-time': boxesView(dateTime) };
export const read = boxesReader(dateTime);
