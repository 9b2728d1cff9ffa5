import type { FastifyInstance, FastifyRequest, RouteShorthandOptions } from 'fastify';
import type { QuoteLine } from '@dvc/core';
import { Refusal } from '../errors.js';
import type { Payments } from '../payment/index.js';
import type { Decision } from '../payment/refunds.js';
import type { AfterRequest, AgencyReceipt, Which } from '../payment/requests.js';
import type { IncomingLine } from '../payment/statement.js';

const most = 500;
const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength });
const money = { type: 'integer', minimum: 1, maximum: 1e12 };
const day = { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' };
const kind = { enum: ['fee', 'charge', 'service', 'postage', 'tax', 'land'] };
const body = (required: readonly string[], properties: object) => ({ body: { type: 'object', required, additionalProperties: false, properties } });
const line = {
  type: 'object', required: ['id', 'kind', 'title', 'amount'], additionalProperties: false,
  properties: {
    id: text(100), kind, title: text(300), amount: { ...money, minimum: 0 }, full: { ...money, minimum: 0 }, reduction: text(300), note: text(500), unverified: { const: true },
    quantity: { type: 'object', required: ['count', 'unit', 'each'], additionalProperties: false, properties: { count: { type: 'integer', minimum: 0 }, unit: text(50), each: { ...money, minimum: 0 } } },
    notice: { type: 'object', required: ['number'], additionalProperties: false, properties: { number: text(100), date: day, issuer: text(200) } },
  },
};

/** What the agency's own programs and an operator do with payments. Not part of the public contract. */
export function paymentAdminRoutes(app: FastifyInstance, { requests, statement, refunds, till }: Payments, guard: (request: FastifyRequest) => Promise<void>): void {
  const get = (path: string, schema: object, work: (request: FastifyRequest) => Promise<unknown>) =>
    app.get(`/admin/payments${path}`, { onRequest: guard, schema } as RouteShorthandOptions, async (request, reply) => reply.header('cache-control', 'no-store').send(await work(request)));
  const post = <T>(path: string, schema: object, work: (sent: T) => Promise<object>) =>
    app.post(`/admin/payments${path}`, { onRequest: guard, schema } as RouteShorthandOptions, async (request, reply) => reply.header('cache-control', 'no-store').send(await work(request.body as T)));
  const written = (what: 'written' | 'ambiguous' | 'not-found') => {
    if (what === 'not-found') throw new Refusal(404, 'not-found');
    if (what === 'ambiguous') throw new Refusal(409, 'ambiguous');
    return { done: true };
  };

  get('', { querystring: { type: 'object', properties: { which: { enum: ['unresolved', 'attention', 'all'] }, code: text(100) } } }, async (request) => {
    const { which = 'all', code } = request.query as { which?: Which; code?: string };
    return { payments: await requests.list(which, code, most) };
  });
  get('/refunds', {}, async () => ({ refunds: await refunds.open(most) }));
  get('/lines', {}, async () => ({ unmatched: await statement.unmatched(most) }));

  /** Which account: the one way to transfer, or the one that is named. */
  function account(named: string | undefined): string {
    const transfers = [...till.offers.values()].filter(({ type, id }) => type === 'transfer' && (named === undefined || id === named));
    if (transfers.length !== 1) throw new Refusal(transfers.length === 0 ? 404 : 409, transfers.length === 0 ? 'not-found' : 'ambiguous');
    return transfers[0]!.id;
  }
  post<{ offer?: string; lines: IncomingLine[] }>('/lines', body(['lines'], {
    offer: text(80), lines: { type: 'array', maxItems: 5000, items: { type: 'object', required: ['id', 'at', 'amount', 'text'], additionalProperties: false, properties: { id: text(100), at: { type: 'string', format: 'date-time' }, amount: money, text: { type: 'string', maxLength: 1000 } } } },
  }), async ({ offer, lines }) => {
    const fates = await statement.lines(account(offer), lines);
    return { lines: fates, unmatched: fates.filter(({ fate }) => fate === 'unmatched' || fate === 'contradiction').map(({ id }) => id) };
  });
  post<{ offer?: string; id: string; reference: string }>('/lines/match', body(['id', 'reference'], { offer: text(80), id: text(100), reference: text(40) }), async ({ offer, id, reference }) => {
    const fate = await statement.match(account(offer), id, reference);
    if (!fate) throw new Refusal(404, 'not-found');
    return fate;
  });
  post<{ code?: string; reference?: string; amount: number; number: string }>('/cash', { body: { ...body(['amount', 'number'], { code: text(100), reference: text(40), amount: money, number: text(100) }).body, anyOf: [{ required: ['code'] }, { required: ['reference'] }] } }, async (sent) => {
    const fate = await statement.cash(sent);
    if (fate === 'not-found') throw new Refusal(404, 'not-found');
    // Paid already, or money may be on its way by another road: the cashier takes none.
    if (fate === 'changed') throw new Refusal(409, 'changed');
    return { fate };
  });
  post<AgencyReceipt>('/receipts', body(['transaction', 'number', 'kind', 'amount'], { transaction: text(100), code: text(100), number: text(80), kind, amount: money, link: { type: 'string', pattern: '^https://', maxLength: 2000 } }), async (sent) => written(await requests.receipt(sent)));
  post<{ transaction: string; code?: string }>('/recorded', body(['transaction'], { transaction: text(100), code: text(100) }), async ({ transaction, code }) => written(await requests.recorded(transaction, code)));
  post<{ refund: string; decision: Decision; by: string }>('/refunds', body(['refund', 'decision', 'by'], { refund: text(40), decision: { enum: ['approve', 'refuse', 'done'] }, by: text(100) }), async ({ refund, decision, by }) => {
    const decided = await refunds.decide(refund, decision, by);
    if (decided.state === 'not-found') throw new Refusal(404, 'not-found');
    if (decided.state === 'changed') throw new Refusal(409, 'changed');
    return decided;
  });
  post<AfterRequest>('/requests', body(['code', 'key', 'lines'], { code: text(100), key: text(100), lines: { type: 'array', minItems: 1, maxItems: 100, items: line }, text: text(2000), due: day }), async (sent) => {
    if (sent.lines.every(({ amount }: QuoteLine) => amount === 0)) throw new Refusal(400, 'malformed');
    const payment = await requests.after(sent);
    if (payment === undefined) throw new Refusal(404, 'not-found');
    return { payment };
  });
}
