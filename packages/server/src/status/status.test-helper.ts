// A server whose clock stands where the test puts it, with a case system that may speak, and a form of people.
import { request as httpRequest } from 'node:http';
import type { FormDocument } from '@dvc/schema';
import { signatureHeaders } from '../delivery/sign.js';
import { smallBody, smallForm, testServer, today, writeForm, type TestServer } from '../server.test-helper.js';
import type { ServerOptions } from '../app.js';

export const start = new Date('2026-11-21T02:30:00Z').getTime();
export const caseSecret = 'the-secret-of-the-case-system-0000001';
export const ownerNumber = '001090012345';
export const submitterNumber = '001185067890';

export const peopleForm: FormDocument = {
  kind: 'form', id: 'thu-nghiem/phieu-nguoi', version: '1.0.0', title: 'Phiếu có người', procedure: { code: '0.000001' },
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object',
    properties: {
      child: { type: 'object', title: 'Người con', properties: { personalId: { type: 'string', title: 'Số định danh', format: 'personal-id' } } },
      requester: {
        type: 'object', title: 'Người yêu cầu',
        properties: { fullName: { type: 'string', title: 'Họ tên', minLength: 2 }, personalId: { type: 'string', title: 'Số định danh', format: 'personal-id' }, phone: { type: 'string', title: 'Điện thoại', format: 'phone' }, twice: { type: 'integer', title: 'Gấp đôi' }, once: { type: 'integer', title: 'Một', maximum: 10 } },
        required: ['fullName'],
      },
    },
    unevaluatedProperties: false,
  },
  steps: [{ id: 'all', title: 'Thông tin', fields: ['/child', '/requester'] }],
  papers: [{ id: 'proof', title: 'Giấy tờ', types: ['application/pdf'], maxBytes: 1000, maxFiles: 2 }],
  parties: { owner: '/child', submitter: '/requester' },
} as FormDocument;

/** Every way is offered; what is sent reaches nobody. */
const nowhere = { url: 'http://127.0.0.1:1/', secret: 'the-secret-of-an-adapter-for-messages-001' };
const everyWay = { statusPage: 'https://dichvucong.example.gov.vn/ho-so.html?ma={dossierCode}', publicUrl: 'https://dichvucong.example.gov.vn', mail: { host: '127.0.0.1', port: 1, from: 'dichvucong@example.gov.vn' }, sms: nowhere, zalo: nowhere, pollMs: 3_600_000 };

export interface Reply { statusCode: number; headers: Record<string, any>; body: string; json: () => any }
export interface Own { code: string; secret: string; cookie: string; token: string }
export interface StatusServer extends TestServer {
  clock: { ms: number };
  /** A dossier of the small form, opened by its secret. */
  dossier(options?: { copies?: number; cookie?: string }): Promise<Own>;
  /** One of the form of people. */
  people(): Promise<Own>;
  ask(method: 'GET' | 'POST' | 'PUT', path: string, options?: { body?: object; token?: string; cookie?: string; ip?: string; headers?: Record<string, string> }): Promise<Reply>;
  lookUp(dossier: string, value: string, kind?: string, ip?: string): Promise<Reply>;
  tell(code: string, events: object[], more?: { vocabulary?: string; secret?: string; headers?: Record<string, string>; edit?: (body: string) => string }): Promise<Reply>;
}

export async function statusServer(options: ServerOptions = {}): Promise<StatusServer> {
  const clock = { ms: start };
  const server = await testServer({ now: () => new Date(clock.ms), notices: everyWay, ...options, status: { caseSecrets: [caseSecret], ...options.status } });
  writeForm(server.formsDir, peopleForm);
  let number = 0;
  const made: StatusServer = {
    ...server, clock,
    ask: (method, path, { body, token, cookie, ip, headers = {} } = {}) => server.app.inject({
      method, url: `/api/v1/${path}`, ...(body ? { payload: body } : {}), ...(ip ? { remoteAddress: ip } : {}),
      headers: { ...(method === 'GET' ? {} : { 'x-dvc': '1' }), ...(token ? { 'dvc-access': token } : {}), ...(cookie ? { cookie } : {}), ...headers },
    }),
    lookUp: (dossier, value, kind = 'secret', ip) => made.ask('POST', 'dossiers/lookup', { body: { dossier, factor: { kind, value } }, ...(ip ? { ip } : {}) }),
    async dossier({ copies = 0, cookie } = {}) {
      const own = cookie ?? await server.session();
      return open(await server.submit(own, `key-of-the-status-${String(number++).padStart(6, '0')}`, smallBody({ fullName: 'Đinh Thị Theo Dõi', copies }, today)), own);
    },
    async people() {
      const cookie = await server.session();
      return open(await server.submit(cookie, `key-of-the-status-${String(number++).padStart(6, '0')}`, {
        document: { id: peopleForm.id, version: '1.0.0' }, papers: {}, codeLists: {}, fees: [], provenance: {}, today, locale: 'vi',
        answers: { child: { personalId: ownerNumber }, requester: { fullName: 'Tạ Văn Mẫu', personalId: submitterNumber, phone: '0912345678' } },
      }), cookie);
    },
    tell(code, events, { vocabulary, secret = caseSecret, headers = {}, edit = (body: string) => body } = {}) {
      const body = JSON.stringify({ dossierCode: code, events, ...(vocabulary ? { vocabulary } : {}) });
      const signed = signatureHeaders([secret], 'request-1', body, new Date(clock.ms));
      return server.app.inject({ method: 'POST', url: '/api/v1/case-events', payload: edit(body), headers: { 'x-dvc': '1', 'content-type': 'application/json', ...signed, ...headers } });
    },
  };
  async function open(answer: Reply, cookie: string): Promise<Own> {
    if (answer.statusCode !== 201) throw new Error(answer.body);
    const { dossierCode: code, lookupSecret: secret } = answer.json();
    const { token } = (await made.lookUp(code, secret)).json();
    return { code, secret, cookie, token };
  }
  return made;
}
export { smallForm };

/** One open stream, as it comes over the wire. */
export function listen(address: string, { code, token }: Pick<Own, 'code' | 'token'>, after?: number) {
  const heard: any[] = [];
  const raw = { text: '', status: 0, headers: {} as Record<string, any>, ended: false };
  const sent = httpRequest(`${address}/api/v1/dossiers/${code}/events`, {
    agent: false, headers: { 'accept': 'text/event-stream', 'dvc-access': token, ...(after === undefined ? {} : { 'last-event-id': String(after) }) },
  }, (answer) => {
    raw.status = answer.statusCode ?? 0;
    raw.headers = answer.headers;
    let rest = '';
    answer.setEncoding('utf8').on('data', (text: string) => {
      raw.text += text;
      const parts = (rest + text).split('\n\n');
      rest = parts.pop()!;
      for (const part of parts) { const data = /^data: (.*)$/m.exec(part); if (data) heard.push(JSON.parse(data[1]!)); }
    }).on('close', () => { raw.ended = true; });
  });
  sent.on('error', () => { raw.ended = true; });
  sent.end();
  return { heard, raw, stop: () => { sent.destroy(); } };
}

export async function until(is: () => boolean, what: string, ms = 8_000): Promise<void> {
  for (const end = Date.now() + ms; !is(); await new Promise((done) => { setTimeout(done, 10); })) if (Date.now() > end) throw new Error(`did not come: ${what}`);
}
