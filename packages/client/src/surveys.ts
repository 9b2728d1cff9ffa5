// Responses of surveys over the contract. No cookie goes with them: whoever keeps them need not know who is logged in.
import type { SurveyBackend, SurveyReply } from '@dvc/core/survey/ports.js';
import type { SurveyResponse } from '@dvc/core/survey/types.js';
import { apiOf, ask, NoReply, own, retryAfterMs, type HeadersSource, type Reply } from './http.js';
import { mayCome } from './surveys/may-come.js';
import type { Outbox, OutboxOptions } from './surveys/outbox.js';

export type { OutboxOptions } from './surveys/outbox.js';

export interface HttpSurveysOptions {
  /** Where the keeper of the responses stands, perhaps another than the dossiers' back end: '' is the page's own origin; `/api/v1` is added when it is not there. */
  api?: string;
  headers?: HeadersSource;
  fetch?: typeof fetch;
  /** ms for one request; default 30,000 */
  timeoutMs?: number;
  /**
   * Where a response waits that cannot be sent. `page`: in the memory of this page and nowhere else, as a kiosk needs it. With `keys`: on the device, sealed as drafts are. Without an outbox nothing waits, and whoever
   * sends is told that it failed.
   */
  outbox?: OutboxOptions;
  /** ms between two attempts of one call; an outbox has its own pauses */
  pauses?: readonly number[];
}
export interface HttpSurveys extends SurveyBackend {
  /** How many wait. */
  waiting(): Promise<number>;
  /** Sends what waits now, if it can. */
  flush(): Promise<void>;
  /** Ends timers and listeners; what waits on the device is sent by the next page. */
  close(): void;
}

/** Above this a browser refuses a request that may outlive its page. */
const KEEPALIVE = 30_000;
/** Worth another attempt at once. */
const again = (reply: SurveyReply): boolean => reply.kind === 'failed' && reply.reason !== 'unexpected';

export function createHttpSurveys(options: HttpSurveysOptions = {}): HttpSurveys {
  const { fetch: send = (...given: Parameters<typeof fetch>) => fetch(...given), timeoutMs: ms = 30_000, pauses = [500, 1500] } = options;
  const base = `${apiOf(options.api)}/surveys`;
  const address = (survey: string, id: string) => `${base}/${encodeURIComponent(survey)}/responses/${encodeURIComponent(id)}`;
  let closed = false;
  let opening: Promise<Outbox> | undefined;

  async function request(method: string, survey: string, id: string, more: Record<string, string>, body?: string): Promise<Reply> {
    return ask(send, address(survey, id), {
      method, credentials: 'omit', cache: 'no-store', headers: { 'X-DVC': '1', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...more, ...(await options.headers?.()) },
      ...(body === undefined ? {} : { body, keepalive: body.length < KEEPALIVE }),
    }, { ms });
  }

  async function put(response: SurveyResponse, invitation: string | undefined): Promise<SurveyReply> {
    try {
      return surveyReply(await request('PUT', response.document.id, response.id, invitation === undefined ? {} : { 'DVC-Invitation': invitation }, JSON.stringify(response)));
    } catch (error) {
      return { kind: 'failed', reason: error instanceof NoReply ? error.reason : 'unexpected' };
    }
  }

  /** Loaded when something is to wait, or may be waiting. */
  const outbox = (): Promise<Outbox> | undefined => {
    if (!options.outbox || closed) return undefined;
    const given = options.outbox;
    return (opening ??= import('./surveys/outbox.js').then(({ openOutbox }) => openOutbox(given, put)).catch((error: unknown) => { opening = undefined; throw error; }));
  };
  const quietly = <T>(work: Promise<T> | undefined, otherwise: T): Promise<T> => work?.catch(() => otherwise) ?? Promise.resolve(otherwise);

  // What an earlier page has left on this device.
  if (options.outbox && options.outbox !== 'page') void quietly(outbox()?.then((box) => box.flush()), undefined);

  return {
    async send(response, invitation) {
      let reply = await put(response, invitation);
      for (const pause of pauses) {
        // Without a network a pause brings nothing: it waits in the outbox, or the person is told.
        if (!again(reply) || globalThis.navigator?.onLine === false) break;
        await new Promise((done) => { setTimeout(done, (reply as { retryAfterMs?: number }).retryAfterMs ?? pause * (0.75 + Math.random() / 2)); });
        reply = await put(response, invitation);
      }
      if (!mayCome(reply)) {
        // An earlier part of it may be waiting.
        if (opening) await quietly(opening.then((box) => box.settle(response)), undefined);
        return reply;
      }
      return (await quietly(outbox()?.then((box) => box.add(response, invitation)), false)) ? { kind: 'queued' } : reply;
    },
    async withdraw(survey, id, receipt) {
      try {
        const { status, body } = await request('DELETE', survey, id, { 'DVC-Receipt': receipt });
        return status === 204 ? 'withdrawn' : status === 404 && typeof own(body, 'code') === 'string' ? 'unknown' : 'failed';
      } catch {
        return 'failed';
      }
    },
    waiting: () => quietly(outbox()?.then((box) => box.count()), 0),
    flush: () => quietly(outbox()?.then((box) => box.flush()), undefined),
    close() {
      closed = true;
      void opening?.then((box) => box.close(), () => undefined);
    },
  };
}

/** Only what says so with a code of the contract is a refusal: a Wi-Fi login page also answers 403. */
function surveyReply({ status, headers, body }: Reply): SurveyReply {
  const receipt = own(body, 'receipt');
  const code = own(body, 'code');
  // A later part of the same response stands: this one is in it.
  if ((status === 200 || status === 201 || (status === 409 && code === 'superseded')) && typeof receipt === 'string') return { kind: 'kept', receipt };
  const issues = own(body, 'issues');
  if (status === 422 && Array.isArray(issues) && issues.length > 0) return { kind: 'issues', issues };
  const ms = retryAfterMs(headers.get('retry-after'));
  const wait = ms === undefined ? {} : { retryAfterMs: ms };
  if (status === 429 && code === 'attempts') return { kind: 'refused', reason: 'attempts', ...wait };
  const reason = ({ '403 spent': 'spent', '403 not-eligible': 'not-eligible', '409 withdrawn': 'withdrawn', '410 closed': 'closed', '400 malformed': 'malformed', '409 conflict': 'malformed', '413 too-large': 'malformed' } as const)[`${status} ${String(code)}` as '410 closed'];
  if (reason) return { kind: 'refused', reason };
  const incident = own(body, 'incident');
  return { kind: 'failed', reason: status === 503 || status === 429 ? 'busy' : status >= 500 ? 'server' : 'unexpected', ...wait, ...(typeof incident === 'string' ? { incident } : {}) };
}
