import type { ResultsReply, SurveyResultsBackend } from '@dvc/core/survey/ports.js';
import type { ReportPeriod, ResultsFilter, ResultsGroup, SurveyResults } from '@dvc/core/survey/results.js';
import type { FormDocument, JsonObject } from '@dvc/schema';
import { tallyIndices, tallyOf, twoDecimals } from './survey-tally.js';

/** One response as a keeper has it. `day`: `YYYY-MM-DD` */
export interface KeptResponse { readonly day: string; readonly answers: JsonObject; readonly outcome?: 'complete' | 'partial' | 'screened-out'; readonly agency?: string; readonly procedure?: string; readonly channel?: string }

export interface FakeResultsOptions {
  readonly periods?: readonly ReportPeriod[];
  readonly agencies?: readonly { readonly id: string; readonly title: string }[];
  readonly procedures?: readonly { readonly id: string; readonly title: string }[];
  /** The host's own figures of indices. */
  readonly given?: Readonly<Record<string, number>>;
  readonly invited?: number;
  /** In place of every answer from now on. */
  trouble?: Exclude<ResultsReply, { kind: 'results' }> | undefined;
  /** Of every answer, ms; Infinity: it never comes. */
  latencyMs?: number;
}
export interface FakeResults extends SurveyResultsBackend {
  /** All filters that were asked for, in order. */
  readonly asked: readonly ResultsFilter[];
  set(options: Pick<FakeResultsOptions, 'trouble' | 'latencyMs'>): void;
  /** What it tells of this filter. */
  tell(filter?: ResultsFilter): SurveyResults;
}

/** A keeper in memory that counts anew for each question. */
export function fakeResults(document: FormDocument, kept: readonly KeptResponse[], options: FakeResultsOptions = {}): FakeResults {
  const asked: ResultsFilter[] = [];
  let set = options;
  const minSample = document.survey?.minSample ?? 5;
  const told = (n: number) => (n < minSample && n > 0 ? null : n);

  const fits = (filter: ResultsFilter) => ({ day, agency, procedure, channel }: KeptResponse) =>
    (!filter.from || day >= filter.from) && (!filter.to || day <= filter.to) && (!filter.agency || agency === filter.agency) && (!filter.procedure || procedure === filter.procedure) && (!filter.channel || channel === filter.channel);
  const answersOf = (all: readonly KeptResponse[]) => all.filter(({ outcome }) => outcome !== 'screened-out').map(({ answers }) => answers);
  const group = (id: string, title: string, all: readonly KeptResponse[]): ResultsGroup => {
    const answers = answersOf(all);
    return { id, title, responses: told(answers.length), indices: tallyIndices(document, answers, options.given).map((index) => ({ id: index.id, value: index.value, n: index.n })) };
  };

  const tell = (filter: ResultsFilter = {}): SurveyResults => {
    const all = kept.filter(fits(filter)), count = (...outcomes: string[]) => all.filter(({ outcome = 'complete' }) => outcomes.includes(outcome)).length;
    const answers = answersOf(all), { agencies = [], procedures = [], periods = [], invited } = options;
    const anyPeriod = { ...filter };
    delete anyPeriod.from;
    delete anyPeriod.to;
    return {
      survey: { id: document.id, title: document.title, versions: [document.version] }, filter, minSample,
      responses: { complete: told(count('complete')), partial: told(count('partial')), screenedOut: told(count('screened-out')), ...(invited === undefined ? {} : { invited, rate: invited === 0 || told(count('complete')) === null ? null : twoDecimals(100 * count('complete'), invited) }) },
      questions: tallyOf(document, answers), indices: tallyIndices(document, answers, options.given),
      periods: periods.map(({ id, title, from, to }) => group(id, title, kept.filter(fits({ ...anyPeriod, from, to })))),
      agencies: agencies.map(({ id, title }) => group(id, title, all.filter(({ agency }) => agency === id))),
      offers: { agencies, procedures, channels: [...new Set(kept.flatMap(({ channel }) => channel ?? []))].sort() },
      at: Date.UTC(2026, 10, 25, 2, 0),
    };
  };

  return {
    asked, tell,
    set(more) { set = { ...set, ...more }; },
    async results(survey, filter) {
      asked.push(filter);
      await new Promise((done) => { if (set.latencyMs !== Infinity) setTimeout(done, set.latencyMs ?? 0); });
      if (set.trouble) return set.trouble;
      return survey === document.id ? { kind: 'results', results: tell(filter) } : { kind: 'refused', reason: 'not-found' };
    },
  };
}
