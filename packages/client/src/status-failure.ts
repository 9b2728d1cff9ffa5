import type { StatusFailure } from '@dvc/core';
import { own, retryAfterMs, type Reply } from './http.js';

/** Every answer that is not the one asked for, as what a tracker knows. */
export function statusFailure({ status, headers, body }: Reply): StatusFailure {
  const code = own(body, 'code');
  const wait = retryAfterMs(headers.get('retry-after'));
  const later = wait === undefined ? {} : { retryAfterMs: wait };
  if (status === 404 && code === 'unknown') return { kind: 'refused', reason: 'unknown' };
  if (status === 429 && code === 'attempts') return { kind: 'refused', reason: 'attempts', ...later };
  if (status === 401 && code === 'expired') return { kind: 'refused', reason: 'expired' };
  if (status === 400 && code === 'malformed') return { kind: 'refused', reason: 'malformed' };
  if (status === 409 || status === 422) {
    const issues = own(body, 'issues');
    if (typeof code === 'string') return { kind: 'refused', reason: 'refused', ...(Array.isArray(issues) && issues.length > 0 ? { issues } : {}) };
  }
  const incident = own(body, 'incident');
  return { kind: 'failed', reason: status === 503 || status === 429 ? 'busy' : status >= 500 ? 'server' : 'unexpected', ...later, ...(typeof incident === 'string' ? { incident } : {}) };
}
