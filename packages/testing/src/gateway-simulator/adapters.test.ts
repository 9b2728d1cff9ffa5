// Our own adapters against a counterpart that shares no line with them: the whole way of an order, by HTTP.
import { nationalPlatform, vnpay, type NationalSettings, type Order, type Send } from '@dvc/server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bench, newReference, partner, press, secret, tmnCode, visit, type Bench } from './simulator.test-helper.js';
import { platformHash } from './signing.js';

let at: Bench;
beforeAll(async () => { at = await bench(); });
afterAll(async () => { await at.close(); });
beforeEach(async () => { await at.ask('reset', {}); at.merchant.queries.length = 0; patience = 10_000; });

let patience = 10_000;
const send: Send = async (url, body) => {
  const reply = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal: AbortSignal.timeout(patience) });
  if (!reply.ok) throw new Error(`status ${reply.status}`);
  return reply.json();
};
const orderNow = (): Order => ({
  reference: newReference(), amount: 8000, about: 'Nộp lệ phí hồ sơ H58.15-261015-0042', at: new Date(), expires: new Date(Date.now() + 900_000), ip: '203.0.113.10', locale: 'vi', returnUrl: `${at.merchant.url}/return?intent=x`,
});
const questionOf = ({ reference, amount, at: createdAt, ip }: Order) => ({ reference, amount, createdAt, at: new Date(), ip, requestId: newReference() });

describe('vnpay', () => {
  const gateway = (by = secret) => vnpay({ tmnCode, secret: by, payUrl: `${at.simulator.url}/paymentv2/vpcpay.html`, apiUrl: `${at.simulator.url}/merchant_webapi/api/transaction`, send });
  const opened = async (order: Order) => {
    const made = await gateway().create(order);
    return visit((made as { url: string }).url);
  };
  test('an order, its page, the return, the notification, the question, the refund', async () => {
    const order = orderNow();
    expect(await gateway().ask(questionOf(order))).toEqual({ kind: 'not-found' });
    const page = await opened(order);
    expect(page.text).toContain('8.000 đồng');
    expect(await gateway().ask(questionOf(order))).toMatchObject({ kind: 'news', news: { state: 'pending', amount: 8000 } });
    const { location } = await press(page.address, 'paid', { ipn: 'before' });
    const returned = gateway().verifyReturn(location!.split('?')[1]!);
    expect(returned).toMatchObject({ kind: 'genuine', news: { reference: order.reference, amount: 8000, state: 'paid' } });
    expect(gateway().verifyNotification(at.merchant.queries[0]!)).toEqual(returned);
    const { news } = returned as { news: { transaction: string } };
    expect(await gateway().ask(questionOf(order))).toMatchObject({ kind: 'news', news: { state: 'paid', amount: 8000, transaction: news.transaction } });
    const back = { ...questionOf(order), refund: 8000, transaction: news.transaction, by: 'canbo01', about: 'Hoàn lệ phí' };
    expect(await gateway().refund(back)).toMatchObject({ kind: 'taken', news: { state: 'refunding', amount: 8000 } });
    expect(await gateway().refund({ ...back, requestId: newReference() })).toEqual({ kind: 'unclear', reason: 'duplicate' });
    expect(await gateway().ask(questionOf(order))).toMatchObject({ kind: 'news', news: { state: 'refunding' } });
  });
  test.each([['failed', 'failed'], ['cancelled', 'cancelled']] as const)('%s', async (outcome, state) => {
    const order = orderNow();
    const { location } = await press((await opened(order)).address, outcome);
    expect(gateway().verifyReturn(location!.split('?')[1]!)).toMatchObject({ kind: 'genuine', news: { state, amount: 8000 } });
    expect(await gateway().ask(questionOf(order))).toMatchObject({ kind: 'news', news: { state: 'failed' } });
  });
  test('an adapter with another secret is refused, and believes nothing', async () => {
    const order = orderNow();
    const made = await gateway('another').create(order);
    expect((await visit((made as { url: string }).url)).status).toBe(400);
    expect(await gateway('another').ask(questionOf(order))).toEqual({ kind: 'unclear', reason: 'checksum' });
  });
  test.each(['hang', 'drop', 'error', 'lose-reply'] as const)('nobody knows when the gateway is ill: %s', async (silence) => {
    const order = orderNow();
    await opened(order);
    await at.ask('silence', { silence });
    if (silence === 'hang') patience = 200;
    expect(await gateway().ask(questionOf(order))).toEqual({ kind: 'unclear', reason: 'offline' });
  });
});

describe('national platform', () => {
  const settings = (): NationalSettings => ({
    partner: partner.partner, secret: partner.secret, initUrl: `${at.simulator.url}/platform/init`, hosts: [new URL(at.simulator.url).host], send,
    status: { url: `${at.simulator.url}/platform/status`, messageType: 'QUERY', pending: ['01'], failed: ['11', '24'], read: (reply) => (reply as { error_code?: string }).error_code },
    receipt: ({ amount, reference }) => ({
      MaDichVu: '2', MaDVC: '1.001193.01', TenDVC: 'Đăng ký khai sinh', MaTTHC: '1.001193', TenTTHC: 'Đăng ký khai sinh', MaDonVi: 'H99.01', TenDonVi: 'UBND xã Mẫu', MaHoSo: reference, TKThuHuong: '0000000000', MaNHThuHuong: '000000', TenTKThuHuong: 'UBND XA MAU', KhoBac: '', TaiKhoanThuNSNN: '',
      NoiDungThanhToan: 'LE PHI', HoTenNguoiNop: 'Nguyễn Văn Mẫu', SoCMNDNguoiNop: '001099000001', DiaChiNguoiNop: 'Thôn 1', HuyenNguoiNop: '', TinhNguoiNop: 'Tỉnh Mẫu',
      PhiLePhi: [{ LoaiPhiLePhi: '1', MaPhiLePhi: 'LP', TenPhiLePhi: 'Lệ phí', SoTien: String(amount) }], DSKhoanNop: [{ NoiDung: 'Lệ phí', SoTien: String(amount) }],
    }),
  });
  test('an order, its page, what became of it', async () => {
    const order = orderNow();
    const gateway = nationalPlatform(settings());
    expect(await gateway.ask(questionOf(order))).toEqual({ kind: 'unclear', reason: 'unknown-code' });
    const made = await gateway.create(order);
    expect(made).toEqual({ kind: 'redirect', url: expect.stringContaining(`${at.simulator.url}/platform/pay/`) as string });
    const page = await visit((made as { url: string }).url);
    expect(page.text).toContain('8.000 đồng');
    expect(page.text).not.toContain('IPN');
    expect(await gateway.ask(questionOf(order))).toMatchObject({ news: { state: 'pending' } });
    const pressed = await Promise.all([press(page.address, 'paid'), press(page.address, 'paid')]);
    expect(pressed.map(({ status }) => status)).toEqual([200, 200]);
    expect(await gateway.ask(questionOf(order))).toMatchObject({ news: { state: 'paid', reference: order.reference } });
    expect(await at.ask('charges', { reference: order.reference })).toMatchObject({ count: 1 });
    expect(await gateway.create({ ...order, amount: 9000 })).toEqual({ kind: 'refused', reason: 'platform-05' });
  });
  test.each([['fail', 'failed'], ['cancel', 'failed'], ['wait', 'pending'], ['expire', 'failed']] as const)('%s', async (outcome, state) => {
    const order = orderNow();
    const gateway = nationalPlatform(settings());
    await gateway.create(order);
    await at.ask('decide', { reference: order.reference, outcome });
    expect(await gateway.ask(questionOf(order))).toMatchObject({ news: { state } });
  });
  test('a wrong secret or partner is refused, and no refusal is read as a failed payment', async () => {
    const order = orderNow();
    await nationalPlatform(settings()).create(order);
    for (const [change, code] of [[{ secret: 'another' }, '97'], [{ partner: 'OTHER' }, '02']] as const) {
      const gateway = nationalPlatform({ ...settings(), ...change });
      expect(await gateway.create(orderNow())).toEqual({ kind: 'refused', reason: `platform-${code}` });
      expect((await gateway.ask(questionOf(order))).kind).toBe('unclear');
    }
  });
  test('each field is hashed, and the lines of the receipt come to the amount', async () => {
    const sent: Record<string, unknown>[] = [];
    await nationalPlatform({ ...settings(), send: (_, body) => { sent.push(structuredClone(body) as Record<string, unknown>); return Promise.reject(new Error('no')); } }).create(orderNow());
    const message = sent[0]!;
    const code = async (body: object) => ((await send(`${at.simulator.url}/platform/init`, body)) as { error_code: string }).error_code;
    for (const name of Object.keys(message).filter((each) => each !== 'ThongTinBienLai' && each !== 'MaDoiTac')) expect(await code({ ...message, [name]: `${message[name] as string}0` }), name).toBe('97');
    const block = message['ThongTinBienLai'] as Record<string, unknown>;
    for (const [name, value] of [['PhiLePhi', []], ['DSKhoanNop', [{ NoiDung: 'x', SoTien: '7999' }]], ['DSKhoanNop', [{ NoiDung: 'x', SoTien: '8.000' }]], ['TenTTHC', 'x'.repeat(251)], ['MaDVC', '1.001193'], ['KhoBac', undefined]] as const) {
      expect(await code({ ...message, ThongTinBienLai: { ...block, [name]: value } }), name).toBe('03');
    }
    const twelve = { ...message, ThoiGianGD: '20261315093000' };
    expect(await code({ ...twelve, MaXacThuc: platformHash(partner.secret, 'init', twelve) })).toBe('03');
    expect(await code(message)).toBe('0');
  });
});
