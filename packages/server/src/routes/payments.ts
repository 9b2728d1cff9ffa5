import type { FastifyRequest } from 'fastify';
import type { Json, JsonObject } from '@dvc/schema';
import type { RefundRequest } from '@dvc/core';
import type { Handler } from '../contract.js';
import { Refusal } from '../errors.js';
import { isOverdue } from '../payment/asking.js';
import { checkedReturn } from '../payment/intents.js';
import type { Locale } from '../payment/offers.js';
import { ownReceipt } from '../payment/receipts.js';
import { receiptPage, receiptPolicy } from '../payment/receipt-page.js';
import { dossierCodeOf, type Held } from '../payment/store.js';
import type { Services } from '../services.js';

const params = (request: FastifyRequest) => request.params as { payment: string; intent: string; number: string };
const localeOf = (request: FastifyRequest): Locale => ((request.query as { lang?: Locale }).lang ?? 'vi');
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);
const isHere = (request: FastifyRequest) => loopback.has(new URL(`http://${request.host}`).hostname);

export function paymentRoutes({ payments, origins }: Services): Record<string, Handler> {
  const { store, settings: { publicUrl } } = payments.till;

  /** Where a gateway sends the browser back to: as the host says; as the request came, on this machine alone. */
  function baseOf(request: FastifyRequest): string {
    if (publicUrl !== undefined) return publicUrl;
    if (!isHere(request)) throw new Error('The settings of payments need "publicUrl", the address at which browsers reach this server');
    return `${request.protocol}://${request.host}`;
  }

  const isAllowed = (request: FastifyRequest) => (origin: string): boolean => {
    if (origins.includes(origin) || (publicUrl !== undefined && origin === new URL(publicUrl).origin)) return true;
    // Who asks for another host's name gets no browser sent there, once the server knows its own.
    return (publicUrl === undefined || isHere(request)) && [`http://${request.host}`, `https://${request.host}`].includes(origin);
  };

  async function held(request: FastifyRequest): Promise<Held> {
    const found = await store.read(params(request).payment);
    if (!found) throw new Refusal(404, 'not-found');
    return found;
  }
  const view = async (request: FastifyRequest) => (await payments.view(await held(request), localeOf(request))) as unknown as JsonObject;
  const changed = async (request: FastifyRequest) => new Refusal(409, 'changed', { payment: (await view(request)) as Json });

  /** Does it, then says how things stand. */
  const then = (work: (request: FastifyRequest) => Promise<void>): Handler => ({
    handler: async (request, reply) => {
      await work(request);
      return reply.header('cache-control', 'no-store').send(await view(request));
    },
  });
  const mustBe = (found: boolean) => { if (!found) throw new Refusal(404, 'not-found'); };

  return {
    payment: then(async (request) => {
      const found = await held(request);
      // Whoever looks at it after its time is not shown how to pay by it.
      if (isOverdue(found, payments.till.now().getTime())) await payments.asking.tend(found.row.id);
      // An order that a crash kept from the gateway is given to it now.
      else await payments.intents.mend(found, () => baseOf(request));
    }),
    openIntent: then(async (request) => {
      const { attempt, offer: name, total, returnTo } = request.body as { attempt: number; offer: string; total: number; returnTo: string };
      const back = checkedReturn(returnTo, isAllowed(request));
      if (back === undefined) throw new Refusal(400, 'malformed', { problems: [{ path: 'body/returnTo', code: 'origin', expected: 'a page of this origin or an allowed one', got: '' }] });
      const offer = payments.till.offers.get(name);
      if (!offer) throw new Refusal(400, 'malformed', { problems: [{ path: 'body/offer', code: 'enum', expected: 'an offer of this payment', got: '' }] });
      const base = offer.method === 'redirect' ? baseOf(request) : '';
      const opened = await payments.intents.open(params(request).payment, { attempt, offer, total, returnTo: back, locale: localeOf(request), ip: request.ip, base: () => base });
      if (opened === 'not-found') throw new Refusal(404, 'not-found');
      if (opened === 'refused') throw new Refusal(502, 'gateway');
      if (opened === 'changed') throw await changed(request);
    }),
    leaveForBank: then(async (request) => mustBe(await payments.intents.visit(params(request).payment, params(request).intent, 'left'))),
    cancelIntent: then(async (request) => mustBe(await payments.intents.cancel(params(request).payment, params(request).intent))),
    lookAtPayment: then((request) => payments.asking.tend(params(request).payment, true)),
    askRefund: then(async (request) => {
      const asked = await payments.refunds.ask(params(request).payment, request.body as RefundRequest);
      if (asked.kind === 'not-found') throw new Refusal(404, 'not-found');
      if (asked.kind === 'secret') throw new Refusal(403, 'secret');
      if (asked.kind === 'attempts') throw new Refusal(429, 'attempts', {}, asked.seconds);
      if (asked.kind === 'nothing') throw await changed(request);
    }),
    receipt: {
      handler: async (request, reply) => {
        const found = await held(request);
        const receipt = ownReceipt(found, params(request).number);
        const money = receipt && found.state.transactions.get(receipt.transaction);
        if (!receipt || !money) throw new Refusal(404, 'not-found');
        const { row } = found;
        return reply.header('cache-control', 'no-store').header('content-security-policy', receiptPolicy).type('text/html; charset=utf-8').send(receiptPage({
          receipt, dossierCode: await dossierCodeOf(payments.till.db, row), about: row.about, agency: row.agency ?? undefined, lines: row.lines, at: new Date(money.at),
        }));
      },
    },
  };
}
