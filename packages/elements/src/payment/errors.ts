/** What a page developer can be told of a payment. The number stays with its meaning; the documentation has a section for each. */
export const PAYMENT_CODES = {
  'payment-missing': 'DVC-501',
  'payment-failed': 'DVC-502',
  'payment-link': 'DVC-503',
  'duplicate-definition': 'DVC-401',
} as const;
export type PaymentErrorName = keyof typeof PAYMENT_CODES;

export const sentenceOf = (name: PaymentErrorName, what: string): string => `[dvc-payment] ${what}. See #${PAYMENT_CODES[name]}`;
