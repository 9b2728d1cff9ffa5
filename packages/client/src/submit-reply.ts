import type { Acknowledgement, Submission, SubmitReply } from '@dvc/core';
import { own, retryAfterMs, type Reply } from './http.js';

/** Sent is only what an acknowledgement of this very document says: a Wi-Fi login page also answers 200. */
function isAcknowledgement(body: unknown, sent: Submission['document']): body is Acknowledgement {
  const document = own(body, 'document');
  const text = (name: string) => typeof own(body, name) === 'string' && own(body, name) !== '';
  return text('dossierCode') && text('lookupSecret') && text('receivedAt') && Array.isArray(own(body, 'papers'))
    && own(document, 'id') === sent.id && own(document, 'version') === sent.version;
}

/** Every answer of a back end as one of the outcomes that the form knows. */
export function submitReply({ status, headers, body }: Reply, sent: Submission['document']): SubmitReply {
  const code = own(body, 'code');
  const incident = own(body, 'incident');
  const failed = (reason: 'busy' | 'server' | 'session' | 'unexpected', wait?: number): SubmitReply => ({
    kind: 'failed', reason, ...(wait === undefined ? {} : { retryAfterMs: wait }), ...(typeof incident === 'string' ? { incident } : {}),
  });
  if ((status === 200 || status === 201) && isAcknowledgement(body, sent)) return { kind: 'acknowledged', acknowledgement: body };
  const [issues, changes, today] = [own(body, 'issues'), own(body, 'changes'), own(body, 'today')];
  if (status === 422 && Array.isArray(issues) && issues.length > 0) return { kind: 'refused', issues };
  if (status === 422 && code === 'key-conflict') return { kind: 'key-conflict' };
  if (status === 409 && Array.isArray(changes) && typeof today === 'string') return { kind: 'changed', changes, today };
  if (status === 503 || status === 429) return failed('busy', retryAfterMs(headers.get('retry-after')));
  if (status === 401) return failed('session');
  return failed(status >= 500 ? 'server' : 'unexpected');
}
