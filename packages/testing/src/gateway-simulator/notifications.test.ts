// When merchants hear of a payment, how often, and what stays known when the simulator is stopped in the middle. And the bank beside it.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { account, bench, orderOf, parametersOf, press, visit, type Bench } from './simulator.test-helper.js';
import { startGatewaySimulator, steer } from './index.js';

let at: Bench;
beforeEach(async () => { at = await bench(); });
afterEach(async () => { await at.close(); });

async function paid(form: Record<string, string>) {
  const order = orderOf(at.merchant);
  const page = await visit(at.library.buildPaymentUrl(order));
  const pressed = await press(page.address, 'paid', form);
  return { reference: order.vnp_TxnRef, ...pressed };
}
const heard = () => at.merchant.queries.length;
const until = async (holds: () => boolean) => { for (let i = 0; i < 400 && !holds(); i++) await new Promise((done) => { setTimeout(done, 5); }); expect(holds()).toBe(true); };

describe('a notification', () => {
  test('before the return, twice, never', async () => {
    await paid({ ipn: 'before' });
    expect(heard()).toBe(1);
    await paid({ ipn: 'twice' });
    expect(heard()).toBe(3);
    expect(at.merchant.queries[1]).toBe(at.merchant.queries[2]);
    await paid({ ipn: 'never' });
    await at.ask('clock', { advanceMs: 86_400_000 });
    await at.ask('idle', {});
    expect(heard()).toBe(3);
  });
  test('after the return', async () => {
    const { status } = await paid({ ipn: 'after' });
    expect(status).toBe(303);
    await until(() => heard() === 1);
  });
  test('late, by the clock of the simulator', async () => {
    await paid({ ipn: 'late', seconds: '90' });
    await at.ask('clock', { advanceMs: 80_000 });
    await at.ask('idle', {});
    expect(heard()).toBe(0);
    await at.ask('clock', { advanceMs: 10_000 });
    await at.ask('idle', {});
    expect(heard()).toBe(1);
    expect(at.library.verifyIpnCall(parametersOf(`?${at.merchant.queries[0]!}`))).toMatchObject({ isVerified: true, isSuccess: true });
  });
  test('comes again until the merchant has it: 00 or 02', async () => {
    at.merchant.rspCodes = ['99', undefined, '04', '02', '00'];
    const { reference } = await paid({ ipn: 'before' });
    await until(() => heard() === 4);
    await at.ask('clock', { advanceMs: 3_600_000 });
    await at.ask('idle', {});
    expect(heard()).toBe(4);
    expect(new Set(at.merchant.queries).size).toBe(1);
    const { calls } = await at.ask('notifications', { reference });
    expect(calls.map(({ attempt, rspCode, httpStatus, error }) => [attempt, rspCode, httpStatus, error])).toEqual([[1, '99', 200, undefined], [2, undefined, undefined, 'TypeError'], [3, '04', 200, undefined], [4, '02', 200, undefined]]);
  });
  test('is given up after some attempts', async () => {
    at.merchant.rspCodes = Array.from({ length: 20 }, () => '97');
    await paid({ ipn: 'before' });
    for (let i = 0; i < 10; i++) { await at.ask('clock', { advanceMs: 3_600_000 }); await at.ask('idle', {}); }
    expect(heard()).toBe(6);
  });
  test('is replayed as often as a test likes, and chosen per order or for all', async () => {
    await at.ask('ipn', { mode: 'never' });
    const order = orderOf(at.merchant);
    await at.ask('ipn', { reference: order.vnp_TxnRef, mode: 'twice' });
    await visit(at.library.buildPaymentUrl(order));
    expect(await at.ask('decide', { reference: order.vnp_TxnRef, outcome: 'pay' })).toMatchObject({ decided: true, state: 'paid', returnUrl: expect.stringContaining('vnp_SecureHash') as string });
    expect(heard()).toBe(2);
    expect((await at.ask('notify', { reference: order.vnp_TxnRef, times: 5 })).calls.map(({ rspCode }) => rspCode)).toEqual(['00', '00', '00', '00', '00']);
    const other = orderOf(at.merchant);
    await visit(at.library.buildPaymentUrl(other));
    await at.ask('decide', { reference: other.vnp_TxnRef, outcome: 'fail', code: '65' });
    expect(heard()).toBe(7);
    expect((await at.ask('transactions', { reference: other.vnp_TxnRef })).transactions).toMatchObject([{ state: 'failed', responseCode: '65', charges: [] }]);
  });
});

test('a restart loses no order, no charge and no notification that is due, and keeps the address', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'dvc-simulator-'));
  const kept = await bench({ data: join(dir, 'a/simulator.json') });
  try {
    const order = orderOf(kept.merchant);
    const url = kept.library.buildPaymentUrl(order);
    await press((await visit(url)).address, 'paid', { ipn: 'late', seconds: '60' });
    await kept.simulator.close();
    // Nothing but the file: the contracts are in it too.
    const again = await startGatewaySimulator({ data: join(dir, 'a/simulator.json'), retry: { firstMs: 5 } });
    expect(again.url).toBe(kept.simulator.url);
    // A connection that is kept may be one to the process that is gone.
    expect((await visit(url).catch(() => visit(url))).text).toContain('Giao dịch đã thanh toán thành công.');
    const ask = steer(again.url);
    expect(await ask('charges', { reference: order.vnp_TxnRef })).toMatchObject({ count: 1 });
    await ask('clock', { advanceMs: 60_000 });
    await ask('idle', {});
    expect(kept.merchant.queries).toHaveLength(1);
    await again.close();
  } finally {
    kept.merchant.close();
    rmSync(dir, { recursive: true });
  }
});

test('stopped while a merchant is silent, it tells the merchant after the restart', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'dvc-simulator-'));
  let deaf = true;
  let calls = 0;
  const merchant = createServer((_, response) => { calls++; if (!deaf) response.end('{"RspCode":"00"}'); });
  await new Promise<void>((done) => { merchant.listen(0, '127.0.0.1', done); });
  const kept = await bench({ data: join(dir, 'simulator.json') });
  try {
    await kept.ask('merchant', { tmnCode: 'DVCDEMO1', ipnUrl: `http://127.0.0.1:${(merchant.address() as AddressInfo).port}/ipn` });
    const page = await visit(kept.library.buildPaymentUrl(orderOf(kept.merchant)));
    const pressed = press(page.address, 'paid', { ipn: 'before' }).catch(() => undefined);
    await until(() => calls === 1);
    await kept.simulator.close();
    await pressed;
    deaf = false;
    const again = await startGatewaySimulator({ data: join(dir, 'simulator.json') });
    await until(() => calls === 2 && again.book.data.due.length === 0);
    await again.close();
  } finally {
    merchant.close();
    kept.merchant.close();
    rmSync(dir, { recursive: true });
  }
});

describe('the control', () => {
  const raw = (headers: Record<string, string>, path = '/control/charges') => new Promise<number>((done, failed) => {
    const { port } = new URL(at.simulator.url);
    request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (reply) => { reply.resume(); done(reply.statusCode!); }).on('error', failed).end('{"reference":"x"}');
  });
  test('is not for web pages', async () => {
    expect(await raw({ 'content-type': 'application/json' })).toBe(200);
    expect(await raw({ 'content-type': 'text/plain' })).toBe(404);
    expect(await raw({ 'content-type': 'application/json', origin: 'https://evil.example' })).toBe(404);
    expect(await raw({ 'content-type': 'application/json' }, '/control/constructor')).toBe(404);
  });
  test('says what it does not understand', async () => {
    await expect(at.ask('decide', { reference: 'NOBODY', outcome: 'pay' })).rejects.toThrow('nobody opened its payment page yet');
    await expect(at.ask('silence', { silence: 'loud' as never })).rejects.toThrow('silence is one of');
    await expect(at.ask('ipn', { mode: 'sometimes' as never })).rejects.toThrow('mode is one of');
  });
});

describe('a transfer', () => {
  const send = (form: Record<string, string>, path = '/bank') => fetch(at.simulator.url + path, { method: 'POST', body: new URLSearchParams(form) }).then(async (reply) => ({ status: reply.status, text: await reply.text() }));
  test('opens with what a code says, and becomes a line that the agency gets', async () => {
    const page = await visit(`${at.simulator.url}/bank?account=${account.account}&amount=8000&text=DVCK346793467G`);
    expect(page.text).toContain('value="DVCK346793467G"');
    await at.ask('statement', { url: `${at.merchant.url}/admin/payments/lines`, token: 't0k' });
    const { text } = await send({ account: account.account, amount: '8.000', text: 'dvck346793467g nop le phi', noise: '1' });
    expect(text).toContain('Dòng sao kê đã được gửi tới đơn vị nhận.');
    const [{ headers, body }] = at.merchant.posts as [{ headers: Record<string, string>; body: { lines: Record<string, unknown>[] } }];
    expect(headers).toMatchObject({ 'authorization': 'Bearer t0k', 'x-dvc': '1', 'content-type': 'application/json' });
    expect(body.lines).toEqual([{ id: expect.stringMatching(/^FT\d+$/) as string, at: expect.stringMatching(/Z$/) as string, amount: 8000, text: expect.stringMatching(/^NHMP\.CK\.\d+\.DVCK346793467G NOP LE PHI\.CT TU/) as string }]);
    await send({ id: body.lines[0]!['id'] as string }, '/bank/again');
    expect(at.merchant.posts[1]!.body).toEqual(body);
  });
  test('of no money, or to nobody, is not made', async () => {
    for (const form of [{ account: '123', amount: '8000' }, { account: account.account, amount: '0' }, { account: account.account, amount: '-5' }, { account: account.account, amount: 'tám nghìn' }]) {
      const { status, text } = await send({ text: 'x', ...form });
      expect([status, text.includes('aria-invalid="true"')]).toEqual([422, true]);
    }
    expect(at.simulator.book.data.statements).toEqual([]);
  });
  test('says so when the agency cannot be told', async () => {
    expect((await send({ account: account.account, amount: '8000', text: 'x' })).text).toContain('đơn vị nhận chưa nhận được dòng sao kê');
    await at.ask('statement', { url: 'http://127.0.0.1:9/', token: 'x' });
    expect((await send({ account: account.account, amount: '8000', text: 'x' })).text).toContain('đơn vị nhận chưa nhận được dòng sao kê');
  });
});
