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
  return { node, deep: deep || rest.length > 0 || (pattern !== '' && node.kind !== 'field') };
}

function reach(from: NodePlan, path: Path): { node: NodePlan; rest: string[] } {
  const tokens = split(path);
  let node = from;
  while (tokens.length > 0) {
    const token = tokens[0]!;
    const next = node.item && (token === '*' || /^\d+$/.test(token)) ? node.item : node.children[node.positions.get(token) ?? -1];
    if (!next) break;
    node = next;
    tokens.shift();
  }
  return { node, rest: tokens };
}

export function* below(node: NodePlan): Generator<NodePlan> {
  for (const child of node.item ? [node.item] : node.children) {
    yield child;
    yield* below(child);
  }
}
