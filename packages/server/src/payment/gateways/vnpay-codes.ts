// VNPAY's numbers as words. Source: shared data `vnpay.md` §2 and §3 (from the open library; the official pages were not reachable); sentences are made in packages/locale.
import type { GatewayState } from './gateway.js';

/** vnp_ResponseCode of a return or IPN */
export const responses: Readonly<Record<string, string>> = {
  '00': 'paid', '01': 'order-exists', '02': 'bad-merchant', '03': 'bad-format', '04': 'merchant-locked', '05': 'too-many-passwords', '06': 'wrong-otp', '07': 'suspicious', '08': 'bank-maintenance',
  '09': 'no-internet-banking', '10': 'verification-failed', '11': 'expired', '24': 'cancelled', '51': 'not-enough-money', '65': 'daily-limit', '75': 'bank-maintenance',
};
/** vnp_TransactionStatus */
export const statuses: Readonly<Record<string, string>> = {
  '00': 'paid', '01': 'unfinished', '02': 'error', '04': 'reversed', '05': 'refund-processing', '06': 'refund-sent', '07': 'suspected-fraud', '09': 'refund-refused',
};
/** vnp_ResponseCode of the answer to querydr and refund: whether the question was understood, not whether anybody paid */
export const calls: Readonly<Record<string, string>> = {
  '00': 'understood', '02': 'bad-merchant', '03': 'bad-format', '91': 'not-found', '94': 'duplicate', '95': 'not-successful', '97': 'checksum', '99': 'error',
};

const word = (table: Readonly<Record<string, string>>, code: string, otherwise: string) => (Object.hasOwn(table, code) ? table[code]! : otherwise);
export const callWord = (code: string): string => word(calls, code, 'error');

const byStatus: Readonly<Record<string, GatewayState>> = { unfinished: 'pending', error: 'failed', 'refund-processing': 'refunding', 'refund-sent': 'refunding' };

/** Of a transaction's status alone, as querydr answers. Reversed, suspected and refused refunds need a person: money was moved. */
export function ofStatus(status: string): { state: GatewayState; outcome: string } {
  const outcome = word(statuses, status, 'unknown');
  return { state: outcome === 'paid' ? 'paid' : (byStatus[outcome] ?? 'unclear'), outcome };
}

/** Of both codes. Paid only when both are 00; when only one of them is, money may have moved, and nobody says "failed" before it was asked. */
export function ofCodes(response: string, status: string): { state: GatewayState; outcome: string } {
  if (response === '00') return ofStatus(status);
  const outcome = word(responses, response, 'failed');
  if (outcome === 'suspicious' || status === '00') return { state: 'unclear', outcome };
  const state = ofStatus(status).state;
  if (state === 'refunding' || ['04', '07', '09'].includes(status)) return { state: state === 'refunding' ? state : 'unclear', outcome: ofStatus(status).outcome };
  return { state: outcome === 'cancelled' || outcome === 'expired' ? outcome : 'failed', outcome };
}
