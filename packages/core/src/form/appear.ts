// What happens when a place comes to be asked, or comes to look another way.
import { insideOf, type NodePlan } from '@dvc/schema';
import { buildNode, nestedNode, type Source } from './build.js';
import type { Settling } from './settle.js';
import type { NodeState, Row } from './state.js';
import { heldValue, isRow, sameJson } from './values.js';

const fills = new WeakMap<NodePlan, boolean>();
/** Is there anything in it that has a default? */
export function hasDefaults(plan: NodePlan): boolean {
  const known = fills.get(plan);
  if (known !== undefined) return known;
  const is = plan.defaultValue !== undefined || plan.shaper !== undefined || (plan.minItems > 0 && plan.required.length > 0) || insideOf(plan).some(hasDefaults);
  fills.set(plan, is);
  return is;
}

/** What was given for it while it was foreign is its answer now; else it gets its defaults, once, and only where nobody has answered. */
export function appear(settling: Settling, node: NodePlan, rows: Row): boolean {
  const { draft, known } = settling;
  const [parent, state] = draft.trail(node, rows)!.slice(-2) as [NodeState, NodeState];
  const given = parent.extra && Object.hasOwn(parent.extra, node.key) ? parent.extra[node.key] : undefined;
  if (heldValue(state) !== undefined || state.touched || state.origin !== undefined) return false;
  if (given === undefined && !known.defaults) return false;
  const made = buildNode(node, given, state.id, { ...sourceOf(settling), defaults: given === undefined, shown: node });
  const next = { ...made, shape: state.shape, conditions: state.conditions };
  if (heldValue(next) === undefined) return false;
  if (given !== undefined) {
    const { [node.key]: _, ...extra } = parent.extra!;
    draft.edit(node.parent!, rows.slice(0, node.parent!.lists.length)).extra = Object.keys(extra).length > 0 ? extra : undefined;
  }
  Object.assign(draft.edit(node, rows), next);
  return true;
}

/** Another look may have another default: it takes the place of the one before, never of an answer. */
export function restyle(settling: Settling, node: NodePlan, rows: Row): void {
  const { draft, known } = settling;
  const edited = draft.edit(node, rows);
  const { shape } = edited;
  edited.text = undefined;
  if (shape.kind === 'nest' && !edited.nested && edited.value === undefined && isRow(node)) edited.nested = nestedNode(edited, undefined, sourceOf(settling));
  if (shape.kind !== 'field' || node.computed) return;
  const isBlank = edited.value === undefined && edited.origin === undefined && !edited.touched;
  if (edited.origin !== 'default' && !(isBlank && known.defaults)) return;
  if (sameJson(edited.value, shape.defaultValue)) return;
  edited.value = shape.defaultValue;
  edited.origin = shape.defaultValue === undefined ? undefined : 'default';
}

const sourceOf = ({ known }: Settling): Source => ({ rowId: () => known.rowId(), identity: {}, provenance: {}, defaults: known.defaults });
