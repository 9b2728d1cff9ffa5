export { DvcPayment, defineDvcPayment } from './define.js';
export { PAYMENT_CODES } from './errors.js';
export type { IntentView, MethodOffer, PaymentAct, PaymentBackend, PaymentPhase, PaymentReply, PaymentView, QuoteLine, RefundRequest, RefundView } from '@dvc/core';
