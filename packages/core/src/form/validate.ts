import { alwaysPresent, type Issue, type NodePlan } from '@dvc/schema';
import type { FormContext, NodeState } from './state.js';
import { anyHolds, fieldValue, holds, prunedValue, type Trail } from './values.js';

const NONE: readonly Issue[] = [];

/** What is wrong with one place by itself, and whether it must be answered now. Paths are relative to the place. */
export function validate(node: NodePlan, trail: Trail, context: FormContext): { required: boolean; issues: readonly Issue[] } {
  const state = trail.at(-1)!;
  const parent = trail.at(-2);
  const isRow = node.parent?.item === node;
  const required = isRow || (parent !== undefined && anyHolds(node.required, trail.slice(0, -1)) && isPresent(parent.plan, trail.slice(0, -1)));
  const value = node.kind === 'field' ? fieldValue(state) : state.value ?? (node.assertions.length > 0 ? prunedValue(state, trail) : undefined);
  if (value === undefined) {
    if (!required || (state.children && state.value === undefined)) return { required, issues: NONE };
    return { required, issues: [issue(node, 'required')] };
  }
  let issues: Issue[] | undefined;
  for (const assertion of node.assertions) {
    if (!holds(assertion.guard, trail)) continue;
    const found = assertion.schema.check(value, '');
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
