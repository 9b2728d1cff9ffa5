import { createHmac } from 'node:crypto';

/** The headers by which a case system knows that a request is ours, was not changed, and is not an old one again. One signature per secret, so that a secret can be changed without a gap. */
export function signatureHeaders(secrets: readonly string[], deliveryId: string, content: string, at: Date): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return { 'dvc-delivery-id': deliveryId, 'dvc-timestamp': timestamp, 'dvc-signature': signature(secrets, timestamp, deliveryId, content) };
}

/** `v1=<hex>[,v1=<hex>]` over `<timestamp>.<deliveryId>.<content>`. */
export function signature(secrets: readonly string[], timestamp: string, deliveryId: string, content: string): string {
  return secrets.map((secret) => `v1=${createHmac('sha256', secret).update(`${timestamp}.${deliveryId}.${content}`, 'utf8').digest('hex')}`).join(',');
}
