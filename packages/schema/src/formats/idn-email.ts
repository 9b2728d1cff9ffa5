import { clean } from './clean.js';
import { isIdnHostname } from './idn-hostname.js';
import type { Format } from './types.js';

const WORD = "[\\w!#$%&'*+/=?^`{|}~\\u0080-\\u{10ffff}-]+";
/** RFC 6531: words with dots between them, or anything in quotation marks. Every character beyond ASCII is allowed; which a mail server takes is its own affair. */
const LOCAL = new RegExp(`^(?:${WORD}(?:\\.${WORD})*|"(?:[^"\\\\\\0-\\x1f\\x7f]|\\\\[\\x20-\\x7e])*")$`, 'u');
const octets = (text: string) => [...text].reduce((sum, char) => { const code = char.codePointAt(0)!; return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4); }, 0);

/** A mail address with letters of any script on both sides. */
export const idnEmail: Format = {
  name: 'idn-email',
  normalize: (text) => clean(text).replace(/\uff20/g, '@').replace(/@[^@]*$/, (domain) => domain.toLowerCase()),
  check(value) {
    const at = value.lastIndexOf('@');
    const local = value.slice(0, Math.max(at, 0)), domain = value.slice(at + 1);
    return (value.length <= 254 && octets(local) <= 64 && LOCAL.test(local) && /[^.\u3002\uff0e\uff61][.\u3002\uff0e\uff61]/.test(domain) && isIdnHostname(domain)) || { reason: 'pattern' };
  },
  inputMode: 'email',
};
