// Over HTTP: loaded when the first response goes out.
import { apiOf, ask, NoReply, own, retryAfterMs, type HeadersSource } from '@dvc/client/http.js';
import type { SurveyBackend, SurveyReply } from '@dvc/core';

interface Where { readonly api: string | undefined; readonly headers: HeadersSource | undefined }

export function surveysAt({ api, headers }: Where): SurveyBackend {
  const base = `${apiOf(api)}/surveys`;
  const call = async (method: string, survey: string, id: string, more: Record<string, string>, body?: object) => ask((...given) => fetch(...given), `${base}/${encodeURIComponent(survey)}/responses/${encodeURIComponent(id)}`, {
    method, credentials: 'omit', cache: 'no-store', headers: { 'X-DVC': '1', ...(body ? { 'Content-Type': 'application/json' } : {}), ...more, ...(await headers?.()) }, ...(body ? { body: JSON.stringify(body), keepalive: true } : {}),
  }, { ms: 30_000 });
  return {
    async send(response, invitation) {
      try {
        const { status, headers: said, body } = await call('PUT', response.document.id, response.id, invitation === undefined ? {} : { 'DVC-Invitation': invitation }, response);
        const receipt = own(body, 'receipt');
        if ((status === 200 || status === 201) && typeof receipt === 'string') return { kind: 'kept', receipt };
        const code = own(body, 'code');
        if (status === 403) return { kind: 'refused', reason: code === 'spent' ? 'spent' : 'not-eligible' };
        if (status === 409) return { kind: 'refused', reason: 'withdrawn' };
        if (status === 410) return { kind: 'refused', reason: 'closed' };
        const issues = own(body, 'issues');
        if (status === 422 && Array.isArray(issues)) return { kind: 'issues', issues };
        if (status === 429) return { kind: 'refused', reason: 'attempts', ...wait(said) };
        const incident = own(body, 'incident');
        return { kind: 'failed', reason: status === 503 ? 'busy' : status >= 500 ? 'server' : 'unexpected', ...wait(said), ...(typeof incident === 'string' ? { incident } : {}) } as SurveyReply;
      } catch (error) {
        if (error instanceof NoReply) return { kind: 'failed', reason: error.reason };
        throw error;
      }
    },
    async withdraw(survey, id, receipt) {
      try {
        const { status } = await call('DELETE', survey, id, { 'DVC-Receipt': receipt });
        return status === 204 ? 'withdrawn' : status === 404 ? 'unknown' : 'failed';
      } catch { return 'failed'; }
    },
  };
}

const wait = (headers: Headers): { retryAfterMs?: number } => {
  const ms = retryAfterMs(headers.get('retry-after'));
  return ms === undefined ? {} : { retryAfterMs: ms };
};
