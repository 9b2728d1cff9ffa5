// The other side's signatures, written from the shared data (`vnpay.md` §1–3, `national-payment.json`) and from nothing of packages/server:
// an oracle that shared its code would share its mistakes.
import { createHash, createHmac } from 'node:crypto';

export const vnpayHash = (secret: string, data: string): string => createHmac('sha512', secret).update(data, 'utf8').digest('hex');

/** A name or value as application/x-www-form-urlencoded writes it. */
const encoded = (text: string): string => encodeURIComponent(text).replace(/[!'()~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll('%20', '+');
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** §1: what a payment URL, a return and an IPN sign. */
export function queryData(parameters: Readonly<Record<string, string>>): string {
  const names = Object.keys(parameters).filter((name) => parameters[name] !== '' && name !== 'vnp_SecureHash' && name !== 'vnp_SecureHashType');
  return names.sort(byCodeUnit).map((name) => `${encoded(name)}=${encoded(parameters[name]!)}`).join('&');
}
export function signedQuery(secret: string, parameters: Readonly<Record<string, string>>): string {
  const data = queryData(parameters);
  return `${data}&vnp_SecureHash=${vnpayHash(secret, data)}`;
}

/** §3, and for the two answers the order of the package vnpay 2.5.0; a field that is absent counts as empty. */
const orders = {
  querydr: 'RequestId|Version|Command|TmnCode|TxnRef|TransactionDate|CreateDate|IpAddr|OrderInfo',
  refund: 'RequestId|Version|Command|TmnCode|TransactionType|TxnRef|Amount|TransactionNo|TransactionDate|CreateBy|CreateDate|IpAddr|OrderInfo',
  querydrAnswer: 'ResponseId|Command|ResponseCode|Message|TmnCode|TxnRef|Amount|BankCode|PayDate|TransactionNo|TransactionType|TransactionStatus|OrderInfo|PromotionCode|PromotionAmount',
  refundAnswer: 'ResponseId|Command|ResponseCode|Message|TmnCode|TxnRef|Amount|BankCode|PayDate|TransactionNo|TransactionType|TransactionStatus|OrderInfo',
};
export const pipeHash = (secret: string, order: keyof typeof orders, message: Readonly<Record<string, string>>): string =>
  vnpayHash(secret, orders[order].split('|').map((name) => message[`vnp_${name}`] ?? '').join('|'));

const platformOrders = {
  init: 'LoaiBanTin|PhienBan|MaDoiTac|MaThamChieu|SoTien|LoaiHinhThanhToan|MaKenhThanhToan|MaThietBi|NgonNgu|MaTienTe|MaNganHang|ThongTinGiaoDich|ThoiGianGD|Ip',
  status: 'LoaiBanTin|PhienBan|MaDoiTac|MaThamChieu|ThoiGianGD',
};
/** The fields that the platform hashes; every one of them must be there. */
export const platformFields = (order: keyof typeof platformOrders): string[] => platformOrders[order].split('|');
export const platformHash = (secret: string, order: keyof typeof platformOrders, message: Readonly<Record<string, unknown>>): string =>
  createHash('sha256').update([...platformFields(order).map((name) => String(message[name])), secret].join('|'), 'utf8').digest('hex');

const hours7 = 7 * 3_600_000;
/** ms → `yyyyMMddHHmmss`, GMT+7 */
export function stampOf(ms: number): string {
  const at = new Date(ms + hours7);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getUTCFullYear()}${two(at.getUTCMonth() + 1)}${two(at.getUTCDate())}${two(at.getUTCHours())}${two(at.getUTCMinutes())}${two(at.getUTCSeconds())}`;
}
/** `yyyyMMddHHmmss`, GMT+7 → ms; undefined when there is no such moment */
export function momentOf(stamp: string): number | undefined {
  if (!/^\d{14}$/.test(stamp)) return undefined;
  const part = (from: number, length = 2) => Number(stamp.slice(from, from + length));
  const ms = Date.UTC(part(0, 4), part(4) - 1, part(6), part(8), part(10), part(12)) - hours7;
  return stampOf(ms) === stamp ? ms : undefined;
}
