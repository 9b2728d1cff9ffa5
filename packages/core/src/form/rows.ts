import type { NodePlan } from '@dvc/schema';
import type { Action } from './actions.js';
import { forgive, settle } from './answers.js';
import { buildNode } from './build.js';
import { locate } from './locate.js';
import { hasRarer, rarer } from './rarer.js';
import type { FormState } from './state.js';
import { isRow } from './values.js';

/** What happens to the rows of a list. */
export function reduceRows(state: FormState, action: Action): FormState {
  switch (action.type) {
    case 'row-added': return rowAdded(state, action.id, action.value);
    case 'row-removed': return rows(state, action.id, (all, at) => all.filter((_, i) => i !== at));
    case 'row-moved': return rows(state, action.id, (all, at) => moved(all, at, at + action.by));
    default: return state;
  }
}

function rowAdded(state: FormState, id: string, value: FormState['root']['value']): FormState {
  const found = locate(state.root, id);
  if (!found || state.readOnly) return state;
  const { plan, shape, rows: before = [] } = found.node;
  const made = shape.kind === 'list' ? plan.item : shape.kind === 'object' ? plan.entry : undefined;
  if (!made || (plan.item === made && before.length + shape.slots >= shape.maxItems)) return state;
  const provenance = { ...state.provenance };
  const settled = settle(state, found.way, (draft, settling) => {
    const { known } = settling;
    const source = { rowId: () => known.rowId(), identity: {}, provenance, defaults: value === undefined };
    const built = buildNode(made, value, `${id}/${made === plan.entry ? '~' : ''}${known.rowId()}`, source);
    const row = hasRarer() ? rarer().settledInside(built, known) : built;
    const list = draft.edit(plan, found.rows);
    list.rows = [...before, made === plan.entry ? { ...row, naming: true } : row];
    list.value = undefined;
    list.origin ??= 'person';
    forgive(draft, settling, plan, found.rows);
    settling.rowAdded(made, [...found.rows, before.length]);
    settling.reshaped(plan, found.rows);
  });
  return { ...settled, provenance };
}

function rows(state: FormState, id: string, change: (all: readonly FormState['root'][], at: number) => readonly FormState['root'][]): FormState {
  const found = locate(state.root, id);
  const plan = found?.node.plan.parent;
  if (!found || !plan || !isRow(found.node.plan) || state.readOnly) return state;
  const at = found.rows.at(-1)!;
  const above = found.rows.slice(0, -1);
  const before = locate(state.root, id.slice(0, id.lastIndexOf('/')))!.node.rows!;
  const next = change(before, at);
  if (next === before) return state;
  const settled = settle(state, found.way, (draft, settling) => {
    draft.edit(plan, above).rows = next;
    forgive(draft, settling, plan, above);
    settling.reshaped(plan, above);
    // Which of two entries of one name stands may be another now.
    if (plan.entry) next.forEach((_, i) => { settling.again(plan.entry!.validate!, [...above, i]); });
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
