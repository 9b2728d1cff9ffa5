import type { FormPlan, Issue, Json, JsonObject, Path } from '@dvc/schema';
import { join } from '@dvc/schema';
import type { Change, Submission } from '../ports.js';
import type { QuoteLine } from '../payment/quote.js';
import { caseOf, feeIssuesOf, feesOf, quoteLinesOf } from './fees.js';
import { issuesOf, papersOf, payloadOf } from './select.js';
import { startForm } from './whole.js';
import type { FormContext, FormState } from './state.js';
import { sameJson } from './values.js';

export interface Judgement {
  /** What the dossier keeps: pruned, with the computed values of this instant. */
  answers: JsonObject;
  issues: Issue[];
  /** What the citizen saw differently; if there is any, the citizen is asked again (409). */
  changes: Change[];
  fees: { id: string; amount: number }[];
  /** The same as a page of payment shows it, in the document's words. */
  lines: QuoteLine[];
  caseId: string | undefined;
}

/**
 * A back end's own verdict on what a browser sent: the same machine, at the back end's instant, with the code lists.
 * Nothing that the browser reckoned is believed.
 */
export function judge(plan: FormPlan, submission: Pick<Submission, 'answers' | 'papers' | 'fees'>, known: { today: string; context?: FormContext }): Judgement {
  const state = withPapers(startForm(plan, { data: submission.answers, today: known.today, defaults: false, ...(known.context ? { context: known.context } : {}) }), submission);
  const answers = payloadOf(state);
  const fees = feesOf(state).map(({ id, amount }) => ({ id, amount }));
  const issues = issuesOf(state);
  return {
    // A fee that nobody can reckon is told when nothing else is wrong: it is mostly the consequence of what is.
    answers, issues: issues.length > 0 ? issues : feeIssuesOf(state), fees, lines: quoteLinesOf(state), caseId: caseOf(state),
    changes: [...differences(state, submission.answers, answers), ...feeChanges(state, submission.fees, fees)],
  };
}

/** The papers that came with the submission, as far as these answers ask for them. */
function withPapers(state: FormState, { papers }: Pick<Submission, 'papers'>): FormState {
  const asked = papersOf(state);
  const uploads = Object.fromEntries(asked.map((paper) => [paper.key, (Object.hasOwn(papers, paper.key) ? papers[paper.key]! : []).map((id) => ({ key: id, name: '', size: 0, status: 'uploaded' as const, part: 1 }))]));
  return { ...state, uploads };
}

/** Differences at computed places are `computed`; what one side has and the other not is `relevance`. */
function differences(state: FormState, shown: Json | undefined, now: Json | undefined, path: Path = ''): Change[] {
  if (sameJson(shown, now)) return [];
  if (isObject(shown) && isObject(now)) {
    const keys = new Set([...Object.keys(shown), ...Object.keys(now)]);
    return [...keys].flatMap((key) => differences(state, own(shown, key), own(now, key), join(path, key)));
  }
  if (Array.isArray(shown) && Array.isArray(now) && shown.length === now.length) return now.flatMap((each, i) => differences(state, shown[i], each, join(path, i)));
  const place = state.plan.find(path);
  return [{
    path, kind: place?.computed ? 'computed' : 'relevance',
    ...(shown === undefined ? {} : { shown }), ...(now === undefined ? {} : { now }), ...(place?.title ? { title: place.title.text } : {}),
  }];
}

function feeChanges(state: FormState, shown: readonly { id: string; amount: number }[], now: readonly { id: string; amount: number }[]): Change[] {
  const ids = new Set([...shown, ...now].map(({ id }) => id));
  return [...ids].flatMap((id): Change[] => {
    const before = shown.find((fee) => fee.id === id)?.amount;
    const after = now.find((fee) => fee.id === id)?.amount;
    if (before === after) return [];
    const title = [...state.plan.fees, ...state.plan.cases.flatMap((each) => each.fees)].find((fee) => fee.id === id)?.title.text;
    return [{ path: `/fees/${id}`, kind: 'fee', ...(before === undefined ? {} : { shown: before }), ...(after === undefined ? {} : { now: after }), ...(title === undefined ? {} : { title }) }];
  });
}

const isObject = (value: Json | undefined): value is JsonObject => value !== null && typeof value === 'object' && !Array.isArray(value);
const own = (value: JsonObject, key: string) => (Object.hasOwn(value, key) ? value[key] : undefined);
