import { expect } from '@open-wc/testing';
import { createHttpKeys, type HttpKeysOptions } from './index.js';

interface Sent { url: string; init: RequestInit }
type Answer = Response | Error;
/** A network that answers what it is told, one after the other (the last one for ever). */
function network(...answers: Answer[]) {
  const sent: Sent[] = [];
  const send = async (url: unknown, init: RequestInit = {}): Promise<Response> => {
    sent.push({ url: String(url), init });
    const answer = answers[Math.min(sent.length, answers.length) - 1]!;
    if (answer instanceof Error) throw answer;
    return answer.clone();
  };
  return { sent, fetch: send as typeof fetch };
}
const key = (byte: string) => new Response(JSON.stringify({ half: byte.repeat(32) }));
const status = (code: number, body: unknown = {}) => new Response(code === 204 ? null : JSON.stringify(body), { status: code });
const rejects = (work: Promise<unknown>) => work.then(() => false, () => true);
const soon = () => new Promise((done) => { setTimeout(done, 30); });

let count = 0;
/** An address of its own, so that tests do not hear each other. */
const keysOf = (given: ReturnType<typeof network>, options: HttpKeysOptions = {}) => createHttpKeys({ api: `https://dvc${count++}.example`, fetch: given.fetch, ...options });

describe('halves of draft keys from the back end', () => {
  it('are asked for with the session and the header that a foreign page cannot send, once', async () => {
    const net = network(key('0f'));
    const keys = createHttpKeys({ api: 'https://dvc.example/', fetch: net.fetch, headers: async () => ({ Authorization: 'Bearer x' }) });
    expect([...await keys.half('a/b')]).to.deep.equal(Array(32).fill(15));
    await keys.half('a/b');
    expect(net.sent.length).to.equal(1);
    const { url, init } = net.sent[0]!;
    expect(url).to.equal('https://dvc.example/api/v1/draft-keys');
    expect(init).to.deep.include({ method: 'POST', credentials: 'include', cache: 'no-store', body: '{"name":"a/b"}' });
    expect(init.headers).to.deep.equal({ 'Content-Type': 'application/json', 'X-DVC': '1', Authorization: 'Bearer x' });
    await keys.half('c');
    expect(net.sent.length).to.equal(2);
  });

  it('a session that was missing is asked with once more, and only once', async () => {
    const net = network(status(428), key('01'));
    expect((await keysOf(net).half('a'))[0]).to.equal(1);
    const never = network(status(428));
    expect(await rejects(keysOf(never).half('a'))).to.equal(true);
    expect(never.sent.length).to.equal(2);
  });

  for (const [what, answer] of [['no network', new TypeError('down')], ['a login page', new Response('<p>')], ['a short half', new Response('{"half":"00"}')], ['a refusal', status(403)], ['a fault', status(500)]] as const) {
    it(`${what} is no half; the next time it is asked for again`, async () => {
      const net = network(answer, key('02'));
      const keys = keysOf(net);
      expect(await rejects(keys.half('a'))).to.equal(true);
      expect((await keys.half('a'))[0]).to.equal(2);
    });
  }

  it('are asked for again after a while without making anyone wait; without network the one in hand serves on', async () => {
    let clock = 0;
    const net = network(key('01'), new TypeError('down'), status(503), key('02'), status(401), key('03'));
    const keys = keysOf(net, { now: () => clock });
    const next = async () => { clock += 6 * 60_000; const byte = (await keys.half('a'))[0]; await soon(); return byte; };
    expect((await keys.half('a'))[0]).to.equal(1);
    expect([await next(), await next(), await next()]).to.deep.equal([1, 1, 1]);
    expect(net.sent.length).to.equal(4);
    // The last answer was a session of its own.
    expect(await next()).to.equal(2);
    // And then it had ended: asked for anew.
    expect(await next()).to.equal(3);
  });

  it('leaving ends them in every tab, whatever the network says', async () => {
    const net = network(key('01'), key('01'), status(204), key('02'));
    const api = `https://dvc${count++}.example`;
    const [here, there] = [createHttpKeys({ api, fetch: net.fetch }), createHttpKeys({ api, fetch: net.fetch })];
    await here.half('a');
    await there.half('a');
    expect(await here.leave()).to.equal(true);
    await soon();
    expect(net.sent[2]).to.deep.include({ url: `${api}/api/v1/session` });
    expect(net.sent[2]!.init).to.deep.include({ method: 'DELETE', credentials: 'include' });
    expect([await rejects(here.half('a')), await rejects(there.half('a'))]).to.deep.equal([true, true]);
    expect(net.sent.length).to.equal(3);
    here.enter();
    expect((await here.half('a'))[0]).to.equal(2);
    const offline = keysOf(network(key('01'), new TypeError('down')));
    await offline.half('a');
    expect(await offline.leave()).to.equal(false);
    expect(await rejects(offline.half('a'))).to.equal(true);
  });

  it('a half that comes after leaving is not given out', async () => {
    const net = network(key('01'));
    const keys = keysOf({ ...net, fetch: (async (...given: Parameters<typeof fetch>) => { await soon(); return net.fetch(...given); }) as typeof fetch });
    const asked = keys.half('a');
    void keys.leave();
    expect(await rejects(asked)).to.equal(true);
  });
});
