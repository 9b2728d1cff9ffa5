// What many responses say. Everything is counted in SQL; what would tell of too few people is left out here, before it leaves the server.
import type { Kysely } from 'kysely';
import { indicesOf } from '@dvc/core/survey/indices.js';
import { hundredths, ratio } from '@dvc/core/survey/rational.js';
import type { IndexResult, QuestionResult, ReportPeriod, ResultsFilter, ResultsGroup, SurveyResults } from '@dvc/core/survey/results.js';
import type { SurveyContext } from '@dvc/core/survey/types.js';
import type { FormLibrary } from '../forms.js';
import { audit, pathsOf } from './audit.js';
import { hidden } from './hide.js';
import type { Surveys } from './index.js';
import { monthPeriods, monthTitle, widen } from './periods.js';
import { wholeResult } from './question-results.js';
import { leavesOf, minSampleOf, questionsOf, type Question, type SurveyDocument } from './questions.js';
import { countResponses, distinct, tally, texts, type Dimension, type QuestionTally } from './tally.js';
import type { SurveyTables } from './tables.js';

export type World = Pick<Surveys, 'library' | 'store' | 'settings' | 'periods' | 'codeLists' | 'invited' | 'now'>;

/** The newest document, and the questions of all versions that were answered. */
export async function documentOf(library: FormLibrary, survey: string, versions: readonly string[]): Promise<{ document: SurveyDocument; questions: Question[] }> {
  const document = (await library.get(survey, 'latest'))!.document as SurveyDocument;
  const questions = questionsOf(document);
  const known = new Set(leavesOf(questions).map(({ path }) => path));
  for (const version of versions.filter((each) => each !== document.version)) {
    const older = (await library.get(survey, version))?.document as SurveyDocument | undefined;
    for (const question of older ? questionsOf(older) : []) {
      const fresh = leavesOf([question]).filter(({ path }) => !known.has(path));
      fresh.forEach(({ path }) => known.add(path));
      questions.push(...fresh);
    }
  }
  return { document, questions };
}

const without = (filter: ResultsFilter, dimension: Dimension): ResultsFilter => {
  const { from, to, agency, procedure, channel } = filter;
  const kept = { ...(dimension === 'period' ? {} : { from, to }), ...(dimension === 'agency' ? {} : { agency }), ...(dimension === 'procedure' ? {} : { procedure }), ...(dimension === 'channel' ? {} : { channel }) };
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)) as ResultsFilter;
};

/** Of each value of a dimension: how many complete responses, and whether that may be told. `all`: nothing may. */
async function sizes(db: Kysely<SurveyTables>, survey: string, filter: ResultsFilter, dimension: Dimension, k: number, periods?: readonly ReportPeriod[]) {
  const groups = [...(await countResponses(db, survey, without(filter, dimension), dimension, periods))].map(([id, { complete }]) => ({ id, complete })).filter(({ complete }) => complete > 0);
  const hides = hidden(groups.map(({ complete }) => complete), k);
  return groups.map((each, at) => ({ ...each, told: each.complete >= k && hides?.[at] === false }));
}
type Sizes = Awaited<ReturnType<typeof sizes>>;

/** May a range of periods be told, beside the whole and beside each of them? */
function mayTell(all: Sizes, inside: (id: string) => boolean, k: number): boolean {
  const sum = (wanted: boolean) => all.filter(({ id, told }) => !told && inside(id) === wanted).reduce((made, { complete }) => made + complete, 0);
  return [sum(true), sum(false)].every((each) => each === 0 || each >= k);
}

interface Looked { whole: QuestionResult[]; questions: QuestionResult[]; indices: IndexResult[] }

export async function resultsOf(world: World, survey: string, asked: ResultsFilter): Promise<SurveyResults> {
  const { db } = (await world.store()).database;
  const versions = await distinct(db, survey, 'version');
  const { document, questions } = await documentOf(world.library, survey, versions);
  const k = minSampleOf(document, world.settings.minSample);
  const filter = widen(asked, world.periods);
  const indices = document.survey?.indices ?? [];
  const leaves = leavesOf(questions);
  const names = (list: string) => { const items = world.codeLists(list)?.list.items; return items && new Map(items.map(({ code, name }) => [code, name])); };

  const look = (counts: ReadonlyMap<string, QuestionTally> | undefined, given: Readonly<Record<string, number>>): Looked => {
    const whole = questions.map((question) => wholeResult(question, counts, names));
    const { questions: shown, silent } = audit(questions, whole, indices, k);
    const [exact, told] = [indicesOf(document, whole, given), indicesOf(document, shown, given)];
    return { whole, questions: shown, indices: exact.map((index, at) => mix(index, told[at]!, silent.has(index.id), k)) };
  };
  const givenFor = (period: string | undefined, agency: string | undefined) => Object.fromEntries((world.settings.given ?? []).filter((each) => each.survey === survey && each.period === period && each.agency === agency).map(({ part, value }) => [part, value]));

  const bySize = { agency: await sizes(db, survey, filter, 'agency', k), period: await sizes(db, survey, filter, 'period', k, world.periods), procedure: await sizes(db, survey, filter, 'procedure', k), channel: await sizes(db, survey, filter, 'channel', k) };
  const periods = world.periods ?? monthPeriods(bySize.period.map(({ id }) => id));
  const inRange = ({ from, to }: ReportPeriod) => (filter.from === undefined || to >= filter.from) && (filter.to === undefined || from <= filter.to);
  const range = new Set(periods.filter(inRange).map(({ id }) => id));
  const period = range.size === 1 ? [...range][0] : undefined;
  const one = (dimension: 'agency' | 'procedure' | 'channel') => filter[dimension] === undefined || bySize[dimension].find(({ id }) => id === filter[dimension])?.told === true;
  const dated = filter.from !== undefined || filter.to !== undefined;

  const all = (await countResponses(db, survey, filter)).get('') ?? { complete: 0, partial: 0, screenedOut: 0 };
  const enough = all.complete >= k && one('agency') && one('procedure') && one('channel') && (!dated || mayTell(bySize.period, (id) => range.has(id), k));
  const counts = enough ? (await tally(db, survey, filter, leaves)).get('') : undefined;
  const made = look(counts, givenFor(dated ? period : undefined, filter.agency));
  const told = (count: number) => (enough && count >= k ? count : null);
  const invited = await invitedTo(world, survey, filter, dated ? period : undefined);

  const used = new Set(indices.flatMap((index) => pathsOf(index, indices, questions)));
  const groups = async (dimension: 'agency' | 'period', titleOf: (id: string) => string, order: (all: Sizes) => Sizes): Promise<ResultsGroup[]> => {
    const wanted = leaves.filter(({ path }) => used.has(path));
    const tallies = wanted.length > 0 ? await tally(db, survey, without(filter, dimension), wanted, dimension, world.periods) : new Map();
    return order(bySize[dimension]).filter(({ id }) => id !== '').map(({ id, complete, told: isTold }) => {
      const { indices: found } = look(isTold ? tallies.get(id) : undefined, dimension === 'agency' ? givenFor(dated ? period : undefined, id) : givenFor(id, filter.agency));
      return { id, title: titleOf(id), responses: isTold ? complete : null, indices: found.map(({ id: index, value, n }) => ({ id: index, value, n })) };
    });
  };
  const agencyTitle = (id: string) => names('agencies')?.get(id) ?? id;
  const withTexts = enough ? await addTexts(db, survey, filter, leaves, made.questions) : made.questions;
  return {
    survey: { id: survey, title: document.title, versions: versions.length > 0 ? versions : [document.version] }, filter, minSample: k,
    responses: {
      complete: told(all.complete), partial: told(all.partial), screenedOut: told(all.screenedOut),
      ...(invited === undefined ? {} : { invited, rate: enough && invited >= all.complete ? Number(hundredths(ratio(100 * all.complete, Math.max(invited, 1)))) / 100 : null }),
    },
    questions: withTexts, indices: made.indices,
    periods: await groups('period', (id) => world.periods?.find((each) => each.id === id)?.title ?? monthTitle(id), (found) => periods.flatMap(({ id }) => found.filter((each) => each.id === id))),
    agencies: await groups('agency', agencyTitle, (found) => [...found].sort((a, b) => (a.id < b.id ? -1 : 1))),
    offers: {
      agencies: (await distinct(db, survey, 'agency')).map((id) => ({ id, title: agencyTitle(id) })),
      procedures: (await distinct(db, survey, 'procedure')).map((id) => ({ id, title: names('procedures')?.get(id) ?? id })),
      channels: (await distinct(db, survey, 'channel')) as NonNullable<SurveyContext['channel']>[],
    },
    at: world.now().getTime(),
  };
}

/** The value from what was counted, the formula from what is told: a number that is hidden is `…` in it. */
function mix(exact: IndexResult, told: IndexResult, silent: boolean, k: number): IndexResult {
  const points = exact.unit === 'points';
  const enough = !silent && exact.n !== null && (exact.n >= k || (points && exact.n === 0));
  const { value: _, class: __, ...rest } = told;
  if (!enough) return { ...rest, value: null, n: null };
  const [, result] = /( = [−\d.,]+)$/.exec(exact.formula) ?? [];
  const formula = told.value === null && exact.value !== null ? `${told.formula}${result ?? ''}` : exact.value === null ? told.formula : exact.value === told.value ? exact.formula : told.formula;
  const { missing: ___, ...shown } = rest;
  return { ...shown, value: exact.value, n: exact.n, formula, ...(exact.class === undefined ? {} : { class: exact.class }), ...(exact.missing ? { missing: exact.missing } : {}) };
}

async function addTexts(db: Kysely<SurveyTables>, survey: string, filter: ResultsFilter, leaves: readonly Question[], results: readonly QuestionResult[]): Promise<QuestionResult[]> {
  const made: QuestionResult[] = [];
  for (const result of results) {
    const question = leaves.find(({ path }) => path === result.path);
    made.push(result.n !== null && question?.kind === 'text' && !question.personal ? { ...result, texts: await texts(db, survey, filter, question) } : result);
  }
  return made;
}

/** The host's own figure for exactly this; of the whole, how many dossiers were handed an invitation. */
async function invitedTo({ settings, invited }: World, survey: string, filter: ResultsFilter, period: string | undefined): Promise<number | undefined> {
  const dated = filter.from !== undefined || filter.to !== undefined;
  if (filter.procedure !== undefined || filter.channel !== undefined || (dated && period === undefined)) return undefined;
  const figure = settings.invited?.find((each) => each.survey === survey && each.period === period && each.agency === filter.agency)?.invited;
  if (figure !== undefined || dated || filter.agency !== undefined) return figure;
  const handed = await invited?.(survey);
  return handed === 0 ? undefined : handed;
}
