import type { NodePlan } from '@dvc/schema';
import { papersOf, payloadOf } from './select.js';
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
  return node.shape.kind === 'object' && node.plan.unions.length === 0 && !node.plan.entry ? (node.children ?? []).some(seen) : true;
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
