// A server with ways to pay, whose gateway is VNPAY's side played with the merchant's own secret.
import type { PaymentView } from '@dvc/core';
import type { ServerOptions } from '../app.js';
import { smallBody, testServer, today, type TestServer } from '../server.test-helper.js';
import type { What } from './gateways/gateway.contract.js';
import type { Send } from './gateways/gateway.js';
import { asked, notification, refunded, secret, settings, tmnCode } from './gateways/vnpay.test-helper.js';
import type { PaymentSettings, PaymentWorld } from './index.js';

export const start = new Date('2026-11-21T02:30:00Z').getTime();
export const token = 'the-token-of-the-payment-tests-000001';
export const page = 'https://portal.example.gov.vn/thanh-toan?ho-so=1#nop';
export const paymentSettings: PaymentSettings = {
  agency: 'UBND xã Thử Nghiệm', publicUrl: 'https://dvc.example.gov.vn',
  offers: [
    { id: 'vnpay', type: 'vnpay', title: { vi: 'Thẻ hoặc tài khoản ngân hàng', en: 'Card or bank account' }, tmnCode, secret, payUrl: settings.payUrl, apiUrl: settings.apiUrl, addresses: ['113.160.92.0/24'] },
    { id: 'transfer', type: 'transfer', title: { vi: 'Chuyển khoản' }, bank: '970436', bankName: 'Vietcombank', account: '1012345678', holder: 'UBND XA THU NGHIEM' },
    { id: 'cash', type: 'cash', title: { vi: 'Tiền mặt' }, place: { vi: 'Bộ phận Một cửa' } },
  ],
  receipts: { issuer: 'local', series: { fee: 'MAU-P', charge: 'MAU-LP' } },
};

/** What VNPAY's server says when it is asked; by reference. */
export type Bank = Map<string, What | 'silent' | 'unfinished'>;
interface Reply { statusCode: number; headers: Record<string, unknown>; body: string; json: () => any }

export interface PayServer extends TestServer {
  bank: Bank;
  questions: string[];
  clock: { ms: number };
  /** A dossier with 8,000 đồng to pay. */
  dossier(copies?: number): Promise<{ payment: string; code: string; secret: string }>;
  get(payment: string): Promise<PaymentView>;
  post(path: string, body?: object, headers?: Record<string, string>): Promise<Reply>;
  open(payment: string, order?: object): Promise<Reply>;
  ipn(view: PaymentView, what: What, more?: { offer?: string; edit?: (query: string) => string; ip?: string }): Promise<any>;
  admin(path: string, body?: object): Promise<Reply>;
  ledger(payment: string): Promise<any[]>;
}

export async function payServer(options: ServerOptions = {}, world: PaymentWorld = {}): Promise<PayServer> {
  const bank: Bank = new Map();
  const clock = { ms: start };
  const questions: string[] = [];
  const send: Send = (_url, body) => {
    const message = body as Record<string, string>;
    const reference = message['vnp_TxnRef']!;
    questions.push(reference);
    const amount = 8000;
    const [createdAt, at] = [new Date(start), new Date(clock.ms)];
    if (message['vnp_Command'] === 'refund') return Promise.resolve(refunded({ reference, amount, refund: Number(message['vnp_Amount']) / 100, createdAt, at, ip: '', requestId: '', by: '', about: '' }, bank.get(reference) === 'unfinished' ? {} : { vnp_TransactionStatus: '00' }));
    const what = bank.get(reference);
    if (what === 'silent') return Promise.reject(new Error('no answer'));
    const question = { reference, amount, createdAt, at, ip: '', requestId: '' };
    if (what === undefined) return Promise.resolve(asked(question, { state: 'failed', transaction: '0' }, { vnp_ResponseCode: '91' }));
    if (what === 'unfinished') return Promise.resolve(asked(question, { state: 'failed', transaction: '0' }, { vnp_TransactionStatus: '01' }));
    return Promise.resolve(asked(question, what));
  };
  const server = await testServer({
    payments: paymentSettings, paymentWorld: { send, everyMs: 0, random: () => 0, ...world }, now: () => new Date(clock.ms), adminToken: token, origins: ['https://portal.example.gov.vn'], ...options,
  });
  let number = 0;
  const cookie = await server.session();
  const { app, database } = server;
  const at = (payment: string) => `/api/v1/payments/${payment}`;
  const made: PayServer = {
    ...server, bank, clock, questions,
    async dossier(copies = 1) {
      const answer = await server.submit(cookie, `key-of-the-payment-${String(number++).padStart(4, '0')}`, smallBody({ fullName: 'Ngô Nộp Phí', copies }, today));
      const { payment, dossierCode, lookupSecret } = answer.json();
      return { payment, code: dossierCode, secret: lookupSecret };
    },
    get: async (payment) => (await app.inject(at(payment))).json(),
    post: (path, body, headers = {}) => app.inject({ method: 'POST', url: `/api/v1/payments/${path}`, headers: { 'x-dvc': '1', ...headers }, ...(body ? { payload: body } : {}) }),
    open: (payment, order = {}) => made.post(`${payment}/intents`, { attempt: 1, offer: 'vnpay', total: 8000, returnTo: page, ...order }),
    async ipn({ intent }, what, { offer = 'vnpay', edit = (query: string) => query, ip = '113.160.92.202' } = {}) {
      const answer = await app.inject({ url: `/api/v1/gateways/${offer}/notify?${edit(notification({ reference: intent!.reference, amount: intent!.amount }, what))}`, remoteAddress: ip });
      if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`);
      return answer.json();
    },
    admin: (path, body) => app.inject({ url: `/admin/payments${path}`, headers: { authorization: `Bearer ${token}`, 'x-dvc': '1' }, ...(body ? { method: 'POST', payload: body } : {}) }),
    ledger: async (payment) => (await database.db.selectFrom('payment_event').select('event').where('payment', '=', payment).orderBy('sequence').execute()).map(({ event }) => event),
  };
  return made;
}
