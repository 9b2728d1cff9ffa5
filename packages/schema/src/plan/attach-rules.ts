import type { Expression, FormDocument } from '../document/types.js';
import { join } from '../pointer.js';
import { readsOf } from '../rules/index.js';
import type { Path, Problem } from '../types.js';
import { findPlace, placesRead } from './places.js';
import type { CheckPlan, ComputePlan, NodePlan, Reading } from './types.js';

export interface ScopedCompute extends ComputePlan { readonly scope: NodePlan }

/** Ties rules to the places that they read and write. `each` makes the row of a list the scope; bare names then start there. */
export function attachRules(document: FormDocument, root: NodePlan, problems: Problem[]): { computes: ScopedCompute[]; checks: CheckPlan[] } {
  const computes: ScopedCompute[] = [];
  const checks: CheckPlan[] = [];
  for (const [i, rule] of (document.rules?.compute ?? []).entries()) {
    const source = join('/rules/compute', i);
    const scope = scopeOf(root, rule.each, source, problems);
    const target = scope && place(root, scope, rule.to, join(source, 'to'), problems);
    if (!scope || !target) continue;
    if (target.computed) problems.push({ path: join(source, 'to'), code: 'computed-twice', expected: 'one rule for a place', got: rule.to });
    const compute: ScopedCompute = { target, value: rule.value, source, scope, reads: readings(root, scope, rule.value) };
    target.computed = compute;
    target.readOnly = true;
    computes.push(compute);
  }
  for (const [i, rule] of (document.rules?.checks ?? []).entries()) {
    const source = join('/rules/checks', i);
    const scope = scopeOf(root, rule.each, source, problems);
    const at = scope && place(root, scope, rule.at, join(source, 'at'), problems);
    if (!scope || !at) continue;
    checks.push({ index: i, that: rule.that, at, message: { text: rule.message, at: join(source, 'message') }, level: rule.level, source, scope, reads: readings(root, scope, rule.that) });
  }
  return { computes, checks };
}

function scopeOf(root: NodePlan, each: Path | undefined, source: Path, problems: Problem[]): NodePlan | undefined {
  if (each === undefined) return root;
  const list = findPlace(root, each);
  if (list?.item) return list.item;
  problems.push({ path: join(source, 'each'), code: 'unknown-path', expected: 'a list of the data schema', got: each });
  return undefined;
}

function place(root: NodePlan, scope: NodePlan, name: string, source: Path, problems: Problem[]): NodePlan | undefined {
  const found = name.startsWith('/') ? findPlace(root, name) : findPlace(scope, `/${name}`);
  if (!found) problems.push({ path: source, code: 'unknown-path', expected: 'a property of the data schema', got: name });
  return found;
}

function readings(root: NodePlan, scope: NodePlan, expression: Expression): Reading[] {
  return readsOf(expression).map((name) => {
    const own = !name.startsWith('/');
    const { node, deep } = placesRead(own ? scope : root, own ? `/${name}` : name);
    return { name, node, deep: deep || node.kind !== 'field', shared: own ? scope.lists.length : 0 };
  });
}
