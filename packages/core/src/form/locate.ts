import { join, split, type NodePlan } from '@dvc/schema';
import type { NodeState, Row } from './state.js';

/** In an id: from a place to the form inside it. No property's token can be this, as `~` stands only before 0 and 1. */
export const NESTED = '~n';

/** The id of a property or slot. */
export const idOf = (parent: string, key: string): string => join(parent, key);

/** A place that holds a form of its own, on the way to something in it. */
export interface Crossing { readonly plan: NodePlan; readonly rows: Row }
export interface Found { readonly node: NodeState; /** within the form that the place belongs to */ readonly rows: Row; readonly way: readonly Crossing[] }

/** The place with this id, and the rows that lead to it. */
export function locate(root: NodeState, id: string): Found | undefined {
  let rows: number[] = [];
  const way: Crossing[] = [];
  let node = root;
  for (const token of split(id)) {
    if (token === NESTED && node.nested) {
      way.push({ plan: node.plan, rows });
      rows = [];
      node = node.nested;
      continue;
    }
    const row = node.rows ? rowAt(node, token) : -1;
    const next = row >= 0 ? node.rows![row] : node.children?.[node.plan.positions.get(token) ?? -1];
    if (!next) return undefined;
    if (row >= 0) rows.push(row);
    node = next;
  }
  return { node, rows, way };
}

function rowAt(list: NodeState, rowId: string): number {
  const id = `${list.id}/${rowId}`;
  return list.rows!.findIndex((row) => row.id === id);
}

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
