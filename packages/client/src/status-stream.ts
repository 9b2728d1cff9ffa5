// The events of a dossier as they come: a stream over fetch (its headers carry the right to read, which an EventSource cannot send), and asking from time to time where a stream cannot be had.
import type { StatusEvent } from '@dvc/core';
import { ask, NoReply, own, retryAfterMs } from './http.js';
import { sseReader } from './sse.js';

export interface FollowOptions {
  url: string;
  headers: () => Promise<Record<string, string>>;
  send: typeof fetch;
  after: number;
  listener: { event(event: StatusEvent): void; heard(): void; lost(): void };
  times?: Partial<FollowTimes>;
}
/** ms */
export interface FollowTimes {
  /** Without any byte from the beginning: something on the way holds the stream back. */
  silent: number;
  /** Without a byte since the last one; the back end gives a sign of life every 15 s. */
  dead: number;
  /** A stream that ends before has not begun rightly. */
  early: number;
  poll: number;
  /** After that time of asking a stream is tried again. */
  forgive: number;
  first: number;
  longest: number;
}
const usual: FollowTimes = { silent: 20_000, dead: 45_000, early: 5_000, poll: 10_000, forgive: 300_000, first: 1_000, longest: 30_000 };

/** What an attempt came to. `ended`: after it had been alive. `broken`: a stream cannot be had. `over`: the right has ended. */
type Came = { kind: 'ended' | 'broken' | 'over' } | { kind: 'failed'; waitMs?: number | undefined };

const isEvent = (value: unknown): value is StatusEvent => Number.isSafeInteger(own(value, 'seq')) && typeof own(value, 'type') === 'string' && typeof own(value, 'id') === 'string';

/** @returns ends it */
export function followEvents({ url, headers, send, after, listener, times }: FollowOptions): () => void {
  const wait = { ...usual, ...times };
  const stopping = new AbortController();
  const { signal } = stopping;
  let last = after;
  let there: boolean | undefined;
  let failures = 0;
  let broken = 0;
  let retryMs = wait.first;
  let rouse = () => {};

  const heard = () => { there = true; failures = 0; if (!signal.aborted) listener.heard(); };
  const lost = () => { if (there !== false && !signal.aborted) { there = false; listener.lost(); } };
  const take = (event: unknown) => {
    if (!isEvent(event) || signal.aborted) return;
    last = Math.max(last, event.seq);
    listener.event(event);
  };

  async function stream(): Promise<Came> {
    const stop = new AbortController();
    const leave = () => stop.abort();
    signal.addEventListener('abort', leave);
    const began = Date.now();
    let alive = false;
    let timer = setTimeout(leave, wait.silent);
    const unable = (): Came => ({ kind: Date.now() - began < wait.early || !alive ? 'broken' : 'ended' });
    try {
      const answer = await send(url, { credentials: 'include', cache: 'no-store', signal: stop.signal, headers: { 'Accept': 'text/event-stream', 'Last-Event-ID': String(last), ...(await headers()) } });
      if (answer.status === 401) return { kind: 'over' };
      if (answer.status !== 200) return { kind: 'failed', waitMs: retryAfterMs(answer.headers.get('retry-after')) };
      if (!answer.body || !/^text\/event-stream\b/.test(answer.headers.get('content-type') ?? '')) return { kind: 'broken' };
      const reader = answer.body.getReader();
      const decoder = new TextDecoder();
      const feed = sseReader({ message: ({ data }) => take(readJson(data)), retry: (ms) => { retryMs = Math.min(Math.max(ms, wait.first), wait.longest); } });
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return unable();
        clearTimeout(timer);
        timer = setTimeout(leave, wait.dead);
        alive = true;
        feed(decoder.decode(value, { stream: true }));
        heard();
      }
    } catch {
      // Held back without a byte, it was our own patience that ended; without a network nothing is known of streams.
      return !alive && !stop.signal.aborted ? { kind: 'failed' } : unable();
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', leave);
      stop.abort();
    }
  }

  async function poll(): Promise<Came> {
    try {
      const { status, headers: told, body } = await ask(send, `${url}?after=${last}`, { credentials: 'include', cache: 'no-store', headers: { Accept: 'application/json', ...(await headers()) } }, { ms: wait.dead, signal });
      const events = own(body, 'events');
      if (status === 401) return { kind: 'over' };
      if (status !== 200 || !Array.isArray(events)) return { kind: 'failed', waitMs: retryAfterMs(told.get('retry-after')) };
      for (const event of events as unknown[]) take(event);
      heard();
      return { kind: 'ended' };
    } catch (error) {
      if (error instanceof NoReply || signal.aborted) return { kind: 'failed' };
      throw error;
    }
  }

  const pause = (ms: number) => new Promise<void>((done) => {
    const timer = setTimeout(done, ms);
    rouse = () => { clearTimeout(timer); done(); };
    if (signal.aborted) rouse();
  });
  /** Not all pages at once, when a server comes back. */
  const spread = (ms: number) => ms * (0.5 + Math.random() / 2);

  async function run(): Promise<void> {
    let asking = false;
    let since = 0;
    while (!signal.aborted) {
      if (asking && Date.now() - since > wait.forgive) [asking, broken] = [false, 0];
      const came = await (asking ? poll() : stream());
      if (signal.aborted) return;
      if (came.kind === 'over') { lost(); return; }
      if (came.kind === 'broken' && !asking) {
        // Silence is proof enough; an early end may have been a server that was just closing.
        if (++broken >= 2 || there !== true) { [asking, since] = [true, Date.now()]; continue; }
      }
      if (came.kind === 'failed') {
        lost();
        await pause(Math.max(came.waitMs ?? 0, spread(Math.min(wait.longest, wait.first * 2 ** Math.min(failures++, 10)))));
      } else if (asking) {
        await pause(spread(wait.poll));
      } else {
        if (came.kind === 'ended') broken = 0;
        lost();
        await pause(spread(retryMs));
      }
    }
  }

  const online = () => rouse();
  globalThis.addEventListener('online', online);
  void run().catch(lost).finally(() => globalThis.removeEventListener('online', online));
  return () => { stopping.abort(); rouse(); };
}

function readJson(text: string): unknown {
  try { return JSON.parse(text); } catch { return undefined; }
}
