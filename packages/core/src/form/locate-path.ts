import { join, split } from '@dvc/schema';
import type { Crossing, Found } from './locate.js';
import type { NodeState } from './state.js';

/** The place that a path of the answers leads to, as far as there is one, and what is left of the path. */
export function locatePath(root: NodeState, path: string): { found: Found; rest: string } {
  let rows: number[] = [];
  const way: Crossing[] = [];
  let node = root;
  const tokens = split(path);
  for (;;) {
    if (node.nested) {
      way.push({ plan: node.plan, rows });
      rows = [];
      node = node.nested;
      continue;
    }
    const token = tokens[0];
    if (token === undefined) break;
    const { plan, shape } = node;
    const row = shape.kind === 'list' ? Number(token) - shape.slots : (node.rows ?? []).findIndex(({ key }) => key === token);
    const child = node.children?.[plan.positions.get(token) ?? -1];
    const next = child ?? node.rows?.[row];
    if (!next) break;
    if (!child) rows.push(row);
    node = next;
    tokens.shift();
  }
  return { found: { node, rows, way }, rest: join('', ...tokens) };
}
