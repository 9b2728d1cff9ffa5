/**
 * VNPAY 2.1.0. Source: shared data `vnpay.md` (package vnpay 2.5.0, read and run); signing: confidence high, also equal to that package in the tests.
 * Not verified at VNPAY itself: limits of lengths, VNPAYQR/VNBANK/INTCARD, refund types 02/03, the fields that answers to querydr and refund sign, and the answers 01 for another merchant's order and 99 for a missing code, which no page prescribes.
 */
import { checkAmount, plain, readStamp, vietnamStamp, type Answer, type Asked, type Created, type Distrust, type Gateway, type Judgement, type News, type Order, type Question, type Refunded, type RefundOrder, type Send, type Verified } from './gateway.js';
import { callWord, ofCodes, ofStatus } from './vnpay-codes.js';
import { hmac, piped, queryAnswerFields, queryFields, refundAnswerFields, refundFields, sameHash, signedData } from './vnpay-sign.js';

export interface VnpaySettings {
  /** 8 characters, from VNPAY */
  tmnCode: string;
  secret: string;
  /** like https://sandbox.vnpayment.vn/paymentv2/vpcpay.html */
  payUrl: string;
  /** like https://sandbox.vnpayment.vn/merchant_webapi/api/transaction */
  apiUrl: string;
  send: Send;
}

const version = '2.1.0';
/** đồng → what VNPAY calls an amount */
const hundredfold = (amount: number) => { checkAmount(amount); return String(amount * 100); };
const info = (text: string) => plain(text).slice(0, 255);

/** @throws RangeError for an order that VNPAY could not take */
export function paymentUrl({ tmnCode, secret, payUrl }: Pick<VnpaySettings, 'tmnCode' | 'secret' | 'payUrl'>, order: Order): string {
  if (!/^[A-Za-z0-9]{1,100}$/.test(order.reference)) throw new RangeError('a reference has letters and digits only');
  if (info(order.about) === '') throw new RangeError('an order says what it is about');
  const data = signedData(Object.entries({
    vnp_Version: version, vnp_Command: 'pay', vnp_TmnCode: tmnCode, vnp_Amount: hundredfold(order.amount), vnp_CurrCode: 'VND', vnp_TxnRef: order.reference, vnp_OrderInfo: info(order.about),
    vnp_OrderType: 'other', vnp_Locale: order.locale === 'en' ? 'en' : 'vn', vnp_ReturnUrl: order.returnUrl, vnp_IpAddr: order.ip, vnp_CreateDate: vietnamStamp(order.at), vnp_ExpireDate: vietnamStamp(order.expires), vnp_BankCode: order.channel ?? '',
  }));
  return `${payUrl}?${data}&vnp_SecureHash=${hmac(secret, data)}`;
}

/** The `vnp_` parameters of a query; undefined when one stands twice. Others are the host's own, are not signed, and nothing reads them. */
function received(query: string): Map<string, string> | undefined {
  const found = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    if (!name.startsWith('vnp_')) continue;
    if (found.has(name)) return undefined;
    found.set(name, value);
  }
  return found;
}

/** Whole đồng of a hundredfold amount. */
function dong(text: string): number | undefined {
  const amount = /^[1-9]\d{2,14}$/.test(text) ? Number(text) / 100 : undefined;
  return amount !== undefined && Number.isSafeInteger(amount) ? amount : undefined;
}

/** Return and IPN are signed alike. The signature comes first: of what is forged, nothing else is said. A parameter that VNPAY adds one day is signed with the others and does no harm. */
function verify({ tmnCode, secret }: VnpaySettings, query: string): Verified {
  const got = received(query);
  if (!got || !sameHash(secret, signedData(got), got.get('vnp_SecureHash'))) return { kind: 'refused', reason: 'checksum' };
  const of = (name: string) => got.get(`vnp_${name}`) ?? '';
  if (of('TmnCode') !== tmnCode) return { kind: 'refused', reason: 'merchant' };
  if (!/^[A-Za-z0-9]{1,100}$/.test(of('TxnRef'))) return { kind: 'refused', reason: 'reference' };
  const amount = dong(of('Amount'));
  if (amount === undefined) return { kind: 'refused', reason: 'amount' };
  if (!/^\d\d$/.test(of('ResponseCode')) || !/^\d\d$/.test(of('TransactionStatus'))) return { kind: 'refused', reason: 'format' };
  return { kind: 'genuine', news: newsOf(of, amount, ofCodes(of('ResponseCode'), of('TransactionStatus')), { response: of('ResponseCode'), status: of('TransactionStatus') }) };
}

function newsOf(of: (name: string) => string, amount: number, what: Pick<News, 'state' | 'outcome'>, codes: News['codes']): News {
  const paidAt = readStamp(of('PayDate'));
  // VNPAY writes 0 for an attempt that never reached a bank.
  const transaction = /^0*$/.test(of('TransactionNo')) ? undefined : of('TransactionNo');
  return { reference: of('TxnRef'), amount, ...what, ...(transaction === undefined ? {} : { transaction }), ...(of('BankCode') === '' ? {} : { bank: of('BankCode') }), ...(paidAt ? { paidAt } : {}), codes };
}

/** §2, with the words that VNPAY documents. `03 IP prohibited` is left to the route, which alone knows the address. */
const answers: Record<Judgement | Distrust, Answer> = {
  confirm: { RspCode: '00', Message: 'Confirm Success' },
  'order-not-found': { RspCode: '01', Message: 'Order not found' }, merchant: { RspCode: '01', Message: 'Order not found' }, reference: { RspCode: '01', Message: 'Order not found' },
  'already-confirmed': { RspCode: '02', Message: 'Order already confirmed' }, 'second-charge': { RspCode: '02', Message: 'Order already confirmed' },
  'wrong-amount': { RspCode: '04', Message: 'Invalid amount' }, amount: { RspCode: '04', Message: 'Invalid amount' },
  checksum: { RspCode: '97', Message: 'Fail checksum' },
  format: { RspCode: '99', Message: 'Unknown error' }, unsupported: { RspCode: '99', Message: 'Unknown error' }, error: { RspCode: '99', Message: 'Unknown error' },
};
/** An address that may not call the IPN. */
export const prohibited: Answer = { RspCode: '03', Message: 'IP prohibited' };

type Message = Record<string, string>;
const signed = (secret: string, fields: readonly string[], message: Message): Message => ({ ...message, vnp_SecureHash: hmac(secret, piped(fields, message)) });

/** §3 */
export const queryRequest = ({ tmnCode, secret }: Pick<VnpaySettings, 'tmnCode' | 'secret'>, { reference, createdAt, at, ip, requestId }: Question, about = 'Truy van giao dich'): Message => signed(secret, queryFields, {
  vnp_RequestId: requestId, vnp_Version: version, vnp_Command: 'querydr', vnp_TmnCode: tmnCode, vnp_TxnRef: reference, vnp_TransactionDate: vietnamStamp(createdAt), vnp_CreateDate: vietnamStamp(at), vnp_IpAddr: ip, vnp_OrderInfo: info(about),
});

/** §3 */
export function refundRequest({ tmnCode, secret }: Pick<VnpaySettings, 'tmnCode' | 'secret'>, { reference, amount, refund, transaction, createdAt, at, ip, requestId, by, about }: RefundOrder): Message {
  if (refund > amount) throw new RangeError('no more is refunded than was paid');
  return signed(secret, refundFields, {
    vnp_RequestId: requestId, vnp_Version: version, vnp_Command: 'refund', vnp_TmnCode: tmnCode, vnp_TransactionType: refund === amount ? '02' : '03', vnp_TxnRef: reference, vnp_Amount: hundredfold(refund),
    vnp_TransactionNo: transaction ?? '0', vnp_TransactionDate: vietnamStamp(createdAt), vnp_CreateBy: plain(by), vnp_CreateDate: vietnamStamp(at), vnp_IpAddr: ip, vnp_OrderInfo: info(about),
  });
}

/** Posts, and reads only an answer that VNPAY signed, to this order. */
async function call({ tmnCode, secret, apiUrl, send }: VnpaySettings, request: Message, fields: readonly string[]): Promise<{ of: (name: string) => string } | { reason: string }> {
  let reply: unknown;
  try { reply = await send(apiUrl, request); } catch { return { reason: 'offline' }; }
  if (typeof reply !== 'object' || reply === null) return { reason: 'format' };
  const message = reply as Record<string, unknown>;
  const of = (name: string) => piped([`vnp_${name}`], message);
  if (!sameHash(secret, piped(fields, message), of('SecureHash'))) return { reason: 'checksum' };
  if (of('TmnCode') !== tmnCode || of('Command') !== request['vnp_Command']) return { reason: 'merchant' };
  if (of('ResponseCode') !== '00') return { of };
  return of('TxnRef') === request['vnp_TxnRef'] ? { of } : { reason: 'reference' };
}

async function ask(settings: VnpaySettings, question: Question): Promise<Asked> {
  const reply = await call(settings, queryRequest(settings, question), queryAnswerFields);
  if ('reason' in reply) return { kind: 'unclear', reason: reply.reason };
  const { of } = reply;
  const word = callWord(of('ResponseCode'));
  if (word === 'not-found') return { kind: 'not-found' };
  if (word !== 'understood') return { kind: 'unclear', reason: word };
  const amount = dong(of('Amount'));
  if (amount === undefined) return { kind: 'unclear', reason: 'amount' };
  // 01 is a payment, 02 and 03 are refunds (memory): a refund that succeeded must not be read as a second payment.
  const type = of('TransactionType');
  const what = ofStatus(of('TransactionStatus'));
  const state = type === '' || type === '01' ? what.state : what.state === 'paid' ? 'refunding' : what.state === 'refunding' ? what.state : 'unclear';
  return { kind: 'news', news: newsOf(of, amount, { ...what, state }, { status: of('TransactionStatus'), ...(type === '' ? {} : { type }) }) };
}

async function refund(settings: VnpaySettings, order: RefundOrder): Promise<Refunded> {
  const reply = await call(settings, refundRequest(settings, order), refundAnswerFields);
  if ('reason' in reply) return { kind: 'unclear', reason: reply.reason };
  const { of } = reply;
  const word = callWord(of('ResponseCode'));
  // A duplicate was taken before, and an error may have been: only querydr knows.
  if (word === 'duplicate' || word === 'error') return { kind: 'unclear', reason: word };
  if (word !== 'understood') return { kind: 'refused', reason: word };
  const amount = dong(of('Amount'));
  if (amount !== order.refund) return { kind: 'unclear', reason: 'amount' };
  return { kind: 'taken', news: newsOf(of, amount, { state: 'refunding', outcome: ofStatus(of('TransactionStatus')).outcome }, { status: of('TransactionStatus') }) };
}

/** The adapter. */
export function vnpay(settings: VnpaySettings): Gateway {
  return {
    name: 'vnpay',
    create: async (order): Promise<Created> => ({ kind: 'redirect', url: paymentUrl(settings, order) }),
    verifyReturn: (query) => verify(settings, query),
    verifyNotification: (query) => verify(settings, query),
    answer: (verdict) => answers[verdict],
    ask: (question) => ask(settings, question),
    refund: (order) => refund(settings, order),
  };
}
