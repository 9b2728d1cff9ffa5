import { tidyHost } from './hostname.js';
import { isName } from './idn-label.js';
import type { Format } from './types.js';

/** A name in any script: labels of RFC 5890 with an ideographic or full-width full stop where the keyboard wrote one. */
export const isIdnHostname = (value: string): boolean => value.length <= 253 && isName(value.split(/[.\u3002\uff0e\uff61]/));

export const idnHostname: Format = {
  name: 'idn-hostname',
  normalize: (text) => tidyHost(text.replace(/[\u3002\uff0e\uff61]/g, '.')),
  check: (value) => isIdnHostname(value) || { reason: 'pattern' },
  inputMode: 'url',
};
