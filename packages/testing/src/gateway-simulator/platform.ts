// The national payment platform, message version 1.0.6, as far as `national-payment.json` tells: INIT, a page, the status check.
// Of the simulator's own making, because no source shows them: every error_code but '0', the shape of the status reply, and how the browser comes back (a link to an address that the partner left).
import { isLate, decide, type Book, type State, type Transaction } from './book.js';
import { momentOf, platformFields, platformHash } from './signing.js';

export interface PlatformReply { error_code: string; message: string }
type Message = Readonly<Record<string, unknown>>;

const refuse = (error_code: string, message: string): PlatformReply => ({ error_code, message });
const messageOf = (body: unknown): Message => (typeof body === 'object' && body !== null && !Array.isArray(body) ? body as Message : {});
const fixed: Readonly<Record<string, string>> = { LoaiBanTin: 'INIT', PhienBan: '1.0.6', LoaiHinhThanhToan: 'PAY', MaKenhThanhToan: '1', MaThietBi: '1', NgonNgu: 'vi-VN', MaTienTe: 'VND' };
/** NOT VERIFIED: how long the platform waits for a citizen. */
const waits = 30 * 60_000;
const bad = '03';

/** Partner and hash, which both messages carry. */
function opened(book: Book, kind: 'init' | 'status', message: Message): { partner: string } | PlatformReply {
  const wrong = platformFields(kind).find((name) => typeof message[name] !== 'string' || message[name] === '');
  if (wrong) return refuse(bad, `${wrong} is a text that is not empty`);
  const partner = book.partner(message['MaDoiTac'] as string);
  if (!partner) return refuse('02', 'no such MaDoiTac');
  if (message['MaXacThuc'] !== platformHash(partner.secret, kind, message)) return refuse('97', 'MaXacThuc is not the SHA-256 of the fields and the secret');
  return { partner: partner.partner };
}

/** What a receipt block contradicts, or undefined. */
function faultOf(message: Message, amount: number): string | undefined {
  const block = messageOf(message['ThongTinBienLai']);
  for (const name of ['MaDichVu', 'MaDVC', 'TenDVC', 'MaTTHC', 'TenTTHC', 'MaDonVi', 'TenDonVi', 'MaHoSo', 'TKThuHuong', 'MaNHThuHuong', 'TenTKThuHuong', 'KhoBac', 'TaiKhoanThuNSNN', 'NoiDungThanhToan', 'HoTenNguoiNop', 'SoCMNDNguoiNop', 'DiaChiNguoiNop', 'HuyenNguoiNop', 'TinhNguoiNop']) {
    if (typeof block[name] !== 'string') return `ThongTinBienLai.${name} is a text`;
  }
  if (block['MaDichVu'] !== '2' || block['MaDVC'] !== `${block['MaTTHC'] as string}.01`) return "MaDichVu is '2' and MaDVC is MaTTHC with .01";
  if ((block['TenTTHC'] as string).length > 250) return 'TenTTHC has at most 250 characters';
  const parts: readonly (readonly [string, readonly string[]])[] = [['PhiLePhi', ['LoaiPhiLePhi', 'MaPhiLePhi', 'TenPhiLePhi', 'SoTien']], ['DSKhoanNop', ['NoiDung', 'SoTien']]];
  for (const [list, names] of parts) {
    const rows: unknown = block[list];
    if (!Array.isArray(rows) || rows.some((row) => names.some((name) => typeof messageOf(row)[name] !== 'string'))) return `ThongTinBienLai.${list} has rows of ${names.join(', ')}`;
    const sums = rows.map((row) => messageOf(row)['SoTien'] as string);
    if (sums.some((sum) => !/^\d{1,13}$/.test(sum)) || sums.reduce((total, sum) => total + Number(sum), 0) !== amount) return `the rows of ${list} come to SoTien`;
  }
  return undefined;
}

/** @param address of the simulator, where its page stands */
export function platformInit(book: Book, body: unknown, address: string): PlatformReply {
  const message = messageOf(body);
  const who = opened(book, 'init', message);
  if ('error_code' in who) return who;
  const of = (name: string) => message[name] as string;
  const odd = Object.keys(fixed).find((name) => of(name) !== fixed[name]);
  if (odd) return refuse(bad, `${odd} is ${fixed[odd]!}`);
  if (!/^[A-Za-z0-9]{1,100}$/.test(of('MaThamChieu'))) return refuse(bad, 'MaThamChieu has letters and digits only');
  if (!/^[1-9]\d{0,12}$/.test(of('SoTien'))) return refuse(bad, 'SoTien is whole đồng in digits');
  if (!/^[A-Z0-9 .:,-]{1,255}$/.test(of('ThongTinGiaoDich'))) return refuse(bad, 'ThongTinGiaoDich is in capitals without accents');
  const at = momentOf(of('ThoiGianGD'));
  if (at === undefined) return refuse(bad, 'ThoiGianGD is a moment, yyyyMMddHHmmss');
  if (!/^(\d{1,3}\.){3}\d{1,3}$/.test(of('Ip'))) return refuse(bad, 'Ip is an IPv4 address');
  const amount = Number(of('SoTien'));
  const fault = faultOf(message, amount);
  if (fault) return refuse(bad, fault);
  const signed = JSON.stringify(message);
  const used = book.data.transactions.find((one) => one.gateway === 'platform' && one.merchant === who.partner && one.reference === of('MaThamChieu'));
  if (used && used.signed !== signed) return refuse('05', 'MaThamChieu was used for another payment');
  const returnUrl = book.partner(who.partner)?.returnUrl;
  const order = used ?? book.open({
    gateway: 'platform', merchant: who.partner, reference: of('MaThamChieu'), amount, about: of('ThongTinGiaoDich'), createDate: of('ThoiGianGD'), expires: book.now() + waits, signed, bankCode: of('MaNganHang'), cardType: '',
    ...(returnUrl === undefined ? {} : { returnUrl }),
  });
  return { error_code: '0', message: JSON.stringify({ UrlThanhToan: `${address}/platform/pay/${order.token}` }) };
}

/** '00' is documented; the others are the simulator's own, and none is also the code of a message that was refused. */
const statusCodes: Record<State, string> = { paid: '00', pending: '01', waiting: '01', failed: '11', cancelled: '24', expired: '11' };
export const platformCode = ({ state }: Transaction): string => statusCodes[state];

/** The status check. The type of the message is not known: any is taken, as long as it is hashed. */
export function platformStatus(book: Book, body: unknown): PlatformReply {
  const message = messageOf(body);
  const who = opened(book, 'status', message);
  if ('error_code' in who) return who;
  const order = book.data.transactions.find((one) => one.gateway === 'platform' && one.merchant === who.partner && one.reference === message['MaThamChieu']);
  if (!order) return refuse('91', 'no such MaThamChieu');
  if (isLate(book, order)) decide(book, order, 'expired');
  return { error_code: platformCode(order), message: JSON.stringify({ MaThamChieu: order.reference, SoTien: String(order.amount), ThoiGianThanhToan: order.payDate }) };
}
