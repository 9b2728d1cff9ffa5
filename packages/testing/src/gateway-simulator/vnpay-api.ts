// POST /merchant_webapi/api/transaction: querydr and refund (vnpay.md §3). The order of the answers' fields is that of the package vnpay 2.5.0; the amount is signed as it is sent.
import { decide, isLate, type Book, type Refund, type Transaction } from './book.js';
import { pipeHash, stampOf } from './signing.js';

type Message = Record<string, string>;
const words: Record<string, string> = {
  '00': 'Success', '02': 'Invalid TmnCode', '03': 'Invalid data format', '91': 'Transaction not found', '94': 'Duplicate request', '95': 'Transaction is not successful', '97': 'Invalid checksum', '99': 'Unknown error',
};
/** ms after which a refund has gone on to the bank */
const refundTakes = 60_000;

/** Numbers count as their digits: some merchants send them so. */
function textsOf(body: unknown): Message {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [])));
}

/** @returns the signed answer; for a merchant that is not known it cannot be signed */
export function transactionApi(book: Book, body: unknown): Message {
  const request = textsOf(body);
  const of = (name: string) => request[`vnp_${name}`] ?? '';
  const command = of('Command');
  const merchant = book.merchant(of('TmnCode'));
  const answer = (code: string, more: Message = {}): Message => {
    const message: Message = { vnp_ResponseId: book.nextNumber(), vnp_Command: command, vnp_ResponseCode: code, vnp_Message: words[code]!, vnp_TmnCode: of('TmnCode'), vnp_TxnRef: of('TxnRef'), ...more };
    book.save();
    return merchant ? { ...message, vnp_SecureHash: pipeHash(merchant.secret, command === 'refund' ? 'refundAnswer' : 'querydrAnswer', message) } : message;
  };
  if (command !== 'querydr' && command !== 'refund') return answer('03');
  if (!merchant) return answer('02');
  if (of('SecureHash') !== pipeHash(merchant.secret, command, request)) return answer('97');
  const needed = ['RequestId', 'TxnRef', 'TransactionDate', 'CreateDate', 'IpAddr', 'OrderInfo', ...(command === 'refund' ? ['TransactionType', 'Amount', 'CreateBy'] : [])];
  if (of('Version') !== '2.1.0' || needed.some((name) => of(name) === '')) return answer('03');
  const requestId = `${merchant.tmnCode} ${of('RequestId')}`;
  if (book.data.requestIds.includes(requestId)) return answer('94');
  book.data.requestIds.push(requestId);
  const order = book.data.transactions.find((one) => one.gateway === 'vnpay' && one.merchant === merchant.tmnCode && one.reference === of('TxnRef') && one.createDate === of('TransactionDate'));
  if (!order) return answer('91');
  return command === 'querydr' ? answer('00', asked(book, order)) : refund(book, order, request, answer);
}

const common = (order: Transaction): Message => ({ vnp_BankCode: order.bankCode, vnp_OrderInfo: order.about });

function asked(book: Book, order: Transaction): Message {
  // NOT VERIFIED at VNPAY: what an order that ran out unpaid answers; here it is an error (02), since nobody can pay it any more.
  if (isLate(book, order)) decide(book, order, 'expired');
  const back = order.refunds.at(-1);
  if (back) {
    if (back.status === '05' && book.now() - back.at >= refundTakes) back.status = '06';
    return { ...common(order), vnp_Amount: String(back.amount * 100), vnp_PayDate: stampOf(back.at), vnp_TransactionNo: back.transactionNo, vnp_TransactionType: back.type, vnp_TransactionStatus: back.status };
  }
  return { ...common(order), vnp_Amount: String(order.amount * 100), vnp_PayDate: order.payDate, vnp_TransactionNo: order.transactionNo, vnp_TransactionType: '01', vnp_TransactionStatus: order.status };
}

function refund(book: Book, order: Transaction, request: Message, answer: (code: string, more?: Message) => Message): Message {
  const of = (name: string) => request[`vnp_${name}`] ?? '';
  const type = of('TransactionType');
  if (order.state !== 'paid') return answer('95');
  if (of('TransactionNo') !== '0' && of('TransactionNo') !== '' && !order.charges.some(({ transactionNo }) => transactionNo === of('TransactionNo'))) return answer('91');
  if ((type !== '02' && type !== '03') || !/^[1-9]\d{2,14}$/.test(of('Amount')) || Number(of('Amount')) % 100 !== 0) return answer('03');
  const amount = Number(of('Amount')) / 100;
  const given = order.refunds.filter(({ status }) => status !== '09').reduce((sum, one) => sum + one.amount, 0);
  const left = order.amount * order.charges.length - given;
  if (left <= 0) return answer('94');
  // No page says which code: a wrong sum is taken for a wrong form.
  if (amount > left || (type === '02') !== (amount === order.amount)) return answer('03');
  const made: Refund = { requestId: of('RequestId'), amount, type, transactionNo: book.nextNumber(), at: book.now(), status: '05' };
  order.refunds.push(made);
  return answer('00', { ...common(order), vnp_OrderInfo: of('OrderInfo'), vnp_Amount: String(amount * 100), vnp_PayDate: stampOf(made.at), vnp_TransactionNo: made.transactionNo, vnp_TransactionType: type, vnp_TransactionStatus: made.status });
}
