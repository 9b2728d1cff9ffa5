import { clean } from './clean.js';
import type { Format } from './types.js';

const ATOM = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const LABEL = /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/i;

/** A mail address, ASCII; the domain is kept in lower case. */
export const email: Format = {
  name: 'email',
  normalize: (text) => clean(text).replace(/@[^@]*$/, (domain) => domain.toLowerCase()),
  check(value) {
    const at = value.lastIndexOf('@');
    const labels = value.slice(at + 1).split('.');
    return (value.length <= 254 && at <= 64 && ATOM.test(value.slice(0, Math.max(at, 0))) && labels.length > 1 && labels.every((label) => LABEL.test(label))) || { reason: 'pattern' };
  },
  inputMode: 'email',
};
