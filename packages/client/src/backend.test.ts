import { expect } from '@open-wc/testing';
import type { Submission } from '@dvc/core';
import { createHttpBackend } from './backend.js';
import { retryAfterMs } from './http.js';

const submission: Submission = {
  document: { id: 'ho-tich/dang-ky-khai-sinh', version: '1.0.0' }, answers: { fullName: 'Đặng Văn Ư' }, papers: {}, codeLists: {}, fees: [], provenance: {},
  today: '2026-11-21', idempotencyKey: 'k'.repeat(32), locale: 'vi',
};
const acknowledgement = { dossierCode: 'H99.01-261121-0001', lookupSecret: 'ABCDEFGH', receivedAt: '2026-11-21T02:30:00.000Z', document: submission.document, papers: [] };

interface Sent { url: string; init: RequestInit }
/** A network that answers what it is told, one after the other (the last one for ever). */
function network(...answers: (Response | Error | 'never')[]) {
  const sent: Sent[] = [];
  const send = async (url: unknown, init: RequestInit = {}): Promise<Response> => {
    sent.push({ url: String(url), init });
    const answer = answers[Math.min(sent.length, answers.length) - 1]!;
    if (answer === 'never') return new Promise((_, reject) => { init.signal!.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))); });
    if (answer instanceof Error) throw answer;
    return answer.clone();
  };
  return { sent, fetch: send as typeof fetch };
}
const json = (status: number, body: unknown, headers: Record<string, string> = {}) => new Response(JSON.stringify(body), { status, headers });
const submit = async (...answers: Parameters<typeof network>) => createHttpBackend({ api: 'https://dvc.example', fetch: network(...answers).fetch, timeoutMs: 30 }).submit(submission);

describe('the HTTP back end', () => {
  it('sends the submission with its key beside it, with cookies and the header that a foreign page cannot send', async () => {
    const { sent, fetch } = network(json(201, acknowledgement));
    const reply = await createHttpBackend({ api: 'https://dvc.example/', fetch, headers: () => ({ Authorization: 'Bearer x' }) }).submit(submission);
    expect(reply).to.deep.equal({ kind: 'acknowledged', acknowledgement });
    const { url, init } = sent[0]!;
    expect(url).to.equal('https://dvc.example/api/v1/dossiers');
    expect(init.credentials).to.equal('include');
    expect(init.headers).to.deep.equal({ 'Content-Type': 'application/json', 'Idempotency-Key': submission.idempotencyKey, 'X-DVC': '1', Authorization: 'Bearer x' });
    const { idempotencyKey: _, ...body } = submission;
    expect(JSON.parse(init.body as string)).to.deep.equal(body);
  });

  const unexpected = { kind: 'failed', reason: 'unexpected' };
  const cases: [string, Parameters<typeof network>[0], object][] = [
    ['a page of a captive portal is not an acknowledgement', new Response('<!doctype html><p>Xin chào', { status: 200, headers: { 'content-type': 'text/html' } }), unexpected],
    ['nor is JSON that is something else', json(200, { ok: true }), unexpected],
    ['nor the acknowledgement of another form', json(201, { ...acknowledgement, document: { id: 'khac', version: '1.0.0' } }), unexpected],
    ['nor one without a code', json(201, { ...acknowledgement, dossierCode: '' }), unexpected],
    ['nor a login page behind a redirect', new Response('', { status: 200 }), unexpected],
    ['the same answer again', json(200, acknowledgement), { kind: 'acknowledged', acknowledgement }],
    ['issues', json(422, { code: 'refused', issues: [{ path: '/a', code: 'required', params: {} }] }), { kind: 'refused', issues: [{ path: '/a', code: 'required', params: {} }] }],
    ['a key that stands for another body', json(422, { code: 'key-conflict' }), { kind: 'key-conflict' }],
    ['a difference', json(409, { code: 'changed', changes: [{ path: '/fees/a', kind: 'fee', now: 1 }], today: '2026-11-22' }), { kind: 'changed', changes: [{ path: '/fees/a', kind: 'fee', now: 1 }], today: '2026-11-22' }],
    ['a refusal without issues', json(422, { code: 'refused', issues: [] }), unexpected],
    ['busy', json(503, { code: 'busy', incident: 'A1' }, { 'retry-after': '7' }), { kind: 'failed', reason: 'busy', retryAfterMs: 7000, incident: 'A1' }],
    ['too many', json(429, {}), { kind: 'failed', reason: 'busy' }],
    ['a fault', json(500, { code: 'failed', incident: 'B2' }), { kind: 'failed', reason: 'server', incident: 'B2' }],
    ['a proxy without a server', new Response('<h1>Bad gateway', { status: 502 }), { kind: 'failed', reason: 'server' }],
    ['no network', new TypeError('Failed to fetch'), { kind: 'failed', reason: 'offline' }],
    ['no answer in time', 'never', { kind: 'failed', reason: 'timeout' }],
  ];
  for (const [name, answer, expected] of cases) it(name, async () => { expect(await submit(answer)).to.deep.equal(expected); });

  it('a session that has ended is asked for once more, with the same key and body', async () => {
    const { sent, fetch } = network(json(428, { code: 'session-required' }), json(201, acknowledgement));
    expect((await createHttpBackend({ fetch }).submit(submission)).kind).to.equal('acknowledged');
    expect(sent.map(({ url }) => url)).to.deep.equal(['/api/v1/dossiers', '/api/v1/dossiers']);
    expect(sent[0]!.init.body).to.equal(sent[1]!.init.body);
    const blocked = network(json(428, { code: 'session-required' }));
    expect(await createHttpBackend({ fetch: blocked.fetch }).submit(submission)).to.deep.equal({ kind: 'failed', reason: 'unexpected' });
    expect(blocked.sent.length).to.equal(2);
  });

  it('asks for a code list once, and again after a failure', async () => {
    const list = { id: 'communes', version: '1', within: '01', items: [{ code: '1', name: 'Ba Đình' }] };
    const { sent, fetch } = network(new TypeError('down'), json(200, list));
    const backend = createHttpBackend({ api: 'https://dvc.example/api/v1', codeLists: 'https://cdn.example/lists/', fetch });
    let failed = false;
    await backend.codeList('communes', '01').catch(() => { failed = true; });
    expect(failed).to.equal(true);
    const both = await Promise.all([backend.codeList('communes', '01'), backend.codeList('communes', '01')]);
    expect(both[0]).to.equal(both[1]);
    expect(both[0]).to.deep.equal(list);
    expect(sent.map(({ url }) => url)).to.deep.equal(Array(2).fill('https://cdn.example/lists/communes/01.json'));
    expect(sent[0]!.init.credentials).to.equal(undefined);
  });

  it('a page that is not the list is refused', async () => {
    const { fetch } = network(json(200, { id: 'provinces', version: '1', items: [] }));
    const refused = await createHttpBackend({ fetch }).codeList('communes').then(() => false, () => true);
    expect(refused).to.equal(true);
  });

  it('tells the time of the back end', async () => {
    const { sent, fetch } = network(json(200, { now: '2026-11-21T02:30:00.000Z', today: '2026-11-21' }));
    expect(await createHttpBackend({ api: '', fetch }).now()).to.equal('2026-11-21T02:30:00.000Z');
    expect(sent[0]!.url).to.equal('/api/v1/time');
    expect(sent[0]!.init.credentials).to.equal('include');
  });

  it('reads Retry-After', () => {
    expect(retryAfterMs(null)).to.equal(undefined);
    expect(retryAfterMs('0')).to.equal(0);
    expect(retryAfterMs('99999999')).to.equal(3_600_000);
    expect(retryAfterMs('Thu, 01 Jan 1970 00:00:00 GMT')).to.equal(0);
    expect(retryAfterMs('soon')).to.equal(undefined);
  });
});
