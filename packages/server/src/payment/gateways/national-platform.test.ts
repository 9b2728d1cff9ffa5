import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gatewayContract } from './gateway.contract.js';
import type { Order, Send } from './gateway.js';
import { initMessage, nationalPlatform, statusMessage, type NationalSettings, type Receipt } from './national-platform.js';

const receipt = ({ amount, reference }: Order): Receipt => ({
  MaDichVu: '2', MaDVC: '1.001193.01', TenDVC: 'Đăng ký khai sinh', MaTTHC: '1.001193', TenTTHC: 'Đăng ký khai sinh', MaDonVi: 'H58.15', TenDonVi: 'UBND xã Thử Nghiệm', MaHoSo: reference, TKThuHuong: '1012345678', MaNHThuHuong: '970436',
  TenTKThuHuong: 'UBND XA THU NGHIEM', KhoBac: '', TaiKhoanThuNSNN: '', NoiDungThanhToan: 'LE PHI', HoTenNguoiNop: 'Trần Văn Nộp', SoCMNDNguoiNop: '001099000001', DiaChiNguoiNop: 'Thôn 1', HuyenNguoiNop: '', TinhNguoiNop: 'Tỉnh Thử Nghiệm',
  PhiLePhi: [{ LoaiPhiLePhi: '1', MaPhiLePhi: 'LP', TenPhiLePhi: 'Lệ phí', SoTien: String(amount) }], DSKhoanNop: [{ NoiDung: 'Lệ phí', SoTien: String(amount) }],
});
const settings: Omit<NationalSettings, 'send'> = {
  partner: 'DOITAC01', secret: 'a-secret-of-the-platform', initUrl: 'https://payment.example.gov.vn/init', hosts: ['payment.example.gov.vn'], receipt,
  status: { url: 'https://payment.example.gov.vn/query', messageType: 'QUERY', failed: ['02'], pending: ['01'], read: (reply) => (typeof reply === 'object' && reply !== null && 'code' in reply && typeof reply.code === 'string' ? reply.code : undefined) },
};
const order: Order = {
  reference: 'DVCK346793467G', amount: 8000, about: 'Thanh toán hồ sơ H58.15-261015-0042', at: new Date('2026-10-15T15:30:00+07:00'), expires: new Date('2026-10-15T15:45:00+07:00'), ip: '203.0.113.10', locale: 'vi', returnUrl: 'https://dvc.example.gov.vn/',
};
const replying = (reply: unknown) => nationalPlatform({ ...settings, send: () => Promise.resolve(reply) });
const sha = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

test.each(gatewayContract({
  gateway: (send: Send) => nationalPlatform({ ...settings, send }), asked: (_, { state }) => ({ code: state === 'paid' ? '00' : '02' }), signedReplies: false,
}).map((each) => [each.name, each.run] as const))('contract: %s', (_, run) => run());

describe('messages', () => {
  test('INIT carries the fields of the data, in 24 hours, and its hash is over them in their order', () => {
    const message = initMessage(settings, order);
    expect(message).toMatchObject({ LoaiBanTin: 'INIT', PhienBan: '1.0.6', SoTien: '8000', NgonNgu: 'vi-VN', MaNganHang: 'PAYMENT', ThoiGianGD: '20261015153000', ThongTinGiaoDich: 'THANH TOAN HO SO H58.15-261015-0042' });
    expect(message['MaXacThuc']).toBe(sha('INIT|1.0.6|DOITAC01|DVCK346793467G|8000|PAY|1|1|vi-VN|VND|PAYMENT|THANH TOAN HO SO H58.15-261015-0042|20261015153000|203.0.113.10|a-secret-of-the-platform'));
    expect(JSON.stringify(message)).not.toContain(settings.secret);
  });
  test('the question too', () => {
    const question = { reference: order.reference, amount: 8000, createdAt: order.at, at: order.expires, ip: order.ip, requestId: 'R1' };
    expect(statusMessage(settings, question)['MaXacThuc']).toBe(sha('QUERY|1.0.6|DOITAC01|DVCK346793467G|20261015154500|a-secret-of-the-platform'));
  });
  test('what is sent to the bank is ASCII capitals whatever it is about', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (about) => { expect(initMessage(settings, { ...order, about })['ThongTinGiaoDich']).toMatch(/^[A-Z0-9 .-]*$/); }));
  });
  test.each<[string, (block: Receipt) => Receipt]>([
    ['a line too few', (block) => ({ ...block, PhiLePhi: [] })], ['another sum', (block) => ({ ...block, DSKhoanNop: [{ NoiDung: 'x', SoTien: '7999' }] })], ['no number', (block) => ({ ...block, DSKhoanNop: [{ NoiDung: 'x', SoTien: '8.000' }] })],
    ['a name of 251', (block) => ({ ...block, TenTTHC: 'x'.repeat(251) })],
  ])('no receipt with %s', (_, change) => { expect(() => initMessage({ ...settings, receipt: (one) => change(receipt(one)) }, order)).toThrow(RangeError); });
});

describe('replies to INIT', () => {
  const reply = (url: unknown, code = '0') => ({ error_code: code, message: JSON.stringify({ UrlThanhToan: url }) });
  test('the citizen goes where the platform says', async () => {
    expect(await replying(reply('https://payment.example.gov.vn/pay?x=1')).create(order)).toEqual({ kind: 'redirect', url: 'https://payment.example.gov.vn/pay?x=1' });
  });
  test.each(['http://payment.example.gov.vn/', 'https://payment.example.gov.vn.evil.example/', 'https://evil.example/payment.example.gov.vn', 'https://payment.example.gov.vn@evil.example/', 'https://u:p@payment.example.gov.vn/', 'https://payment.example.gov.vn:8443/', `java${'script'}:alert(1)`, '//payment.example.gov.vn', '', null, 7])('but never to %s', async (url) => {
    expect((await replying(reply(url)).create(order)).kind).toBe('unclear');
  });
  test('without TLS on this machine alone, and there too to a known host only', async () => {
    const hosts = ['localhost:8090', '127.0.0.1:8090', '[::1]:8090', '127.0.0.2:8090', 'localhost.evil.example:8090', '192.168.1.7:8090', 'payment.example.gov.vn'];
    const to = async (url: string) => (await nationalPlatform({ ...settings, hosts, send: () => Promise.resolve(reply(url)) }).create(order)).kind;
    for (const url of ['http://localhost:8090/pay', 'http://127.0.0.1:8090/pay', 'http://[::1]:8090/pay']) expect(await to(url), url).toBe('redirect');
    for (const url of ['http://127.0.0.2:8090/pay', 'http://localhost.evil.example:8090/', 'http://192.168.1.7:8090/', 'http://payment.example.gov.vn/', 'http://127.0.0.1:8091/pay', 'http://u@127.0.0.1:8090/pay', 'ftp://127.0.0.1:8090/pay']) expect(await to(url), url).toBe('unclear');
  });
  test('a refusal is one, a broken reply and silence are unclear', async () => {
    expect(await replying(reply('', '17')).create(order)).toEqual({ kind: 'refused', reason: 'platform-17' });
    for (const broken of [undefined, null, '<html>', {}, { error_code: '0' }, { error_code: '0', message: '{' }]) expect((await replying(broken).create(order)).kind).toBe('unclear');
    expect(await nationalPlatform({ ...settings, send: () => Promise.reject(new Error('silence')) }).create(order)).toEqual({ kind: 'unclear', reason: 'offline' });
  });
});

test('only 00 is paid; a code that nobody listed is unclear', async () => {
  const question = { reference: order.reference, amount: 8000, createdAt: order.at, at: order.expires, ip: order.ip, requestId: 'R1' };
  await fc.assert(fc.asyncProperty(fc.oneof(fc.string(), fc.constantFrom('00', '01', '02', '0', '000')), async (code) => {
    const asked = await replying({ code }).ask(question);
    expect(asked.kind === 'news' ? asked.news.state : asked.kind).toBe(new Map([['00', 'paid'], ['01', 'pending'], ['02', 'failed']]).get(code) ?? 'unclear');
  }));
});
