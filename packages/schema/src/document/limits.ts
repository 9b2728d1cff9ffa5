import { join } from '../pointer.js';
import type { Path } from '../types.js';
import type { Loose, Report } from './report.js';

const MAX_SIZE = 1 << 20;
const MAX_DEPTH = 32;
const MAX_TEXT = 4000;

/**
 * Walks the whole value before anything else looks at it: nothing deep, endless, large or dangerously named gets further.
 * The size is counted in UTF-16 units of names and texts, and a few more for every value, so that an object with shared or circular parts ends too.
 * @param each sees every name and value on the way
 * @returns false when the value must not be looked at any further
 */
export function withinLimits(input: unknown, report: Report, each: (name: string, value: unknown, path: Path) => void = () => {}): boolean {
  let size = 0;
  const walk = (value: unknown, path: Path, depth: number): boolean => {
    size += typeof value === 'string' ? value.length + 8 : 8;
    const deep = depth > MAX_DEPTH;
    if (deep || size > MAX_SIZE) {
      report(deep ? path : '', deep ? 'too-deep' : 'too-large', `at most ${deep ? MAX_DEPTH : MAX_SIZE}`, 'more');
      return false;
    }
    if (typeof value === 'string') {
      if (value.length > MAX_TEXT) report(path, 'text-too-long', `at most ${MAX_TEXT}`, value.length);
    } else if (typeof value === 'object' && value !== null) {
      for (const name of Object.keys(value)) {
        const child = (value as Loose)[name];
        const at = join(path, name);
        size += name.length;
        // Whatever Object.prototype answers to would be read by a careless host, now or in the next edition of the language.
        if (name in {} || name === 'prototype') report(at, 'unsafe-name', 'another', name);
        else if (child !== undefined) {
          each(name, child, at);
          if (!walk(child, at, depth + 1)) return false;
        }
      }
    } else if (value !== null && typeof value !== 'boolean' && !Number.isFinite(value)) {
      report(path, 'not-json', 'JSON', String(value));
    }
    return true;
  };
  return walk(input, '', 0);
}
