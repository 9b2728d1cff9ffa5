import { join, type Path } from '@dvc/schema';
import type { Prefilled } from '../ports.js';
import type { Action } from './actions.js';
import { forgive, settle } from './answers.js';
import { locate, type Found } from './locate.js';
import { locatePath } from './locate-path.js';
import { nodeIssues } from './select.js';
import type { Suggestion } from './sources.js';
import type { FormState } from './state.js';
import { fieldValue, isObject, sameJson } from './values.js';

/** What the sources of the State say. */
export function reducePrefill(state: FormState, action: Action): FormState {
  switch (action.type) {
    case 'prefilled': return action.prefilled.flatMap(leaves).reduce((now, each) => prefilled(now, each, action.late === true), state);
    case 'suggestion-taken': return taken(state, action.id);
    case 'suggestions-taken': return emptyPlaces(state).reduce(taken, state);
    case 'suggestion-left': return left(state, action.id);
    default: return state;
  }
}

/** Paths of a source's answers that lead to no field of this form. */
export const unplaced = (state: FormState, prefilled: readonly Prefilled[]): Path[] => prefilled.flatMap(leaves).filter(({ path }) => !fieldAt(state, path)).map(({ path }) => path);

/** A source may know a whole group, such as an address. */
function leaves({ value, path, ...said }: Prefilled): Prefilled[] {
  if (!isObject(value)) return [{ ...said, path, value }];
  return Object.entries(value).flatMap(([key, inside]) => leaves({ ...said, path: join(path, key), value: inside }));
}

function fieldAt(state: FormState, path: Path): Found | undefined {
  const { found, rest } = locatePath(state.root, path);
  const { shape, plan } = found.node;
  return rest === '' && shape.kind === 'field' && !plan.computed ? found : undefined;
}

/** Put in where nobody has answered yet and nobody is looking; else offered. What says the same is marked as known. */
function prefilled(state: FormState, { path, ...said }: Prefilled, late: boolean): FormState {
  const found = fieldAt(state, path);
  if (!found || state.readOnly) return state;
  const { node } = found;
  const held = fieldValue(node);
  const isFree = held === undefined || node.origin === 'default';
  if (sameJson(held, said.value)) return known(state, found, said, false);
  if (isFree && !late && said.lock !== 'suggestion') return known(state, found, said, true);
  return { ...touched(state, found), suggestions: { ...state.suggestions, [node.id]: said } };
}

/** A source's answer that does not fit must be mendable, whatever the source says. */
function known(state: FormState, found: Found, { value, ...said }: Suggestion, put: boolean): FormState {
  const { id } = found.node;
  const settled = settle(state, found.way, (draft, settling) => {
    const node = draft.edit(found.node.plan, found.rows);
    if (!put) return;
    forgive(draft, settling, found.node.plan, found.rows);
    node.value = value;
    node.text = undefined;
    node.origin = 'given';
    settling.changed(found.node.plan, found.rows);
  });
  const { [id]: _, ...suggestions } = settled.suggestions ?? {};
  const lock = said.lock === 'locked' && nodeIssues(locate(settled.root, id)!.node).length === 0 ? 'locked' : 'marked';
  return { ...settled, suggestions, provenance: { ...settled.provenance, [id]: { ...said, lock, value } } };
}

function taken(state: FormState, id: string): FormState {
  const said = state.suggestions?.[id];
  const found = said && locate(state.root, id);
  return found ? known(state, found, said, true) : state;
}

function left(state: FormState, id: string): FormState {
  const found = locate(state.root, id);
  const { [id]: _, ...suggestions } = state.suggestions ?? {};
  return found ? { ...touched(state, found), suggestions } : state;
}

const emptyPlaces = (state: FormState): string[] => Object.keys(state.suggestions ?? {}).filter((id) => {
  const node = locate(state.root, id)?.node;
  return node && (fieldValue(node) === undefined || node.origin === 'default');
});

/** What is said beside a field belongs to how it looks. */
const touched = (state: FormState, found: Found): FormState => settle(state, found.way, (draft) => { draft.edit(found.node.plan, found.rows); });
