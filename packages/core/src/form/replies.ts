import type { Issue } from '@dvc/schema';
import type { Action } from './actions.js';
import { settle, tried } from './answers.js';
import { Draft } from './draft.js';
import { locatePath } from './locate-path.js';
import { answerIssues } from './select.js';
import { Settling } from './settle.js';
import { knownOf } from './start.js';
import type { FormState } from './state.js';

/** What a back end says. */
export function reduceReplies(state: FormState, action: Action): FormState {
  switch (action.type) {
    case 'refused': {
      const shown = refused(state, action.issues);
      return { ...tried(shown, 'all', answerIssues(shown)), phase: { kind: 'editing' } };
    }
    case 'changed': return { ...another(state, action.today), phase: { kind: 'changed', changes: action.changes } };
    case 'acknowledged': return { ...state, phase: { kind: 'acknowledged', acknowledgement: action.acknowledgement, ...(action.earlier ? { earlier: true } : {}) } };
    default: return state;
  }
}

/** The back end's issues stand beside the fields like our own, until the field is changed. */
function refused(state: FormState, issues: readonly Issue[]): FormState {
  const paperIssues = issues.filter((issue) => issue.code.startsWith('paper-'));
  const settled = issues.filter((issue) => !issue.code.startsWith('paper-')).reduce((now, issue) => {
    const { found, rest } = locatePath(now.root, issue.path);
    return settle(now, found.way, (draft) => {
      const edited = draft.edit(found.node.plan, found.rows);
      edited.touched = true;
      edited.flags = { ...edited.flags, server: { ...issue, path: rest } };
    });
  }, state);
  return { ...settled, paperIssues };
}

/** The back end lives on another day: what is reckoned from the day is reckoned anew. */
function another(state: FormState, today: string): FormState {
  const draft = new Draft(state.root);
  const { known, nextRow } = knownOf({ ...state, today });
  new Settling(state.plan, draft, known).all();
  return { ...state, root: draft.root, today, nextRow: nextRow() };
}
