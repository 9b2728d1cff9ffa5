import type { FormPlan, Json, NodePlan, Shape } from '@dvc/schema';
import type { Action } from './actions.js';
import { Draft, type Editable } from './draft.js';
import { textFromValue, valueFromChosen, valueFromText } from './fields.js';
import { locate, NESTED, type Crossing } from './locate.js';
import { paperIssuesOf, answerIssues, type PlacedIssue } from './select.js';
import { Settling } from './settle.js';
import { beginForm, knownOf } from './start.js';
import type { FormState, NodeState, Row } from './state.js';
import { sameJson } from './values.js';

/** What happens in every form: answers, and that it is to be sent. */
export function reduceAnswers(state: FormState, action: Action): FormState {
  switch (action.type) {
    case 'typed': return answered(state, action.id, (shape, before) => ({ text: action.text, value: valueFromText(shape, action.text, before) }));
    case 'chosen': return answered(state, action.id, (shape, before) => ({ text: undefined, value: valueFromChosen(shape, action.chosen, before) }));
    case 'left': return left(state, action.id);
    case 'loaded': return reloaded(state, action.data);
    case 'checked': return blocked(state) ? tried(state, 'all', answerIssues(state)) : state;
    case 'submitted': return submitted(state, action.again === true);
    case 'failed': return { ...state, phase: action.phase };
    case 'resumed': return { ...state, phase: { kind: 'editing' } };
    case 'read-only': return { ...state, readOnly: action.readOnly };
    default: return state;
  }
}

/** What the back end said of a place, or of a group around it, stands until something in it is changed; so does a given value that was of the wrong kind. */
export function forgive(draft: Draft, settling: Settling, plan: NodePlan, at: Row): void {
  // The whole way down is the draft's own once its end was edited.
  const trail = draft.trail(plan, at) as Editable[];
  for (const node of trail) {
    if (node.plan !== plan && node.value !== undefined && node.shape.kind !== 'field') {
      node.value = undefined;
      settling.changed(node.plan, at.slice(0, node.plan.lists.length));
    }
    if (!node.flags || !Object.hasOwn(node.flags, 'server')) continue;
    const { server: _, ...flags } = node.flags;
    node.flags = flags;
  }
}

type Answer = { text: string | undefined; value: Json | undefined };

function answered(state: FormState, id: string, make: (shape: Shape, before: Json | undefined) => Answer): FormState {
  const found = locate(state.root, id);
  if (!found || found.node.shape.kind !== 'field' || found.node.shape.readOnly || found.node.plan.computed || state.readOnly || state.provenance[id]?.lock === 'locked') return state;
  const { plan, shape } = found.node;
  const { text, value } = make(shape, found.node.value);
  // A browser tells of one choice twice, by `input` and by `change`.
  if (text === found.node.text && sameJson(value, found.node.value) && !(found.node.flags && Object.hasOwn(found.node.flags, 'server'))) return state;
  return settle(state, found.way, (draft, settling) => {
    const node = draft.edit(plan, found.rows);
    node.text = text;
    forgive(draft, settling, plan, found.rows);
    if (node.value === value) return;
    node.value = value;
    node.origin = 'person';
    settling.changed(plan, found.rows);
    clearNarrowed(draft, settling, plan, found.rows);
  });
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
  if (!found || found.node.shape.kind !== 'field' || (found.node.touched && found.node.text === undefined)) return state;
  return settle(state, found.way, (draft) => {
    const edited = draft.edit(found.node.plan, found.rows);
    edited.text = undefined;
    edited.touched = true;
  });
}

/** New data from the host. What somebody is typing stays, and is told what it stays in place of. */
function reloaded(state: FormState, data: Json | undefined): FormState {
  const fresh = beginForm(state.plan, { data, today: state.today, context: state.context, idempotencyKey: state.idempotencyKey, readOnly: state.readOnly });
  const made = { ...fresh, page: state.page, visited: state.visited, uploads: state.uploads, codeLists: state.codeLists };
  return typedIn(state.root).reduce((now, { id, text, value }) => {
    const found = locate(now.root, id);
    if (!found || found.node.shape.kind !== 'field' || sameJson(found.node.value, value)) return now;
    return settle(now, found.way, (draft, settling) => {
      const node = draft.edit(found.node.plan, found.rows);
      const given = textFromValue(node.shape, node.value);
      if (given) node.flags = { ...node.flags, server: { path: '', code: 'data-kept', params: { value: given }, level: 'warning' } };
      Object.assign(node, { text, value, origin: 'person' });
      settling.changed(found.node.plan, found.rows);
    });
  }, made);
}

/** Places in which a text has not been left yet. */
const typedIn = (node: NodeState): NodeState[] => [...(node.text === undefined ? [] : [node]), ...[...(node.children ?? []), ...(node.rows ?? []), ...(node.nested ? [node.nested] : [])].flatMap(typedIn)];

const blocked = (state: FormState) => answerIssues(state).length > 0 || paperIssuesOf(state).length > 0;


function submitted(state: FormState, again: boolean): FormState {
  if (state.phase.kind === 'submitting' || state.phase.kind === 'acknowledged' || state.readOnly) return state;
  if (!again && blocked(state)) return tried(state, 'all', answerIssues(state));
  return { ...state, phase: { kind: 'submitting' }, attempted: true, summary: 'none', paperIssues: [] };
}

/** A step or a submission was tried with issues: they are all shown, and the summary takes focus. Only places with issues change. */
export function tried(state: FormState, summary: 'page' | 'all', issues: readonly PlacedIssue[]): FormState {
  const untouched = new Map<string, string[]>();
  for (const { id, node } of issues) if (!node.touched) untouched.set(formOf(id), [...(untouched.get(formOf(id)) ?? []), id]);
  let touched = state;
  for (const ids of untouched.values()) {
    const found = ids.flatMap((id) => locate(touched.root, id) ?? []);
    touched = settle(touched, found[0]!.way, (draft) => { for (const { node, rows } of found) draft.edit(node.plan, rows).touched = true; });
  }
  return { ...touched, attempted: state.attempted || summary === 'all', summary, summons: state.summons + 1 };
}

/** The innermost form that a place belongs to. */
const formOf = (id: string) => id.slice(0, Math.max(0, id.lastIndexOf(`/${NESTED}`)));

type Edit = (draft: Draft, settling: Settling) => void;

/** Applies edits in the form that they belong to, and lets everything that reads them settle, from there outwards. */
export function settle(state: FormState, way: readonly Crossing[], make: Edit): FormState {
  const { known, nextRow } = knownOf(state);
  let evaluations = 0;
  const within = (plan: FormPlan, root: NodeState, [next, ...rest]: readonly Crossing[]): NodeState => {
    const draft = new Draft(root);
    const settling = new Settling(plan, draft, known);
    if (!next) make(draft, settling);
    else {
      const holder = draft.get(next.plan, next.rows)!;
      const nested = within(holder.shape.nest!.plan, holder.nested!, rest);
      if (nested === holder.nested) return root;
      const edited = draft.edit(next.plan, next.rows);
      edited.nested = nested;
      edited.value = undefined;
      forgive(draft, settling, next.plan, next.rows);
      settling.changed(next.plan, next.rows);
    }
    settling.run();
    evaluations += settling.evaluations;
    return draft.root;
  };
  const root = within(state.plan, state.root, way);
  return root === state.root ? state : { ...state, root, evaluations, nextRow: nextRow() };
}
