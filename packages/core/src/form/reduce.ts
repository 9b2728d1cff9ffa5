import type { Issue, NodePlan } from '@dvc/schema';
import type { Action } from './actions.js';
import { buildNode } from './build.js';
import { Draft, type Editable } from './draft.js';
import { valueFromChosen, valueFromText } from './fields.js';
import { flow } from './flow.js';
import { locate } from './locate.js';
import { Settling } from './settle.js';
import { startForm } from './start.js';
import type { FormState, Row } from './state.js';
import { sameJson } from './values.js';

/** The next state. Pure: what did not change keeps its identity, and an action that does not fit changes nothing. */
export function reduce(state: FormState, action: Action): FormState {
  switch (action.type) {
    case 'typed': return answered(state, action.id, (plan) => ({ text: action.text, value: valueFromText(plan, action.text) }));
    case 'chosen': return answered(state, action.id, (plan, before) => ({ text: undefined, value: valueFromChosen(plan, action.chosen, before) }));
    case 'left': return left(state, action.id);
    case 'row-added': return rowAdded(state, action.id, action.value);
    case 'row-removed': return rows(state, action.id, (all, at) => all.filter((_, i) => i !== at));
    case 'row-moved': return rows(state, action.id, (all, at) => moved(all, at, at + action.by));
    case 'refused': return flow(refused(state, action.issues), action);
    case 'changed': return flow(another(state, action.today), action);
    case 'loaded': return reloaded(state, action.data);
    default: return flow(state, action);
  }
}

/** What the back end said of a place, or of a group around it, stands until something in it is changed. */
function forgive(draft: Draft, plan: NodePlan, at: Row): void {
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

function rowAdded(state: FormState, id: string, value: FormState['root']['value']): FormState {
  const found = locate(state.root, id);
  if (!found?.node.plan.item || state.readOnly || (found.node.children ?? []).length >= found.node.plan.maxItems) return state;
  const { plan, children = [] } = found.node;
  let nextRow = state.nextRow;
  const provenance = { ...state.provenance };
  const row = buildNode(plan.item!, value, `${id}/r${nextRow++}`, { rowId: () => `r${nextRow++}`, identity: {}, provenance, defaults: value === undefined });
  const settled = settle(state, (draft, settling) => {
    const list = draft.edit(plan, found.rows);
    list.children = [...children, row];
    list.value = undefined;
    forgive(draft, plan, found.rows);
    settling.rowAdded(plan.item!, [...found.rows, children.length]);
    settling.reshaped(plan, found.rows);
  });
  return { ...settled, nextRow, provenance };
}

function rows(state: FormState, id: string, change: (all: readonly FormState['root'][], at: number) => readonly FormState['root'][]): FormState {
  const found = locate(state.root, id);
  const plan = found?.node.plan.parent;
  if (!found || plan?.item !== found.node.plan || state.readOnly) return state;
  const at = found.rows.at(-1)!;
  const above = found.rows.slice(0, -1);
  const before = locate(state.root, id.slice(0, id.lastIndexOf('/')))!.node.children!;
  const next = change(before, at);
  if (next === before) return state;
  const settled = settle(state, (draft, settling) => {
    draft.edit(plan, above).children = next;
    forgive(draft, plan, above);
    settling.reshaped(plan, above);
  });
  return { ...settled, uploads: followed(state, plan, before, next) };
}

/** A paper of each row goes with its row: another person must not get it. */
function followed({ plan, uploads }: FormState, list: NodePlan, before: readonly FormState['root'][], after: readonly FormState['root'][]): FormState['uploads'] {
  const papers = plan.papers.filter(({ each }) => each?.parent === list);
  if (papers.length === 0) return uploads;
  const others = Object.entries(uploads).filter(([key]) => !papers.some(({ id }) => key.startsWith(`${id}/`)));
  const own = papers.flatMap(({ id }) => after.flatMap((row, i) => {
    const files = uploads[`${id}/${before.findIndex((each) => each.id === row.id)}`];
    return files ? [[`${id}/${i}`, files] as const] : [];
  }));
  return Object.fromEntries([...others, ...own]);
}

function moved<T>(all: readonly T[], from: number, to: number): readonly T[] {
  if (to < 0 || to >= all.length) return all;
  const next = [...all];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** The back end's issues stand beside the fields like our own, until the field is changed. */
function refused(state: FormState, issues: readonly Issue[]): FormState {
  const paperIssues = issues.filter((issue) => issue.code.startsWith('paper-'));
  const settled = settle(state, (draft) => {
    for (const issue of issues) {
      if (issue.code.startsWith('paper-')) continue;
      const { node, rows: at, rest } = locatePath(draft.root, issue.path);
      const edited = draft.edit(node, at);
      edited.touched = true;
      edited.flags = { ...edited.flags, server: { ...issue, path: rest } };
    }
  });
  return { ...settled, paperIssues };
}

function locatePath(root: FormState['root'], path: string): { node: NodePlan; rows: Row; rest: string } {
  let node = root;
  const at: number[] = [];
  const tokens = path === '' ? [] : path.slice(1).split('/');
  while (tokens.length > 0) {
    const token = tokens[0]!.replace(/~1/g, '/').replace(/~0/g, '~');
    const position = node.plan.kind === 'list' ? Number(token) : node.plan.positions.get(token) ?? -1;
    const next = node.children?.[position];
    if (!next) break;
    if (node.plan.kind === 'list') at.push(position);
    node = next;
    tokens.shift();
  }
  return { node: node.plan, rows: at, rest: tokens.length > 0 ? `/${tokens.join('/')}` : '' };
}

/** The back end lives on another day: what is reckoned from the day is reckoned anew. */
function another(state: FormState, today: string): FormState {
  const draft = new Draft(state.root);
  new Settling(state.plan, draft, { ...state, today }).all();
  return { ...state, root: draft.root, today };
}

function reloaded(state: FormState, data: FormState['root']['value']): FormState {
  const fresh = startForm(state.plan, { data, today: state.today, context: state.context, idempotencyKey: state.idempotencyKey, readOnly: state.readOnly });
  return { ...fresh, page: state.page, visited: state.visited, uploads: state.uploads, codeLists: state.codeLists };
}

/** Applies edits and lets everything that reads them settle. */
function settle(state: FormState, edit: (draft: Draft, settling: Settling) => void): FormState {
  const draft = new Draft(state.root);
  const settling = new Settling(state.plan, draft, state);
  edit(draft, settling);
  settling.run();
  return draft.root === state.root ? state : { ...state, root: draft.root, evaluations: settling.evaluations };
}
