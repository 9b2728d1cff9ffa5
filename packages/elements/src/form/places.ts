import { nodeIssues, type NodeState, type Store } from '@dvc/core';
import { inOrder, type NodePlan } from '@dvc/schema';
import { fieldView } from '@dvc/ui/fields/index.js';
import { group } from '@dvc/ui/chrome/group.js';
import { nothing } from 'lit';
import type { rowsView } from './rows.js';
import type { FieldModels } from './field-models.js';
import { watch } from './watch.js';

/** What every view of an answer needs. A new object means: draw everything anew. */
export interface Scene {
  readonly store: Store;
  readonly models: FieldModels;
  /** Lists are rare; their view comes with the first form that has one. */
  readonly rows?: typeof rowsView | undefined;
}

/** One place as it stands: a field, a group of places, or a list of rows. Nothing when it is not asked. `above` is the heading that stands over it. */
export function placeView(scene: Scene, node: NodeState, level: number, above = ''): unknown {
  if (node.plan.kind === 'field') return watch(scene.store, node, scene, (now) => (isSeen(now) ? fieldView(scene.models.of(now), scene.models.texts.words) : nothing), scene.models.narrowedBy(node));
  return watch(scene.store, node, scene, (now) => (!isSeen(now) ? nothing : now.plan.kind === 'list' ? scene.rows?.(scene, now, level) : groupView(scene, now, level, above)));
}

function groupView(scene: Scene, node: NodeState, level: number, above: string): unknown {
  const { models } = scene;
  const shown = node.touched || scene.store.state.attempted;
  const issue = shown ? nodeIssues(node)[0] : undefined;
  const title = models.texts.say(node.plan.title);
  // A step of one group often bears the group's name: nobody needs to read it twice.
  if (!title || (title === above && !issue)) return childViews(scene, node, level);
  const inside = childViews(scene, node, level + 1);
  return group({
    id: models.domId(node), title, level, ...(node.plan.hint ? { hint: models.texts.say(node.plan.hint) } : {}), ...(issue ? { error: models.texts.sentence(issue, node) } : {}),
  }, models.texts.words.error, inside);
}

/** All children in their order, also those that are not asked: each keeps its slot, so nobody's control is used for another. */
export const childViews = (scene: Scene, node: NodeState, level: number): unknown[] =>
  orderOf(node.plan).map((position) => placeView(scene, node.children![position]!, level));

const orders = new WeakMap<NodePlan, readonly number[]>();
function orderOf(plan: NodePlan): readonly number[] {
  let order = orders.get(plan);
  if (!order) orders.set(plan, order = inOrder(plan.children).map((child) => plan.children.indexOf(child)));
  return order;
}

/** Asked, and something that a citizen should see: a computed value without a title is the form's own affair. */
export function isSeen(node: NodeState): boolean {
  if (!node.relevant || node.plan.widget === 'hidden') return false;
  if (node.plan.kind === 'object') return (node.children ?? []).some(isSeen);
  return !(node.plan.computed && !node.plan.title);
}
