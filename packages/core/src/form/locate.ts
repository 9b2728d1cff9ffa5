import { join, split, type NodePlan } from '@dvc/schema';
import type { NodeState, Row } from './state.js';

/** In an id: from a place to the form inside it. No property's token can be this, as `~` stands only before 0 and 1. */
export const NESTED = '~n';

/** Of a place, in an id: its chooser number n is `…~?n`, the name of an entry `…~?key`. No property's id can end so. */
export const HANDLE = '~?';
export const handleOf = (id: string, what: number | 'key'): string => `${id}${HANDLE}${what}`;

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
