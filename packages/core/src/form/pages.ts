import type { NodePlan } from '@dvc/schema';
import { papersOf, payloadOf, placedIssues, paperIssuesOf, type PlacedIssue } from './select.js';
import type { FormState, NodeState } from './state.js';

export interface Page { readonly id: string; readonly kind: 'step' | 'papers' | 'review' }

/** The pages that these answers lead through: steps in which something is asked, papers if any, the review. */
export function pagesOf(state: FormState): Page[] {
  const steps = state.plan.steps.filter((step) => (step.when ? step.when.test(payloadOf(state)) : step.nodes.some((node) => hasShown(state.root, node))));
  return [
    ...steps.map((step): Page => ({ id: step.id, kind: 'step' })),
    ...(papersOf(state).length > 0 ? [{ id: 'papers', kind: 'papers' } as const] : []),
    { id: 'review', kind: 'review' },
  ];
}

/** Is anything of this top place asked and seen? */
export function hasShown(root: NodeState, plan: NodePlan): boolean {
  const node = stateAt(root, plan);
  return node !== undefined && seen(node);
}

function seen(node: NodeState): boolean {
  if (!node.relevant) return false;
  return node.plan.kind === 'object' ? (node.children ?? []).some(seen) : true;
}

/** The state of a place outside lists; undefined when something above is not asked. */
export function stateAt(root: NodeState, plan: NodePlan): NodeState | undefined {
  let at: NodeState | undefined = root;
  for (const step of plan.route) {
    if (!at?.relevant) return undefined;
    at = at.children?.[step];
  }
  return at;
}

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
