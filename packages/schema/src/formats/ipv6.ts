import { clean } from './clean.js';
import { isIpv4 } from './ipv4.js';
import type { Format } from './types.js';

/** RFC 4291: eight groups, `::` once for those that are zero, an IPv4 address in place of the last two. A zone (`%eth0`) belongs to one machine and is refused. */
export function isIpv6(value: string): boolean {
  const halves = value.split('::', 3);
  if (value.length > 45 || halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const mapped = isIpv4(last) && !value.endsWith(':');
  const long = groups.length + (mapped ? 1 : 0);
  return groups.slice(0, mapped ? -1 : undefined).every((group) => /^[\da-f]{1,4}$/i.test(group)) && (halves.length === 2 ? long < 8 : long === 8);
}

export const ipv6: Format = {
  name: 'ipv6',
  normalize: clean,
  check: (value) => isIpv6(value) || { reason: 'pattern' },
  inputMode: 'text',
};
