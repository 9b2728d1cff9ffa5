import type { FormPlan, Json } from '@dvc/schema';
import { buildNode } from './build.js';
import { Draft } from './draft.js';
import { pagesOf } from './pages.js';
import { hasRarer, rarer } from './rarer.js';
import { Settling, type Known } from './settle.js';
import type { Sourced } from './sources.js';
import type { FormContext, FormState, NodeState } from './state.js';

export interface StartOptions {
  data?: Json | undefined;
  /** What the host knows of the citizen: `fullName`, `personalId`, `birthDate`, `sex`, `phone`, `email` … */
  identity?: Readonly<Record<string, Json>> | undefined;
  /** `YYYY-MM-DD` in Asia/Ho_Chi_Minh */
  today: string;
  /** ISO instant of the start, by the back end's clock */
  at?: string;
  idempotencyKey?: string;
  context?: FormContext;
  readOnly?: boolean;
  /** Whether absent answers get their defaults: by default only a form without data, because data come back deep-equal to what was set. */
  defaults?: boolean;
}

/** The first state of a form: given data, then identity, then defaults; everything reckoned once. What its plan needs of the rarer shapes must be at hand. */
export function beginForm(plan: FormPlan, options: StartOptions): FormState {
  const provenance: Record<string, Sourced> = {};
  const { at = `${options.today}T00:00:00+07:00` } = options;
  const context = options.context ?? {};
  const defaults = options.defaults ?? options.data === undefined;
  const { known, nextRow } = knownOf({ today: options.today, context, nextRow: 1 }, defaults);
  const root = settledAnew(plan, buildNode(plan.root, options.data, '', { rowId: () => known.rowId(), identity: options.identity ?? {}, at, provenance, defaults }), known);
  const state: FormState = {
    plan, root: root.root, today: options.today, context, nextRow: nextRow(), page: '', visited: [], returning: false, attempted: false, summons: 0, summary: 'none',
    phase: { kind: 'editing' }, uploads: {}, paperIssues: [], provenance, codeLists: {}, idempotencyKey: options.idempotencyKey ?? '', readOnly: options.readOnly ?? false,
    evaluations: root.evaluations,
  };
  const page = pagesOf(state)[0]?.id ?? '';
  return { ...state, page, visited: [page] };
}

/** Everything reckoned, the forms inside first. */
export function settledAnew(plan: FormPlan, first: NodeState, known: Known): { root: NodeState; evaluations: number } {
  const draft = new Draft(hasRarer() ? rarer().settledInside(first, known) : first);
  const settling = new Settling(plan, draft, known);
  settling.all();
  // What no condition asks for is foreign: a plain schema keeps it and judges it as such.
  const root = plan.root.lenient && hasRarer() && !known.restores ? rarer().exiled(draft.root) : draft.root;
  if (root === draft.root) return { root, evaluations: settling.evaluations };
  const again = new Settling(plan, new Draft(root), known);
  again.all();
  return { root: again.draft.root, evaluations: settling.evaluations + again.evaluations };
}

/** What everything is reckoned with; `nextRow` counts on while rows are made. */
export function knownOf(state: Pick<FormState, 'today' | 'context' | 'nextRow'>, defaults = true): { known: Known; nextRow(): number } {
  let next = state.nextRow;
  return { known: { today: state.today, context: state.context, defaults, rowId: () => `r${next++}` }, nextRow: () => next };
}
