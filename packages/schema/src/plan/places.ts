import { split } from '../pointer.js';
import type { Path, Pattern } from '../types.js';
import type { NodePlan } from './types.js';

/** The place at a pattern or at a path with row numbers; undefined when nothing declares it. */
export function findPlace(root: NodePlan, path: Path): NodePlan | undefined {
  const reached = reach(root, path);
  return reached.rest.length === 0 ? reached.node : undefined;
}

/** The places that a pattern reads: the place named, or the nearest one above when it goes into what nothing declares. `deep` = with all below. */
export function placesRead(from: NodePlan, pattern: Pattern): { node: NodePlan; deep: boolean } {
  const deep = pattern.endsWith('/**');
  const { node, rest } = reach(from, deep ? pattern.slice(0, -3) : pattern);
  return { node, deep: deep || rest.length > 0 || (pattern !== '' && isGroup(node)) };
}

function reach(from: NodePlan, path: Path): { node: NodePlan; rest: string[] } {
  const tokens = split(path);
  let node = from;
  while (tokens.length > 0) {
    const token = tokens[0]!;
    // Any item of a list with slots is more than one place.
    if (token === '*' && node.slots > 0) break;
    const next = node.children[node.positions.get(token) ?? -1] ?? (node.item && (token === '*' || /^\d+$/.test(token)) ? node.item : node.entry);
    if (!next) break;
    node = next;
    tokens.shift();
  }
  return { node, rest: tokens };
}

export function* below(node: NodePlan): Generator<NodePlan> {
  for (const child of insideOf(node)) {
    yield child;
    yield* below(child);
  }
}

/** Every place directly inside: properties or slots, what a row is, what an entry is. */
export function insideOf({ children, item, entry }: NodePlan): readonly NodePlan[] {
  return item || entry ? [...children, ...(item ? [item] : []), ...(entry ? [entry] : [])] : children;
}

/** May it hold other places? */
export const isGroup = (node: NodePlan): boolean => node.children.length > 0 || node.item !== undefined || node.entry !== undefined || node.parent === undefined;
