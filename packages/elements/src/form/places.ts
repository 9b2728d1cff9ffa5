import { nodeIssues, type NodeState, type Store } from '@dvc/core';
import { inOrder, type NodePlan } from '@dvc/schema';
import { fieldView } from '@dvc/ui/fields/index.js';
import { group } from '@dvc/ui/chrome/group.js';
import { nothing } from 'lit';
import type { FieldModels } from './field-models.js';
import type { Parts } from './parts.js';
import { watch } from './watch.js';

/** What every view of an answer needs. A new object means: draw everything anew. */
export interface Scene {
  readonly store: Store;
  readonly models: FieldModels;
  readonly parts: Parts;
}

/** One place as it stands: a field, a group of places, a list of rows, a part to be opened. Nothing when it is not asked. `above` is the heading that stands over it. */
export function placeView(scene: Scene, node: NodeState, level: number, above = ''): unknown {
  const { models } = scene;
  const repeats = above !== '' && node.shape.kind === 'object' && (node.plan.parent === undefined || models.texts.say(node.shape.title) === above);
  const narrowing = models.narrowedBy(node);
  if (narrowing !== undefined) scene.store.follow(narrowing, node.id);
  return watch(scene, node, level, repeats ? drawInside : drawPlace);
}

function drawPlace(scene: Scene, node: NodeState, level: number): unknown {
  if (!isSeen(node)) return nothing;
  const { kind, control } = node.shape;
  const { shapes } = scene.parts;
  if (kind === 'object') return shapes && isMap(node) ? shapes.mapView(scene, node, level) : groupView(scene, node, level);
  if (kind === 'nest') return shapes?.nestView(scene, node, level);
  const shown = kind === 'list' ? scene.parts.rows?.rowsView(scene, node, level) : control === 'none' ? nothing : fieldView(scene.models.of(node), scene.models.texts.words);
  return node.plan.unions.length > 0 ? [shapes?.choosersView(scene, node), shown] : shown;
}

/** Nothing but entries. */
const isMap = ({ plan, value }: NodeState): boolean => plan.entry !== undefined && plan.children.length === 0 && plan.unions.length === 0 && value === undefined;

/** A step of one group often bears the group's name: nobody needs to read it twice. */
const drawInside = (scene: Scene, node: NodeState, level: number): unknown => (isSeen(node) ? groupView(scene, node, level, true) : nothing);

function groupView(scene: Scene, node: NodeState, level: number, named = false): unknown {
  const { models } = scene;
  const shown = node.touched || scene.store.state.attempted || node.value !== undefined;
  const issue = shown ? nodeIssues(node)[0] : undefined;
  // In a document a group without a title is there for the data; a plain schema knows nothing of that, and two fields "Name" need to be told apart.
  const title = node.plan.lenient ? models.texts.label(node) : models.texts.say(node.shape.title);
  if (!title || node.plan.parent === undefined || (named && !issue)) return insideView(scene, node, level);
  const inside = insideView(scene, node, level + 1);
  return group({
    id: models.domId(node), title, level, ...(node.shape.hint ? { hint: models.texts.say(node.shape.hint) } : {}), ...(issue ? { error: models.texts.sentence(issue, node) } : {}),
  }, models.texts.words.error, inside);
}

/** What is inside a group: what is chosen, all children in their order, and what its entries are. */
export function insideView(scene: Scene, node: NodeState, level: number): unknown {
  const { shapes } = scene.parts;
  return shapes?.insideView(scene, node, level) ?? childViews(scene, node, level);
}

/** All children in their order, also those that are not asked: each keeps its slot, so nobody's control is used for another. */
export const childViews = (scene: Scene, node: NodeState, level: number): unknown[] =>
  inTheirOrder(node).map((child) => placeView(scene, child, level));

export const inTheirOrder = (node: NodeState): NodeState[] => orderOf(node.plan).map((position) => node.children![position]!);

const orders = new WeakMap<NodePlan, readonly number[]>();
function orderOf(plan: NodePlan): readonly number[] {
  let order = orders.get(plan);
  if (!order) orders.set(plan, order = inOrder(plan.children).map((child) => plan.children.indexOf(child)));
  return order;
}

/** Asked, and something that a citizen should see: a computed value without a title is the form's own affair. */
export function isSeen(node: NodeState): boolean {
  const { plan, shape } = node;
  // What is hidden is seen when it keeps the form from being sent.
  if (!node.relevant || (shape.widget === 'hidden' && nodeIssues(node).length === 0)) return false;
  if (shape.kind === 'object') return (node.children ?? []).some(isSeen) || plan.unions.length > 0 || shape.open || (plan.lenient && (node.extra !== undefined || node.value !== undefined));
  return !(plan.computed && !shape.title);
}
