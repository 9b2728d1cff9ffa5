import { clean } from './clean.js';
import type { Format } from './types.js';

/** RFC 3339 full-time, with its zone. A leap second is right only when it is 23:59:60 in UTC. */
export function isTime(value: string): boolean {
  const read = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|([+-])(\d\d):(\d\d))$/i.exec(value);
  if (!read) return false;
  const [hour, minute, second, zoneHour, zoneMinute] = [read[1], read[2], read[3], read[5] ?? 0, read[6] ?? 0].map(Number) as [number, number, number, number, number];
  if (hour > 23 || minute > 59 || second > 60 || zoneHour > 23 || zoneMinute > 59) return false;
  const utc = hour * 60 + minute - (read[4] === '-' ? -1 : 1) * (zoneHour * 60 + zoneMinute);
  return second < 60 || (utc + 2880) % 1440 === 1439;
}

export const time: Format = {
  name: 'time',
  normalize: clean,
  check: (value) => isTime(value) || { reason: 'pattern' },
};
