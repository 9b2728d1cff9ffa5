import type { NodePlan } from '@dvc/schema';
import { placedIssues, paperIssuesOf, type PlacedIssue } from './select.js';
import type { FormState } from './state.js';

/** The page on which a place stands. */
export function pageOf(state: FormState, node: NodePlan): string | undefined {
  for (let up: NodePlan | undefined = node; up; up = up.parent) {
    const step = state.plan.steps.find((each) => each.nodes.includes(up));
    if (step) return step.id;
  }
  return undefined;
}

/** The issues of one page. */
export function pageIssues(state: FormState, page: string): PlacedIssue[] {
  return placedIssues(state).filter((issue) => pageOf(state, issue.node.plan) === page);
}

export const isPageBlocked = (state: FormState, page: string): boolean =>
  page === 'papers' ? paperIssuesOf(state).length > 0 : page !== 'review' && pageIssues(state, page).length > 0;
