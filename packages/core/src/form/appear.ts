import { insideOf, type NodePlan } from '@dvc/schema';

const fills = new WeakMap<NodePlan, boolean>();
/** Is there anything in it that has a default? */
export function hasDefaults(plan: NodePlan): boolean {
  const known = fills.get(plan);
  if (known !== undefined) return known;
  const is = plan.defaultValue !== undefined || plan.shaper !== undefined || (plan.minItems > 0 && plan.required.length > 0) || insideOf(plan).some(hasDefaults);
  fills.set(plan, is);
  return is;
}
