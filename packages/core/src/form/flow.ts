import type { Action } from './actions.js';
import { settle, tried } from './answers.js';
import { feeIssuesOf } from './fees.js';
import { pageIssues, isPageBlocked } from './page-issues.js';
import { pagesOf } from './pages.js';
import { answerIssues } from './select.js';
import type { FormState, Upload } from './state.js';

/** What happens around the answers: pages, papers, fees. */
export function reducePages(state: FormState, action: Action): FormState {
  switch (action.type) {
    case 'went': return went(state, action.to);
    case 'next': return next(state);
    case 'back': return went(state, pageBeside(state, -1));
    case 'submitted': return state.phase.kind === 'submitting' && !action.again ? priced(state) : state;
    case 'editing': return { ...went(state, action.page), returning: true };
    case 'upload': return withUploads(state, action.paper, (files) => put(files, action.upload));
    case 'upload-removed': return withUploads(state, action.paper, (files) => files.filter((file) => file.key !== action.key));
    default: return state;
  }
}

function went(state: FormState, page: string): FormState {
  if (!pagesOf(state).some((each) => each.id === page)) return state;
  return { ...state, page, visited: state.visited.includes(page) ? state.visited : [...state.visited, page], returning: false, summary: 'none' };
}

/** Every answer is right, and yet a fee cannot be reckoned: nothing is sent, for the reason that the back end would give. */
function priced(state: FormState): FormState {
  const [server] = feeIssuesOf(state);
  if (!server) return state;
  const shown = settle(state, [], (draft) => {
    const root = draft.edit(state.plan.root, []);
    root.flags = { ...root.flags, server };
  });
  return { ...tried(shown, 'all', answerIssues(shown)), phase: { kind: 'editing' } };
}

function next(state: FormState): FormState {
  if (isPageBlocked(state, state.page)) return tried(state, 'page', pageIssues(state, state.page));
  if (state.returning) return went(state, 'review');
  return went(state, pageBeside(state, 1));
}

/** The page beside this one; when this one is no longer asked, the nearest that is. */
function pageBeside(state: FormState, by: number): string {
  const pages = pagesOf(state);
  const at = pages.findIndex((page) => page.id === state.page);
  return (pages[Math.max(0, Math.min(pages.length - 1, at + by))] ?? pages[0])?.id ?? state.page;
}

function withUploads(state: FormState, paper: string, change: (files: readonly Upload[]) => readonly Upload[]): FormState {
  return { ...state, uploads: { ...state.uploads, [paper]: change(state.uploads[paper] ?? []) }, paperIssues: state.paperIssues.filter((issue) => issue.path !== `/papers/${paper}`) };
}

const put = (files: readonly Upload[], upload: Upload) =>
  files.some((file) => file.key === upload.key) ? files.map((file) => (file.key === upload.key ? upload : file)) : [...files, upload];
