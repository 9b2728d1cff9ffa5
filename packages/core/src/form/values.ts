import type { Guard, Json, JsonObject, NodePlan } from '@dvc/schema';
import type { NodeState } from './state.js';

/** The states from the root down to a place; `trail[n]` is n levels deep. */
export type Trail = readonly NodeState[];

/** Do all conditions of a guard hold? They stand on the trail, because an `if` decides only below itself. */
export function holds(guard: Guard, trail: Trail): boolean {
  for (const { condition, holds: wanted } of guard) {
    if ((trail[condition.at.route.length]?.conditions?.[condition.slot] ?? false) !== wanted) return false;
  }
  return true;
}

export const anyHolds = (guards: readonly Guard[], trail: Trail): boolean => guards.some((guard) => holds(guard, trail));

/** Everything held, irrelevant answers and unknown properties included: what was set comes back deep-equal. */
export function heldValue(node: NodeState): Json | undefined {
  if (!node.children || node.value !== undefined) return node.value;
  if (node.plan.kind === 'list') {
    const rows = node.children.map((row) => orEmpty(row, heldValue(row)));
    return rows.length > 0 || node.given ? rows : undefined;
  }
  const made: JsonObject = {};
  for (const child of node.children) set(made, child.plan.key, heldValue(child));
  for (const [key, value] of Object.entries(node.extra ?? {})) set(made, key, value);
  return node.given || Object.keys(made).length > 0 ? made : undefined;
}

/**
 * What is submitted and what conditions and rules read: relevant answers with computed values.
 * A required object stays `{}` and a required list `[]`, so that issues point at the fields inside; optional empty ones are absent.
 * `only` limits an object to the properties that someone reads.
 */
export function prunedValue(node: NodeState, trail: Trail, only?: ReadonlySet<string>): Json | undefined {
  if (!node.relevant) return undefined;
  if (!node.children || node.value !== undefined) return fieldValue(node);
  const plan = node.plan;
  if (plan.kind === 'list') {
    const rows = node.children.map((row) => orEmpty(row, prunedValue(row, [...trail, row])));
    return rows.length > 0 || mustBe(plan, trail) ? rows : undefined;
  }
  const made: JsonObject = {};
  for (const child of node.children) {
    if (only && !only.has(child.plan.key)) continue;
    if (!child.relevant) continue;
    set(made, child.plan.key, child.children && child.value === undefined ? prunedValue(child, [...trail, child]) : fieldValue(child));
  }
  if (node.extra && !plan.closed.some(({ guard }) => holds(guard, trail))) for (const [key, value] of Object.entries(node.extra)) set(made, key, value);
  return Object.keys(made).length > 0 || only || mustBe(plan, trail) ? made : undefined;
}

const orEmpty = (row: NodeState, value: Json | undefined): Json => (value !== undefined ? value : row.plan.kind === 'object' ? {} : null);

export const fieldValue = (node: NodeState): Json | undefined => (node.plan.computed ? node.computed : node.value);

const mustBe = (plan: NodePlan, trail: Trail) => plan.parent === undefined || plan.parent.item === plan || anyHolds(plan.required, trail);

/** `__proto__` as a name must make a property, not a prototype. */
function set(object: JsonObject, key: string, value: Json | undefined): void {
  if (value === undefined) return;
  if (key === '__proto__') Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  else object[key] = value;
}

/** Deep equality of JSON values. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object' || Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.keys(a);
  if (left.length !== Object.keys(b).length) return false;
  return left.every((key) => Object.hasOwn(b, key) && sameJson((a as JsonObject)[key], (b as JsonObject)[key]));
}
