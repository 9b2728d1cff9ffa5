import { expect } from '@open-wc/testing';
import { createHttpPayments } from './payments.js';

const id = 'Zk3vQ9sT1xWq7LmP0aRb2A';
const view = { id, phase: 'paid', lines: [], revision: 4, receipts: [{ number: 'B1', kind: 'fee', amount: 1, transaction: 't', link: `/api/v1/payments/${id}/receipts/B1` }] };
const asked: [string, RequestInit][] = [];
const answering = (status: number, body: unknown, headers: Record<string, string> = {}) => createHttpPayments({
  api: 'https://dvc.example.gov.vn', lang: () => 'en-GB',
  fetch: (async (url: string, init: RequestInit) => { asked.push([url, init]); return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers }); }) as typeof fetch,
});
afterEach(() => { asked.length = 0; });

describe('payments over HTTP', () => {
  it('asks where the contract says, in the language of the page, and finds receipts at the back end', async () => {
    const reply = await answering(200, view).read(id);
    expect(asked[0]![0]).to.equal(`https://dvc.example.gov.vn/api/v1/payments/${id}?lang=en`);
    expect(reply.kind === 'view' && reply.view.receipts[0]!.link).to.equal(`https://dvc.example.gov.vn/api/v1/payments/${id}/receipts/B1`);
  });

  it('says each order in the words of the contract', async () => {
    const payments = answering(200, view);
    await payments.open(id, { attempt: 2, offer: 'vnpay', total: 8000, returnTo: 'https://portal.example.gov.vn/', locale: 'vi' });
    await payments.leave(id, 'i 1');
    await payments.cancel(id, 'i1');
    await payments.look(id);
    expect(asked.map(([url]) => url.replace(/^.*payments\/[^/]+|\?.*$/g, ''))).to.deep.equal(['/intents', '/intents/i%201/leave', '/intents/i1/cancel', '/look']);
    expect(JSON.parse(String(asked[0]![1].body))).to.deep.equal({ attempt: 2, offer: 'vnpay', total: 8000, returnTo: 'https://portal.example.gov.vn/' });
    expect(asked.every(([, { headers }]) => (headers as Record<string, string>)['X-DVC'] === '1')).to.equal(true);
  });

  for (const [status, body, headers, wanted] of [
    [409, { code: 'changed', payment: view }, {}, { kind: 'changed' }],
    [404, { code: 'not-found' }, {}, { kind: 'refused', reason: 'not-found' }],
    [403, { code: 'secret' }, {}, { kind: 'refused', reason: 'secret' }],
    [502, { code: 'gateway' }, {}, { kind: 'refused', reason: 'gateway' }],
    [502, '<html>Bad gateway</html>', {}, { kind: 'failed', reason: 'server' }],
    [429, { code: 'attempts' }, { 'retry-after': '60' }, { kind: 'refused', reason: 'attempts' }],
    [503, { code: 'busy', incident: 'A1' }, { 'retry-after': '5' }, { kind: 'failed', reason: 'busy', retryAfterMs: 5000, incident: 'A1' }],
    [500, { code: 'failed', incident: 'A2' }, {}, { kind: 'failed', reason: 'server', incident: 'A2' }],
    // A Wi-Fi login page, another payment, a proxy: none is a payment.
    [200, '<html>Wi-Fi</html>', {}, { kind: 'failed', reason: 'unexpected' }],
    [200, { ...view, id: 'another' }, {}, { kind: 'failed', reason: 'unexpected' }],
    [404, '<html>404</html>', {}, { kind: 'failed', reason: 'unexpected' }],
  ] as const) {
    it(`an answer ${status} ${JSON.stringify(body).slice(0, 60)} is ${JSON.stringify(wanted)}`, async () => {
      expect(await answering(status, body, headers as Record<string, string>).read(id)).to.deep.include(wanted);
    });
  }

  it('no connection is a failure that may be repeated', async () => {
    const payments = createHttpPayments({ fetch: (async () => { throw new TypeError('fetch failed'); }) as typeof fetch, lang: () => 'vi' });
    expect(await payments.read(id)).to.deep.equal({ kind: 'failed', reason: 'offline' });
  });
});
