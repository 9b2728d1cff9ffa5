import { clean } from './clean.js';
import { isName, isPlainLabel } from './idn-label.js';
import type { Format } from './types.js';

/** The name of a machine out of an address that was pasted whole. */
export const tidyHost = (text: string): string =>
  clean(text).replace(/^https?:\/\/([^/?#:@]+)(?:[/?#].*)?$/is, '$1').replace(/([^.\s])\.$/, '$1').toLowerCase();

const isHostname = (value: string): boolean => value.length <= 253 && value.split('.').every(isPlainLabel) && isName(value.split('.'));

/** RFC 1123: letters, digits and hyphens; `xn--…` must stand for something. */
export const hostname: Format = {
  name: 'hostname',
  normalize: tidyHost,
  check: (value) => isHostname(value) || { reason: 'pattern' },
  inputMode: 'url',
};
