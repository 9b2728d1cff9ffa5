import type { NodePlan } from '@dvc/schema';
import { locate, NESTED } from './locate.js';
import { answerIssues, paperIssuesOf, type PlacedIssue } from './select.js';
import type { FormState } from './state.js';

/** The page on which a place stands, whatever form inside the form it belongs to. */
export function pageOf(state: FormState, id: string): string | undefined {
  const inner = id.indexOf(`/${NESTED}`);
  const node = locate(state.root, inner < 0 ? id : id.slice(0, inner))?.node.plan;
  for (let up: NodePlan | undefined = node; up; up = up.parent) {
    const step = state.plan.steps.find((each) => each.nodes.includes(up));
    if (step) return step.id;
  }
  return undefined;
}

/** The issues of one page. */
export function pageIssues(state: FormState, page: string): PlacedIssue[] {
  return answerIssues(state).filter((issue) => pageOf(state, issue.id) === page);
}

export const isPageBlocked = (state: FormState, page: string): boolean =>
  page === 'papers' ? paperIssuesOf(state).length > 0 : page !== 'review' && pageIssues(state, page).length > 0;
