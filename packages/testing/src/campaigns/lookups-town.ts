// Dossiers, and what each is opened by: the server is in this process, so that nobody who measures it is nearer; what it says comes over a socket, as the bytes that they are.
import { mkdirSync, writeFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { createServer, type DvcServer, type StatusWorld } from '@dvc/server';
import type { FormDocument } from '@dvc/schema';
import { sabotageLookUps } from './lookups-sabotage.js';

const id = 'thu-nghiem/phieu-nguoi';
const number = { type: 'string', title: 'Số định danh', format: 'personal-id' };
const form = {
  kind: 'form', id, version: '1.0.0', title: 'Phiếu có người', procedure: { code: '0.000001' },
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object',
    properties: {
      child: { type: 'object', title: 'Người con', properties: { personalId: number } },
      requester: { type: 'object', title: 'Người yêu cầu', properties: { fullName: { type: 'string', title: 'Họ tên', minLength: 2 }, personalId: number, phone: { type: 'string', title: 'Điện thoại', format: 'phone' } }, required: ['fullName'] },
    },
    unevaluatedProperties: false,
  },
  steps: [{ id: 'all', title: 'Thông tin', fields: ['/child', '/requester'] }],
  parties: { owner: '/child', submitter: '/requester' },
} as FormDocument;

export interface Own { code: string; secret: string; owner: string; submitter: string; name: string; phone: string; otp: string; token: string }
/** `head`: as it came, in its order, but for the date. */
export interface Heard { status: number; head: string; body: string; micros: number }
export interface Asked { method?: 'GET' | 'POST'; path?: string; body?: string; headers?: Record<string, string>; ip?: string }

export class LookUpTown {
  /** ms; the limits are tried on days that nobody waits for */
  readonly clock = { ms: new Date('2026-11-21T02:30:00Z').getTime() };
  readonly owns: Own[] = [];
  /** [dossier, destination] of each one-time code */
  readonly sent: [string, string][] = [];
  private readonly agent = new Agent({ keepAlive: true });
  private readonly dirs: { data: string; forms: string; schemas: string };
  private server: DvcServer | undefined;
  private address = '';

  constructor(dir: string, root: string) {
    this.dirs = { data: join(dir, 'data'), forms: join(dir, 'forms'), schemas: join(root, 'schemas') };
    const folder = join(this.dirs.forms, ...id.split('/'));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '1.0.0.json'), JSON.stringify(form));
  }

  /** The limits are the server's own unless given. */
  async open(tries: StatusWorld['tries'] = {}, sabotage?: string): Promise<void> {
    const url = process.env['DATABASE_URL'];
    const otp = {
      send: async (code: string, to: string) => { this.sent.push([code, to]); },
      verify: async (code: string, value: string) => this.owns.some((own) => own.code === code && own.otp === value),
    };
    this.server = await createServer({
      dataDir: this.dirs.data, formsDir: this.dirs.forms, schemasDir: this.dirs.schemas, log: false, now: () => new Date(this.clock.ms),
      // Who asks is what the proxy says, so that each guess may come from elsewhere.
      trustProxy: true, status: { otp, tries }, ...(url ? { databaseUrl: url } : {}),
    });
    if (sabotage) sabotageLookUps(this.server, sabotage);
    this.address = await this.server.listen(0);
  }

  async close(): Promise<void> {
    await this.server?.close();
    this.server = undefined;
  }

  ask({ method = 'POST', path = '/api/v1/dossiers/lookup', body, headers = {}, ip }: Asked): Promise<Heard> {
    return new Promise((resolve, reject) => {
      const began = process.hrtime.bigint();
      const sent = httpRequest(`${this.address}${path}`, {
        method, agent: this.agent,
        headers: { 'x-dvc': '1', ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }), ...(ip ? { 'x-forwarded-for': ip } : {}), ...headers },
      }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => { parts.push(part); }).once('error', reject).once('end', () => {
          const micros = Number(process.hrtime.bigint() - began) / 1000;
          const { rawHeaders: raw } = answer;
          const lines = raw.flatMap((name, at) => (at % 2 === 0 && name.toLowerCase() !== 'date' ? [`${name}: ${raw[at + 1]}`] : []));
          resolve({ status: answer.statusCode!, head: lines.join('\n'), body: Buffer.concat(parts).toString('latin1'), micros });
        });
      });
      sent.once('error', reject).end(body);
    });
  }

  async submit(count: number): Promise<void> {
    const first = await this.server!.app.inject({ url: '/api/v1/time' });
    const cookie = String(first.headers['set-cookie']).split(';')[0]!;
    for (let at = 0; at < count; at++) {
      const four = String(at).padStart(4, '0');
      const people = { owner: `00109001${four}`, submitter: `00118506${four}`, name: `Tạ Văn Mẫu ${four}`, phone: `091234${four}` };
      const body = JSON.stringify({
        document: { id, version: '1.0.0' }, papers: {}, codeLists: {}, fees: [], provenance: {}, today: '2026-11-21', locale: 'vi',
        answers: { child: { personalId: people.owner }, requester: { fullName: people.name, personalId: people.submitter, phone: people.phone } },
      });
      const made = await this.ask({ path: '/api/v1/dossiers', body, headers: { cookie, 'idempotency-key': `key-of-the-look-ups-${four}` } });
      if (made.status !== 201) throw new Error(`a dossier was answered ${made.status} ${made.body}`);
      const { dossierCode: code, lookupSecret: secret } = JSON.parse(made.body) as { dossierCode: string; lookupSecret: string };
      const opened = await this.ask({ body: lookUp(code, 'secret', secret) });
      this.owns.push({ code, secret, ...people, otp: String(300_000 + at * 7), token: (JSON.parse(opened.body) as { token: string }).token });
    }
  }
}

export const lookUp = (dossier: string, kind: string, value: string): string => JSON.stringify({ dossier, factor: { kind, value } });
