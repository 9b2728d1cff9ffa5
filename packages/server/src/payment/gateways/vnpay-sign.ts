// The two ways in which VNPAY signs, both HMAC-SHA512. Source: shared data `vnpay.md` §1–3; confidence high (two implementations give the same bytes).
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Never part of what is signed. */
const hashes = new Set(['vnp_SecureHash', 'vnp_SecureHashType']);

/** Without empty values and hashes, sorted by code unit, encoded as a form is: a space is `+`. */
export function signedData(parameters: Iterable<[string, string]>): string {
  const kept = [...parameters].filter(([name, value]) => value !== '' && !hashes.has(name));
  return new URLSearchParams(kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString();
}

export const hmac = (secret: string, data: string): string => createHmac('sha512', secret).update(data, 'utf8').digest('hex');

/** In constant time. The hash must be written as VNPAY writes it: 128 lower-case hex digits. */
export function sameHash(secret: string, data: string, received: string | undefined): boolean {
  if (received === undefined || !/^[0-9a-f]{128}$/.test(received)) return false;
  return timingSafeEqual(Buffer.from(hmac(secret, data), 'hex'), Buffer.from(received, 'hex'));
}

/** What `querydr`, `refund` and their answers sign: the fields in a fixed order, joined by `|`; a field that is absent counts as empty. */
export const piped = (names: readonly string[], message: Readonly<Record<string, unknown>>): string => names.map((name) => {
  const value = Object.hasOwn(message, name) ? message[name] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}).join('|');

const named = (list: string) => list.split('|').map((name) => `vnp_${name}`);
/** §3; high */
export const queryFields = named('RequestId|Version|Command|TmnCode|TxnRef|TransactionDate|CreateDate|IpAddr|OrderInfo');
/** §3; high */
export const refundFields = named('RequestId|Version|Command|TmnCode|TransactionType|TxnRef|Amount|TransactionNo|TransactionDate|CreateBy|CreateDate|IpAddr|OrderInfo');
/** Not in `vnpay.md`: read in the package vnpay 2.5.0; medium */
export const queryAnswerFields = named('ResponseId|Command|ResponseCode|Message|TmnCode|TxnRef|Amount|BankCode|PayDate|TransactionNo|TransactionType|TransactionStatus|OrderInfo|PromotionCode|PromotionAmount');
/** The same; NOT VERIFIED: that package divides the amount by 100 before it checks, we sign it as it came. */
export const refundAnswerFields = queryAnswerFields.slice(0, -2);
