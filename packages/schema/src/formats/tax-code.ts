import { clean, compact } from './clean.js';
import { checkPersonalId } from './personal-id.js';
import type { Format } from './types.js';

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/** Mã số thuế: 10 digits, `##########-###` of a branch, or the 12-digit personal ID (individuals and household businesses since 2025-07-01). */
export const taxCode: Format = {
  name: 'tax-code',
  normalize(text) {
    const code = compact(text);
    return !/^\d+$/.test(code) ? clean(text) : code.length === 13 ? `${code.slice(0, 10)}-${code.slice(10)}` : code;
  },
  check(value) {
    if (/^\d{12}$/.test(value)) return checkPersonalId(value);
    if (!/^\d{10}(-\d{3})?$/.test(value)) return { reason: 'length' };
    const sum = WEIGHTS.reduce((total, weight, at) => total + weight * +value.charAt(at), 0);
    // 10 fits no digit: such a body is never issued.
    return 10 - (sum % 11) === +value.charAt(9) || { reason: 'check-digit' };
  },
  inputMode: 'numeric',
};
