/**
 * The payment platform of the National Public Service Portal, message version 1.0.6. Source: shared data `national-payment.json`, which read one provincial implementation;
 * confidence high for the names and the order of what is hashed there. The interface document of the platform itself was not seen. NOT VERIFIED, each:
 * - SHA-256 over fields and secret (not HMAC): as implemented there; whether the platform takes anything stronger is unknown.
 * - `ThoiGianGD` in 24 hours. That code writes 12 hours, which the data calls a bug: two payments half a day apart would look alike.
 * - How the platform calls back and what the browser brings back: unknown, so neither is ever believed; `ask` alone tells the truth.
 * - The message type, the address and the fields of the reply of the status check: the host gives them (`status`). That its reply is not signed rests on TLS alone.
 * - A refund call: none is known; an officer pays back by hand, with `refundFields`.
 */
import { createHash } from 'node:crypto';
import { checkAmount, plain, vietnamStamp, type Answer, type Asked, type Created, type Gateway, type GatewayState, type Order, type Question, type Send } from './gateway.js';

export interface NationalSettings {
  /** MaDoiTac */
  partner: string;
  secret: string;
  /** takes the INIT message */
  initUrl: string;
  /** Not known from any source, hence the host's: where and with which LoaiBanTin a status is asked, and the code that a reply carries ('00' is paid); undefined: not readable. */
  status: { url: string; messageType: string; read: (reply: unknown) => string | undefined; pending?: readonly string[]; failed?: readonly string[] };
  /** ThongTinBienLai of an order: the receipt that the platform issues. */
  receipt: (order: Order) => Receipt;
  /** Hosts to which the platform may send a citizen. */
  hosts: readonly string[];
  send: Send;
}

/** One phí or lệ phí of a receipt; the data does not list the values of LoaiPhiLePhi. */
export interface ReceiptFee { LoaiPhiLePhi: string; MaPhiLePhi: string; TenPhiLePhi: string; SoTien: string }
/** ThongTinBienLai; the fields of traffic fines are left out: they are no fee of a dossier. */
export interface Receipt {
  /** '2': fees and charges */
  MaDichVu: '2';
  /** procedure code + '.01' */
  MaDVC: string;
  TenDVC: string; MaTTHC: string;
  /** at most 250 characters */
  TenTTHC: string;
  MaDonVi: string; TenDonVi: string; MaHoSo: string; TKThuHuong: string; MaNHThuHuong: string; TenTKThuHuong: string; KhoBac: string; TaiKhoanThuNSNN: string; NoiDungThanhToan: string;
  HoTenNguoiNop: string; SoCMNDNguoiNop: string; DiaChiNguoiNop: string; HuyenNguoiNop: string; TinhNguoiNop: string;
  PhiLePhi: readonly ReceiptFee[];
  DSKhoanNop: readonly { NoiDung: string; SoTien: string }[];
}
/** What an officer fills when a fee goes back. */
export const refundFields = ['SoTaiKhoanHoanPhi', 'TenTaiKhoanHoanPhi', 'TenNganHangHoanPhi', 'LyDoHoanPhi', 'NgayHoanPhi'] as const;

type Message = Record<string, unknown>;
const version = '1.0.6';
const initFields = ['LoaiBanTin', 'PhienBan', 'MaDoiTac', 'MaThamChieu', 'SoTien', 'LoaiHinhThanhToan', 'MaKenhThanhToan', 'MaThietBi', 'NgonNgu', 'MaTienTe', 'MaNganHang', 'ThongTinGiaoDich', 'ThoiGianGD', 'Ip'] as const;
const statusFields = ['LoaiBanTin', 'PhienBan', 'MaDoiTac', 'MaThamChieu', 'ThoiGianGD'] as const;

/** MaXacThuc: lower-case hex SHA-256 of the fields and the secret, joined by `|`. */
const authenticate = (fields: readonly string[], message: Message, secret: string): Message => ({
  ...message, MaXacThuc: createHash('sha256').update([...fields.map((name) => String(message[name])), secret].join('|'), 'utf8').digest('hex'),
});

/**
 * The INIT message.
 * @throws RangeError when it contradicts its own receipt: the platform would take one sum and receipt another
 */
export function initMessage({ partner, secret, receipt }: Pick<NationalSettings, 'partner' | 'secret' | 'receipt'>, order: Order): Message {
  checkAmount(order.amount);
  if (!/^[A-Za-z0-9]{1,100}$/.test(order.reference)) throw new RangeError('a reference has letters and digits only');
  if (!/^(\d{1,3}\.){3}\d{1,3}$/.test(order.ip)) throw new RangeError('the platform takes an IPv4 address');
  // What is hashed is joined by `|`: none may bring its own.
  if (!/^\w{1,20}$/.test(order.channel ?? 'PAYMENT')) throw new RangeError('a bank code has letters and digits only');
  const block = receipt(order);
  const sum = (parts: readonly { SoTien: string }[]) => parts.reduce((total, { SoTien }) => total + Number(SoTien), 0);
  if (sum(block.PhiLePhi) !== order.amount || sum(block.DSKhoanNop) !== order.amount) throw new RangeError('the lines of a receipt come to its amount');
  if (block.TenTTHC.length > 250) throw new RangeError('the name of a procedure has at most 250 characters here');
  return authenticate(initFields, {
    LoaiBanTin: 'INIT', PhienBan: version, MaDoiTac: partner, MaThamChieu: order.reference, SoTien: String(order.amount), LoaiHinhThanhToan: 'PAY', MaKenhThanhToan: '1', MaThietBi: '1', NgonNgu: 'vi-VN', MaTienTe: 'VND',
    MaNganHang: order.channel ?? 'PAYMENT', ThongTinGiaoDich: plain(order.about).toUpperCase(), ThoiGianGD: vietnamStamp(order.at), Ip: order.ip, ThongTinBienLai: block,
  }, secret);
}

/** The question of what became of an order. `LoaiBanTin` is the host's (not verified). */
export const statusMessage = ({ partner, secret, status }: Pick<NationalSettings, 'partner' | 'secret'> & { status: { messageType: string } }, { reference, at }: Question): Message =>
  authenticate(statusFields, { LoaiBanTin: status.messageType, PhienBan: version, MaDoiTac: partner, MaThamChieu: reference, ThoiGianGD: vietnamStamp(at) }, secret);

const own = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Message)[name] : undefined);

/** Without TLS only on this very machine, where no network lies between. */
const encrypted = ({ protocol, hostname }: URL): boolean => protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));

/** `{error_code: '0', message: '{"UrlThanhToan": …}'}`. A citizen is sent to https and a known host only: a reply that somebody bent must not lead to a false bank. */
function paymentAddress(reply: unknown, hosts: readonly string[]): Created {
  const code = own(reply, 'error_code');
  if (typeof code !== 'string' && typeof code !== 'number') return { kind: 'unclear', reason: 'format' };
  if (String(code) !== '0') return { kind: 'refused', reason: /^\w{1,20}$/.test(String(code)) ? `platform-${code}` : 'platform' };
  let inner: unknown;
  try { inner = JSON.parse(String(own(reply, 'message'))); } catch { return { kind: 'unclear', reason: 'format' }; }
  const url = own(inner, 'UrlThanhToan');
  const parsed = typeof url === 'string' && URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !encrypted(parsed) || parsed.username !== '' || !hosts.includes(parsed.host)) return { kind: 'unclear', reason: 'address' };
  return { kind: 'redirect', url: parsed.href };
}

async function create(settings: NationalSettings, order: Order): Promise<Created> {
  const message = initMessage(settings, order);
  let reply: unknown;
  try { reply = await settings.send(settings.initUrl, message); } catch { return { kind: 'unclear', reason: 'offline' }; }
  return paymentAddress(reply, settings.hosts);
}

async function ask(settings: NationalSettings, question: Question): Promise<Asked> {
  const { status, send } = settings;
  let code: string | undefined;
  try { code = status.read(await send(status.url, statusMessage(settings, question))); } catch { return { kind: 'unclear', reason: 'offline' }; }
  if (code === undefined) return { kind: 'unclear', reason: 'format' };
  // Only '00' is known to mean paid. Of any other code, only what the host lists has a meaning.
  const state: GatewayState = code === '00' ? 'paid' : status.failed?.includes(code) ? 'failed' : status.pending?.includes(code) ? 'pending' : 'unclear';
  if (state === 'unclear') return { kind: 'unclear', reason: 'unknown-code' };
  return { kind: 'news', news: { reference: question.reference, amount: undefined, state, outcome: state, codes: { status: code } } };
}

const unsupported: Answer = { error_code: '99', message: 'unsupported' };

/** The adapter. Poll it: it believes no call and no return. */
export function nationalPlatform(settings: NationalSettings): Gateway {
  return {
    name: 'national-platform',
    create: (order) => create(settings, order),
    verifyReturn: () => ({ kind: 'refused', reason: 'unsupported' }),
    verifyNotification: () => ({ kind: 'refused', reason: 'unsupported' }),
    answer: () => unsupported,
    ask: (question) => ask(settings, question),
    refund: () => Promise.resolve({ kind: 'by-hand' }),
  };
}
