// The rarer shapes are another chunk in a page: unions, maps, slots, forms inside a form, looks and defaults that hang on conditions.
import { below, type CompiledSchema, type FormPlan, type Issue, type Json, type NodePlan, type UnionCheck } from '@dvc/schema';
import type { Made, Source } from './build.js';
import type { PlacedIssue } from './select.js';
import type { Known, Settling } from './settle.js';
import type { FormState, NodeState, Row } from './state.js';
import type { Trail } from './values.js';

export interface Rarer {
  build(node: Made, given: Json | undefined, source: Source): void;
  /** The forms inside a place, reckoned. */
  settledInside(node: NodeState, known: Known): NodeState;
  /** Given answers of places that are not asked become foreign to their object. */
  exiled(node: NodeState): NodeState;
  /** A place comes to be asked. */
  appear(settling: Settling, node: NodePlan, rows: Row): boolean;
  /** A place is no longer asked, because somebody answered otherwise. */
  leave(settling: Settling, node: NodePlan, rows: Row): void;
  /** A place comes to look another way. */
  restyle(settling: Settling, node: NodePlan, rows: Row): void;
  unionIssues(check: UnionCheck, trail: Trail, value: Json): readonly Issue[];
  nameIssue(entry: NodeState, map: NodeState): Issue | undefined;
  /** What the places say, and what the whole says where they say nothing. */
  judged(state: FormState, whole: CompiledSchema, placed: PlacedIssue[]): PlacedIssue[];
}

let known: Rarer | undefined;

/** Once at hand it stays: it changes nothing for a form that has no such shape. */
export const bringRarer = (rarest: Rarer): void => { known = rarest; };
export const hasRarer = (): boolean => known !== undefined;
export function rarer(): Rarer {
  if (!known) throw new Error('expected the rarer shapes to be at hand, got none');
  return known;
}

/** Built otherwise than a field, a group or a list. */
export const isRarer = ({ unions, shaper, entry, nest, slots }: NodePlan): boolean => unions.length > 0 || shaper !== undefined || entry !== undefined || nest !== undefined || slots > 0;

/** Does a form need them? */
export const needsRarer = ({ root, nodes }: FormPlan): boolean => nodes.some((node) => isRarer(node) || (isConditional(node) && (root.lenient || [node, ...below(node)].some(({ defaultValue, minItems }) => defaultValue !== undefined || minItems > 0))));

const isConditional = ({ declared, parent }: NodePlan): boolean => parent !== undefined && !declared.some((guard) => guard.length === 0);
