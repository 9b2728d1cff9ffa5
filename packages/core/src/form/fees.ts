import type { CasePlan, FeePlan, Json } from '@dvc/schema';
import { isTrue, payloadOf } from './select.js';
import { readPruned } from './settle.js';
import type { FormState } from './state.js';

export interface FeeLine { readonly id: string; readonly plan: FeePlan; /** integer đồng */ readonly amount: number; readonly full: number; readonly reduction?: string }

/** What is to be paid for these answers, in integer đồng; the case's own fees come after the document's. */
export function feesOf(state: FormState, channel: 'online' | 'counter' = 'online'): FeeLine[] {
  const answers = payloadOf(state);
  const plans = [...state.plan.fees, ...(casePlanOf(state)?.fees ?? [])];
  return plans.flatMap((plan) => {
    if (!isTrue(plan.when, answers) || (plan.channel !== undefined && plan.channel !== channel)) return [];
    const full = amountOf(state, plan.amount);
    if (full === undefined) return [];
    const reduction = plan.reductions.find((each) => each.when.test(answers));
    const amount = !reduction ? full : reduction.amount !== undefined ? amountOf(state, reduction.amount) ?? full : Math.round(full * (1 - (reduction.percent ?? 0) / 100));
    return [{ id: plan.id, plan, full, amount, ...(reduction ? { reduction: reduction.id } : {}) }];
  });
}

function amountOf(state: FormState, expression: Json): number | undefined {
  try {
    const amount = state.plan.rules?.evaluate(expression, { today: state.today, read: (name) => readPruned([state.root], name.startsWith('/') ? name : `/${name}`) });
    return typeof amount === 'number' && Number.isSafeInteger(amount) && amount >= 0 ? amount : undefined;
  } catch {
    return undefined;
  }
}

export const casePlanOf = (state: FormState): CasePlan | undefined => state.plan.cases.find((each) => each.when.test(payloadOf(state)));
export const caseOf = (state: FormState): string | undefined => casePlanOf(state)?.id;
