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

/** Everything held, irrelevant answers and unknown properties included: what was set comes back deep-equal. `asked`: nothing above is hidden. */
export function heldValue(node: NodeState, asked = true): Json | undefined {
  const isAsked = asked && node.relevant;
  // Nobody gave it: a default of what is not asked, an answer to the branch that was left.
  const { shape } = node;
  if (!isAsked && shape.kind !== 'object' && (node.origin === 'default' || (node.origin !== 'given' && isOfBranch(node.plan)))) return undefined;
  if (shape.kind === 'field' || node.value !== undefined) return node.value;
  if (shape.kind === 'nest') return node.nested && orEmpty(node.nested, heldValue(node.nested, isAsked));
  if (shape.kind === 'list') {
    const rows = listOf(node, (part) => heldValue(part, isAsked));
    return rows.length > 0 || stays(node) ? rows : undefined;
  }
  const made = objectOf(node, (part) => heldValue(part, isAsked));
  if (node.extra) for (const [key, value] of Object.entries(node.extra)) set(made, key, value);
  return stays(node) || Object.keys(made).length > 0 ? made : undefined;
}

/**
 * What is submitted and what conditions and rules read: relevant answers with computed values.
 * A required object stays `{}` and a required list `[]`, so that issues point at the fields inside; optional empty ones are absent.
 * In a plain schema an empty one is there only if it was given, or put there at the start. `only` limits an object to the properties that someone reads.
 */
export function prunedValue(node: NodeState, trail: Trail, only?: ReadonlySet<string>): Json | undefined {
  if (!node.relevant) return undefined;
  const { plan, shape } = node;
  if (shape.kind === 'field' || node.value !== undefined) return fieldValue(node);
  if (shape.kind === 'nest') return node.nested && orEmpty(node.nested, prunedValue(node.nested, [node.nested]));
  const inside = (part: NodeState) => (part.shape.kind === 'field' ? (part.relevant ? fieldValue(part) : undefined) : prunedValue(part, [...trail, part]));
  const isThere = plan.lenient ? stays(node) : mustBe(plan, trail);
  if (shape.kind === 'list') {
    const rows = listOf(node, inside);
    return rows.length > 0 || isThere ? rows : undefined;
  }
  const made = objectOf(node, inside, only);
  if (node.extra && !anyHolds(plan.closed, trail)) for (const [key, value] of Object.entries(node.extra)) set(made, key, value);
  return isThere || only || !isBlank(made) ? made : undefined;
}

/** An empty object or list that was given, or that stands there because it must. */
const stays = ({ origin, plan }: NodeState) => origin === 'given' || (plan.lenient && origin !== undefined && (origin === 'default' || plan.required.length > 0 || plan.parent === undefined || isRow(plan)));

/** Nothing in it is an answer: parts that must be there do not make their whole. */
const isBlank = (value: Json): boolean => (Array.isArray(value) ? value.length === 0 : isObject(value) && Object.values(value).every(isBlank));

function objectOf(node: NodeState, valueOf: (part: NodeState) => Json | undefined, only?: ReadonlySet<string>): JsonObject {
  const made: JsonObject = {};
  for (const child of node.children ?? []) if (!only || only.has(child.plan.key)) set(made, child.plan.key, valueOf(child));
  // The first of two entries of one name stands; the other is told so.
  for (const row of node.rows ?? []) if (row.key !== undefined && !Object.hasOwn(made, row.key)) set(made, row.key, valueOf(row));
  return made;
}

/** The items of a list that have a meaning of their own; a place may have properties besides. */
export const slotsOf = ({ plan, shape, children }: NodeState): (NodeState | undefined)[] => Array.from({ length: shape.slots }, (_, i) => children?.[plan.positions.get(String(i)) ?? -1]);

/** Slots that are empty at the end are not there; one before an answer is null. */
function listOf(node: NodeState, valueOf: (part: NodeState) => Json | undefined): Json[] {
  const slots = slotsOf(node).map((slot) => slot && valueOf(slot));
  const rows = (node.rows ?? []).map((row) => orEmpty(row, valueOf(row)));
  while (rows.length === 0 && slots.length > 0 && slots.at(-1) === undefined) slots.pop();
  return [...slots.map((value) => value ?? null), ...rows];
}

function orEmpty({ shape, nested }: NodeState, value: Json | undefined): Json {
  if (value !== undefined) return value;
  const kind = shape.kind === 'nest' && nested ? nested.shape.kind : shape.kind;
  return kind === 'object' ? {} : kind === 'list' ? [] : null;
}

export const fieldValue = (node: NodeState): Json | undefined => (node.plan.computed ? node.computed : node.value);

const mustBe = (plan: NodePlan, trail: Trail) => plan.parent === undefined || isRow(plan) || anyHolds(plan.required, trail);

/** A row of a list or an entry of a map is there because somebody added it. */
export const isRow = (plan: NodePlan): boolean => plan.parent !== undefined && (plan.parent.item === plan || plan.parent.entry === plan);

const ofBranch = new WeakMap<NodePlan, boolean>();
/** Is it asked only under a branch of a union, here or above? */
export function isOfBranch(plan: NodePlan): boolean {
  let is = ofBranch.get(plan);
  if (is === undefined) {
    is = (plan.declared.length > 0 && plan.declared.every((guard) => guard.some(({ condition }) => condition.branch !== undefined || condition.fork === true))) || (plan.parent !== undefined && isOfBranch(plan.parent));
    ofBranch.set(plan, is);
  }
  return is;
}

/** `__proto__` as a name must make a property, not a prototype. */
export function set(object: JsonObject, key: string, value: Json | undefined): void {
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

export const isObject = (value: Json | undefined): value is JsonObject => value !== null && typeof value === 'object' && !Array.isArray(value);
