import type { FormPlan, Json } from '@dvc/schema';
import { buildNode } from './build.js';
import { Draft } from './draft.js';
import { Settling } from './settle.js';
import type { FormContext, FormState } from './state.js';
import { pagesOf } from './pages.js';

export interface StartOptions {
  data?: Json | undefined;
  /** What the host knows of the citizen: `fullName`, `personalId`, `birthDate`, `sex`, `phone`, `email` … */
  identity?: Readonly<Record<string, Json>> | undefined;
  /** `YYYY-MM-DD` in Asia/Ho_Chi_Minh */
  today: string;
  idempotencyKey?: string;
  context?: FormContext;
  readOnly?: boolean;
  /** Whether absent answers get their defaults: by default only a form without data, because data come back deep-equal to what was set. */
  defaults?: boolean;
}

/** The first state of a form: given data, then identity, then defaults; everything reckoned once. */
export function startForm(plan: FormPlan, options: StartOptions): FormState {
  let nextRow = 1;
  const provenance: Record<string, string> = {};
  const root = buildNode(plan.root, options.data, '', { rowId: () => `r${nextRow++}`, identity: options.identity ?? {}, provenance, defaults: options.defaults ?? options.data === undefined });
  const draft = new Draft(root);
  const context = options.context ?? {};
  const settling = new Settling(plan, draft, { today: options.today, context });
  settling.all();
  const state: FormState = {
    plan, root: draft.root, today: options.today, context, nextRow, page: '', visited: [], returning: false, attempted: false, summons: 0, summary: 'none',
    phase: { kind: 'editing' }, uploads: {}, paperIssues: [], provenance, codeLists: {}, idempotencyKey: options.idempotencyKey ?? '', readOnly: options.readOnly ?? false,
    evaluations: settling.evaluations,
  };
  const page = pagesOf(state)[0]?.id ?? '';
  return { ...state, page, visited: [page] };
}
