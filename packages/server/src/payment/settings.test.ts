import http from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { optionsFromEnvironment } from '../environment.js';
import { gatewayContract } from './gateways/gateway.contract.js';
import { transfer } from './gateways/transfer.js';
import { cash } from './gateways/cash.js';
import { pointed, receiptBlock } from './national.js';
import { openOffers } from './offers.js';
import { receiptPage } from './receipt-page.js';
import { fetchSend, isSafeAddress } from './send.js';
import { isBlock, readPaymentSettings } from './settings.js';

const vnpay = { id: 'vnpay', type: 'vnpay', title: { vi: 'Thẻ' }, tmnCode: 'DVCDEMO1', secret: { env: 'VNPAY_SECRET' }, payUrl: 'https://pay.example.vn/pay', apiUrl: 'http://127.0.0.1:9000/api', addresses: ['203.0.113.0/24', '2001:db8::/32'] };
const env = { VNPAY_SECRET: '0123456789abcdef' };
const transferOffer = { id: 'ck', type: 'transfer', title: 'Chuyển khoản', bank: '970436', bankName: 'VCB', account: '101', holder: 'UBND' };

test('the file of the environment is read, with secrets from the environment', () => {
  const dir = mkdtempSync(join(tmpdir(), 'dvc-pay-'));
  const file = join(dir, 'payments.json');
  writeFileSync(file, JSON.stringify({ minutes: 20, publicUrl: 'https://dvc.example.gov.vn/', offers: [vnpay, transferOffer] }));
  const { payments } = optionsFromEnvironment({ ...env, DVC_PAYMENTS: file });
  expect(payments).toMatchObject({ minutes: 20, publicUrl: 'https://dvc.example.gov.vn', offers: [{ id: 'vnpay', secret: '0123456789abcdef' }, { id: 'ck', title: { vi: 'Chuyển khoản' }, qr: true }] });
  writeFileSync(file, '{');
  expect(() => optionsFromEnvironment({ DVC_PAYMENTS: file })).toThrow(/DVC_PAYMENTS is a file of JSON/);
  rmSync(dir, { recursive: true });
  expect(optionsFromEnvironment({}).payments).toBeUndefined();
});

test.each<[string, unknown, RegExp]>([
  ['no object', [], /JSON object/], ['no offer', { offers: [] }, /at least one way/], ['an unknown type', { offers: [{ id: 'x', type: 'momo' }] }, /Offer 1 \(x\) needs a "type": vnpay/],
  ['a slip of the pen', { offers: [{ ...vnpay, tmncode: 'x' }] }, /has "tmncode", which nobody reads/], ['a plain address', { offers: [{ ...vnpay, payUrl: 'http://pay.example.vn/' }] }, /needs https/],
  ['a secret that is not set', { offers: [{ ...vnpay, secret: { env: 'NO_SUCH' } }] }, /from NO_SUCH, which is not set/], ['a short secret', { offers: [{ ...vnpay, secret: 'x' }] }, /16 characters/],
  ['a bad block', { offers: [{ ...vnpay, addresses: ['203.0.113.0/33'] }] }, /addresses like/], ['two of one name', { offers: [transferOffer, transferOffer] }, /Two offers are called "ck"/],
  ['a bank by its name', { offers: [{ ...transferOffer, bank: 'VCB' }] }, /six digits/], ['half a minute', { minutes: 0.5, offers: [transferOffer] }, /whole number/], ['no title', { offers: [{ ...transferOffer, title: {} }] }, /"vi": /],
  ['one series for both', { offers: [transferOffer], receipts: { issuer: 'local', series: { fee: 'A', charge: 'A' } } }, /numbered apart/], ['another issuer', { offers: [transferOffer], receipts: { issuer: 'vnpt' } }, /"receipts" is/],
])('%s is refused with a sentence', (_, value, said) => { expect(() => readPaymentSettings(value, env)).toThrow(said); });

test('blocks of addresses let in whom they name, by either spelling', () => {
  expect(['203.0.113.7', '::1', '10.0.0.0/8', '2001:db8::/32'].map(isBlock)).toEqual([true, true, true, true]);
  expect(['x', '10.0.0.0/', '10.0.0.0/8/8', '10.0.0/8', ''].map(isBlock)).toEqual([false, false, false, false, false]);
  const offer = openOffers(readPaymentSettings({ offers: [vnpay] }, env), { db: undefined as never, send: () => Promise.reject(new Error('none')) }).get('vnpay')!;
  expect(['203.0.113.7', '::ffff:203.0.113.7', '2001:db8::5'].map(offer.takesFrom)).toEqual([true, true, true]);
  expect(['203.0.114.7', '::ffff:203.0.114.7', '2001:db9::5', '', 'x'].map(offer.takesFrom)).toEqual([false, false, false, false, false]);
});

// What applies of the contract: nobody signs anything, so there is no forged reply and no notification.
test.each(gatewayContract({
  gateway: (send) => transfer({ bank: '970436', account: '101', statement: async () => [await send('', {}) as never] }), asked: () => ({ id: 'FT1', amount: 8000, at: new Date() }), signedReplies: false,
}).filter(({ name }) => !name.includes('for this order only') && !name.includes('nonsense')).map((each) => [each.name, each.run] as const))('contract of the transfer: %s', (_, run) => run());
test.each(gatewayContract({ gateway: () => cash(), asked: () => undefined, signedReplies: false }).filter(({ name }) => !name.includes('for this order only')).map((each) => [each.name, each.run] as const))('contract of cash: %s', (_, run) => run());
test('a statement that cannot be read is no answer; an empty one is', async () => {
  const question = { reference: 'DVCK346793467G', amount: 8000, createdAt: new Date(), at: new Date(), ip: '', requestId: '' };
  const of = (statement: () => Promise<never[]>) => transfer({ bank: '970436', account: '101', statement }).ask(question);
  expect([await of(() => Promise.reject(new Error('down'))), await of(() => Promise.resolve([]))]).toEqual([{ kind: 'unclear', reason: 'offline' }, { kind: 'not-found' }]);
});

test('the status of the platform is found where the settings say, through JSON that stands as text', () => {
  expect(pointed({ error_code: '0', message: '{"TrangThai":{"Ma":"00"}}' }, '/message/TrangThai/Ma')).toBe('00');
  expect([pointed({ a: 7 }, '/a'), pointed({ a: {} }, '/a'), pointed({}, '/toString'), pointed('{', '/a'), pointed(null, '/a'), pointed({ a: [1] }, '/a/length/x')]).toEqual(['7', undefined, undefined, undefined, undefined, undefined]);
});
test('the receipt block sums what is paid', () => {
  const line = { id: 'lp', kind: 'charge' as const, title: 'Lệ phí', amount: 8000 };
  const block = receiptBlock({ receipt: { MaDonVi: 'H58' } }, { dossier: { code: 'H58-1', procedure: '1.001193', title: 'Khai sinh', lines: [line, { ...line, id: 'free', amount: 0 }] }, about: 'x' } as never);
  expect(block).toMatchObject({ MaDVC: '1.001193.01', MaTTHC: '1.001193', MaHoSo: 'H58-1', MaDonVi: 'H58', PhiLePhi: [{ LoaiPhiLePhi: '2', MaPhiLePhi: 'lp', SoTien: '8000' }], DSKhoanNop: [{ SoTien: '8000' }] });
});

test('nothing of a receipt becomes HTML', () => {
  const nasty = '<script>alert("x")</script>&\'';
  const page = receiptPage({ receipt: { number: `X${nasty}`, transaction: nasty, kind: 'charge', amount: 1_250_000 }, dossierCode: nasty, about: nasty, agency: nasty, lines: [{ id: 'a', kind: 'charge', title: nasty, amount: 1_250_000 }], at: new Date(0) });
  expect(page).not.toContain('<script');
  for (const said of ['Biên lai thu lệ phí', '1.250.000 đồng', 'Một triệu hai trăm năm mươi nghìn đồng.', '01/01/1970']) expect(page).toContain(said);
  expect(page).not.toContain('BẢN MẪU');
});

test('only a short JSON reply of that very address is an answer', async () => {
  const answers: Record<string, (response: http.ServerResponse) => void> = {
    '/good': (response) => response.end('{"a":1}'), '/moved': (response) => response.writeHead(307, { location: '/good' }).end(), '/error': (response) => response.writeHead(502).end('{"a":1}'),
    '/html': (response) => response.end('<html>'), '/long': (response) => response.end(JSON.stringify('x'.repeat(70_000))), '/slow': () => undefined, '/drop': (response) => response.destroy(),
  };
  const server = http.createServer((request, response) => { request.resume(); answers[request.url!]!(response); });
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  const at = (path: string) => fetchSend(path === '/slow' ? 200 : 20_000)(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {});
  expect(await at('/good')).toEqual({ a: 1 });
  for (const path of ['/moved', '/error', '/html', '/long', '/slow', '/drop']) await expect(at(path), path).rejects.toThrow();
  server.closeAllConnections();
  await new Promise((done) => { server.close(done); });
  await expect(fetchSend()('http://pay.example.vn/', {})).rejects.toThrow('https');
  expect(['https://x.vn/', 'http://localhost:1/', 'http://[::1]/'].map(isSafeAddress)).toEqual([true, true, true]);
  expect(['http://x.vn/', 'ftp://x.vn/', 'https://a:b@x.vn/', 'x', 'http://localhost.evil.vn/'].map(isSafeAddress)).toEqual([false, false, false, false, false]);
});
