import type { Action } from './actions.js';
import { pageIssues, isPageBlocked, pagesOf } from './pages.js';
import { paperIssuesOf, placedIssues } from './select.js';
import type { FormState, NodeState, Upload } from './state.js';
import { Draft } from './draft.js';
import { locate } from './locate.js';

/** Everything that is not an answer: pages, submission, papers. */
export function flow(state: FormState, action: Action): FormState {
  switch (action.type) {
    case 'went': return went(state, action.to);
    case 'next': return next(state);
    case 'back': return went(state, pageBeside(state, -1));
    case 'editing': return { ...went(state, action.page), returning: true };
    case 'checked': return blocked(state) ? tried(state, 'all') : state;
    case 'submitted': return submitted(state);
    case 'refused': return { ...tried(state, 'all'), phase: { kind: 'editing' } };
    case 'changed': return { ...state, phase: { kind: 'changed', changes: action.changes }, today: action.today };
    case 'failed': return { ...state, phase: action.phase };
    case 'acknowledged': return { ...state, phase: { kind: 'acknowledged', acknowledgement: action.acknowledgement } };
    case 'resumed': return { ...state, phase: { kind: 'editing' } };
    case 'upload': return withUploads(state, action.paper, (files) => put(files, action.upload));
    case 'upload-removed': return withUploads(state, action.paper, (files) => files.filter((file) => file.key !== action.key));
    case 'list-shown': return state.codeLists[action.id] === action.version ? state : { ...state, codeLists: { ...state.codeLists, [action.id]: action.version } };
    case 'read-only': return { ...state, readOnly: action.readOnly };
    default: return state;
  }
}

const blocked = (state: FormState) => placedIssues(state).length > 0 || paperIssuesOf(state).length > 0;

function went(state: FormState, page: string): FormState {
  if (!pagesOf(state).some((each) => each.id === page)) return state;
  return { ...state, page, visited: state.visited.includes(page) ? state.visited : [...state.visited, page], returning: false, summary: 'none' };
}

function next(state: FormState): FormState {
  if (isPageBlocked(state, state.page)) return tried(state, 'page');
  if (state.returning) return went(state, 'review');
  return went(state, pageBeside(state, 1));
}

/** The page beside this one; when this one is no longer asked, the nearest that is. */
function pageBeside(state: FormState, by: number): string {
  const pages = pagesOf(state);
  const at = pages.findIndex((page) => page.id === state.page);
  return (pages[Math.max(0, Math.min(pages.length - 1, at + by))] ?? pages[0])?.id ?? state.page;
}

function submitted(state: FormState): FormState {
  if (state.phase.kind === 'submitting' || state.phase.kind === 'acknowledged' || state.readOnly) return state;
  if (blocked(state)) return tried(state, 'all');
  return { ...state, phase: { kind: 'submitting' }, attempted: true, summary: 'none', paperIssues: [] };
}

/** A step or a submission was tried with issues: they are all shown, and the summary takes focus. Only places with issues change. */
function tried(state: FormState, summary: 'page' | 'all'): FormState {
  const issues = summary === 'page' ? pageIssues(state, state.page) : placedIssues(state);
  const draft = new Draft(state.root);
  for (const { id, node } of issues) if (!node.touched) touch(draft, state.root, id);
  return { ...state, root: draft.root, attempted: state.attempted || summary === 'all', summary, summons: state.summons + 1 };
}

function touch(draft: Draft, root: NodeState, id: string): void {
  const found = locate(root, id);
  if (found) draft.edit(found.node.plan, found.rows).touched = true;
}

function withUploads(state: FormState, paper: string, change: (files: readonly Upload[]) => readonly Upload[]): FormState {
  return { ...state, uploads: { ...state.uploads, [paper]: change(state.uploads[paper] ?? []) }, paperIssues: state.paperIssues.filter((issue) => issue.path !== `/papers/${paper}`) };
}

const put = (files: readonly Upload[], upload: Upload) =>
  files.some((file) => file.key === upload.key) ? files.map((file) => (file.key === upload.key ? upload : file)) : [...files, upload];
