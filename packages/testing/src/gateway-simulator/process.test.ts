// The simulator as `npm start` runs it: a process of its own, that the portal's settings speak of.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { VNPay } from 'vnpay';
import { build } from '../../../../scripts/build.mjs';
import { PROGRAM, spawnSimulator } from '../../../../scripts/lib/gateway-simulator.mjs';
import { Merchant, orderOf, press, visit } from './simulator.test-helper.js';
import { steer } from './index.js';

const dir = mkdtempSync(join(tmpdir(), 'dvc-simulator-'));
const data = join(dir, 'simulator.json');
const merchant = new Merchant();
beforeAll(async () => { await build(['simulator'], { quiet: true }); await merchant.listen(); });
afterAll(() => { merchant.close(); rmSync(dir, { recursive: true }); });

interface Offer { id: string; type: string; tmnCode: string; secret: string; payUrl: string; holder: string }
const offersOf = (settings: object) => (settings as { offers: Offer[] }).offers;

test('has settings for a portal, is told where the portal is, and ends when it is stopped; its next run is the same gateway', async () => {
  const first = await spawnSimulator({ data });
  await first.tell(merchant.url, 'token');
  const offers = offersOf(first.settings(merchant.url));
  expect(offers.map(({ id, type }) => [id, type])).toEqual([['vnpay', 'vnpay'], ['national', 'national-platform'], ['transfer', 'transfer'], ['cash', 'cash']]);
  const [{ tmnCode, secret, payUrl }, , transfer] = offers as [Offer, Offer, Offer];
  // Nobody who scans the code of a demonstration with a real app may find a real account.
  expect(transfer).toMatchObject({ bank: '000000', account: '0000000000', holder: 'UBND xã Mẫu – tài khoản minh họa' });
  const library = new VNPay({ tmnCode, secureSecret: secret, vnpayHost: new URL(payUrl).origin, enableLog: false });
  const order = orderOf(merchant);
  const { address } = await visit(library.buildPaymentUrl(order));
  expect((await press(address, 'paid', { ipn: 'before' })).status).toBe(303);
  expect(merchant.queries).toHaveLength(1);
  await first.stop();
  await expect(fetch(first.url)).rejects.toThrow();
  const second = await spawnSimulator({ data });
  expect([second.url, offersOf(second.settings(merchant.url))]).toEqual([first.url, offers]);
  expect(await steer(second.url)('charges', { reference: order.vnp_TxnRef }).catch(() => steer(second.url)('charges', { reference: order.vnp_TxnRef }))).toMatchObject({ count: 1 });
  await second.stop();
});

test('holds nothing of the product', () => {
  const { sources } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../..', `${PROGRAM}.map`), 'utf8')) as { sources: string[] };
  expect(sources.length).toBeGreaterThan(8);
  expect(sources.filter((file) => !file.includes('/testing/src/gateway-simulator/'))).toEqual([]);
});
