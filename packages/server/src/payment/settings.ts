// What a host says about paying: which ways there are, and with which names and secrets. Read once, at the start; a mistake is a sentence for the operator.
import { isIP } from 'node:net';
import { isObject, Reader, type Words } from '../settings-reader.js';

export type { Words } from '../settings-reader.js';

interface OfferBase {
  /** A short name of the host's, part of addresses: `vnpay`. */
  id: string;
  title: Words;
  note?: Words;
  /** After so many minutes our clock ends an attempt; default: `minutes` of all, a day for a transfer, never for cash. */
  minutes?: number;
}
export interface VnpayOffer extends OfferBase {
  type: 'vnpay';
  tmnCode: string;
  secret: string;
  payUrl: string;
  apiUrl: string;
  /** Whose notifications are taken: addresses or CIDR blocks; absent: anybody's with the right signature. */
  addresses?: readonly string[];
}
export interface NationalOffer extends OfferBase {
  type: 'national-platform';
  partner: string;
  secret: string;
  initUrl: string;
  statusUrl: string;
  /** LoaiBanTin of the question for a status; no source gives it. */
  statusMessageType: string;
  /** JSON Pointer of the code in the reply, through JSON that stands as text in it; default `/error_code`. `00` is paid. */
  statusField?: string;
  pendingCodes?: readonly string[];
  failedCodes?: readonly string[];
  /** Hosts to which the platform may send a citizen. */
  hosts: readonly string[];
  /** Fields of ThongTinBienLai that are the agency's: MaDonVi, TenDonVi, TKThuHuong, MaNHThuHuong, TenTKThuHuong, KhoBac, TaiKhoanThuNSNN … */
  receipt: Readonly<Record<string, string>>;
  /** LoaiPhiLePhi by kind of line; no source lists its values. */
  kinds?: Readonly<Record<string, string>>;
}
export interface TransferOffer extends OfferBase { type: 'transfer'; bank: string; bankName: string; account: string; holder: string; qr?: boolean }
export interface CashOffer extends OfferBase { type: 'cash'; place: Words; hours?: Words }
export type OfferSettings = VnpayOffer | NationalOffer | TransferOffer | CashOffer;

export interface PaymentSettings {
  /** that an attempt on a gateway's page may take; default 15 */
  minutes?: number;
  /** Who is paid, as the citizen reads it. */
  agency?: string;
  /** Where browsers reach this server; needed by gateways that send them back. May be left out on this machine alone. */
  publicUrl?: string;
  offers: readonly OfferSettings[];
  /** Issues a receipt per phí and lệ phí. A series that begins with MAU is a sample. */
  receipts?: { issuer: 'local'; series: { fee: string; charge: string } };
}

const name = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

/** An address or a CIDR block. */
export const isBlock = (text: string): boolean => {
  const [address = '', bits, more] = text.split('/');
  const kind = isIP(address);
  return kind !== 0 && more === undefined && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (kind === 4 ? 32 : 128)));
};

const own: Record<OfferSettings['type'], readonly string[]> = {
  vnpay: ['tmnCode', 'secret', 'payUrl', 'apiUrl', 'addresses'],
  'national-platform': ['partner', 'secret', 'initUrl', 'statusUrl', 'statusMessageType', 'statusField', 'pendingCodes', 'failedCodes', 'hosts', 'receipt', 'kinds'],
  transfer: ['bank', 'bankName', 'account', 'holder', 'qr'],
  cash: ['place', 'hours'],
};

function readOffer(value: unknown, index: number, env: NodeJS.ProcessEnv): OfferSettings {
  const where = `Offer ${index + 1}${isObject(value) && typeof value['id'] === 'string' ? ` (${value['id']})` : ''}`;
  if (!isObject(value) || typeof value['type'] !== 'string' || !Object.hasOwn(own, value['type'])) throw new Error(`${where} needs a "type": ${Object.keys(own).join(', ')}`);
  const type = value['type'] as OfferSettings['type'];
  const r = new Reader(value, where, env, ['id', 'type', 'title', 'note', 'minutes', ...own[type]]);
  const base = { id: r.text('id', name, 'a short name of letters, digits, . _ -'), title: r.words('title'), ...r.maybe('note', () => r.words('note')), ...r.maybe('minutes', () => r.minutes()) } as OfferBase;
  if (type === 'vnpay') return {
    ...base, type, tmnCode: r.text('tmnCode', /^[A-Za-z0-9]{8}$/, 'the eight characters that VNPAY gave'), secret: r.secret('secret'), payUrl: r.address('payUrl'), apiUrl: r.address('apiUrl'),
    ...r.maybe('addresses', () => r.list('addresses', isBlock, 'addresses like 203.0.113.7 or 203.0.113.0/24')),
  };
  if (type === 'national-platform') return {
    ...base, type, partner: r.text('partner'), secret: r.secret('secret'), initUrl: r.address('initUrl'), statusUrl: r.address('statusUrl'), statusMessageType: r.text('statusMessageType', /^\w{1,40}$/, 'a word'),
    ...r.maybe('statusField', () => r.text('statusField', /^(\/[^/]{1,60}){1,6}$/, 'a JSON Pointer like /error_code')), hosts: r.list('hosts', (each) => /^[a-z0-9.-]+(:\d+)?$/.test(each), 'hosts like thanhtoan.example.gov.vn'),
    ...r.maybe('pendingCodes', () => r.list('pendingCodes', () => true, 'codes')), ...r.maybe('failedCodes', () => r.list('failedCodes', () => true, 'codes')), receipt: r.table('receipt'), ...r.maybe('kinds', () => r.table('kinds')),
  };
  if (type === 'transfer') return {
    ...base, type, bank: r.text('bank', /^\d{6}$/, 'the six digits of the bank at NAPAS'), bankName: r.text('bankName'), account: r.text('account', /^[A-Za-z0-9]{1,19}$/, 'an account of up to 19 letters or digits'), holder: r.text('holder'), qr: value['qr'] !== false,
  };
  return { ...base, type, place: r.words('place'), ...r.maybe('hours', () => r.words('hours')) } as CashOffer;
}

/**
 * Reads what a host wrote, from JSON.
 * @throws Error in a sentence for the operator
 */
export function readPaymentSettings(value: unknown, env: NodeJS.ProcessEnv = {}): PaymentSettings {
  if (!isObject(value)) throw new Error('The settings of payments are a JSON object with "offers"');
  const r = new Reader(value, 'The settings of payments', env, ['minutes', 'agency', 'publicUrl', 'offers', 'receipts']);
  if (!Array.isArray(value['offers']) || value['offers'].length === 0) throw new Error('The settings of payments need "offers": a list with at least one way to pay');
  const offers = value['offers'].map((each, index) => readOffer(each, index, env));
  const twice = offers.find(({ id }, index) => offers.findIndex((each) => each.id === id) !== index);
  if (twice) throw new Error(`Two offers are called "${twice.id}": each needs a name of its own`);
  const receipts = value['receipts'];
  if (receipts !== undefined) {
    const series = isObject(receipts) && receipts['issuer'] === 'local' && isObject(receipts['series']) ? receipts['series'] : undefined;
    const good = series && [series['fee'], series['charge']].every((each) => typeof each === 'string' && name.test(each));
    if (!good) throw new Error('"receipts" is {"issuer": "local", "series": {"fee": "…", "charge": "…"}} with series of letters, digits, . _ -');
    if (series['fee'] === series['charge']) throw new Error('"receipts" needs two series: phí and lệ phí are numbered apart');
  }
  return {
    offers, ...r.maybe('minutes', () => r.minutes()), ...r.maybe('agency', () => r.text('agency')), ...r.maybe('publicUrl', () => r.address('publicUrl').replace(/\/+$/, '')),
    ...(receipts === undefined ? {} : { receipts: receipts as unknown as NonNullable<PaymentSettings['receipts']> }),
  };
}
