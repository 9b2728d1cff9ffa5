import { clean } from './clean.js';
import type { Format } from './types.js';

/** Four numbers from 0 to 255. No leading zeros: some programs read them as octal. */
export const isIpv4 = (value: string): boolean => /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?=\d)|$)){4}$/.test(value);

export const ipv4: Format = {
  name: 'ipv4',
  // Vietnamese keyboards of digits have a comma where others have the point.
  normalize: (text) => clean(text).replace(/,/g, '.'),
  check: (value) => isIpv4(value) || { reason: 'pattern' },
  inputMode: 'decimal',
};
