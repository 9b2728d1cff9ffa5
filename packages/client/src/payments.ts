import type { PaymentBackend, PaymentReply, PaymentView } from '@dvc/core';
import { apiOf, ask, NoReply, own, retryAfterMs, type HeadersSource, type Reply } from './http.js';

export interface HttpPaymentsOptions {
  /** Where the back end stands, as for a form: '' is the page's own origin; `/api/v1` is added when it is not there. */
  api?: string;
  /** `vi` or `en`, asked for with each request: the titles of ways to pay are the host's, in its languages. By default the page's own. */
  lang?: () => string;
  headers?: HeadersSource;
  fetch?: typeof fetch;
  /** ms for one request; default 30,000 */
  timeoutMs?: number;
}

const part = encodeURIComponent;

/** The payment part of the API contract. */
export function createHttpPayments(options: HttpPaymentsOptions): PaymentBackend {
  const { fetch: send = (...given: Parameters<typeof fetch>) => fetch(...given), timeoutMs: ms = 30_000, lang = () => document.documentElement.lang } = options;
  const api = `${apiOf(options.api)}/payments`;

  async function call(payment: string, path: string, body?: object): Promise<PaymentReply> {
    try {
      const reply = await ask(send, `${api}/${part(payment)}${path}?lang=${/^en\b/i.test(lang()) ? 'en' : 'vi'}`, {
        method: body ? 'POST' : 'GET', credentials: 'include', cache: 'no-store', headers: { 'X-DVC': '1', ...(body ? { 'Content-Type': 'application/json' } : {}), ...(await options.headers?.()) },
        // Going to the bank must be written down even if the page is left at once.
        ...(body ? { body: JSON.stringify(body), keepalive: true } : {}),
      }, { ms });
      return paymentReply(reply, payment, new URL(api, location.href));
    } catch (error) {
      if (error instanceof NoReply) return { kind: 'failed', reason: error.reason };
      throw error;
    }
  }

  return {
    read: (payment) => call(payment, ''),
    open: (payment, { attempt, offer, total, returnTo }) => call(payment, '/intents', { attempt, offer, total, returnTo }),
    leave: (payment, intent) => call(payment, `/intents/${part(intent)}/leave`, {}),
    cancel: (payment, intent) => call(payment, `/intents/${part(intent)}/cancel`, {}),
    look: (payment) => call(payment, '/look', {}),
    askRefund: (payment, request) => call(payment, '/refunds', request),
  };
}

/** A view is what names this very payment: a Wi-Fi login page also answers 200. */
function isView(body: unknown, payment: string): body is PaymentView {
  return own(body, 'id') === payment && typeof own(body, 'phase') === 'string' && Array.isArray(own(body, 'lines')) && Number.isSafeInteger(own(body, 'revision'));
}

/** @param home of the back end: its own receipts are told as paths there */
function paymentReply({ status, headers, body }: Reply, payment: string, home: URL): PaymentReply {
  const view = status === 409 ? own(body, 'payment') : body;
  if ((status === 200 || status === 409) && isView(view, payment)) {
    const receipts = view.receipts.map((each) => (each.link?.startsWith('/') ? { ...each, link: new URL(each.link, home).href } : each));
    return { kind: status === 200 ? 'view' : 'changed', view: { ...view, receipts } };
  }
  const code = own(body, 'code');
  if (status === 403 && code === 'secret') return { kind: 'refused', reason: 'secret' };
  if (status === 404 && typeof code === 'string') return { kind: 'refused', reason: 'not-found' };
  if (status === 502 && code === 'gateway') return { kind: 'refused', reason: 'gateway' };
  if (status === 400) return { kind: 'refused', reason: 'malformed' };
  if (status === 429 && code === 'attempts') return { kind: 'refused', reason: 'attempts' };
  const wait = retryAfterMs(headers.get('retry-after'));
  const incident = own(body, 'incident');
  return {
    kind: 'failed', reason: status === 503 || status === 429 ? 'busy' : status >= 500 ? 'server' : 'unexpected',
    ...(wait === undefined ? {} : { retryAfterMs: wait }), ...(typeof incident === 'string' ? { incident } : {}),
  };
}
