/** Headers that the host adds to each request to its back end, e.g. `Authorization`. */
export type HeadersSource = () => Record<string, string> | Promise<Record<string, string>>;

export interface Reply { status: number; headers: Headers; body: unknown }
export interface Asking {
  /** ms until the whole reply must be there */
  ms: number;
  signal?: AbortSignal | undefined;
  /** characters of the reply; more is no answer */
  limit?: number;
}

/** Neither the connection nor the wait is the citizen's fault; they read differently. */
export class NoReply extends Error {
  readonly reason: 'offline' | 'timeout';
  constructor(reason: 'offline' | 'timeout') {
    super(reason);
    this.reason = reason;
  }
}

/**
 * One request, read to its end. `body` is undefined when the reply is not JSON (a captive portal's page, a proxy's error).
 * @throws NoReply when nothing came, or not in time
 */
export async function ask(send: typeof fetch, url: string, init: RequestInit, { ms, signal, limit = 1 << 22 }: Asking): Promise<Reply> {
  // AbortSignal.any and .timeout are too young for the phones that citizens have.
  const stop = new AbortController();
  let late = false;
  const timer = setTimeout(() => { late = true; stop.abort(); }, ms);
  const leave = () => stop.abort();
  signal?.addEventListener('abort', leave);
  if (signal?.aborted) leave();
  try {
    const answer = await send(url, { ...init, signal: stop.signal });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text.length > limit ? undefined : readJson(text) };
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new NoReply(late ? 'timeout' : 'offline');
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
  }
}

function readJson(text: string): unknown {
  try { return JSON.parse(text); } catch { return undefined; }
}

/** An own property of what came over the wire, whatever it is. */
export const own = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;

/** `Retry-After` as ms: seconds, or an instant (by the browser's clock, so never more than an hour is believed). */
export function retryAfterMs(header: string | null): number | undefined {
  if (!header) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 3_600_000) : undefined;
}

/** Where the contract's requests go: `/api/v1` is added when it is not there; '' is the page's own origin. */
export function apiOf(api = ''): string {
  const base = api.replace(/\/+$/, '');
  return /\/api\/v\d+$/.test(base) ? base : `${base}/api/v1`;
}
