import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { StatusEvent, StatusReply } from '@dvc/core';
import { sseReader } from './sse.js';
import { createHttpStatus } from './status.js';

const access = { dossier: 'H99.01-261121-0001', token: 'T'.repeat(43), expiresAt: 1 };
const event = (seq: number): StatusEvent => ({ type: 'paused', id: `e${seq}`, seq, at: 1 });
const facts = { dossierCode: access.dossier, about: 'Phiếu', submittedAt: 1 };
const snapshot = { facts, events: [event(1)], revision: 1, now: 2 };

type Answer = Response | Error | ((init: RequestInit) => Response | Promise<Response>);
/** A network that answers what it is told, one after the other (the last one for ever). */
function network(...answers: Answer[]) {
  const sent: { url: string; init: RequestInit; headers: Record<string, string> }[] = [];
  const send = async (url: unknown, init: RequestInit = {}): Promise<Response> => {
    sent.push({ url: String(url), init, headers: init.headers as Record<string, string> });
    const answer = answers[Math.min(sent.length, answers.length) - 1]!;
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? answer(init) : answer.clone();
  };
  return { sent, fetch: send as typeof fetch };
}
const json = (status: number, body: unknown, headers: Record<string, string> = {}) => new Response(JSON.stringify(body), { status, headers });
/** A stream of these pieces; `open`: it stays until it is left. */
const stream = (pieces: string[], open = false) => (init: RequestInit): Response => {
  const bytes = new TextEncoder();
  return new Response(new ReadableStream<Uint8Array>({
    start(control) {
      for (const piece of pieces) control.enqueue(bytes.encode(piece));
      if (!open) control.close();
      init.signal!.addEventListener('abort', () => { try { control.error(new DOMException('', 'AbortError')); } catch { /* closed */ } });
    },
  }), { headers: { 'content-type': 'text/event-stream' } });
};
const message = (seq: number) => `id: ${seq}\ndata: ${JSON.stringify(event(seq))}\n\n`;
const status = (...answers: Answer[]) => { const { sent, fetch } = network(...answers); return { sent, backend: createHttpStatus({ api: 'https://dvc.example', fetch, lang: () => 'vi', timeoutMs: 50 }) }; };

describe('a tracker over HTTP', () => {
  it('sends the right to read as a header, never in the address', async () => {
    const { sent, backend } = status(json(200, snapshot));
    expect(await backend.snapshot(access)).to.deep.equal({ kind: 'ok', value: snapshot });
    expect(sent[0]!.url).to.equal('https://dvc.example/api/v1/dossiers/H99.01-261121-0001/status');
    expect(sent[0]!.headers).to.deep.equal({ 'X-DVC': '1', 'Accept-Language': 'vi', 'DVC-Access': access.token });
    expect(sent[0]!.init.credentials).to.equal('include');
  });

  it('looks up, and asks for whatever a tracker asks for', async () => {
    const list = [{ dossierCode: 'A', about: 'b', code: '1', submittedAt: 1, updatedAt: 1, needsCitizen: false, access }];
    const { sent, backend } = status(json(200, access), json(202, { ok: true }), json(200, { dossiers: list }), json(200, { document: { id: 'a', version: '1.0.0' }, answers: {} }), json(201, { ok: true }), json(200, { channels: [{ channel: 'sms', on: true }] }), json(200, { channels: [] }), json(200, { notifications: [] }), json(428, {}), json(200, snapshot));
    expect(await backend.lookUp('A', { kind: 'secret', value: 'x' })).to.deep.equal({ kind: 'ok', value: access });
    expect(await backend.sendOtp('A')).to.deep.equal({ kind: 'ok', value: true });
    expect(await backend.list()).to.deep.equal({ kind: 'ok', value: list });
    expect((await backend.answers(access)).kind).to.equal('ok');
    expect((await backend.complain(access, 'Chậm')).kind).to.equal('ok');
    expect((await backend.channels(access)).kind).to.equal('ok');
    await backend.setChannel(access, { channel: 'sms', on: false, consentAt: 5 });
    expect((await backend.notifications(access)).kind).to.equal('ok');
    // A page without a session gets one and asks again.
    expect((await backend.answerSupplement(access, { request: 'r', answers: {}, papers: {}, key: 'k'.repeat(20) })).kind).to.equal('ok');
    expect(sent.map(({ url, init }) => `${init.method} ${url.replace('https://dvc.example/api/v1/dossiers', '')}`)).to.deep.equal([
      'POST /lookup', 'POST /otp', 'GET ', ...['GET answers', 'POST complaints', 'GET channels', 'PUT channels', 'GET notifications', 'POST supplement', 'POST supplement'].map((each) => each.replace(' ', ` /${access.dossier}/`)),
    ]);
    expect(JSON.parse(sent[6]!.init.body as string)).to.deep.equal({ channel: 'sms', on: false });
  });

  const replies: [string, Answer, StatusReply<unknown>][] = [
    ['a wrong factor or code', json(404, { code: 'unknown' }), { kind: 'refused', reason: 'unknown' }],
    ['too many tries', json(429, { code: 'attempts' }, { 'retry-after': '900' }), { kind: 'refused', reason: 'attempts', retryAfterMs: 900_000 }],
    ['a right that has ended', json(401, { code: 'expired' }), { kind: 'refused', reason: 'expired' }],
    ['what cannot be now', json(409, { code: 'refused' }), { kind: 'refused', reason: 'refused' }],
    ['issues', json(422, { code: 'refused', issues: [{ path: '/a', code: 'required', params: {} }] }), { kind: 'refused', reason: 'refused', issues: [{ path: '/a', code: 'required', params: {} }] }],
    ['a request that is not understood', json(400, { code: 'malformed' }), { kind: 'refused', reason: 'malformed' }],
    ['a crowd', json(503, { code: 'busy', incident: 'AB' }, { 'retry-after': '5' }), { kind: 'failed', reason: 'busy', retryAfterMs: 5000, incident: 'AB' }],
    ['a fault', json(500, { code: 'failed' }), { kind: 'failed', reason: 'server' }],
    ['a Wi-Fi login page', new Response('<html>', { status: 200 }), { kind: 'failed', reason: 'unexpected' }],
    ['another server\'s page that is not there', new Response('', { status: 404 }), { kind: 'failed', reason: 'unexpected' }],
    ['another dossier', json(200, { ...snapshot, facts: { ...facts, dossierCode: 'X' } }), { kind: 'failed', reason: 'unexpected' }],
    ['no network', new TypeError('Failed to fetch'), { kind: 'failed', reason: 'offline' }],
    ['silence', (init) => new Promise((_, reject) => { init.signal!.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))); }), { kind: 'failed', reason: 'timeout' }],
  ];
  for (const [name, answer, expected] of replies) it(`understands ${name}`, async () => { expect(await status(answer).backend.snapshot(access)).to.deep.equal(expected); });
});

describe('following a dossier', () => {
  const times = { silent: 60, dead: 120, early: 0, poll: 20, forgive: 10_000, first: 10, longest: 40 };
  function follow(answers: Answer[], more: Partial<typeof times> = {}, after = 0) {
    const { sent, fetch } = network(...answers);
    const told: string[] = [];
    const backend = createHttpStatus({ fetch, lang: () => 'vi', stream: { ...times, ...more } });
    const stop = backend.follow(access, after, { event: ({ seq }) => told.push(`event ${seq}`), heard: () => { if (told.at(-1) !== 'heard') told.push('heard'); }, lost: () => told.push('lost') });
    return { sent, told, stop, accepts: () => sent.map(({ headers }) => headers['Accept']), from: () => sent.map(({ url, headers }) => headers['Last-Event-ID'] ?? /after=(\d+)/.exec(url)![1]) };
  }
  const until = async (is: () => boolean) => { for (const end = Date.now() + 3000; !is(); await new Promise((done) => { setTimeout(done, 5); })) if (Date.now() > end) throw new Error('did not come'); };

  it('takes events wherever the bytes are cut, and comes back from the last number', async () => {
    const whole = `retry: 3000\n:\n\n${message(1)}:\n\n${message(2)}`;
    const { sent, told, stop, accepts, from } = follow([stream([whole.slice(0, 37), whole.slice(37, 60), whole.slice(60)]), stream([message(3)], true)]);
    await until(() => told.includes('event 3'));
    stop();
    expect(told.filter((each) => each !== 'heard')).to.deep.equal(['event 1', 'event 2', 'lost', 'event 3']);
    expect(told[0]).to.equal('heard');
    expect(accepts()).to.deep.equal(['text/event-stream', 'text/event-stream']);
    expect(from()).to.deep.equal(['0', '2']);
    expect(sent[0]!.headers['DVC-Access']).to.equal(access.token);
    expect(sent[0]!.url).to.not.contain(access.token);
  });

  it('asks from time to time where a stream is held back without a byte', async () => {
    const { told, stop, accepts, from } = follow([stream([], true), json(200, { events: [event(1)], revision: 1 }), json(200, { events: [], revision: 1 })]);
    await until(() => from().length >= 4);
    stop();
    expect(told.slice(0, 2)).to.deep.equal(['event 1', 'heard']);
    expect(told).to.not.contain('lost');
    expect(accepts().slice(0, 4)).to.deep.equal(['text/event-stream', 'application/json', 'application/json', 'application/json']);
    expect(from().slice(0, 4)).to.deep.equal(['0', '0', '1', '1']);
  });

  it('asks too when streams end again and again as soon as they begin, or are pages; and tries a stream anew after a while', async () => {
    const early = follow([stream([message(1)]), stream([':\n\n']), json(200, { events: [event(2)], revision: 2 }), stream([message(3)], true)], { early: 1000, forgive: 10 });
    await until(() => early.told.includes('event 3'));
    early.stop();
    expect(early.accepts()).to.deep.equal(['text/event-stream', 'text/event-stream', 'application/json', 'text/event-stream']);
    const page = follow([new Response('<html>', { headers: { 'content-type': 'text/html' } }), json(200, { events: [event(1)], revision: 1 })]);
    await until(() => page.told.includes('event 1'));
    page.stop();
  });

  it('says once that the connection is gone, waits as it is told, and comes back', async () => {
    const { told, stop, sent } = follow([new TypeError('Failed to fetch'), new TypeError('Failed to fetch'), json(503, {}, { 'retry-after': '0' }), stream([message(5)], true)], {}, 4);
    await until(() => told.includes('event 5'));
    stop();
    expect(told).to.deep.equal(['lost', 'event 5', 'heard']);
    expect(sent[3]!.headers['Last-Event-ID']).to.equal('4');
  });

  it('finds out a stream that has died without a word', async () => {
    const { told, stop, sent } = follow([stream([message(1)], true), stream([message(2)], true)]);
    await until(() => told.includes('event 2'));
    stop();
    expect(told).to.deep.equal(['event 1', 'heard', 'lost', 'event 2', 'heard']);
    expect(sent.length).to.equal(2);
  });

  it('ends when the right has ended, and says nothing more once it was told to stop', async () => {
    const over = follow([json(401, { code: 'expired' })]);
    await until(() => over.told.includes('lost'));
    await new Promise((done) => { setTimeout(done, 60); });
    expect(over.sent.length).to.equal(1);
    const { told, stop, sent } = follow([stream([message(1)], true)]);
    await until(() => told.includes('event 1'));
    stop();
    const said = told.length;
    await new Promise((done) => { setTimeout(done, 200); });
    expect([told.length, sent.length]).to.deep.equal([said, 1]);
  });

  it('leaves out what is no event', async () => {
    const { told, stop } = follow([stream(['data: {\n\n', 'data: {"seq":"1"}\n\n', 'data: null\n\n', message(1)], true)]);
    await until(() => told.includes('event 1'));
    stop();
    expect(told.filter((each) => each.startsWith('event'))).to.deep.equal(['event 1']);
  });
});

describe('the reader of streams', () => {
  it('property: reads the same however it is cut, and with any line break', () => {
    const line = fc.string({ maxLength: 20 }).map((text) => text.replace(/[\r\n\0]/g, ''));
    fc.assert(fc.property(fc.array(fc.record({ id: line, data: fc.array(line, { minLength: 1, maxLength: 3 }), comment: fc.boolean() })), fc.constantFrom('\n', '\r\n', '\r'), fc.array(fc.nat(200)), (messages, end, cuts) => {
      const whole = messages.map(({ id, data, comment }) => [...(comment ? [':'] : []), `id: ${id}`, ...data.map((each) => `data: ${each}`), '', ''].join(end)).join('') + (end === '\r' ? '\n' : '');
      const got: unknown[] = [];
      const read = sseReader({ message: (each) => got.push(each), retry: () => {} });
      const places = [...new Set(cuts)].filter((at) => at < whole.length).sort((a, b) => a - b);
      let from = 0;
      for (const at of [...places, whole.length]) { read(whole.slice(from, at)); from = at; }
      expect(got).to.deep.equal(messages.map(({ id, data }) => ({ id, data: data.join('\n') })));
    }));
  });
  it('does not keep a message without an end', () => {
    const read = sseReader({ message: () => {}, retry: () => {} });
    expect(() => { for (let at = 0; at < 20; at++) read('x'.repeat(100_000)); }).to.throw(RangeError);
    const lines = sseReader({ message: () => {}, retry: () => {} });
    expect(() => { for (let at = 0; at < 20; at++) lines(`data: ${'x'.repeat(100_000)}\n`); }).to.throw(RangeError);
  });
});
