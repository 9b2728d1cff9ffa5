import type { DraftKeys } from '@dvc/core';
import { apiOf, ask, NoReply, own, type HeadersSource } from '../http.js';
import { openChannel } from './channel.js';

export interface HttpKeysOptions {
  /** As of the back end: '' for the page's own origin. `/api/v1` is added when it is not there. */
  api?: string;
  headers?: HeadersSource;
  fetch?: typeof fetch;
  /** ms for one request; default 30,000 */
  timeoutMs?: number;
  /** ms since 1970 */
  now?: () => number;
}

/** The back end's halves of draft keys, and the way to end them. */
export interface HttpKeys extends DraftKeys {
  /**
   * Ends the session, in all tabs: the back end destroys its halves, and what is left on this device cannot be read again.
   * From then on `half` rejects. Resolves to false when the back end did not say that it is done: try again.
   */
  leave(): Promise<boolean>;
  /** Someone has logged in again: halves may be asked for. */
  enter(): void;
}

/** ms after which a half is asked for again, while the one in hand still serves: a save never waits for the network. */
const freshMs = 5 * 60_000;
const hex = /^[0-9a-f]{64}$/;

interface Held { half: Promise<Uint8Array>; at: number }

/** One for a page is enough: it listens for as long as the page stands. */
export function createHttpKeys(options: HttpKeysOptions = {}): HttpKeys {
  const { fetch: send = (...given: Parameters<typeof fetch>) => fetch(...given), timeoutMs: ms = 30_000, now = Date.now } = options;
  const api = apiOf(options.api);
  const held = new Map<string, Held>();
  let left = false;
  const forget = () => { left = true; held.clear(); };

  // Another tab that is left open must not go on with the halves in its memory.
  const channel = openChannel(`dvc-draft-keys ${api}`, (data): data is 'left' => data === 'left');
  channel.hear(forget);

  const request = async (path: string, init: RequestInit) =>
    ask(send, `${api}${path}`, { credentials: 'include', cache: 'no-store', ...init, headers: { ...init.headers as object, 'X-DVC': '1', ...(await options.headers?.()) } }, { ms });

  async function load(name: string): Promise<Uint8Array> {
    for (let attempt = 0; ; attempt++) {
      const { status, body } = await request('/draft-keys', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ name }) });
      if (status === 428 && attempt === 0) continue; // the reply brought the session that was missing
      const half = own(body, 'half');
      if (status === 200 && typeof half === 'string' && hex.test(half)) return Uint8Array.from(half.match(/../g)!, (pair) => parseInt(pair, 16));
      // A back end that is busy or broken has not ended the session.
      if (status >= 500 || status === 429) throw new NoReply('offline');
      throw new Error(`draft key answered ${status}`);
    }
  }

  function hold(name: string, half: Promise<Uint8Array>): Promise<Uint8Array> {
    const entry = { half, at: now() };
    held.set(name, entry);
    half.catch(() => { if (held.get(name) === entry) held.delete(name); });
    return half;
  }

  /** Nothing known of the session is no end of it: a citizen without network goes on saving. */
  function renew(name: string, entry: Held): void {
    entry.at = now();
    load(name).then(
      (half) => { if (held.get(name) === entry) held.set(name, { half: Promise.resolve(half), at: now() }); },
      (error: unknown) => { if (!(error instanceof NoReply) && held.get(name) === entry) held.delete(name); },
    );
  }

  return {
    async half(name) {
      if (left) throw new Error('the session was left');
      const entry = held.get(name);
      if (entry && Math.abs(now() - entry.at) > freshMs) renew(name, entry);
      const half = await (entry?.half ?? hold(name, load(name)));
      // Left while the request was under way.
      if (left as boolean) throw new Error('the session was left');
      return half;
    },
    async leave() {
      forget();
      channel.tell('left');
      try {
        const { status } = await request('/session', { method: 'DELETE' });
        return status === 204;
      } catch {
        return false;
      }
    },
    enter() { left = false; },
  };
}
