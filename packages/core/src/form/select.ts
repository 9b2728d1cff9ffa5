import { join, type CompiledSchema, type Issue, type JsonObject, type PaperPlan, type Path, type Json } from '@dvc/schema';
import type { FormState, NodeState } from './state.js';
import { hasRarer, rarer } from './rarer.js';
import { heldValue, prunedValue, slotsOf } from './values.js';
import { readPruned } from './settle.js';

/** An issue where it stands: the place and its stable id, for a link from the summary. */
export interface PlacedIssue extends Issue { readonly id: string; readonly node: NodeState }

const payloads = new WeakMap<NodeState, JsonObject>();

/** What is submitted: relevant answers with computed values. */
export function payloadOf(state: FormState): JsonObject {
  let payload = payloads.get(state.root);
  if (!payload) payloads.set(state.root, payload = (prunedValue(state.root, [state.root]) ?? {}) as JsonObject);
  return payload;
}

/** Everything held, untouched parts verbatim. */
export const dataOf = (state: FormState): Json | undefined => heldValue(state.root);

/** Walks the places that are asked now, with their paths as of now. */
export function* shownNodes(node: NodeState, path: Path = ''): Generator<{ node: NodeState; path: Path }> {
  if (!node.relevant) return;
  yield { node, path };
  const { shape, children = [], rows = [], nested } = node;
  if (shape.kind === 'field' || node.value !== undefined) return;
  if (shape.kind === 'nest') {
    if (nested) yield* shownNodes(nested, path);
    return;
  }
  for (const child of shape.kind === 'object' ? children : slotsOf(node).filter((slot) => slot !== undefined)) yield* shownNodes(child, join(path, child.plan.key));
  for (const [i, row] of rows.entries()) yield* shownNodes(row, join(path, shape.kind === 'list' ? i + shape.slots : row.key ?? ''));
}

export const shownPaths = (state: FormState): Path[] => [...shownNodes(state.root)].map(({ path }) => path).filter((path) => path !== '');

/** Every issue of what is asked now, in the order of the document; warnings excluded. */
export function placedIssues(state: FormState): PlacedIssue[] {
  const found: PlacedIssue[] = [];
  for (const { node, path } of shownNodes(state.root)) {
    if (node.issues.length === 0 && !node.flags) continue;
    for (const issue of nodeIssues(node)) found.push({ ...issue, path: path + issue.path, id: node.id, node });
  }
  return found;
}

export const nodeIssues = (node: NodeState): Issue[] => [...node.issues, ...Object.values(node.flags ?? {})].filter((issue) => issue.level !== 'warning');

/** All that stops a submission: answers and papers. */
export const issuesOf = (state: FormState): Issue[] => [
  ...answerIssues(state).map(({ id: _, node: __, ...issue }) => issue),
  ...paperIssuesOf(state),
];

/** The issues of the answers. A schema with unions or without end, and a plain one, is judged as a whole besides. */
export function answerIssues(state: FormState): PlacedIssue[] {
  const placed = placedIssues(state);
  return state.plan.whole && hasRarer() ? rarer().judged(state, state.plan.whole, placed) : placed;
}

export interface PaperState { readonly id: string; readonly key: string; readonly plan: PaperPlan; readonly required: boolean; readonly row?: number }

/** The papers that these answers ask for. */
export function papersOf(state: FormState): PaperState[] {
  return state.plan.papers.flatMap((plan) => {
    if (plan.each) {
      const list = readPruned([state.root], plan.each.parent!.path);
      return (Array.isArray(list) ? list : []).flatMap((row, i) => (isTrue(plan.when, row) ? [{ id: plan.id, key: `${plan.id}/${i}`, plan, required: required(plan, row), row: i }] : []));
    }
    const answers = payloadOf(state);
    return isTrue(plan.when, answers) ? [{ id: plan.id, key: plan.id, plan, required: required(plan, answers) }] : [];
  });
}

const required = (plan: PaperPlan, answers: Json) => (typeof plan.required === 'boolean' ? plan.required : plan.required.test(answers));

/** A required paper that is missing, a file that is still on its way or failed. Path: `/papers/<id>`. */
export function paperIssuesOf(state: FormState): Issue[] {
  const asked = papersOf(state);
  const local = asked.flatMap((paper): Issue[] => {
    const files = state.uploads[paper.key] ?? [];
    const path = `/papers/${paper.key}`;
    if (files.some((file) => file.status === 'uploading' || file.status === 'checking')) return [{ path, code: 'paper-uploading', params: { paper: paper.id } }];
    if (files.some((file) => file.status === 'failed')) return [{ path, code: 'paper-failed', params: { paper: paper.id } }];
    if (paper.required && files.length === 0) return [{ path, code: 'paper-missing', params: { paper: paper.id } }];
    return [];
  });
  return [...local, ...state.paperIssues.filter((issue) => asked.some((paper) => issue.path === `/papers/${paper.key}`) && !local.some((other) => other.path === issue.path))];
}

export const isTrue = (when: CompiledSchema | undefined, answers: Json) => when === undefined || when.test(answers);
