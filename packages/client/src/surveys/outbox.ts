// Responses that could not be sent. They go when there is a network again, each until it is kept or can never be; that one comes twice does no harm, for it has an id of its own.
import type { DraftKeys } from '@dvc/core';
import type { SurveyReply } from '@dvc/core/survey/ports.js';
import type { SurveyResponse } from '@dvc/core/survey/types.js';
import { mayCome } from './may-come.js';

interface Settled {
  /** Of a response that had waited: it is kept, or it never will be. */
  settled?: (id: string, reply: SurveyReply) => void;
  /** ms of the first and of the longest pause; default 2 s and 5 min */
  first?: number;
  longest?: number;
}
/** `page`: in the memory of this page. With `keys`: on the device, sealed as drafts are, and gone after `ttlMs` (7 days by default). */
export type OutboxOptions = 'page' | (Settled & ({ readonly keep: 'page' } | { readonly keys: DraftKeys; readonly databaseName?: string; readonly ttlMs?: number }));

export interface Waiting { readonly response: SurveyResponse; readonly invitation?: string }
/** Where they wait. */
export interface Shelf {
  /** False when it cannot be kept here. */
  change(work: (all: readonly Waiting[]) => readonly Waiting[]): Promise<boolean>;
  all(): Promise<readonly Waiting[]>;
}
export interface Outbox {
  add(response: SurveyResponse, invitation: string | undefined): Promise<boolean>;
  /** This response was answered by another way: it need not wait, nor any earlier part of it. */
  settle(response: SurveyResponse): Promise<void>;
  count(): Promise<number>;
  flush(): Promise<void>;
  close(): void;
}

function pageShelf(): Shelf {
  let held: readonly Waiting[] = [];
  return { all: async () => held, change: async (work) => { held = work(held); return true; } };
}

export async function openOutbox(options: OutboxOptions, put: (response: SurveyResponse, invitation: string | undefined) => Promise<SurveyReply>): Promise<Outbox> {
  const { settled, first = 2_000, longest = 300_000 }: Settled = options === 'page' ? {} : options;
  const shelf = options === 'page' || 'keep' in options ? pageShelf() : (await import('./device-shelf.js')).deviceShelf(options);
  let [pause, closed] = [first, false];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let flushing: Promise<void> | undefined;

  /** Without this one and every earlier part of it. */
  const without = (all: readonly Waiting[], { id, revision }: SurveyResponse) => all.filter(({ response }) => response.id !== id || response.revision > revision);

  async function sendAll(): Promise<void> {
    clearTimeout(timer);
    let wait: number | undefined;
    for (const { response, invitation } of await shelf.all()) {
      if (closed) return;
      const reply = await put(response, invitation);
      if (mayCome(reply)) {
        wait = Math.max(wait ?? 0, (reply as { retryAfterMs?: number }).retryAfterMs ?? 0, pause);
        // Where this one does not get through, the next will not either.
        if (reply.kind === 'failed') break;
      } else {
        await shelf.change((all) => without(all, response));
        pause = first;
        settled?.(response.id, reply);
      }
    }
    if (wait === undefined || closed) return;
    pause = Math.min(longest, pause * 2);
    timer = setTimeout(() => void flush(), wait * (0.75 + Math.random() / 2));
  }
  function flush(): Promise<void> {
    flushing ??= sendAll().catch(() => undefined).finally(() => { flushing = undefined; });
    return flushing;
  }

  const online = () => { pause = first; void flush(); };
  globalThis.addEventListener?.('online', online);
  return {
    async add(response, invitation) {
      const entry: Waiting = { response, ...(invitation === undefined ? {} : { invitation }) };
      const kept = await shelf.change((all) => (all.some((each) => each.response.id === response.id && each.response.revision >= response.revision) ? all : [...without(all, response), entry]));
      if (kept && !closed) {
        clearTimeout(timer);
        timer = setTimeout(() => void flush(), pause * (0.75 + Math.random() / 2));
      }
      return kept;
    },
    async settle(response) { await shelf.change((all) => (all.some((each) => each.response.id === response.id) ? without(all, response) : all)); },
    count: async () => (await shelf.all()).length,
    flush,
    close() {
      closed = true;
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', online);
    },
  };
}
