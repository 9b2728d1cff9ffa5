import { ROW, type NodePlan } from '@dvc/schema';
import type { NodeState, Row } from './state.js';
import type { Trail } from './values.js';

export type Editable = { -readonly [K in keyof NodeState]: NodeState[K] };

/**
 * A state being changed: copies on first write, shares the rest. Lives inside one reducer call, so from outside nothing mutates.
 */
export class Draft {
  root: NodeState;
  readonly #own = new Set<NodeState>();
  #last: { node: NodePlan; rows: Row; trail: NodeState[] } | undefined;

  constructor(root: NodeState) {
    this.root = root;
  }

  /** The states from the root to a place; undefined when the row is not there. */
  trail(node: NodePlan, rows: Row): Trail | undefined {
    const last = this.#last;
    if (last && last.node === node && last.rows === rows) return last.trail;
    const trail: NodeState[] = [this.root];
    let depth = 0;
    let at: NodeState | undefined = this.root;
    for (const step of node.route) {
      const { plan }: NodeState = at;
      at = step < 0 ? at.rows?.[rows[depth++]!] : at.children?.[step];
      // A place that is a list in one branch and a map in another has rows of one kind at a time.
      if (!at || (step < 0 && at.plan !== (step === ROW ? plan.item : plan.entry))) return undefined;
      trail.push(at);
    }
    this.#last = { node, rows, trail };
    return trail;
  }

  get(node: NodePlan, rows: Row): NodeState | undefined {
    return this.trail(node, rows)?.at(-1);
  }

  /** The same place, ready to be written. */
  edit(node: NodePlan, rows: Row): Editable {
    this.#last = undefined;
    let depth = 0;
    let at = this.#copy(this.root);
    this.root = at;
    for (const step of node.route) {
      const parts = (step < 0 ? at.rows : at.children) as NodeState[];
      const position = step < 0 ? rows[depth++]! : step;
      const next = this.#copy(parts[position]!);
      parts[position] = next;
      at = next;
    }
    return at;
  }

  #copy(node: NodeState): Editable {
    if (this.#own.has(node)) return node as Editable;
    const copy: Editable = { ...node };
    if (node.children) copy.children = [...node.children];
    if (node.rows) copy.rows = [...node.rows];
    this.#own.add(copy);
    return copy;
  }
}
