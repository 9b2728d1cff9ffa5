import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PaymentView } from '@dvc/core';
import { testServer, smallBody, today, type TestServer } from '../server.test-helper.js';
import type { Send } from './gateways/gateway.js';
import { start } from './payment.test-helper.js';

/** What the platform answers next. */
let init: () => unknown;
let status: () => unknown;
const seen: Record<string, any>[] = [];
let ms = start;
let server: TestServer;
let n = 0;
beforeAll(async () => {
  const send: Send = async (url, body) => { seen.push(body as Record<string, unknown>); return url.endsWith('/init') ? init() : status(); };
  server = await testServer({
    now: () => new Date(ms), paymentWorld: { send, everyMs: 0, random: () => 0 },
    payments: {
      publicUrl: 'https://dvc.example.gov.vn', offers: [{
        id: 'national', type: 'national-platform', title: { vi: 'Cổng thanh toán quốc gia' }, partner: 'DOITAC01', secret: 'a-secret-of-the-platform', initUrl: 'https://pay.example.gov.vn/init', statusUrl: 'https://pay.example.gov.vn/status',
        statusMessageType: 'QUERY', statusField: '/message/code', pendingCodes: ['01'], failedCodes: ['02'], hosts: ['pay.example.gov.vn'], receipt: { MaDonVi: 'H99.01' },
      }],
    },
  });
});
afterAll(async () => { await server?.end(); });
const taken = () => ({ error_code: '0', message: '{"UrlThanhToan":"https://pay.example.gov.vn/tt/1"}' });
const code = (value: string) => () => ({ error_code: '0', message: JSON.stringify({ code: value }) });
const dossier = async () => (await server.submit(await server.session(), `key-of-the-platform-${String(n++).padStart(4, '0')}`, smallBody({ fullName: 'Ngô Quốc Gia', copies: 1 }, today))).json().payment as string;
const open = async (payment: string, remoteAddress = '203.0.113.9') => server.app.inject({ method: 'POST', url: `/api/v1/payments/${payment}/intents`, remoteAddress, headers: { 'x-dvc': '1' }, payload: { attempt: 1, offer: 'national', total: 8000, returnTo: 'https://dvc.example.gov.vn/tt' } });
const inits = () => seen.filter(({ LoaiBanTin }) => LoaiBanTin === 'INIT').length;

test('an order carries its receipt block; the return is believed for nothing and asked about; the status pays', async () => {
  init = taken; status = code('01');
  const payment = await dossier();
  const { intent } = (await open(payment)).json() as PaymentView;
  expect(intent!.act).toEqual({ kind: 'redirect', url: 'https://pay.example.gov.vn/tt/1' });
  expect(seen.at(-1)).toMatchObject({ MaThamChieu: intent!.reference, SoTien: '8000', Ip: '203.0.113.9', ThongTinBienLai: { MaTTHC: '0.000000', MaDonVi: 'H99.01', PhiLePhi: [{ MaPhiLePhi: 'copies', SoTien: '8000' }] } });
  const back = await server.app.inject(`/api/v1/gateways/national/return?intent=${intent!.id}&status=paid`);
  expect([back.statusCode, back.headers.location]).toEqual([303, 'https://dvc.example.gov.vn/tt']);
  expect((await server.app.inject(`/api/v1/gateways/national/notify?status=paid`)).json()).toEqual({ error_code: '99', message: 'unsupported' });
  ms += 6_000; status = code('00');
  const look = await server.app.inject({ method: 'POST', url: `/api/v1/payments/${payment}/look`, headers: { 'x-dvc': '1' } });
  expect(look.json()).toMatchObject({ phase: 'paid', paid: { transaction: intent!.reference, amount: 8000 } });
});

test('an order that nobody answers stays open without an address; it is not given twice, and ends with its time', async () => {
  init = () => { throw new Error('no answer'); }; status = code('77');
  const payment = await dossier();
  const before = inits();
  const first = await open(payment, '2001:db8::1');
  expect([first.statusCode, first.json().phase, first.json().intent.act]).toEqual([200, 'acting', undefined]);
  expect(seen.at(-1)).toMatchObject({ Ip: '0.0.0.0' });
  init = taken;
  ms += 20_000;
  expect((await open(payment)).json().intent).toEqual(first.json().intent);
  expect(inits() - before).toBe(1);
  ms += 16 * 60_000;
  await server.payments.reconcileOnce();
  expect((await server.app.inject(`/api/v1/payments/${payment}`)).json()).toMatchObject({ phase: 'expired', mayPay: true });
  expect(inits() - before).toBe(1);
});

test('an order that is refused is said to be, and another may be tried', async () => {
  init = () => ({ error_code: '5' });
  const payment = await dossier();
  const refused = await open(payment);
  expect([refused.statusCode, refused.json()]).toEqual([502, { code: 'gateway' }]);
  expect((await open(payment)).json()).toMatchObject({ phase: 'failed', mayPay: true, intent: { attempt: 1, end: { kind: 'failed', by: 'gateway', reason: 'platform-5' } } });
});
