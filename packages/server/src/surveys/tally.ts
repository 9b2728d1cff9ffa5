// Counts, made where the responses lie: no response leaves the database for them.
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { ReportPeriod, ResultsFilter } from '@dvc/core/survey/results.js';
import type { Path } from '@dvc/schema';
import type { Question } from './questions.js';
import type { SurveyTables } from './tables.js';

export type Dimension = 'agency' | 'period' | 'procedure' | 'channel';
/** Of one question: who answered it, how often each value was given, and of a ranking at which place. */
export interface QuestionTally { n: number; values: Map<string, number>; places: Map<string, Map<number, number>> }
/** '' stands for all, or for what has no agency, no period. */
export type Tallies = ReadonlyMap<string, ReadonlyMap<Path, QuestionTally>>;
export interface Responses { complete: number; partial: number; screenedOut: number }

/** What is counted: not what waits, and nothing that was taken back. */
export function counted(survey: string, { from, to, agency, procedure, channel }: ResultsFilter): RawBuilder<boolean> {
  const parts = [sql`survey = ${survey}`, sql`not waiting`, sql`outcome <> 'withdrawn'`];
  if (from !== undefined) parts.push(sql`day >= ${from}`);
  if (to !== undefined) parts.push(sql`day <= ${to}`);
  for (const [column, value] of Object.entries({ agency, procedure, channel })) if (value !== undefined) parts.push(sql`${sql.ref(column)} = ${value}`);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

const groupBy = (dimension: Dimension | undefined, periods: readonly ReportPeriod[] | undefined): RawBuilder<string> => {
  if (dimension === undefined) return sql<string>`''::text`;
  if (dimension !== 'period') return sql<string>`coalesce(${sql.ref(dimension)}, '')`;
  if (!periods) return sql<string>`month`;
  if (periods.length === 0) return sql<string>`''::text`;
  return sql<string>`case ${sql.join(periods.map(({ id, from, to }) => sql`when day between ${from} and ${to} then ${id}`), sql` `)} else '' end`;
};

export async function countResponses(db: Kysely<SurveyTables>, survey: string, filter: ResultsFilter, dimension?: Dimension, periods?: readonly ReportPeriod[]): Promise<Map<string, Responses>> {
  const { rows } = await sql<{ g: string; outcome: string; count: string | number }>`
    select ${groupBy(dimension, periods)} as g, outcome, count(*) as count from survey_response where ${counted(survey, filter)} group by 1, 2`.execute(db);
  const made = new Map<string, Responses>();
  for (const { g, outcome, count } of rows) {
    const held = made.get(g) ?? { complete: 0, partial: 0, screenedOut: 0 };
    held[outcome === 'screened-out' ? 'screenedOut' : (outcome as 'complete' | 'partial')] = Number(count);
    made.set(g, held);
  }
  return made;
}

const wayOf = ({ kind }: Question) => (kind === 'text' ? 'text' : kind === 'many' || kind === 'ranking' ? kind : 'one');

/** Of complete responses alone. `questions` are leaves: rows of a matrix each by themselves. */
export async function tally(db: Kysely<SurveyTables>, survey: string, filter: ResultsFilter, questions: readonly Question[], dimension?: Dimension, periods?: readonly ReportPeriod[]): Promise<Tallies> {
  const asked = JSON.stringify(questions.map((each) => ({ path: each.path, way: each.personal ? 'text' : wayOf(each), keys: each.keys })));
  const { rows } = await sql<{ g: string; path: string; value: string | null; place: number; count: string | number }>`
    with base as materialized (select ${groupBy(dimension, periods)} as g, answers from survey_response where ${counted(survey, filter)} and outcome = 'complete'),
      given as (
        select base.g, asked.path, asked.way, base.answers #> asked.keys as v
        from base cross join jsonb_to_recordset(${asked}::jsonb) as asked(path text, way text, keys text[])
      ),
      each as (
        select g, path, null as value, 0 as place from given where v is not null and v not in ('[]', '{}', '""', 'null')
        union all
        select g, path, v #>> '{}', 0 from given where way = 'one' and jsonb_typeof(v) in ('string', 'number', 'boolean')
        union all
        select g, path, item.v #>> '{}', case when way = 'ranking' then item.at::int else 0 end
        from given cross join lateral jsonb_array_elements(case when way in ('many', 'ranking') and jsonb_typeof(v) = 'array' then v else '[]'::jsonb end) with ordinality as item(v, at)
      )
    select g, path, value, place, count(*) as count from each group by 1, 2, 3, 4`.execute(db);
  const made = new Map<string, Map<Path, QuestionTally>>();
  for (const { g, path, value, place, count } of rows) {
    const group = made.get(g) ?? new Map<Path, QuestionTally>();
    made.set(g, group);
    const held = group.get(path) ?? { n: 0, values: new Map<string, number>(), places: new Map<string, Map<number, number>>() };
    group.set(path, held);
    if (value === null) held.n = Number(count);
    else {
      held.values.set(value, (held.values.get(value) ?? 0) + Number(count));
      if (place > 0) held.places.set(value, (held.places.get(value) ?? new Map<number, number>()).set(place, Number(count)));
    }
  }
  return made;
}

/** As many as a list shows. */
const TEXTS = 2000;
/** What was written, in the order of the alphabet of the database, which tells nothing of when. */
export async function texts(db: Kysely<SurveyTables>, survey: string, filter: ResultsFilter, question: Question): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    select answers #>> ${`{${question.keys.map((key) => JSON.stringify(key)).join(',')}}`}::text[] as text from survey_response
    where ${counted(survey, filter)} and outcome = 'complete' and coalesce(answers #>> ${`{${question.keys.map((key) => JSON.stringify(key)).join(',')}}`}::text[], '') ~ '\\S'
    order by 1 limit ${TEXTS}`.execute(db);
  return rows.map(({ text }) => text);
}

/** Every value of a column that has been counted. */
export async function distinct(db: Kysely<SurveyTables>, survey: string, column: 'agency' | 'procedure' | 'channel' | 'version'): Promise<string[]> {
  const { rows } = await sql<{ value: string }>`select distinct ${sql.ref(column)} as value from survey_response where ${counted(survey, {})} and ${sql.ref(column)} is not null`.execute(db);
  return rows.map(({ value }) => value).sort();
}
