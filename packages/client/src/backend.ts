import type { Backend, CodeList, Submission, SubmitReply } from '@dvc/core';
import { ask, NoReply, own, type HeadersSource } from './http.js';
import { submitReply } from './submit-reply.js';

export interface HttpBackendOptions {
  /** Where the back end stands: `https://dvc.example.gov.vn`, or '' for the page's own origin. `/api/v1` is added when it is not there. */
  api?: string;
  /** The folder of the code lists; default `<api>/code-lists`. */
  codeLists?: string;
  headers?: HeadersSource;
  fetch?: typeof fetch;
  /** ms for one request; default 30,000 */
  timeoutMs?: number;
}

const version = /\/api\/v\d+$/;
const part = encodeURIComponent;

/** The API contract as the form's `Backend`. Nothing is requested before it is asked for. */
export function createHttpBackend(options: HttpBackendOptions): Backend {
  // A window's fetch must be called on the window.
  const { fetch: send = (...given: Parameters<typeof fetch>) => fetch(...given), timeoutMs: ms = 30_000 } = options;
  const base = options.api?.replace(/\/+$/, '') ?? '';
  const api = version.test(base) ? base : `${base}/api/v1`;
  const lists = (options.codeLists ?? `${base.replace(version, '')}/code-lists`).replace(/\/+$/, '');
  const held = new Map<string, Promise<CodeList>>();

  /** Cookies go along: the session is what makes a retry the same submission. */
  const headers = async () => ({ 'X-DVC': '1', ...(await options.headers?.()) });

  async function submit(submission: Submission, { signal }: { signal?: unknown } = {}): Promise<SubmitReply> {
    const { idempotencyKey, ...body } = submission;
    try {
      for (let attempt = 0; ; attempt++) {
        const reply = await ask(send, `${api}/dossiers`, {
          method: 'POST', credentials: 'include', body: JSON.stringify(body),
          headers: { 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey, ...(await headers()) },
        }, { ms, signal: signal as AbortSignal | undefined });
        // 428: the session had ended, nothing was stored, and the reply brought a new one.
        if (reply.status !== 428 || attempt > 0) return submitReply(reply, submission.document);
      }
    } catch (error) {
      if (error instanceof NoReply) return { kind: 'failed', reason: error.reason };
      throw error;
    }
  }

  async function load(id: string, within?: string): Promise<CodeList> {
    const url = `${lists}/${part(id)}${within === undefined ? '' : `/${part(within)}`}.json`;
    const { status, body } = await ask(send, url, {}, { ms });
    const items = own(body, 'items');
    if (status !== 200 || !Array.isArray(items) || own(body, 'id') !== id) throw new Error(`no code list at ${url}`);
    return body as CodeList;
  }

  return {
    submit,
    async upload(file, { paper, progress, signal }) {
      const { sendFile } = await import('./upload.js');
      return sendFile(file as Blob, `${api}/uploads?paper=${part(paper)}`, { headers, ...(progress ? { progress } : {}), signal: signal as AbortSignal | undefined });
    },
    codeList(id, within) {
      const key = `${id}/${within ?? ''}`;
      let list = held.get(key);
      if (!list) {
        held.set(key, list = load(id, within));
        list.catch(() => held.delete(key));
      }
      return list;
    },
    async payments() {
      const { createHttpPayments } = await import('./payments.js');
      return createHttpPayments(options);
    },
    async now() {
      const { body } = await ask(send, `${api}/time`, { credentials: 'include', cache: 'no-store', headers: await options.headers?.() ?? {} }, { ms });
      const now = own(body, 'now');
      if (typeof now !== 'string') throw new Error(`no clock at ${api}/time`);
      return now;
    },
  };
}
