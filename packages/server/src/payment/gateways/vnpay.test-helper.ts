// VNPAY's side, played with the merchant's own secret.
import { vietnamStamp, type Question, type RefundOrder } from './gateway.js';
import type { What } from './gateway.contract.js';
import { hmac, piped, queryAnswerFields, refundAnswerFields, signedData } from './vnpay-sign.js';

export const secret = 'DVCDEMOSECRETKEY0123456789ABCDEF';
export const tmnCode = 'DVCDEMO1';
export const settings = { tmnCode, secret, payUrl: 'https://sandbox.vnpayment.vn/paymentv2/vpcpay.html', apiUrl: 'https://sandbox.vnpayment.vn/merchant_webapi/api/transaction' };
/** §2 of the data, word for word */
export const example: Record<string, string> = {
  vnp_Amount: '800000', vnp_BankCode: 'NCB', vnp_BankTranNo: 'VNP14567890', vnp_CardType: 'ATM', vnp_OrderInfo: 'Nop le phi ho so H58.15-261015-0042', vnp_PayDate: '20261015093412', vnp_ResponseCode: '00',
  vnp_TmnCode: tmnCode, vnp_TransactionNo: '14567890', vnp_TransactionStatus: '00', vnp_TxnRef: 'H58152610150042',
};
export const exampleHash = 'a2e042267a28aae1b584b39bdf2264cb4d02f7d234b8a74e6a1489d2c65e2ee22901e0574f61e3ede299bf99f077f835de3ded7483dc7e78408845c4333951e3';

const codes = { paid: ['00', '00'], failed: ['51', '02'], cancelled: ['24', '02'] } as const;
export const signedQuery = (parameters: Record<string, string>, by = secret): string => { const data = signedData(Object.entries(parameters)); return `${data}&vnp_SecureHash=${hmac(by, data)}`; };

export const notification = ({ reference, amount }: { reference: string; amount: number }, what: What): string => signedQuery({
  ...example, vnp_Amount: String((what.amount ?? amount) * 100), vnp_TxnRef: reference, vnp_TransactionNo: what.transaction, vnp_ResponseCode: codes[what.state][0], vnp_TransactionStatus: codes[what.state][1],
});

const reply = (fields: readonly string[], message: Record<string, string>) => ({ ...message, vnp_SecureHash: hmac(secret, piped(fields, message)) });
export const asked = ({ reference, amount, at }: Question, what: What, more: Record<string, string> = {}) => reply(queryAnswerFields, {
  vnp_ResponseId: 'R1', vnp_Command: 'querydr', vnp_ResponseCode: '00', vnp_Message: 'QueryDR Success', vnp_TmnCode: tmnCode, vnp_TxnRef: reference, vnp_Amount: String((what.amount ?? amount) * 100), vnp_BankCode: 'NCB',
  vnp_PayDate: vietnamStamp(at), vnp_TransactionNo: what.transaction, vnp_TransactionType: '01', vnp_TransactionStatus: codes[what.state][1], vnp_OrderInfo: 'Nop le phi', ...more,
});
export const refunded = ({ reference, refund, at }: RefundOrder, more: Record<string, string> = {}) => reply(refundAnswerFields, {
  vnp_ResponseId: 'R2', vnp_Command: 'refund', vnp_ResponseCode: '00', vnp_Message: 'Refund success', vnp_TmnCode: tmnCode, vnp_TxnRef: reference, vnp_Amount: String(refund * 100), vnp_BankCode: 'NCB',
  vnp_PayDate: vietnamStamp(at), vnp_TransactionNo: '14567899', vnp_TransactionType: '02', vnp_TransactionStatus: '05', vnp_OrderInfo: 'Hoan le phi', ...more,
});
