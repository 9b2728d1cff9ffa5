import { PAYMENT_CODES } from './errors.js';
import { DvcPayment } from './payment.js';

/**
 * Registers `<dvc-payment>`. A second copy or version on the page changes nothing: the first one wins, with one warning.
 */
export function defineDvcPayment(tag = 'dvc-payment'): void {
  const known = customElements.get(tag);
  if (!known) customElements.define(tag, DvcPayment);
  else if (known !== DvcPayment) console.warn(`[dvc-payment] definition of <${tag}>: expected one copy of the SDK on the page, got another; the first one stays. See #${PAYMENT_CODES['duplicate-definition']}`);
}

export { DvcPayment };

declare global {
  interface HTMLElementTagNameMap { 'dvc-payment': DvcPayment }
}
