// The drafts of JSON Schema, as far as they differ in what a keyword means.
import { own } from './report.js';

/** Which draft a schema says that it is written in; 0 = it does not say, so the habits of all of them are read. */
export type Dialect = 0 | 4 | 6 | 7 | 2019 | 2020;

const NAMED: Record<string, Dialect> = { '03': 4, '04': 4, '06': 6, '07': 7, '2019-09': 2019, '2020-12': 2020 };

/** The draft that `$schema` names; a meta-schema of somebody's own tells nothing. `outer` is that of the schema around. */
export function dialectOf(schema: unknown, outer: Dialect): Dialect {
  const named = own(schema, '$schema');
  if (typeof named !== 'string') return outer;
  const [, draft = ''] = /^https?:\/\/json-schema\.org\/draft[-/]([\d-]+)\/schema#?$/.exec(named) ?? [];
  return NAMED[draft] ?? 0;
}

/** Draft-07 and before: what stands beside a `$ref` is not looked at. */
export const isLonely = (dialect: Dialect): boolean => dialect !== 0 && dialect <= 7;

const SINCE = new Map<string, number>([
  ...'$anchor dependentRequired dependentSchemas minContains maxContains unevaluatedItems unevaluatedProperties'.split(' ').map((name): [string, number] => [name, 2019]),
  ['prefixItems', 2020],
]);

/** A keyword that the draft did not have yet asserts nothing in it. */
export const isLater = (name: string, dialect: Dialect): boolean => dialect !== 0 && (SINCE.get(name) ?? 0) > dialect;
