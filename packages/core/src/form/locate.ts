import { split } from '@dvc/schema';
import type { NodeState, Row } from './state.js';

/** The place with this id, and the rows that lead to it. */
export function locate(root: NodeState, id: string): { node: NodeState; rows: Row } | undefined {
  const rows: number[] = [];
  let node = root;
  for (const token of split(id)) {
    const list = node.plan.kind === 'list';
    const position = list ? rowAt(node, token) : node.plan.positions.get(token) ?? -1;
    const next = node.children?.[position];
    if (!next) return undefined;
    if (list) rows.push(position);
    node = next;
  }
  return { node, rows };
}

function rowAt(list: NodeState, rowId: string): number {
  const id = `${list.id}/${rowId}`;
  return (list.children ?? []).findIndex((row) => row.id === id);
}
