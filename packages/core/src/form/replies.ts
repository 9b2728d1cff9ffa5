import type { Issue, NodePlan } from '@dvc/schema';
import type { Action } from './actions.js';
import { settle, tried } from './answers.js';
import { Draft } from './draft.js';
import { placedIssues } from './select.js';
import { Settling } from './settle.js';
import type { FormState, Row } from './state.js';

/** What a back end says. */
export function reduceReplies(state: FormState, action: Action): FormState {
  switch (action.type) {
    case 'refused': {
      const shown = refused(state, action.issues);
      return { ...tried(shown, 'all', placedIssues(shown)), phase: { kind: 'editing' } };
    }
    case 'changed': return { ...another(state, action.today), phase: { kind: 'changed', changes: action.changes } };
    case 'acknowledged': return { ...state, phase: { kind: 'acknowledged', acknowledgement: action.acknowledgement } };
    default: return state;
  }
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
