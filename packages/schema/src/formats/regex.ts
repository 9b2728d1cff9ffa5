import { clean } from './clean.js';
import type { Format } from './types.js';

function compiles(source: string): boolean {
  try {
    // With the flag that `pattern` is read with, by us and by Ajv: `\a` and `\Z` mean nothing then.
    return Boolean(new RegExp(source, 'u'));
  } catch {
    return false;
  }
}

/** A regular expression of ECMA-262. It is only read, never run. */
export const regex: Format = {
  name: 'regex',
  normalize: clean,
  check: (value) => compiles(value) || { reason: 'pattern' },
  inputMode: 'text',
};
