import { clean, compact } from './clean.js';
import type { Format } from './types.js';

/** A Vietnamese number: mobile `0#########`, landline `02#########`; kept without spaces and without +84. */
export const phone: Format = {
  name: 'phone',
  normalize(text) {
    const digits = compact(text);
    if (!/^\+?\d+$/.test(digits)) return clean(text);
    const abroad = /^(?:\+84|0084|84(?=\d{9}))0*(\d*)$/.exec(digits);
    return abroad ? `0${abroad[1]}` : digits;
  },
  check(value) {
    if (!/^0\d+$/.test(value)) return { reason: /^\+/.test(value) ? 'country' : 'characters' };
    return value.length === (value.startsWith('02') ? 11 : 10) || { reason: 'length' };
  },
  warn: (value) => /^0(2|3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)/.test(value) || { reason: 'unknown-prefix' },
  display: (value) => (value.startsWith('02') ? value.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3') : value.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3')),
  inputMode: 'tel',
};
