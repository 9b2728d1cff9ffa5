import { join } from '../pointer.js';
import type { Path } from '../types.js';
import type { Report } from './report.js';

export const MAX_SIZE = 1 << 20;
export const MAX_DEPTH = 32;
export const MAX_TEXT = 4000;

/**
 * Walks the whole value before anything else looks at it: nothing deep, endless, large or unnamed gets further.
 * The size is counted in UTF-16 units of names and texts, so an object with shared or circular parts ends too.
 * @returns false when the value must not be looked at any further
 */
export function withinLimits(input: unknown, report: Report): boolean {
  let size = 0;
  const walk = (value: unknown, path: Path, depth: number): boolean => {
    size += typeof value === 'string' ? value.length + 2 : 2;
    if (size > MAX_SIZE) {
      report('', 'too-large', `at most ${MAX_SIZE} characters`, 'more');
      return false;
    }
    if (depth > MAX_DEPTH) {
      report(path, 'too-deep', `at most ${MAX_DEPTH} levels`, 'more');
      return false;
    }
    if (typeof value === 'string') {
      if (value.length > MAX_TEXT) report(path, 'text-too-long', `at most ${MAX_TEXT} characters`, `${value.length}`);
    } else if (Array.isArray(value)) {
      return value.every((item, index) => walk(item, join(path, index), depth + 1));
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, child] of Object.entries(value)) {
        size += name.length;
        // Whatever Object.prototype answers to would be read by a careless host, now or after the next release of the language.
        if (name in {} || name === 'prototype') report(join(path, name), 'unsafe-name', 'another name', name);
        if (child !== undefined && !walk(child, join(path, name), depth + 1)) return false;
      }
    } else if (value !== null && typeof value !== 'boolean' && !Number.isFinite(value)) {
      report(path, 'not-json', 'a JSON value', String(value));
    }
    return true;
  };
  return walk(input, '', 0);
}
