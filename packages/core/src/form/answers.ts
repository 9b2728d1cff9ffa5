import type { NodePlan } from '@dvc/schema';
import type { Action } from './actions.js';
import { Draft, type Editable } from './draft.js';
import { valueFromChosen, valueFromText } from './fields.js';
import { locate } from './locate.js';
import { paperIssuesOf, placedIssues, type PlacedIssue } from './select.js';
import { Settling } from './settle.js';
import { startForm } from './start.js';
import type { FormState, NodeState, Row } from './state.js';
import { sameJson } from './values.js';

/** What happens in every form: answers, and that it is to be sent. */
export function reduceAnswers(state: FormState, action: Action): FormState {
  switch (action.type) {
    case 'typed': return answered(state, action.id, (plan) => ({ text: action.text, value: valueFromText(plan, action.text) }));
    case 'chosen': return answered(state, action.id, (plan, before) => ({ text: undefined, value: valueFromChosen(plan, action.chosen, before) }));
    case 'left': return left(state, action.id);
    case 'loaded': return reloaded(state, action.data);
    case 'checked': return blocked(state) ? tried(state, 'all', placedIssues(state)) : state;
    case 'submitted': return submitted(state);
    case 'failed': return { ...state, phase: action.phase };
    case 'resumed': return { ...state, phase: { kind: 'editing' } };
    case 'read-only': return { ...state, readOnly: action.readOnly };
    default: return state;
  }
}

/** What the back end said of a place, or of a group around it, stands until something in it is changed. */
export function forgive(draft: Draft, plan: NodePlan, at: Row): void {
  // The whole way down is the draft's own once its end was edited.
  for (const node of draft.trail(plan, at) as Editable[]) {
    if (!node.flags || !Object.hasOwn(node.flags, 'server')) continue;
    const { server: _, ...flags } = node.flags;
    node.flags = flags;
  }
}

type Answer = { text: string | undefined; value: FormState['root']['value'] };

function answered(state: FormState, id: string, make: (plan: NodePlan, before: FormState['root']['value']) => Answer): FormState {
  const found = locate(state.root, id);
  if (!found || found.node.plan.kind !== 'field' || found.node.plan.readOnly || state.readOnly) return state;
  const { plan } = found.node;
  const { text, value } = make(plan, found.node.value);
  // A browser tells of one choice twice, by `input` and by `change`.
  if (text === found.node.text && sameJson(value, found.node.value) && !(found.node.flags && Object.hasOwn(found.node.flags, 'server'))) return state;
  const settled = settle(state, (draft, settling) => {
    const node = draft.edit(plan, found.rows);
    node.text = text;
    forgive(draft, plan, found.rows);
    if (node.value === value) return;
    node.value = value;
    settling.changed(plan, found.rows);
    clearNarrowed(draft, settling, plan, found.rows);
  });
  if (!Object.hasOwn(state.provenance, id)) return settled;
  const { [id]: _, ...provenance } = settled.provenance;
  return { ...settled, provenance };
}

/** A commune belongs to its province: another province empties it. */
function clearNarrowed(draft: Draft, settling: Settling, plan: NodePlan, at: Row): void {
  for (const sibling of plan.parent?.children ?? []) {
    if (sibling.codeList?.within !== plan.key || sibling === plan) continue;
    if (draft.get(sibling, at)?.value === undefined) continue;
    const node = draft.edit(sibling, at);
    node.value = undefined;
    node.text = undefined;
    settling.changed(sibling, at);
    clearNarrowed(draft, settling, sibling, at);
  }
}

/** On leaving, the answer is shown tidied; what could not be read is the answer itself, and so stays as typed. */
function left(state: FormState, id: string): FormState {
  const found = locate(state.root, id);
  if (!found || found.node.plan.kind !== 'field' || (found.node.touched && found.node.text === undefined)) return state;
  return settle(state, (draft) => {
    const edited = draft.edit(found.node.plan, found.rows);
    edited.text = undefined;
    edited.touched = true;
  });
}

function reloaded(state: FormState, data: FormState['root']['value']): FormState {
  const fresh = startForm(state.plan, { data, today: state.today, context: state.context, idempotencyKey: state.idempotencyKey, readOnly: state.readOnly });
  return { ...fresh, page: state.page, visited: state.visited, uploads: state.uploads, codeLists: state.codeLists };
}

const blocked = (state: FormState) => placedIssues(state).length > 0 || paperIssuesOf(state).length > 0;


function submitted(state: FormState): FormState {
  if (state.phase.kind === 'submitting' || state.phase.kind === 'acknowledged' || state.readOnly) return state;
  if (blocked(state)) return tried(state, 'all', placedIssues(state));
  return { ...state, phase: { kind: 'submitting' }, attempted: true, summary: 'none', paperIssues: [] };
}

/** A step or a submission was tried with issues: they are all shown, and the summary takes focus. Only places with issues change. */
export function tried(state: FormState, summary: 'page' | 'all', issues: readonly PlacedIssue[]): FormState {
  const draft = new Draft(state.root);
  for (const { id, node } of issues) if (!node.touched) touch(draft, state.root, id);
  return { ...state, root: draft.root, attempted: state.attempted || summary === 'all', summary, summons: state.summons + 1 };
}

function touch(draft: Draft, root: NodeState, id: string): void {
  const found = locate(root, id);
  if (found) draft.edit(found.node.plan, found.rows).touched = true;
}

/** Applies edits and lets everything that reads them settle. */
export function settle(state: FormState, edit: (draft: Draft, settling: Settling) => void): FormState {
  const draft = new Draft(state.root);
  const settling = new Settling(state.plan, draft, state);
  edit(draft, settling);
  settling.run();
  return draft.root === state.root ? state : { ...state, root: draft.root, evaluations: settling.evaluations };
}
