// A merchant, a partner, and a browser without a window.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HashAlgorithm, ProductCode, VNPay, VnpLocale, type BuildPaymentUrl, type ReturnQueryFromVNPay } from 'vnpay';
import { startGatewaySimulator, steer, type GatewaySimulator, type GatewaySimulatorOptions, type Steer } from './index.js';
import { stampOf } from './signing.js';

export const tmnCode = 'DVCDEMO1';
export const secret = 'DVCDEMOSECRETKEY0123456789ABCDEF';
export const partner = { partner: 'DOITAC01', secret: 'a-secret-of-the-platform', name: 'UBND xã Mẫu' };
export const account = { bank: '000000', bankName: 'Ngân hàng mô phỏng', account: '0000000000', holder: 'UBND xã Mẫu – tài khoản minh họa' };

/** Listens as a merchant's server does, and answers each IPN as it is told. */
export class Merchant {
  readonly queries: string[] = [];
  readonly posts: { headers: Record<string, unknown>; body: unknown }[] = [];
  rspCodes: (string | undefined)[] = [];
  url = '';
  private readonly server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
      if (request.method === 'POST') { this.posts.push({ headers: request.headers, body: JSON.parse(Buffer.concat(parts).toString()) }); response.end('{"matched":1}'); return; }
      this.queries.push((request.url ?? '').split('?')[1] ?? '');
      const RspCode = this.rspCodes.length > 0 ? this.rspCodes.shift() : '00';
      if (RspCode === undefined) response.destroy();
      else response.end(JSON.stringify({ RspCode, Message: 'x' }));
    });
  });
  async listen(): Promise<this> {
    await new Promise<void>((done) => { this.server.listen(0, '127.0.0.1', done); });
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }
  close(): void { this.server.close(); this.server.closeAllConnections(); }
}

export interface Bench { simulator: GatewaySimulator; merchant: Merchant; ask: Steer; library: VNPay; close(): Promise<void> }
export async function bench(options: GatewaySimulatorOptions = {}): Promise<Bench> {
  const merchant = await new Merchant().listen();
  const simulator = await startGatewaySimulator({
    merchants: [{ tmnCode, secret, name: 'UBND xã Mẫu', ipnUrl: `${merchant.url}/ipn` }], partners: [{ ...partner }], accounts: [account], retry: { firstMs: 5, afterMs: 5 }, ...options,
  });
  const library = new VNPay({ tmnCode, secureSecret: secret, vnpayHost: simulator.url, queryDrAndRefundHost: simulator.url, hashAlgorithm: HashAlgorithm.SHA512, enableLog: false });
  return { simulator, merchant, ask: steer(simulator.url), library, close: async () => { await simulator.close(); merchant.close(); } };
}

let count = 0;
export const newReference = (): string => `DVCKTEST${++count}`;
/** What the package wants to know of an order. */
export const orderOf = (merchant: Merchant, more: Partial<BuildPaymentUrl> = {}): BuildPaymentUrl => ({
  vnp_Amount: 8000, vnp_OrderInfo: 'Nop le phi ho so H58.15-261015-0042', vnp_TxnRef: newReference(), vnp_IpAddr: '203.0.113.10', vnp_ReturnUrl: `${merchant.url}/return?hs=1`, vnp_Locale: VnpLocale.VN, vnp_OrderType: ProductCode.Other,
  vnp_CreateDate: Number(stampOf(Date.now())), vnp_ExpireDate: Number(stampOf(Date.now() + 900_000)), ...more,
});

/** Opens a payment URL as a browser does. */
export async function visit(url: string): Promise<{ status: number; address: string; text: string; policy: string }> {
  const reply = await fetch(url);
  return { status: reply.status, address: reply.url, text: await reply.text(), policy: reply.headers.get('content-security-policy') ?? '' };
}
/** Presses a button of the page. */
export async function press(address: string, outcome: string, more: Record<string, string> = {}): Promise<{ status: number; location: string | null; text: string }> {
  const reply = await fetch(address, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ outcome, ...more }) });
  return { status: reply.status, location: reply.headers.get('location'), text: await reply.text() };
}
export const parametersOf = (url: string): ReturnQueryFromVNPay => Object.fromEntries([...new URLSearchParams(url.split('?')[1])].filter(([name]) => name.startsWith('vnp_'))) as never;
