// What a host sets for surveys: in the server's options, or in the file of JSON that DVC_SURVEYS names.
import type { JsonWebKey } from 'node:crypto';
import type { ReportPeriod } from '@dvc/core/survey/results.js';
import type { Path } from '@dvc/schema';
import { isDate } from '@dvc/schema/calendar/index.js';
import { isObject, Reader, type Raw } from '../settings-reader.js';
import type { RateLimits } from '../rate.js';

/** How many could have answered, as the host knows it. */
export interface InvitedFigure { readonly survey: string; readonly invited: number; /** of this period alone */ readonly period?: string; readonly agency?: string }
/** A figure of an index that no answer gives: `points` with `given`. */
export interface GivenFigure { readonly survey: string; readonly part: string; readonly value: number; readonly period?: string; readonly agency?: string }

export interface SurveySettings {
  /** PostgreSQL of the responses, another than that of the dossiers; without it an embedded database in `<dataDir>/surveys`. */
  databaseUrl?: string;
  /** Folder of the documents; default `surveys` beside the forms. */
  dir?: string;
  /** Responses that are counted together, at least; default 20. Fewer wait until their day is over. */
  batch?: number;
  /** Nothing is told of fewer responses, whatever a document says; it may ask for more. */
  minSample?: number;
  /** Periods of reports, which may not overlap; by default the months of the calendar. */
  periods?: readonly ReportPeriod[];
  invited?: readonly InvitedFigure[];
  given?: readonly GivenFigure[];
  limits?: RateLimits;
  /** Public keys of invitations by survey, for a process that has no dossiers. */
  keys?: Readonly<Record<string, JsonWebKey>>;
  /** What a host says of the words of a response, such as `offensive`: it is counted all the same, and the export shows the flags. */
  review?: (words: readonly { readonly path: Path; readonly text: string }[]) => readonly string[] | Promise<readonly string[]>;
}

const id = /^[a-z0-9][a-z0-9-]{0,79}(\/[a-z0-9][a-z0-9-]{0,79}){0,5}$/;
const day = (value: string) => isDate(value);
const objects = (raw: Raw, key: string, where: string): Raw[] => {
  const value = raw[key];
  if (!Array.isArray(value) || !value.every(isObject)) throw new Error(`${where} needs "${key}": a list of objects`);
  return value;
};

/** @throws Error in a sentence for the operator */
export function readSurveySettings(value: unknown, env: NodeJS.ProcessEnv): SurveySettings {
  const where = 'DVC_SURVEYS';
  if (!isObject(value)) throw new Error(`${where} is an object`);
  const reader = new Reader(value, where, env, ['batch', 'minSample', 'periods', 'invited', 'given', 'limits', 'keys']);
  const part = (raw: Raw, name: string, known: readonly string[]) => new Reader(raw, `${where}: "${name}"`, env, known);
  const about = (read: Reader) => ({ survey: read.text('survey', id, 'the id of a survey'), ...read.maybe('period', () => read.text('period')), ...read.maybe('agency', () => read.text('agency')) });
  const made: SurveySettings = {
    ...reader.maybe('batch', () => reader.whole('batch', 1, 10_000)),
    ...reader.maybe('minSample', () => reader.whole('minSample', 1, 1_000)),
    ...(value['periods'] === undefined ? {} : { periods: checkPeriods(objects(value, 'periods', where).map((raw) => {
      const read = part(raw, 'periods', ['id', 'title', 'from', 'to']);
      const period = { id: read.text('id'), title: read.text('title'), from: read.text('from'), to: read.text('to') };
      if (!day(period.from) || !day(period.to)) throw new Error(`${where}: the period ${period.id} goes from one day to another: 2026-10-01`);
      return period;
    })) }),
    ...(value['invited'] === undefined ? {} : { invited: objects(value, 'invited', where).map((raw) => {
      const read = part(raw, 'invited', ['survey', 'invited', 'period', 'agency']);
      return { ...about(read), invited: read.whole('invited', 0, 1e9) };
    }) }),
    ...(value['given'] === undefined ? {} : { given: objects(value, 'given', where).map((raw) => {
      const read = part(raw, 'given', ['survey', 'part', 'value', 'period', 'agency']);
      const figure = raw['value'];
      if (typeof figure !== 'number' || !Number.isFinite(figure)) throw new Error(`${read.where} needs "value": a number`);
      return { ...about(read), part: read.text('part'), value: figure };
    }) }),
    ...(value['limits'] === undefined ? {} : { limits: limits(new Reader(isObject(value['limits']) ? value['limits'] : {}, `${where}: "limits"`, env, ['client', 'all', 'minutes'])) }),
    ...(value['keys'] === undefined ? {} : { keys: keys(value['keys'], where) }),
  };
  return made;
}

const limits = (read: Reader): RateLimits => ({
  ...read.maybe('client', () => read.whole('client', 1, 1e6)), ...read.maybe('all', () => read.whole('all', 1, 1e9)), ...read.maybe('minutes', () => read.whole('minutes', 1, 1440)),
});

function keys(value: unknown, where: string): Record<string, JsonWebKey> {
  if (!isObject(value) || !Object.entries(value).every(([survey, key]) => id.test(survey) && isObject(key) && typeof key['kty'] === 'string')) throw new Error(`${where} needs "keys": the public key (JWK) of each survey by its id`);
  if (Object.values(value).some((key) => (key as JsonWebKey).d !== undefined)) throw new Error(`${where}: "keys" holds a private key; it needs the public one`);
  return value as Record<string, JsonWebKey>;
}

/** @throws Error when two of them share a day, for the difference of their results would tell of fewer people than either */
export function checkPeriods(periods: readonly ReportPeriod[]): readonly ReportPeriod[] {
  const sorted = [...periods].sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const [at, period] of sorted.entries()) {
    if (period.from > period.to) throw new Error(`The period ${period.id} ends before it begins`);
    if (sorted[at + 1] && sorted[at + 1]!.from <= period.to) throw new Error(`The periods ${period.id} and ${sorted[at + 1]!.id} overlap`);
  }
  if (new Set(periods.map((each) => each.id)).size < periods.length) throw new Error('Two periods have the same id');
  return sorted;
}
