import type { CasePlan, FeePlan, Issue, Json, JsonObject, Text } from '@dvc/schema';
import type { QuoteLine } from '../payment/quote.js';
import { isTrue, payloadOf } from './select.js';
import { readPruned } from './settle.js';
import type { FormState } from './state.js';

export type Channel = 'online' | 'counter';
type Reduction = FeePlan['reductions'][number];

/** A fee that is due for these answers. */
export interface FeeLine {
  readonly id: string; readonly plan: FeePlan;
  /** integer đồng, after exemption and reduction */
  readonly amount: number;
  /** integer đồng, before them */
  readonly full: number;
  readonly quantity?: { readonly count: number; /** integer đồng, of one unit before any reduction */ readonly each: number };
  /** What made it less. */
  readonly reduction?: Reduction;
}
/** A fee that is due, but nobody knows how much: an answer that it is reckoned from is not there yet, or what comes out is no sum of money. */
export interface OpenFee { readonly id: string; readonly plan: FeePlan; readonly amount?: undefined }

/** integer đồng; the most that the API's contract takes */
const MOST = 1e12;

/** Everything that is due for these answers, in order; the case's own fees come after the document's. */
export function feeLinesOf(state: FormState, channel: Channel = 'online'): (FeeLine | OpenFee)[] {
  const answers = payloadOf(state);
  return [...state.plan.fees, ...(casePlanOf(state)?.fees ?? [])]
    .filter((plan) => isTrue(plan.when, answers) && (plan.channel === undefined || plan.channel === channel))
    .map((plan) => reckoned(state, plan, answers) ?? { id: plan.id, plan });
}

/** What is to be paid, as far as it can be reckoned; for the rest see `feeIssuesOf`. */
export const feesOf = (state: FormState, channel?: Channel): FeeLine[] => feeLinesOf(state, channel).filter((line) => line.amount !== undefined);

/** Fees that are due and cannot be reckoned. With every answer there, such a dossier must not be taken: the citizen would not be asked for the money. Path: `/fees/<id>`. */
export const feeIssuesOf = (state: FormState, channel?: Channel): Issue[] =>
  feeLinesOf(state, channel).filter((line) => line.amount === undefined).map(({ id, plan }) => ({ path: `/fees/${id}`, code: 'fee-unknown', params: { fee: id, title: plan.title.text } }));

function reckoned(state: FormState, plan: FeePlan, answers: JsonObject): FeeLine | undefined {
  const each = integer(state, plan.amount);
  const count = plan.quantity === undefined ? 1 : integer(state, plan.quantity);
  const full = product(each, count);
  if (each === undefined || count === undefined || full === undefined) return undefined;
  const line = { id: plan.id, plan, full, ...(plan.quantity === undefined ? {} : { quantity: { count, each } }) };
  const reduction = plan.reductions.find(({ when }) => when.test(answers));
  const paid = !reduction ? full : reduction.amount !== undefined ? product(integer(state, reduction.amount), count) : percentOff(full, reduction.percent ?? 0);
  if (paid === undefined) return undefined;
  // A "reduction" above the fee itself is a slip of its author, and no citizen pays for it.
  return reduction && paid < full ? { ...line, amount: paid, reduction } : { ...line, amount: full };
}

const product = (each: number | undefined, count: number | undefined): number | undefined => (each === undefined || count === undefined || each * count > MOST ? undefined : each * count);

/** What is left of a sum, rounded half up. In whole numbers: the machine's fractions lose a đồng. */
function percentOff(full: number, percent: number): number {
  const left = 100_000_000n - BigInt(Math.round(percent * 1e6));
  return Number((BigInt(full) * left * 2n + 100_000_000n) / 200_000_000n);
}

/** The whole number, 0 or more, that an expression gives. */
function integer(state: FormState, expression: Json): number | undefined {
  try {
    const value = state.plan.rules?.evaluate(expression, { today: state.today, read: (name) => readPruned([state.root], name.startsWith('/') ? name : `/${name}`) });
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The same lines as a page of payment shows them; of nothing (no copies were asked for) there is no line.
 * @param say a text in the citizen's language; by default as the document has it
 */
export const quoteLinesOf = (state: FormState, channel?: Channel, say: (text: Text) => string = ({ text }) => text): QuoteLine[] =>
  feesOf(state, channel).filter(({ quantity }) => quantity?.count !== 0).map(({ id, plan, amount, full, quantity, reduction }) => ({
    id, kind: plan.kind, title: say(plan.title), amount,
    ...(reduction ? { full, reduction: say(reduction.title) } : {}),
    ...(quantity ? { quantity: { ...quantity, unit: plan.unit ? say(plan.unit) : '' } } : {}),
    ...(plan.unverified ? { unverified: true as const } : {}),
    ...(plan.note ? { note: say(plan.note) } : {}),
  }));

export const casePlanOf = (state: FormState): CasePlan | undefined => state.plan.cases.find((each) => each.when.test(payloadOf(state)));
export const caseOf = (state: FormState): string | undefined => casePlanOf(state)?.id;
