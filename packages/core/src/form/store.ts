import type { Action } from './actions.js';
import type { Reducer } from './reduce.js';
import type { FormState, NodeState } from './state.js';

export interface Watcher { changed(): void }

/** Holds the current state and tells who must look again: by place, by group when its shape changed, and the form itself. */
export interface Store {
  readonly state: FormState;
  dispatch(action: Action): FormState;
  /** What its reducers do not know does not happen. */
  learn(reducers: Iterable<Reducer>): void;
  /** Tells the last watcher of a place after the place's own state changed; for a group, after its shape did (what is asked, its rows, its own issues). */
  watch(id: string, watcher: Watcher): void;
  /** Tells the watcher of `by` too when `id` changed. */
  follow(id: string, by: string): void;
  /** Runs after anything outside the answers changed: page, phase, papers. */
  watchFlow(changed: (before: FormState) => void): () => void;
  replace(state: FormState): void;
}

export function createStore(first: FormState): Store {
  let state = first;
  const reducers = new Set<Reducer>();
  const places = new Map<string, Watcher>();
  const followers = new Map<string, Set<string>>();
  const flows = new Set<(before: FormState) => void>();
  const tell = (id: string) => {
    places.get(id)?.changed();
    followers.get(id)?.forEach((by) => places.get(by)?.changed());
  };
  const settleTo = (next: FormState) => {
    const before = state;
    if (next === before) return;
    state = next;
    compare(before.root, next.root, tell, (row) => {
      for (const id of places.keys()) if (id.startsWith(`${row}/`)) places.delete(id);
    });
    if (flowChanged(before, next)) flows.forEach((changed) => changed(before));
  };
  return {
    get state() { return state; },
    dispatch(action) {
      let next = state;
      for (const reducer of reducers) next = reducer(next, action);
      settleTo(next);
      return state;
    },
    learn(more) { for (const reducer of more) reducers.add(reducer); },
    replace(next) { settleTo(next); },
    watch(id, watcher) { places.set(id, watcher); },
    follow(id, by) { followers.set(id, (followers.get(id) ?? new Set()).add(by)); },
    watchFlow(changed) {
      flows.add(changed);
      return () => { flows.delete(changed); };
    },
  };
}

/** What of a place itself is drawn, apart from what is inside it. */
const OWN = ['shape', 'relevant', 'issues', 'flags', 'touched', 'required', 'picks', 'value', 'text', 'extra'] as const;

/** Only branches that changed are entered, so a key costs what it touches. */
function compare(before: NodeState, after: NodeState, tell: (id: string) => void, gone: (row: string) => void): void {
  if (before === after) return;
  const { children, rows, nested } = after;
  if (!children && !rows && !nested && !before.nested) return tell(after.id);
  let reshaped = OWN.some((name) => before[name] !== after[name]) || (before.nested === undefined) !== (nested === undefined);
  children?.forEach((child, i) => {
    const was = before.children![i]!;
    if (was.relevant !== child.relevant) reshaped = true;
    compare(was, child, tell, gone);
  });
  const old = before.rows ?? [];
  if (old.length !== (rows?.length ?? 0)) reshaped = true;
  rows?.forEach((row, i) => {
    const was = old[i]?.id !== row.id ? old.find((each) => each.id === row.id) : old[i];
    if (old[i]?.id !== row.id || was?.key !== row.key || was?.naming !== row.naming) reshaped = true;
    if (was) compare(was, row, tell, gone);
  });
  if (before.nested && nested) compare(before.nested, nested, tell, gone);
  if (reshaped) {
    for (const row of old) if (!rows?.some((each) => each.id === row.id)) gone(row.id);
    if (before.nested && !nested) gone(before.nested.id);
    tell(after.id);
  }
}

const flowChanged = (a: FormState, b: FormState) =>
  a.page !== b.page || a.phase !== b.phase || a.uploads !== b.uploads || a.paperIssues !== b.paperIssues || a.summons !== b.summons || a.summary !== b.summary
  || a.attempted !== b.attempted || a.readOnly !== b.readOnly || a.returning !== b.returning || a.visited !== b.visited || a.plan !== b.plan;
