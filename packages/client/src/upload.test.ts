import { expect } from '@open-wc/testing';
import { UploadError } from '@dvc/core';
import { sniffFile } from './sniff-file.js';
import { sendFile } from './upload.js';

const held = { id: 'f'.repeat(32), name: 'Giấy.pdf', type: 'application/pdf', size: 3, sha256: '0'.repeat(64) };
const pdf = () => new File(['%PDF-1.4'], 'Giấy chứng sinh \ud800.pdf', { type: 'application/pdf' });

/** XMLHttpRequest as far as `sendFile` uses it; answers with the next of `answers`; 'stall' never does. */
function withRequests(answers: ([number, unknown] | 'stall')[]) {
  const made: { headers: Record<string, string>; withCredentials: boolean; url: string }[] = [];
  class Request {
    withCredentials = false;
    upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
    onloadend: () => void = () => {};
    status = 0;
    responseText = '';
    headers: Record<string, string> = {};
    url = '';
    open(_method: string, url: string) { this.url = url; }
    setRequestHeader(name: string, value: string) { this.headers[name] = value; }
    send() {
      made.push(this);
      const answer = answers[Math.min(made.length, answers.length) - 1]!;
      this.upload.onprogress?.({ loaded: 1, total: 4 });
      if (answer === 'stall') return;
      setTimeout(() => { this.upload.onprogress?.({ loaded: 4, total: 4 }); [this.status, this.responseText] = [answer[0], JSON.stringify(answer[1] ?? '')]; this.onloadend(); });
    }
    abort() { this.onloadend(); }
  }
  const real = window.XMLHttpRequest;
  window.XMLHttpRequest = Request as never;
  return { made, restore: () => { window.XMLHttpRequest = real; } };
}
const codeOf = async (work: Promise<unknown>) => work.then(() => 'sent', (error: unknown) => (error instanceof UploadError ? error.code : (error as Error).name));

describe('sendFile', () => {
  let requests: ReturnType<typeof withRequests>;
  afterEach(() => requests.restore());
  const send = (options: Partial<Parameters<typeof sendFile>[2]> = {}) => sendFile(pdf(), '/u', { headers: () => ({ 'X-DVC': '1' }), ...options });

  it('sends the file with its name, cookies and progress', async () => {
    requests = withRequests([[201, held]]);
    const parts: number[] = [];
    expect(await send({ progress: (part) => parts.push(part) })).to.deep.equal(held);
    expect(parts).to.deep.equal([0.25, 1]);
    expect(requests.made[0]).to.include({ withCredentials: true, url: '/u' });
    expect(requests.made[0]!.headers).to.deep.equal({ 'X-DVC': '1', 'Content-Type': 'application/pdf', 'X-File-Name': encodeURIComponent('Giấy chứng sinh \ufffd.pdf') });
  });

  for (const [status, body, code] of [[413, {}, 'size'], [415, {}, 'type'], [0, '', 'offline'], [500, {}, 'server'], [200, '<p>', 'server'], [400, { code: 'empty' }, 'empty'], [201, { id: 1 }, 'server']] as const) {
    it(`${status} ${JSON.stringify(body)} is ${code}`, async () => {
      requests = withRequests([[status, body]]);
      expect(await codeOf(send())).to.equal(code);
    });
  }
  it('asks once more after 428, and only once', async () => {
    requests = withRequests([[428, {}], [201, held]]);
    expect(await codeOf(send())).to.equal('sent');
    requests.restore();
    requests = withRequests([[428, {}]]);
    expect(await codeOf(send())).to.equal('server');
    expect(requests.made.length).to.equal(2);
  });
  it('a connection that no longer moves is offline; a host that stops gets an AbortError', async () => {
    requests = withRequests(['stall']);
    expect(await codeOf(send({ stallMs: 10 }))).to.equal('offline');
    const stop = new AbortController();
    const going = codeOf(send({ signal: stop.signal }));
    setTimeout(() => stop.abort());
    expect(await going).to.equal('AbortError');
  });
  it('an empty file is not sent', async () => {
    requests = withRequests([[201, held]]);
    expect(await codeOf(sendFile(new File([], 'x'), '/u', { headers: () => ({}) }))).to.equal('empty');
    expect(requests.made.length).to.equal(0);
  });
});

describe('sniffFile', () => {
  const bytes = (hex: string, tail = '') => new Blob([Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16)), tail]);
  const kinds: [string, Blob, string | undefined][] = [
    ['pdf', new Blob(['%PDF-1.7\n']), 'application/pdf'], ['jpeg', bytes('ffd8ffe000104a464946'), 'image/jpeg'], ['png', bytes('89504e470d0a1a0a0000'), 'image/png'],
    ['webp', new Blob(['RIFF\x01\x01\x01\x01WEBPVP8 ']), 'image/webp'], ['heic', bytes('00000018667479706865696300000000'), 'image/heic'],
    ['html named .jpg', new File(['<html><script>'], 'a.jpg', { type: 'image/jpeg' }), undefined], ['svg', new Blob(['<svg xmlns=']), undefined],
    ['gif', new Blob(['GIF89a']), undefined], ['mp4', bytes('000000186674797069736f6d00000000'), undefined], ['exe', new Blob(['MZ']), undefined], ['nothing', new Blob([]), undefined],
  ];
  for (const [name, blob, type] of kinds) it(name, async () => { expect(await sniffFile(blob)).to.equal(type); });
});
