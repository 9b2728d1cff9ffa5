import { ask } from './http.js';

/** characters; as the form language limits a document */
const limit = 1 << 20;

/**
 * A form document, not yet parsed. No cookies are sent to another site.
 * @throws Error when there is none; NoReply when nothing came within 30 s
 */
export async function loadDocument(url: string, { signal }: { signal?: AbortSignal } = {}): Promise<unknown> {
  const { status, body } = await ask((...given) => fetch(...given), url, { headers: { accept: 'application/json' } }, { ms: 30_000, signal, limit });
  if (status !== 200 || body === undefined) throw new Error(`no form document at ${url} (status ${status})`);
  return body;
}
