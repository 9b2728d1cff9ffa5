import type { RefundWords } from './types.js';

export const enRefund: RefundWords = {
  refundTitle: 'Ask for a refund',
  refundHint: 'The agency decides and then transfers the money to this account. The details are used for the refund alone.',
  refundAccount: 'Account number for the refund', refundHolder: 'Name of the account holder', refundBank: 'Bank', refundReason: 'Reason for the refund',
  refundSecret: 'Look-up code of the dossier', refundSecretHint: 'It stands in the acknowledgement of your dossier; it shows that the request is yours.',
  refundSend: 'Send the request',
  required: '(required)',
  refundMissing: 'Enter: {label}.',
  refundAccountWrong: 'An account number has 4 to 30 digits or letters, without spaces.',
};
