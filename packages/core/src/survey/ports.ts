// The keeper of responses, as an element sees it. `client` implements it over HTTP, `testing` fakes it. It may be another channel than the one of the dossiers.
import type { Issue } from '@dvc/schema';
import type { SurveyResults, ResultsFilter } from './results.js';
import type { SurveyResponse } from './types.js';

export type SurveyReply =
  /** `receipt`: with it, and only with it, the response can be withdrawn. */
  | { readonly kind: 'kept'; readonly receipt: string }
  /** On this device until there is a connection; it will be sent by itself. */
  | { readonly kind: 'queued' }
  /** `closed`: outside of its dates. `spent`: this dossier or this invitation has answered. `not-eligible`: it must prove that it may answer, and does not. `withdrawn`: it was taken back. */
  | { readonly kind: 'refused'; readonly reason: 'closed' | 'spent' | 'not-eligible' | 'withdrawn' | 'malformed' | 'attempts'; readonly retryAfterMs?: number }
  | { readonly kind: 'issues'; readonly issues: readonly Issue[] }
  | { readonly kind: 'failed'; readonly reason: 'offline' | 'timeout' | 'busy' | 'server' | 'unexpected'; readonly retryAfterMs?: number; readonly incident?: string };

/** Nothing in here throws; every call may be repeated without harm. */
export interface SurveyBackend {
  /** `invitation`: a one-time token that proves eligibility and says nothing else. */
  send(response: SurveyResponse, invitation?: string): Promise<SurveyReply>;
  withdraw(survey: string, id: string, receipt: string): Promise<'withdrawn' | 'unknown' | 'failed'>;
}

export type ResultsReply =
  | { readonly kind: 'results'; readonly results: SurveyResults }
  | { readonly kind: 'refused'; readonly reason: 'not-found' | 'not-allowed' | 'malformed' }
  | { readonly kind: 'failed'; readonly reason: 'offline' | 'timeout' | 'busy' | 'server' | 'unexpected'; readonly incident?: string };

/** Nothing in here throws. */
export interface SurveyResultsBackend {
  results(survey: string, filter: ResultsFilter): Promise<ResultsReply>;
}
