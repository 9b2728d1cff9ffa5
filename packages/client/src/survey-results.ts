import type { ResultsReply, SurveyResultsBackend } from '@dvc/core/survey/ports.js';
import type { ResultsFilter, SurveyResults } from '@dvc/core/survey/results.js';
import { apiOf, ask, NoReply, own, type HeadersSource, type Reply } from './http.js';

export interface HttpResultsOptions {
  /** Where the keeper of the responses stands: '' is the page's own origin; `/api/v1` is added when it is not there. */
  api?: string;
  /** `vi` or `en`; by default the page's own. */
  lang?: () => string;
  headers?: HeadersSource;
  fetch?: typeof fetch;
  /** ms for one request; default 30,000 */
  timeoutMs?: number;
}

const FILTERS = ['from', 'to', 'agency', 'procedure', 'channel'] as const satisfies readonly (keyof ResultsFilter)[];

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isTold = (value: unknown): boolean => value === null || isNumber(value);
const may = (is: (value: unknown) => boolean) => (value: unknown): boolean => value === undefined || is(value);
const listOf = (is: (value: unknown) => boolean) => (value: unknown): boolean => Array.isArray(value) && value.every(is);
const shape = (fields: Readonly<Record<string, (value: unknown) => boolean>>) => (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.entries(fields).every(([name, is]) => is(own(value, name)));

const isOffer = shape({ id: isText, title: isText });
const isIndex = shape({
  id: isText, title: isText, value: isTold, n: isTold, formula: isText, unit: (value) => ['percent', 'score', 'points', 'nps'].includes(value as string), max: may(isNumber), class: may(isText), missing: may(listOf(isText)),
  sources: may(listOf(isText)), confidence: may((value) => ['high', 'medium', 'low'].includes(value as string)), note: may(isText),
});
const isGroup = shape({ id: isText, title: isText, responses: isTold, indices: listOf(shape({ id: isText, value: isTold, n: isTold })) });
const QUESTION = {
  path: isText, title: isText, kind: (value: unknown) => ['choice', 'many', 'scale', 'nps', 'number', 'ranking', 'matrix', 'text'].includes(value as string), n: isTold,
  counts: may(listOf(shape({ value: isText, title: isText, count: isTold, score: may(isNumber) }))), mean: may(isTold), median: may(isTold), minimum: may(isTold), maximum: may(isTold), texts: may(listOf(isText)),
};
// Rows of a matrix have no rows again: a reply is not followed for ever.
const isQuestion = shape({ ...QUESTION, rows: may(listOf(shape(QUESTION))) });
/** A reply is what it must be, to the last number: what is drawn from it is published. */
const isResults = shape({
  survey: shape({ id: isText, title: isText, versions: listOf(isText) }), filter: shape(Object.fromEntries(FILTERS.map((name) => [name, may(isText)]))), minSample: isNumber, at: isNumber,
  responses: shape({ complete: isTold, partial: isTold, screenedOut: isTold, invited: may(isNumber), rate: may(isTold) }), questions: listOf(isQuestion), indices: listOf(isIndex), periods: listOf(isGroup), agencies: listOf(isGroup),
  offers: shape({ agencies: listOf(isOffer), procedures: listOf(isOffer), channels: listOf(isText) }),
});

/** The results of surveys, over the contract. */
export function createHttpResults(options: HttpResultsOptions = {}): SurveyResultsBackend {
  const { fetch: send = (...given: Parameters<typeof fetch>) => fetch(...given), timeoutMs: ms = 30_000, lang = () => document.documentElement.lang } = options;
  return {
    async results(survey, filter) {
      const query = new URLSearchParams(FILTERS.flatMap((name) => (filter[name] ? [[name, filter[name]]] : []))).toString();
      const url = `${apiOf(options.api)}/surveys/${encodeURIComponent(survey)}/results${query ? `?${query}` : ''}`;
      try {
        const headers = { 'X-DVC': '1', 'Accept': 'application/json', 'Accept-Language': /^en\b/i.test(lang()) ? 'en' : 'vi', ...(await options.headers?.()) };
        return readResults(await ask(send, url, { credentials: 'include', cache: 'no-store', headers }, { ms, limit: 1 << 24 }), survey);
      } catch (error) {
        if (error instanceof NoReply) return { kind: 'failed', reason: error.reason };
        throw error;
      }
    },
  };
}

function readResults({ status, body }: Reply, survey: string): ResultsReply {
  if (status === 200 && isResults(body) && own(own(body, 'survey'), 'id') === survey) return { kind: 'results', results: body as SurveyResults };
  // Only our own back end says so with a code; a proxy's 404 is a fault.
  const code = own(body, 'code');
  if (status === 404 && isText(code)) return { kind: 'refused', reason: 'not-found' };
  if (status === 401 || status === 403) return { kind: 'refused', reason: 'not-allowed' };
  if (status === 400 && isText(code)) return { kind: 'refused', reason: 'malformed' };
  const incident = own(body, 'incident');
  return { kind: 'failed', reason: status === 503 || status === 429 ? 'busy' : status >= 500 ? 'server' : 'unexpected', ...(isText(incident) ? { incident } : {}) };
}
