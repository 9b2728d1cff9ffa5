import { alwaysPresent, type Issue, type NodePlan } from '@dvc/schema';
import { rarer } from './rarer.js';
import type { FormContext, NodeState } from './state.js';
import { anyHolds, fieldValue, holds, isRow, prunedValue, type Trail } from './values.js';

const NONE: readonly Issue[] = [];

/** What is wrong with one place by itself, and whether it must be answered now. Paths are relative to the place. */
export function validate(node: NodePlan, trail: Trail, context: FormContext): { required: boolean; issues: readonly Issue[] } {
  const state = trail.at(-1)!;
  const parent = trail.at(-2);
  const { kind } = state.shape;
  // A form that is one field asks for it.
  const required = isRow(node) || (parent === undefined ? kind === 'field' : anyHolds(node.required, trail.slice(0, -1)) && isPresent(parent.plan, trail.slice(0, -1)));
  const isJudged = node.assertions.length + node.unionChecks.length > 0 || node.lenient;
  const value = kind === 'field' ? fieldValue(state) : state.value ?? (isJudged ? prunedValue(state, trail) : undefined);
  const unnamed = parent && node.parent?.entry === node ? rarer().nameIssue(state, parent) : undefined;
  if (unnamed) return { required, issues: [unnamed] };
  if (value === undefined) {
    // A group speaks through what is asked inside it; in a plain schema that may be nothing.
    if (!required || (kind === 'nest' ? state.nested : kind !== 'field' && !node.lenient)) return { required, issues: NONE };
    const missing = issue(node, 'required');
    return { required, issues: [isRow(node) ? { ...missing, params: { beyond: true } } : missing] };
  }
  let issues: Issue[] | undefined;
  for (const assertion of node.assertions) {
    if (!holds(assertion.guard, trail) || (value === null && assertion.unlessNull)) continue;
    const found = assertion.schema.check(value, '');
    if (found.length > 0) (issues ??= []).push(...found.map((each) => withMessage(node, each)));
  }
  for (const check of node.unionChecks) {
    const found = holds(check.guard, trail) && !check.schema.test(value) ? rarer().unionIssues(check, trail, value) : NONE;
    if (found.length > 0) (issues ??= []).push(...found.map((each) => withMessage(node, each)));
  }
  const off = node.codeList && offList(node, state, parent, value, context);
  if (off) (issues ??= []).push(off);
  return { required, issues: issues ?? NONE };
}

/** Is this object in the answers? An empty optional one is absent, and then requires nothing of what is inside. */
function isPresent(node: NodePlan, trail: Trail): boolean {
  if (alwaysPresent(node)) return true;
  const state = trail.at(-1)!;
  if (state.filled) return true;
  const above = trail.slice(0, -1);
  return node.parent !== undefined && anyHolds(node.required, above) && isPresent(node.parent, above);
}

/** A code that its list does not have. In a browser the list is in the control, so only a server is given lists here. */
function offList(node: NodePlan, state: NodeState, parent: NodeState | undefined, value: unknown, context: FormContext): Issue | undefined {
  const list = node.codeList!;
  if (!context.codeLists || typeof value !== 'string') return undefined;
  const sibling = list.within === undefined ? undefined : parent?.children?.[parent.plan.positions.get(list.within) ?? -1];
  const within = sibling && fieldValue(sibling);
  const found = context.codeLists(list.id, typeof within === 'string' ? within : undefined);
  if (!found || found.items.some((item) => item.code === value)) return undefined;
  return { ...issue(state.plan, 'code-list'), params: { codeList: list.id } };
}

const issue = (node: NodePlan, code: string): Issue => withMessage(node, { path: '', code, params: {} });

function withMessage(node: NodePlan, each: Issue): Issue {
  const own = each.message === undefined && each.path === '' && node.messages && Object.hasOwn(node.messages, each.code) ? node.messages[each.code] : undefined;
  return own ? { ...each, message: own.text } : each;
}
