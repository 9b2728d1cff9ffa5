// Means and indices are sums of counts too. Together with the counts that are told, they must not tell one that is hidden: then more counts are hidden, and where that is not enough, the mean or the index is.
import type { Json, Path } from '@dvc/schema';
import type { SurveyIndex } from '@dvc/core/survey/indices.js';
import type { QuestionResult } from '@dvc/core/survey/results.js';
import { reckonable, type Told } from './hide.js';
import { cellName, shownResult } from './question-results.js';
import { leavesOf, type Question } from './questions.js';

export interface Audited { readonly questions: QuestionResult[]; /** ids of indices whose value is not told */ readonly silent: ReadonlySet<string> }
interface Sum { readonly paths: readonly Path[]; readonly told: Told; readonly mean?: Path; readonly index?: string }

const leaves = (questions: readonly QuestionResult[]): QuestionResult[] => questions.flatMap((each) => (each.kind === 'matrix' ? [...each.rows!] : [each]));

/** Every question that an index is reckoned from; of a matrix, its rows. */
export function pathsOf(index: SurveyIndex, all: readonly SurveyIndex[], questions: readonly Question[]): Path[] {
  const own = [...(index.of ?? []), ...(index.parts ?? []).flatMap((part) => [...(part.of === undefined ? [] : [part.of]), ...(all.find(({ id, kind }) => id === part.index && kind === 'share')?.of ?? [])])];
  return own.flatMap((path) => questions.find((each) => each.path === path && each.kind === 'matrix')?.rows.map((row) => row.path) ?? [path]);
}

/** What an index tells: of each of its parts the sum above the line and the one below. */
function sumsOf(index: SurveyIndex, all: readonly SurveyIndex[], questions: readonly Question[], counted: ReadonlyMap<Path, QuestionResult>): Sum[] {
  const parts: SurveyIndex[] = index.kind === 'points'
    ? (index.parts ?? []).flatMap((part) => (part.of !== undefined ? [{ ...index, kind: 'mean' as const, of: [part.of] }] : all.filter(({ id, kind }) => id === part.index && kind === 'share')))
    : [index];
  return parts.flatMap((part) => {
    const paths = pathsOf({ ...part, parts: [] }, all, questions);
    const weigh = (weight: (value: string, score: number | undefined) => number): Told => new Map(paths.flatMap((path) => (counted.get(path)?.counts ?? []).map(({ value, score }) => [cellName(path, value), weight(value, score)] as const)));
    const values = new Set((part.values ?? []).map((value: Json) => String(value)));
    const valid = (score: number | undefined) => (part.kind === 'share' || score !== undefined ? 1 : 0);
    const above = part.kind === 'mean' ? weigh((_, score) => score ?? 0)
      : part.kind === 'nps' ? weigh((value, score = Number(value)) => (score >= 9 ? 1 : score <= 6 ? -1 : 0))
        : weigh((value) => (values.has(value) ? 1 : 0));
    // Where there are scores, a choice without one is no answer in the sense of the index.
    const scored = paths.some((path) => counted.get(path)?.counts?.some(({ score }) => score !== undefined));
    const below = weigh((_, score) => (scored ? (score === undefined ? 0 : 1) : valid(score)));
    return [{ paths, told: above, index: index.id }, { paths, told: below, index: index.id }];
  });
}

export function audit(questions: readonly Question[], whole: readonly QuestionResult[], indices: readonly SurveyIndex[], k: number): Audited {
  const counted = new Map(leaves(whole).map((each) => [each.path, each]));
  const leafQuestions = new Map(leavesOf(questions).map((each) => [each.path, each]));
  const also = new Set<string>(), withoutMean = new Set<Path>(), silent = new Set<string>();
  for (const index of indices) {
    // A pool into which a question of a few people goes would tell of them.
    const few = pathsOf(index, indices, questions).some((path) => { const n = counted.get(path)?.n ?? 0; return n > 0 && n < k; });
    if (few) silent.add(index.id);
  }
  for (;;) {
    const shown = questions.map((question, at) => shownResult(question, whole[at]!, k, also, withoutMean));
    const isHidden = new Set(leaves(shown).flatMap(({ path, counts, n }) => (n === null ? counted.get(path)?.counts ?? [] : (counts ?? []).filter(({ count }) => count === null)).map(({ value }) => cellName(path, value))));
    const small = [...counted.values()].flatMap(({ path, counts }) => (counts ?? []).filter(({ count }) => count! > 0 && count! < k).map(({ value }) => cellName(path, value)));
    if (small.length === 0) return { questions: shown, silent };
    const sums = toldSums(shown, counted, leafQuestions, withoutMean);
    for (const index of indices) if (!silent.has(index.id)) sums.push(...sumsOf(index, indices, questions, counted));
    const unknown = sums.map(({ told }): Told => new Map([...told].filter(([name, weight]) => weight !== 0 && isHidden.has(name))));
    const [found] = reckonable(unknown, small);
    if (found === undefined) return { questions: shown, silent };
    const path = found.slice(0, found.indexOf('\n'));
    const open = (leaves(shown).find((each) => each.path === path)?.counts ?? []).filter(({ count }) => count !== null).sort((a, b) => a.count! - b.count!);
    if (open.length > 0) also.add(cellName(path, open[0]!.value));
    else if (!withoutMean.has(path)) withoutMean.add(path);
    else for (const { index, paths } of sums) if (index !== undefined && paths.includes(path)) silent.add(index);
  }
}

/** The sums that the questions themselves tell: how many answered, and a mean. */
function toldSums(shown: readonly QuestionResult[], counted: ReadonlyMap<Path, QuestionResult>, questions: ReadonlyMap<Path, Question>, withoutMean: ReadonlySet<Path>): Sum[] {
  return leaves(shown).flatMap(({ path, n, mean }) => {
    const { counts = [], kind } = counted.get(path)!;
    if (n === null || counts.length === 0) return [];
    const sums: Sum[] = [];
    if (kind !== 'many' || questions.get(path)?.exactly !== undefined) sums.push({ paths: [path], told: new Map(counts.map(({ value }) => [cellName(path, value), 1])) });
    if (mean != null && !withoutMean.has(path)) {
      sums.push({ paths: [path], told: new Map(counts.map(({ value, score = 0 }) => [cellName(path, value), score])) });
      sums.push({ paths: [path], told: new Map(counts.map(({ value, score }) => [cellName(path, value), score === undefined ? 0 : 1])) });
    }
    return sums;
  });
}
