import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { DraftKeys } from '@dvc/core';
import type { SurveyReply } from '@dvc/core/survey/ports.js';
import type { SurveyResponse } from '@dvc/core/survey/types.js';
import { createHttpSurveys, type HttpSurveys, type HttpSurveysOptions } from './surveys.js';

const survey = 'khao-sat/sau-dich-vu';
let count = 0;
const responseOf = (more: Partial<SurveyResponse> = {}): SurveyResponse => ({ id: `id-of-the-response-${String(count++).padStart(6, '0')}`, revision: 1, document: { id: survey, version: '1.0.0' }, answers: { satisfaction: 'hai-long', comment: 'Ý kiến riêng' }, outcome: 'complete', locale: 'vi', ...more });
const keys: DraftKeys = { half: async () => new Uint8Array(32).fill(7) };
const soon = (ms = 30) => new Promise((done) => { setTimeout(done, ms); });

/** A keeper behind a network that does what it is told with each request, and works in the end. */
type Fault = 'none' | 'lost-request' | 'lost-reply' | 'busy' | 'wifi' | 'server';
function keeper(faults: Fault[] = []) {
  const held = new Map<string, { revision: number; times: number }>();
  const asked: { url: string; init: RequestInit }[] = [];
  const json = (status: number, body: object, headers = {}) => new Response(JSON.stringify(body), { status, headers });
  const fetch = (async (url: string, init: RequestInit) => {
    asked.push({ url, init });
    const fault = faults.shift() ?? 'none';
    if (fault === 'lost-request') throw new TypeError('network');
    if (fault === 'busy') return json(503, { code: 'busy' }, { 'retry-after': '0' });
    if (fault === 'server') return json(500, { code: 'failed', incident: 'ABC' });
    if (fault === 'wifi') return new Response('<!doctype html>', { status: 200 });
    const { id, revision } = JSON.parse(String(init.body)) as SurveyResponse;
    const before = held.get(id);
    if (!before || before.revision < revision) held.set(id, { revision, times: (before?.times ?? 0) + 1 });
    if (fault === 'lost-reply') throw new TypeError('network');
    if (before && before.revision > revision) return json(409, { code: 'superseded', receipt: `receipt of ${id}` });
    return json(before ? 200 : 201, { receipt: `receipt of ${id}` });
  }) as typeof globalThis.fetch;
  return { held, asked, fetch };
}
const made: HttpSurveys[] = [];
const surveys = (options: HttpSurveysOptions) => { const one = createHttpSurveys({ pauses: [1, 1], ...options }); made.push(one); return one; };
let databaseName: string;
beforeEach(() => { databaseName = `test-surveys-${Date.now()}-${count++}`; });
afterEach(() => { made.splice(0).forEach((each) => each.close()); indexedDB.deleteDatabase(databaseName); });

describe('responses over HTTP', () => {
  it('go where the contract says, without a cookie, and come back with their receipt', async () => {
    const { fetch, asked } = keeper();
    const response = responseOf();
    expect(await surveys({ api: 'https://khao-sat.example.gov.vn', fetch }).send(response, 'token')).to.deep.equal({ kind: 'kept', receipt: `receipt of ${response.id}` });
    expect(asked[0]!.url).to.equal(`https://khao-sat.example.gov.vn/api/v1/surveys/khao-sat%2Fsau-dich-vu/responses/${response.id}`);
    expect(asked[0]!.init).to.deep.include({ method: 'PUT', credentials: 'omit' });
    expect(asked[0]!.init.headers).to.deep.equal({ 'X-DVC': '1', 'Content-Type': 'application/json', 'DVC-Invitation': 'token' });
  });

  for (const [status, body, wanted] of [
    [403, { code: 'spent' }, { kind: 'refused', reason: 'spent' }], [403, { code: 'not-eligible' }, { kind: 'refused', reason: 'not-eligible' }], [409, { code: 'withdrawn' }, { kind: 'refused', reason: 'withdrawn' }],
    [410, { code: 'closed' }, { kind: 'refused', reason: 'closed' }], [400, { code: 'malformed' }, { kind: 'refused', reason: 'malformed' }], [422, { code: 'refused', issues: [{ path: '/a', code: 'required', params: {} }] }, { kind: 'issues', issues: [{ path: '/a', code: 'required', params: {} }] }],
    [429, { code: 'attempts' }, { kind: 'refused', reason: 'attempts' }], [403, '<html>', { kind: 'failed', reason: 'unexpected' }], [200, '<html>', { kind: 'failed', reason: 'unexpected' }], [410, {}, { kind: 'failed', reason: 'unexpected' }], [404, { code: 'not-found' }, { kind: 'failed', reason: 'unexpected' }],
  ] as const) {
    it(`${status} ${JSON.stringify(body)} is ${JSON.stringify(wanted)}`, async () => {
      const fetch = (async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })) as typeof globalThis.fetch;
      expect(await surveys({ fetch }).send(responseOf())).to.deep.equal(wanted);
    });
  }

  it('are tried again at once when the network or the keeper stumbles', async () => {
    const { fetch, asked, held } = keeper(['lost-reply', 'busy', 'none']);
    const response = responseOf();
    expect((await surveys({ fetch }).send(response)).kind).to.equal('kept');
    expect([asked.length, held.get(response.id)!.times]).to.deep.equal([3, 1]);
  });

  it('without an outbox fail in words that say why', async () => {
    const { fetch } = keeper(['server', 'server', 'server']);
    expect(await surveys({ fetch }).send(responseOf())).to.deep.equal({ kind: 'failed', reason: 'server', incident: 'ABC' });
    expect(await surveys({ fetch: keeper(['lost-request', 'lost-request', 'lost-request']).fetch }).send(responseOf())).to.deep.equal({ kind: 'failed', reason: 'offline' });
  });

  it('can be taken back', async () => {
    const answer = (status: number, body?: object) => surveys({ fetch: (async () => new Response(body ? JSON.stringify(body) : null, { status })) as typeof globalThis.fetch }).withdraw(survey, 'id', 'receipt');
    expect([await answer(204), await answer(404, { code: 'not-found' }), await answer(404, {}), await answer(503, {})]).to.deep.equal(['withdrawn', 'unknown', 'failed', 'failed']);
  });
});

describe('the outbox', () => {
  it('of a page keeps in memory what cannot go, and sends it when it can', async () => {
    const { fetch, held } = keeper(['lost-request', 'lost-request', 'lost-request']);
    const before = new Set((await indexedDB.databases()).map(({ name }) => name));
    const one = surveys({ fetch, outbox: 'page' });
    const response = responseOf();
    expect(await one.send(response)).to.deep.equal({ kind: 'queued' });
    expect([await one.waiting(), held.size]).to.deep.equal([1, 0]);
    window.dispatchEvent(new Event('online'));
    await soon();
    expect([await one.waiting(), held.get(response.id)!.times]).to.deep.equal([0, 1]);
    expect((await indexedDB.databases()).every(({ name }) => before.has(name))).to.equal(true);
  });

  it('on the device outlives the page, unreadable without the other half of its key, and the next page sends it', async () => {
    const { fetch } = keeper(Array.from({ length: 3 }, () => 'lost-request' as const));
    const response = responseOf();
    const first = surveys({ fetch, outbox: { keys, databaseName } });
    expect((await first.send(response, 'token')).kind).to.equal('queued');
    first.close();
    const open = await new Promise<IDBDatabase>((done) => { const request = indexedDB.open(databaseName); request.onsuccess = () => done(request.result); });
    const records = await new Promise<unknown[]>((done) => { const all = open.transaction('drafts').objectStore('drafts').getAll(); all.onsuccess = () => done(all.result); });
    open.close();
    const text = records.map((record) => Object.values(record as object).map((value) => (value instanceof ArrayBuffer || value instanceof Uint8Array ? new TextDecoder().decode(value as ArrayBuffer) : String(value))).join(' ')).join(' ');
    expect(records.length).to.equal(1);
    for (const secret of ['Ý kiến', 'token', response.id, survey]) expect(text).not.to.contain(secret);
    const told: [string, SurveyReply][] = [];
    const next = keeper();
    surveys({ fetch: next.fetch, outbox: { keys, databaseName, settled: (id, reply) => told.push([id, reply]) } });
    for (let turn = 0; told.length === 0 && turn < 100; turn++) await soon();
    expect(told).to.deep.equal([[response.id, { kind: 'kept', receipt: `receipt of ${response.id}` }]]);
    expect((next.asked[0]!.init.headers as Record<string, string>)['DVC-Invitation']).to.equal('token');
  });

  it('holds the newest part of a response alone, and none of one that got through by itself', async () => {
    const faults: Fault[] = Array.from({ length: 6 }, () => 'lost-request');
    const { fetch, held, asked } = keeper(faults);
    const one = surveys({ fetch, outbox: { keep: 'page', first: 60_000 } });
    const part = responseOf({ outcome: 'partial' });
    await one.send(part);
    await one.send({ ...part, revision: 2 });
    expect(await one.waiting()).to.equal(1);
    expect((await one.send({ ...part, revision: 3, outcome: 'complete' })).kind).to.equal('kept');
    expect([await one.waiting(), held.get(part.id)!.revision]).to.deep.equal([0, 3]);
    const before = asked.length;
    await one.flush();
    expect(asked.length).to.equal(before);
  });

  it('gives up what can never be, and says so', async () => {
    let open = false;
    const told: SurveyReply[] = [];
    const fetch = (async () => { if (!open) throw new TypeError('network'); return new Response('{"code":"closed"}', { status: 410 }); }) as typeof globalThis.fetch;
    const one = surveys({ fetch, outbox: { keep: 'page', settled: (_, reply) => told.push(reply) } });
    await one.send(responseOf());
    open = true;
    await one.flush();
    expect([await one.waiting(), told]).to.deep.equal([0, [{ kind: 'refused', reason: 'closed' }]]);
  });

  it('when the key cannot be had says that it failed: nothing is promised that is not kept', async () => {
    const { fetch } = keeper(Array.from({ length: 3 }, () => 'lost-request' as const));
    const locked: DraftKeys = { half: async () => { throw new Error('no session'); } };
    expect(await surveys({ fetch, outbox: { keys: locked, databaseName } }).send(responseOf())).to.deep.equal({ kind: 'failed', reason: 'offline' });
  });

  it('whatever the network does, in two tabs: each response is kept once, and none is lost', async () => {
    const fault = fc.constantFrom<Fault>('none', 'lost-request', 'lost-reply', 'busy', 'wifi', 'server');
    await fc.assert(fc.asyncProperty(fc.array(fault, { maxLength: 30 }), fc.array(fc.nat(1), { minLength: 1, maxLength: 6 }), async (faults, senders) => {
      const name = `test-surveys-${Date.now()}-${count++}`;
      const { fetch, held } = keeper(faults);
      const tabs = [0, 1].map(() => surveys({ fetch, outbox: { keys, databaseName: name, first: 5, longest: 10 } }));
      const responses = senders.map(() => responseOf());
      const replies = await Promise.all(senders.map((tab, at) => tabs[tab]!.send(responses[at]!)));
      expect(replies.every(({ kind }) => kind === 'kept' || kind === 'queued')).to.equal(true);
      for (let turn = 0; (await tabs[0]!.waiting()) > 0; turn++) { if (turn > 200) throw new Error('never sent'); await tabs[0]!.flush(); await soon(2); }
      tabs.forEach((tab) => tab.close());
      expect(responses.map(({ id }) => held.get(id)?.times)).to.deep.equal(responses.map(() => 1));
      indexedDB.deleteDatabase(name);
    }), { numRuns: 20 });
  }).timeout(30_000);
});
