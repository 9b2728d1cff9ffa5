// What happens to unions, maps, parts that are opened on demand, and given values that do not fit.
import type { Action } from './actions.js';
import { forgive, settle } from './answers.js';
import { HANDLE, locate, type Found } from './locate.js';
import { nestedNode } from './rare.js';
import { settledAnew } from './start.js';
import type { FormState } from './state.js';

export function reduceShapes(state: FormState, action: Action): FormState {
  if (!('id' in action)) return state;
  const [id = '', what] = action.id.split(HANDLE);
  const found = locate(state.root, id);
  if (!found || state.readOnly) return state;
  switch (action.type) {
    case 'chosen': return what === undefined ? state : picked(state, found, Number(what), action.chosen[0]);
    case 'typed': return what === 'key' ? renamed(state, found, action.text) : state;
    case 'left': return what === 'key' ? named(state, found, false) : state;
    case 'naming': return named(state, found, true);
    case 'opened': return opened(state, found);
    case 'closed': return closed(state, found);
    case 'cleared': return cleared(state, found);
    case 'extra-removed': return extraRemoved(state, found, action.key);
    default: return state;
  }
}

/** What both branches ask for stays; what only the other asks for is kept, and not sent. */
function picked(state: FormState, { node: { plan, picks = [] }, rows, way }: Found, slot: number, chosen: string | undefined): FormState {
  const union = plan.unions[slot];
  const pick = chosen === undefined || chosen === '' ? undefined : Number(chosen);
  if (!union || picks[slot] === pick) return state;
  return settle(state, way, (draft, settling) => {
    const node = draft.edit(plan, rows);
    node.picks = plan.unions.map((_, i) => (i === slot ? pick : picks[i]));
    if (node.origin !== 'given' || node.shape.kind !== 'object') node.origin = 'person';
    node.value = undefined;
    node.text = undefined;
    forgive(draft, settling, plan, rows);
    for (const job of settling.plan.jobs) if (job.kind === 'condition' && job.condition.branch?.union === union) settling.again(job, rows);
    settling.reshaped(plan, rows);
  });
}

function renamed(state: FormState, { node, rows, way }: Found, text: string): FormState {
  const { plan } = node;
  const key = text.normalize('NFC') === '' ? undefined : text.normalize('NFC');
  const { parent } = plan;
  if (parent?.entry !== plan || node.key === key) return state;
  return settle(state, way, (draft, settling) => {
    const edited = draft.edit(plan, rows);
    edited.key = key;
    edited.touched = true;
    forgive(draft, settling, plan, rows);
    for (const job of settling.plan.jobs) if (job.kind === 'condition' && job.condition.named && job.condition.at === plan) settling.again(job, rows);
    const above = rows.slice(0, -1);
    draft.get(parent, above)!.rows!.forEach((_, i) => { settling.again(plan.validate!, [...above, i]); });
    settling.reshaped(parent, above);
  });
}

/** The box for a name is there while it is needed. */
function named(state: FormState, { node, rows, way }: Found, naming: boolean): FormState {
  const { plan } = node;
  return plan.parent?.entry !== plan || node.naming === naming ? state : settle(state, way, (draft) => {
    const edited = draft.edit(plan, rows);
    edited.naming = naming;
    edited.touched = edited.touched || !naming;
  });
}

const opened = (state: FormState, { node, rows, way }: Found): FormState => (node.shape.kind !== 'nest' || node.nested ? state : settle(state, way, (draft, settling) => {
  const edited = draft.edit(node.plan, rows);
  const source = { rowId: () => settling.known.rowId(), identity: {}, provenance: {}, defaults: true };
  edited.nested = settledAnew(node.shape.nest!.plan, nestedNode(node, undefined, source), settling.known).root;
  edited.value = undefined;
  forgive(draft, settling, node.plan, rows);
  settling.changed(node.plan, rows);
}));

const closed = (state: FormState, found: Found): FormState => (found.node.nested ? without(state, found) : state);
const cleared = (state: FormState, found: Found): FormState => (found.node.value !== undefined ? without(state, found) : state);

function without(state: FormState, { node: { plan }, rows, way }: Found): FormState {
  return settle(state, way, (draft, settling) => {
    const edited = draft.edit(plan, rows);
    Object.assign(edited, { nested: undefined, value: undefined, text: undefined, origin: undefined });
    forgive(draft, settling, plan, rows);
    settling.changed(plan, rows);
  });
}

function extraRemoved(state: FormState, { node, rows, way }: Found, key: string): FormState {
  if (!node.extra || !Object.hasOwn(node.extra, key)) return state;
  const { [key]: _, ...extra } = node.extra;
  return settle(state, way, (draft, settling) => {
    draft.edit(node.plan, rows).extra = Object.keys(extra).length > 0 ? extra : undefined;
    forgive(draft, settling, node.plan, rows);
    settling.reshaped(node.plan, rows);
  });
}

