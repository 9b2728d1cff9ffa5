// How an adapter reaches its gateway. Whatever is no JSON reply of that very address is no answer.
import type { Send } from './gateways/gateway.js';

/** bytes of a reply; more is no reply of a gateway */
const limit = 64 * 1024;
const timeoutMs = 10_000;
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** https, or plain http on this machine alone: an order and its answer do not cross a network unencrypted. */
export const isSafeAddress = (url: string): boolean => {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || parsed.username !== '' || parsed.password !== '') return false;
  return parsed.protocol === 'https:' || (parsed.protocol === 'http:' && loopback.has(parsed.hostname));
};

async function read(answer: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    if ((size += part.length) > limit) throw new Error('the reply is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** @param ms that the whole exchange may take */
export const fetchSend = (ms = timeoutMs): Send => async (url, body) => {
  if (!isSafeAddress(url)) throw new Error('a gateway is reached by https');
  // A redirect would tell somebody else what a citizen pays.
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body), redirect: 'manual', signal: AbortSignal.timeout(ms), headers: { 'content-type': 'application/json', accept: 'application/json' } });
  if (answer.status !== 200) {
    await answer.body?.cancel();
    throw new Error(`the gateway answered ${answer.status}`);
  }
  return JSON.parse(await read(answer)) as unknown;
};
