import { clean, compact } from './clean.js';
import type { Format, Verdict } from './types.js';

// Place codes of births registered before the merger of 2025, without the leading 0. Which ones new numbers get is not known: a warning only.
const PLACES = '010204060810111214151719202224252627303133343536373840424445464849515254565860626466676870727475777980828384868789919293949596';

/** @returns true, or `length` (12 digits), or `structure` (the fourth digit, century and sex, is 0-7) */
export const checkPersonalId = (value: string): Verdict =>
  !/^\d{12}$/.test(value) ? { reason: 'length' } : value.charAt(3) > '7' ? { reason: 'structure' } : true;

/** What the number says about its holder: to warn about a slip, never to refuse. */
export function personalIdFacts(value: string): { sex: 'male' | 'female'; birthYear: number } | undefined {
  if (checkPersonalId(value) !== true) return undefined;
  const digit = +value.charAt(3);
  return { sex: digit % 2 ? 'female' : 'male', birthYear: 1900 + Math.floor(digit / 2) * 100 + +value.slice(4, 6) };
}

/** Số định danh cá nhân, số căn cước. */
export const personalId: Format = {
  name: 'personal-id',
  normalize: (text) => (/^\d+$/.test(compact(text)) ? compact(text) : clean(text)),
  check: checkPersonalId,
  warn(value) {
    if (checkPersonalId(value) !== true) return true;
    // From 100 on: country of a birth abroad.
    const place = value.slice(1, 3);
    for (let at = 0; value.startsWith('0') && at < PLACES.length; at += 2) if (PLACES.startsWith(place, at)) return true;
    return value.startsWith('0') ? { reason: 'unknown-place' } : true;
  },
  inputMode: 'numeric',
};
