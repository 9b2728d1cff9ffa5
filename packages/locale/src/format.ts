import type { Params } from './types.js';

const hole = /\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g;

/**
 * Fills `{name}` and `{name:one|many}` in a sentence. Numbers are written as `locale` does (`10.000`); what may
 * be a year is left ungrouped. A parameter that is absent leaves nothing.
 */
export function format(sentence: string, params: Params, locale = 'vi'): string {
  return sentence.replace(hole, (_, name: string, one?: string, many?: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (one !== undefined) return (value === 1 ? one : many) as string;
    return typeof value === 'number' ? number(value, locale) : typeof value === 'string' ? value : '';
  });
}

/** Is every `{name}` of the sentence there to be filled? */
export function fills(sentence: string, params: Params): boolean {
  for (const [, name] of sentence.matchAll(hole)) {
    const type = Object.hasOwn(params, name as string) ? typeof params[name as string] : '';
    if (type !== 'string' && type !== 'number') return false;
  }
  return true;
}

/** `1900` → `1900`, since it may be a year; `1000` → `1.000` (vi) or `1,000` (en). */
export function number(value: number, locale = 'vi'): string {
  return new Intl.NumberFormat(locale, { useGrouping: value < 1800 || value > 2199, maximumFractionDigits: 9 }).format(value);
}

/** `a, b và c` or, as a disjunction, `a, b hoặc c`. */
export function list(names: readonly string[], locale: string, type: 'conjunction' | 'disjunction'): string {
  return new Intl.ListFormat(locale, { type }).format(names);
}
