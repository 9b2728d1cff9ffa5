// The national platform by a host's settings as data.
import { isIPv4 } from 'node:net';
import type { Gateway, Order, Send } from './gateways/gateway.js';
import { nationalPlatform, type Receipt } from './gateways/national-platform.js';
import type { NationalOffer } from './settings.js';

/** NOT VERIFIED: no source lists the values of LoaiPhiLePhi, so a host gives its own by `kinds`. */
const defaultKinds: Readonly<Record<string, string>> = { fee: '1', charge: '2' };

/** Follows a JSON Pointer, also into JSON that stands as text: the platform's `message` is such a text. Undefined when it leads nowhere. */
export function pointed(value: unknown, pointer: string): string | undefined {
  let at = value;
  for (const key of pointer.split('/').slice(1)) {
    if (typeof at === 'string') { try { at = JSON.parse(at); } catch { return undefined; } }
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return typeof at === 'string' || typeof at === 'number' ? String(at) : undefined;
}

/**
 * ThongTinBienLai: the agency's own fields from the settings, the dossier's from the order. Who pays is left to the settings or empty: a payment knows nothing of the citizen.
 * @throws RangeError for an order without lines
 */
export function receiptBlock({ receipt, kinds = defaultKinds }: Pick<NationalOffer, 'receipt' | 'kinds'>, { dossier, about }: Order): Receipt {
  if (!dossier) throw new RangeError('the platform needs the lines of what is paid');
  const paid = dossier.lines.filter(({ amount }) => amount > 0);
  const of = (key: string) => receipt[key] ?? '';
  return {
    MaDichVu: '2', MaDVC: dossier.procedure === '' ? '' : `${dossier.procedure}.01`, TenDVC: dossier.title, MaTTHC: dossier.procedure, TenTTHC: dossier.title.slice(0, 250),
    MaDonVi: of('MaDonVi'), TenDonVi: of('TenDonVi'), MaHoSo: dossier.code, TKThuHuong: of('TKThuHuong'), MaNHThuHuong: of('MaNHThuHuong'), TenTKThuHuong: of('TenTKThuHuong'), KhoBac: of('KhoBac'),
    TaiKhoanThuNSNN: of('TaiKhoanThuNSNN'), NoiDungThanhToan: about, HoTenNguoiNop: of('HoTenNguoiNop'), SoCMNDNguoiNop: of('SoCMNDNguoiNop'), DiaChiNguoiNop: of('DiaChiNguoiNop'),
    HuyenNguoiNop: of('HuyenNguoiNop'), TinhNguoiNop: of('TinhNguoiNop'),
    PhiLePhi: paid.map(({ id, kind, title, amount }) => ({ LoaiPhiLePhi: kinds[kind] ?? '', MaPhiLePhi: id, TenPhiLePhi: title, SoTien: String(amount) })),
    DSKhoanNop: paid.map(({ title, amount }) => ({ NoiDung: title, SoTien: String(amount) })),
  };
}

export function nationalOf(settings: NationalOffer, send: Send): Gateway {
  const { partner, secret, initUrl, statusUrl, statusMessageType, statusField = '/error_code', pendingCodes, failedCodes, hosts } = settings;
  const gateway = nationalPlatform({
    partner, secret, initUrl, hosts, send, receipt: (order) => receiptBlock(settings, order),
    status: { url: statusUrl, messageType: statusMessageType, read: (reply) => pointed(reply, statusField), ...(pendingCodes ? { pending: pendingCodes } : {}), ...(failedCodes ? { failed: failedCodes } : {}) },
  });
  // It takes IPv4 alone; a payer by IPv6 must be able to pay all the same.
  return { ...gateway, create: (order) => gateway.create(isIPv4(order.ip) ? order : { ...order, ip: '0.0.0.0' }) };
}
