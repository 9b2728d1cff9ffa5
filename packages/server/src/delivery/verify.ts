import { timingSafeEqual } from 'node:crypto';
import { signature } from './sign.js';

/** seconds; a rule of the contract, therefore no setting */
export const TOLERANCE = 300;

export interface Signed { deliveryId: unknown; timestamp: unknown; signature: unknown }

/** Is this of somebody who knows one of our secrets, and not older (or newer) than 300 s? The same rules as in examples/case-system/dvc_signature.py. */
export function isSigned(secrets: readonly string[], { deliveryId, timestamp, signature: given }: Signed, content: string, now: Date): boolean {
  if (typeof deliveryId !== 'string' || !/^[0-9A-Za-z_-]{1,80}$/.test(deliveryId) || typeof timestamp !== 'string' || !/^[0-9]{1,12}$/.test(timestamp) || typeof given !== 'string') return false;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > TOLERANCE) return false;
  const parts = given.split(',').map((part) => part.trim());
  if (parts.length > 10) return false;
  let right = false;
  for (const secret of secrets) {
    const expected = Buffer.from(signature([secret], timestamp, deliveryId, content));
    // All of them, so that the time tells nothing.
    for (const part of parts) right = (part.length === expected.length && timingSafeEqual(Buffer.from(part), expected)) || right;
  }
  return right;
}
