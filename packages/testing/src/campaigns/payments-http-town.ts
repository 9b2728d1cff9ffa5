// Where payments are made: the server behind a bad network, VNPAY's side, the bank and the agency, and one clock for all of them.
import { startGatewaySimulator, steer, type GatewaySimulator, type Steer } from '../gateway-simulator/index.js';
import { createFaultProxy, faults, type Fault, type FaultProxy } from '../fault-proxy.js';
import { Random } from '../random/random.js';
import { smallForm } from './submissions-form.js';
import { KillableServer } from './submissions-server.js';
import type { Place } from './payments-http-places.js';

export const price = 8_000;
export const merchant = { tmnCode: 'DVCDEMO1', secret: 'secret-of-the-campaign-of-payments-00001' };
const adminToken = 'token-of-the-campaign-of-payments-000001';
const patience = 120_000;
const kinds = faults.filter((fault) => fault !== 'none');

export interface Reply { status: number; body: unknown; location: string | null }
export const pause = (ms: number) => new Promise<void>((done) => { setTimeout(done, ms); });

/** One request, once; undefined when no answer came, or one that is nobody's. */
export async function request(url: string, body?: object, headers: Record<string, string> = {}): Promise<Reply | undefined> {
  try {
    const reply = await fetch(url, {
      redirect: 'manual', signal: AbortSignal.timeout(20_000), headers: { 'x-dvc': '1', ...(body ? { 'content-type': 'application/json' } : {}), ...headers }, ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    });
    const text = await reply.text();
    return { status: reply.status, body: text === '' ? undefined : JSON.parse(text) as unknown, location: reply.headers.get('location') };
  } catch { return undefined; }
}

export interface TownOptions { command: readonly [string, ...string[]]; env: NodeJS.ProcessEnv; seed: number; /** 0 … 1 */ share: number }

export class Town {
  readonly server: KillableServer;
  readonly steer: Steer;
  /** ms that the clocks of server and gateway are ahead */
  offset = 0;
  /** The network and the gateway do as they should. */
  healed = false;
  readonly died: Partial<Record<Place | 'anywhere', number>> = {};
  readonly simulator: GatewaySimulator;
  readonly street: FaultProxy;
  readonly line: FaultProxy;
  private readonly env: NodeJS.ProcessEnv;

  private constructor(server: KillableServer, env: NodeJS.ProcessEnv, simulator: GatewaySimulator, [street, line]: readonly [FaultProxy, FaultProxy]) {
    this.server = server; this.env = env; this.simulator = simulator; this.street = street; this.line = line;
    this.steer = steer(simulator.url);
  }

  static async open({ command, env, seed, share }: TownOptions): Promise<Town> {
    // The gateway repeats until it is heard: when it stops is a question of its patience, not of the server's.
    const simulator = await startGatewaySimulator({ merchants: [{ ...merchant }], retry: { attempts: 10_000, firstMs: 200, factor: 1, afterMs: 100, timeoutMs: 10_000 } });
    const environment: NodeJS.ProcessEnv = { ...env, DVC_ADMIN_TOKEN: adminToken, DVC_OFFSET: '0' };
    const server = new KillableServer(command, environment);
    const towns: Town[] = [];
    const bad = (random: Random) => (): Fault => (!towns[0]?.healed && random.chance(share) ? random.pick(kinds) : 'none');
    const proxy = (random: Random) => createFaultProxy({ target: () => server.port, next: bad(random) });
    const proxies = [await proxy(new Random(seed + 1)), await proxy(new Random(seed + 2))] as const;
    const base = `http://127.0.0.1:${proxies[0].port}`;
    environment['DVC_PAYMENTS'] = JSON.stringify({
      agency: 'UBND xã Thử Nghiệm', publicUrl: base, receipts: { issuer: 'local', series: { fee: 'MAU-P', charge: 'MAU-LP' } },
      offers: [
        { id: 'vnpay', type: 'vnpay', title: 'VNPAY', ...merchant, payUrl: `${simulator.url}/paymentv2/vpcpay.html`, apiUrl: `${simulator.url}/merchant_webapi/api/transaction` },
        { id: 'transfer', type: 'transfer', title: 'Chuyển khoản', bank: '970436', bankName: 'Vietcombank', account: '1012345678', holder: 'UBND XA THU NGHIEM' },
        { id: 'cash', type: 'cash', title: 'Tiền mặt', place: 'Bộ phận Một cửa' },
      ],
    });
    const town = new Town(server, environment, simulator, proxies);
    towns.push(town);
    await town.steer('merchant', { tmnCode: merchant.tmnCode, ipnUrl: `http://127.0.0.1:${proxies[1].port}/api/v1/gateways/vnpay/notify` });
    return town;
  }

  get base(): string { return `http://127.0.0.1:${this.street.port}`; }
  now(): number { return Date.now() + this.offset; }

  /** Agency, bank and officer repeat what had no answer. @throws Error when none comes, or the server says that it is broken */
  async insist(path: string, body?: object, headers: Record<string, string> = {}): Promise<Reply> {
    const end = Date.now() + patience;
    for (let wait = 20; Date.now() < end; wait = Math.min(300, wait * 2)) {
      const reply = await request(`${this.base}${path}`, body, { authorization: `Bearer ${adminToken}`, ...headers });
      if (reply && reply.status < 500) return reply;
      if (reply && reply.status === 500) throw new Error(`${path} answered 500: ${JSON.stringify(reply.body)}`);
      await pause(wait);
    }
    throw new Error(`${path} had no answer`);
  }

  /** What no citizen can ask: past the network, of the server that runs now; undefined while none does. */
  async inside<T>(name: string, body: object = {}): Promise<T | undefined> {
    return (this.server.port === undefined ? undefined : await request(`http://127.0.0.1:${this.server.port}/campaign/${name}`, body))?.body as T | undefined;
  }

  /** Time passes for everybody. */
  async pass(ms: number): Promise<void> {
    this.offset += ms;
    this.env['DVC_OFFSET'] = String(this.offset);
    await this.steer('clock', { offsetMs: this.offset });
    await this.inside('clock', { offset: this.offset });
  }

  /** People try again when it works again. */
  async up(): Promise<void> {
    for (const end = Date.now() + patience; this.server.port === undefined && Date.now() < end;) await pause(25);
  }

  async start(): Promise<void> {
    await this.server.start();
    // Time may have passed while it was starting.
    await this.inside('clock', { offset: this.offset });
  }

  /** Ends the server without warning: at once, or where it is told to, if it comes there within a while. */
  async kill(place: Place | 'anywhere', withinMs: number): Promise<void> {
    let reached = place === 'anywhere';
    if (place !== 'anywhere') {
      await this.inside('die', { place });
      reached = await Promise.race([this.server.gone.then(() => true), pause(withinMs).then(() => false)]);
    }
    const at = reached ? place : 'anywhere';
    this.died[at] = (this.died[at] ?? 0) + 1;
    await this.server.kill();
  }

  /** A dossier with something to pay. */
  async dossier(key: string): Promise<{ payment: string; code: string; secret: string }> {
    const cookie = await this.cookie();
    const body = () => ({
      document: { id: smallForm.id, version: smallForm.version }, answers: { fullName: 'Ngô Nộp Phí', copies: 1 }, papers: {}, codeLists: {}, fees: [{ id: 'copies', amount: price }], provenance: {}, locale: 'vi',
      today: new Date(this.now() + 7 * 3_600_000).toISOString().slice(0, 10),
    });
    for (;;) {
      const reply = await this.insist('/api/v1/dossiers', body(), { cookie, 'idempotency-key': key });
      const made = reply.body as { payment: string; dossierCode: string; lookupSecret: string };
      if (reply.status === 201) return { payment: made.payment, code: made.dossierCode, secret: made.lookupSecret };
      // Midnight.
      if (reply.status !== 409) throw new Error(`a dossier was answered ${reply.status} ${JSON.stringify(reply.body)}`);
    }
  }

  private async cookie(): Promise<string> {
    for (const end = Date.now() + patience; Date.now() < end; await pause(50)) {
      const reply = await fetch(`${this.base}/api/v1/time`).catch(() => undefined);
      const cookie = reply?.headers.get('set-cookie')?.split(';')[0];
      if (cookie) return cookie;
    }
    throw new Error('the server gave no session');
  }

  async close(): Promise<void> {
    await this.server.kill();
    await Promise.all([this.street.close(), this.line.close(), this.simulator.close()]);
  }
}
