// Times of day: what RFC 3339 and ISO 8601 allow, and what people type.
import { clean } from './clean.js';
import type { Verdict } from './types.js';

/**
 * The offset of a time that a person types here: RFC 3339 wants one, nobody knows theirs, and Asia/Ho_Chi_Minh has kept
 * UTC+7 since 1975, without summer time. What happened before is stored as the clock showed it, with today's offset.
 */
export const VIETNAM = '+07:00';

/** RFC 3339: hours and minutes of the offset, with their colon. ISO 8601 (and Ajv's `iso-time`) may leave out minutes, colon, or all. */
const STRICT = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|([+-])(\d\d):(\d\d))$/i;
const LOOSE = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|([+-])(\d\d)(?::?(\d\d))?)?$/i;

/** Is it a time of day with its offset (`iso`: with or without)? A leap second is right only when it is 23:59:60 in UTC. */
export function isTime(value: string, iso = false): boolean {
  const read = (iso ? LOOSE : STRICT).exec(value);
  if (!read) return false;
  const [hour, minute, second, zoneHour, zoneMinute] = [read[1], read[2], read[3], read[5] ?? 0, read[6] ?? 0].map(Number) as [number, number, number, number, number];
  if (hour > 23 || minute > 59 || second > 60 || zoneHour > 23 || zoneMinute > 59) return false;
  const utc = hour * 60 + minute - (read[4] === '-' ? -1 : 1) * (zoneHour * 60 + zoneMinute);
  return second < 60 || (utc + 2880) % 1440 === 1439;
}

/** Which half of the day is meant: `8 giờ tối`, `3:30 PM`, `1 giờ trưa`, `2 giờ đêm`. A clock of 24 hours needs none of them. */
const HALF = / ?(sáng|trưa|chiều|tối|đêm|sa|ch|am|pm)$/;
function hourIn(half: string | undefined, hour: number): number {
  if (!half || hour > 12) return hour;
  if (/^(sáng|sa|am)$/.test(half)) return hour % 12;
  if (half === 'trưa') return hour < 10 ? hour + 12 : hour;
  if (half === 'đêm') return hour > 7 ? (hour + 12) % 24 : hour;
  return half === 'tối' && hour === 12 ? 0 : (hour % 12) + 12;
}

/** Nobody writes a longer one. */
const LONGEST = 40;

/** Hours, minutes and seconds of a clock as people write it; undefined when it is none. */
function clockOf(text: string): [number, number, number] | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = text.toLowerCase().replace(/\s+/g, ' ').replace(/([ap])\.m\.?$/, '$1m');
  const half = HALF.exec(plain)?.[1];
  const signs = plain.replace(HALF, '').replace(/ ?(?:giờ|phút|giây|[hgp:.,’'" ]) ?/g, ':').replace('rưỡi', '30').replace(/:+$/, '');
  // `0830`, `830`: what a keyboard of digits alone can write.
  const read = /^(\d{1,2})(\d\d)$/.exec(signs) ?? /^(\d{1,2})(?::(\d{1,2})(?::(\d{1,2}))?)?$/.exec(signs);
  const before = /^(\d{1,2}):+kém:(\d{1,2})$/.exec(signs);
  if (before) return +before[1]! > 0 && +before[2]! > 0 && +before[2]! < 60 ? [hourIn(half, +before[1]!) - 1, 60 - +before[2]!, 0] : undefined;
  return read ? [hourIn(half, +read[1]!), +(read[2] ?? 0), +(read[3] ?? 0)] : undefined;
}

/**
 * `8:30`, `8h30`, `8 giờ 30 phút`, `8 rưỡi`, `9 giờ kém 15`, `2:30 chiều`, `0830`, `08:30:15.5Z` → `08:30:00` and `offset`,
 * unless an offset was typed. Text that cannot be read comes back trimmed.
 */
export function readTime(text: string, offset: string): string {
  const plain = clean(text);
  if (isTime(plain, offset === '')) return plain;
  const written = /^(\d\d:\d\d)(:\d\d(?:\.\d+)?)? ?(?:(z)|([+-]\d\d)(?::?(\d\d))?)?$/i.exec(plain);
  const clock = written ? undefined : clockOf(plain);
  const made = written ? `${written[1]}${written[2] ?? ':00'}${written[3] ?? (written[4] ? `${written[4]}:${written[5] ?? '00'}` : offset)}`
    : clock ? `${clock.map((part) => String(part).padStart(2, '0')).join(':')}${offset}` : plain;
  return isTime(made, offset === '') ? made : plain;
}

/** A kept time as a clock shows it, when all that it leaves out is whole minutes and the offset that is meant anyway; else as it is. */
export const showTime = (value: string, offset: string): string =>
  value.endsWith(offset) && /^\d\d:\d\d:\d\d(\.\d+)?$/.test(value.slice(0, value.length - offset.length)) ? value.slice(0, value.length - offset.length).replace(/^(\d\d:\d\d):00$/, '$1') : value;

/** What is wrong with a kept text: `range` (there are 24 hours of 60 minutes), or it is no time at all. */
export const timeFault = (value: string): Exclude<Verdict, true> => ({ reason: /^\d\d?\D{1,3}\d\d?(\D|$)|^\d{3,4}$/.test(value) ? 'range' : 'pattern' });
