// VNPAY's payment page, without its looks: takes an order, and says afterwards what became of it (vnpay.md §1 and §2).
import type { Book, Transaction, VnpayMerchant } from './book.js';
import { momentOf, queryData, signedQuery, vnpayHash } from './signing.js';

/** Why an order is not taken. `code`: VNPAY's; `detail`: for the developer whose order it was. */
export interface Refusal { code: string; reason: string; detail: string }
export type Taken = { order: Transaction } | { refusal: Refusal };

const refuse = (code: string, reason: string, detail: string): { refusal: Refusal } => ({ refusal: { code, reason, detail } });
const required = 'Version|Command|TmnCode|Amount|CurrCode|TxnRef|OrderInfo|OrderType|Locale|ReturnUrl|IpAddr|CreateDate|ExpireDate'.split('|');
const forms: readonly (readonly [name: string, form: RegExp, says: string])[] = [
  ['Version', /^2\.1\.0$/, 'vnp_Version is 2.1.0'], ['Command', /^pay$/, 'vnp_Command is pay'], ['CurrCode', /^VND$/, 'vnp_CurrCode is VND'], ['Locale', /^(vn|en)$/, 'vnp_Locale is vn or en'],
  ['Amount', /^[1-9]\d{2,14}$/, 'vnp_Amount is a whole number, a hundred times the đồng'], ['TxnRef', /^[A-Za-z0-9]{1,100}$/, 'vnp_TxnRef has letters and digits only'],
  ['OrderInfo', /^[A-Za-z0-9 .:,-]{1,255}$/, 'vnp_OrderInfo is Vietnamese without accents and special characters, at most 255'],
  ['IpAddr', /^[0-9a-fA-F.:]{3,45}$/, 'vnp_IpAddr is an address'], ['BankCode', /^[A-Za-z0-9]{0,20}$/, 'vnp_BankCode has letters and digits only'],
];
/** Not banks, but ways to choose one. */
const ways = new Set(['', 'VNPAYQR', 'VNBANK', 'INTCARD']);

/** Of a raw query; undefined when a name stands twice. Others than vnp_ are not VNPAY's. */
export function parametersOf(query: string): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    if (!name.startsWith('vnp_')) continue;
    if (Object.hasOwn(found, name)) return undefined;
    found[name] = value;
  }
  return found;
}

/** Whoever asks for a payment: the merchant, the signature, the form, the reference, the clock, in this order. */
export function takeOrder(book: Book, query: string): Taken {
  const got = parametersOf(query);
  if (!got) return refuse('03', 'Dữ liệu gửi sang không đúng định dạng.', 'A parameter stands twice.');
  const of = (name: string) => got[`vnp_${name}`] ?? '';
  const merchant = book.merchant(of('TmnCode'));
  if (!merchant) return refuse('02', 'Không có đơn vị bán hàng này.', `No merchant has vnp_TmnCode ${of('TmnCode') || '(empty)'}.`);
  const data = queryData(got);
  if (of('SecureHash') !== vnpayHash(merchant.secret, data)) return refuse('97', 'Chữ ký không đúng.', `The hash is not that of: ${data}`);
  const missing = required.find((name) => of(name) === '');
  if (missing) return refuse('03', 'Dữ liệu gửi sang không đúng định dạng.', `vnp_${missing} is missing.`);
  const wrong = forms.find(([name, form]) => !form.test(of(name)));
  if (wrong) return refuse('03', 'Dữ liệu gửi sang không đúng định dạng.', `${wrong[2]}.`);
  if (Number(of('Amount')) % 100 !== 0) return refuse('03', 'Dữ liệu gửi sang không đúng định dạng.', 'vnp_Amount has a part of a đồng.');
  const expires = momentOf(of('ExpireDate'));
  const created = momentOf(of('CreateDate'));
  if (expires === undefined || created === undefined || expires <= created) return refuse('03', 'Dữ liệu gửi sang không đúng định dạng.', 'vnp_CreateDate and vnp_ExpireDate are moments in GMT+7, yyyyMMddHHmmss, one after the other.');
  const returnUrl = of('ReturnUrl');
  if (!/^https?:\/\//.test(returnUrl) || !URL.canParse(returnUrl)) return refuse('03', 'Dữ liệu gửi sang không đúng định dạng.', 'vnp_ReturnUrl is an http address.');
  // Unique per day and merchant; the very same order again is a page that was loaded again.
  const used = book.data.transactions.find((one) => one.gateway === 'vnpay' && one.merchant === merchant.tmnCode && one.reference === of('TxnRef') && one.createDate.slice(0, 8) === of('CreateDate').slice(0, 8));
  if (used) return used.signed === data ? { order: used } : refuse('01', 'Mã giao dịch đã tồn tại.', `vnp_TxnRef ${of('TxnRef')} was used for another order today.`);
  if (book.now() > expires) return refuse('11', 'Đã hết hạn chờ thanh toán.', `vnp_ExpireDate ${of('ExpireDate')} (GMT+7) is past.`);
  return { order: book.open({
    gateway: 'vnpay', merchant: merchant.tmnCode, reference: of('TxnRef'), amount: Number(of('Amount')) / 100, about: of('OrderInfo'), createDate: of('CreateDate'), expires, returnUrl, signed: data,
    bankCode: ways.has(of('BankCode')) ? 'NCB' : of('BankCode'), cardType: of('BankCode') === 'VNPAYQR' ? 'QRCODE' : 'ATM',
  }) };
}

/** §2: the signed query of a return and of an IPN. */
export function resultQuery(merchant: VnpayMerchant, order: Transaction): string {
  return signedQuery(merchant.secret, {
    vnp_Amount: String(order.amount * 100), vnp_BankCode: order.bankCode, vnp_BankTranNo: order.bankTranNo, vnp_CardType: order.cardType, vnp_OrderInfo: order.about, vnp_PayDate: order.payDate,
    vnp_ResponseCode: order.responseCode, vnp_TmnCode: merchant.tmnCode, vnp_TransactionNo: order.transactionNo, vnp_TransactionStatus: order.status, vnp_TxnRef: order.reference,
  });
}

/** Where the browser goes back to; undefined while nothing is decided. */
export function returnAddress(book: Book, order: Transaction): string | undefined {
  const merchant = book.merchant(order.merchant);
  if (!merchant || order.returnUrl === undefined || order.responseCode === '') return undefined;
  return withQuery(order.returnUrl, resultQuery(merchant, order));
}

/** An address may have a query and a fragment of its own. */
export function withQuery(address: string, query: string): string {
  const [head = '', ...fragment] = address.split('#');
  return `${head}${head.includes('?') ? '&' : '?'}${query}${fragment.length > 0 ? `#${fragment.join('#')}` : ''}`;
}
