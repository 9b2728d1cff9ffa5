import type { Json, JsonObject, NodePlan } from '@dvc/schema';
import { idOf } from './locate.js';
import { isRarer, rarer } from './rarer.js';
import type { Sourced } from './sources.js';
import type { NodeState } from './state.js';
import { isObject, isRow } from './values.js';

const NONE = Object.freeze([]);

/** Where a new state takes its answers from. `rowId` gives the next row's name. */
export interface Source {
  rowId(): string;
  identity: Readonly<Record<string, Json>>;
  provenance: Record<string, Sourced>;
  /** ISO instant at which the host gave the identity */
  at?: string;
  /** Whether absent answers get defaults; not when the data are what somebody answered before. */
  defaults: boolean;
  /** A place that is asked now, whatever its conditions said before. */
  shown?: NodePlan;
  /** What this place is in is there. */
  present?: boolean;
  depth?: number;
}

export type Made = { -readonly [K in keyof NodeState]: NodeState[K] };

/** The state of a place for a given value. What is absent gets the identity's answer or the default, once, never over an answer. */
export function buildNode(plan: NodePlan, given: Json | undefined, id: string, source: Source): NodeState {
  const node: Made = {
    plan, shape: plan, id, value: undefined, computed: undefined, text: undefined, children: undefined, rows: undefined, key: undefined, naming: false, nested: undefined,
    picks: undefined, extra: undefined, origin: given === undefined ? undefined : 'given',
    relevant: plan === source.shown || plan.declared.some((guard) => guard.length === 0), required: false, filled: false, touched: false, conditions: undefined, issues: NONE, flags: undefined,
  };
  const value = given === undefined ? first(node, source) : given;
  // A plain schema judges what is there: what must be there stands there from the start.
  if (plan.lenient && source.defaults && node.origin === undefined && plan.kind !== 'field' && plan.kind !== 'nest' && (plan.parent === undefined || isRow(plan) || (source.present && plan.required.some((guard) => guard.length === 0)))) node.origin = 'default';
  if (isRarer(plan)) rarer().build(node, value, source);
  else if (plan.kind === 'field') node.value = value;
  else buildInside(node, value, source);
  return node;
}

/** Properties of an object, rows of a list. */
function buildInside(node: Made, given: Json | undefined, source: Source): void {
  const { plan } = node;
  const own = isObject(given) && plan.kind === 'object' ? given : {};
  const rows = Array.isArray(given) && plan.kind === 'list' ? given : [];
  if (given !== undefined && given !== own && given !== rows) node.value = given;
  const inner: Source = { ...source, present: node.origin !== undefined };
  if (plan.kind === 'object') {
    node.children = plan.children.map((child) => buildNode(child, Object.hasOwn(own, child.key) ? own[child.key] : undefined, idOf(node.id, child.key), inner));
    node.extra = extraOf(plan, own);
  } else if (plan.item) {
    node.rows = (rows.length > 0 ? rows : blankRows(node, given, source)).map((row) => buildNode(plan.item!, row, `${node.id}/${source.rowId()}`, inner));
  }
}

/** What nobody declared. */
export function extraOf(plan: NodePlan, own: JsonObject): JsonObject | undefined {
  const rest = Object.keys(own).filter((key) => !plan.positions.has(key));
  return rest.length > 0 ? objectFrom(rest.map((key) => [key, own[key]!])) : undefined;
}

/** Rows that a required list must have are there from the start. */
export function blankRows({ plan, relevant }: Made, given: Json | undefined, { defaults }: Source): undefined[] {
  return new Array<undefined>(defaults && given === undefined && relevant && plan.required.length > 0 ? Math.max(0, Math.min(plan.minItems - plan.slots, 20)) : 0).fill(undefined);
}

function first(node: Made, { identity, provenance, at = '', defaults }: Source): Json | undefined {
  const { plan, id, relevant } = node;
  const name = plan.prefill?.replace(/^identity\./, '');
  if (name !== undefined && Object.hasOwn(identity, name)) {
    const value = identity[name]!;
    provenance[id] = { source: 'identity', at, lock: 'marked', value };
    node.origin = 'given';
    return value;
  }
  // What is not asked yet gets its default when it is.
  if (plan.computed || plan.shaper || !defaults || !relevant || plan.defaultValue === undefined) return undefined;
  node.origin = 'default';
  return plan.defaultValue;
}

/** `__proto__` as a name must make a property, not a prototype. */
export const objectFrom = (entries: readonly (readonly [string, Json])[]): JsonObject => Object.fromEntries(entries);
