import type { Json, JsonObject, NodePlan } from '@dvc/schema';
import type { NodeState } from './state.js';

const NONE = Object.freeze([]);

/** Where a new state takes its answers from. `rowId` gives the next row's name. */
export interface Source {
  rowId(): string;
  identity: Readonly<Record<string, Json>>;
  provenance: Record<string, string>;
  /** Whether absent answers get defaults; not when the data are what somebody answered before. */
  defaults: boolean;
}

/** The state of a place for a given value. What is absent gets the identity's answer or the default, once, never over an answer. */
export function buildNode(plan: NodePlan, given: Json | undefined, id: string, source: Source): NodeState {
  const node: { -readonly [K in keyof NodeState]: NodeState[K] } = {
    plan, id, value: undefined, computed: undefined, text: undefined, children: undefined, extra: undefined, given: given !== undefined,
    relevant: plan.declared.some((guard) => guard.length === 0), required: false, filled: false, touched: false, conditions: undefined, issues: NONE, flags: undefined,
  };
  if (plan.kind === 'list') buildList(node, given, source);
  else if (plan.kind === 'object') buildObject(node, given, source);
  else node.value = given === undefined ? first(plan, id, source) : given;
  return node;
}

function buildList(node: { -readonly [K in keyof NodeState]: NodeState[K] }, given: Json | undefined, source: Source): void {
  const rows = Array.isArray(given) ? given : [];
  if (given !== undefined && !Array.isArray(given)) node.value = given;
  const least = source.defaults && given === undefined && node.plan.declared.length > 0 && node.plan.required.length > 0 ? Math.min(node.plan.minItems, 20) : 0;
  const made = rows.length > 0 ? rows : new Array<Json | undefined>(least).fill(undefined);
  node.children = made.map((row) => buildNode(node.plan.item!, row, `${node.id}/${source.rowId()}`, source));
}

function buildObject(node: { -readonly [K in keyof NodeState]: NodeState[K] }, given: Json | undefined, source: Source): void {
  const own = isObject(given) ? given : {};
  if (given !== undefined && !isObject(given)) node.value = given;
  const { plan } = node;
  node.children = plan.children.map((child) => buildNode(child, Object.hasOwn(own, child.key) ? own[child.key] : undefined, `${node.id}/${child.key.replace(/~/g, '~0').replace(/\//g, '~1')}`, source));
  const extra = Object.keys(own).filter((key) => !plan.positions.has(key));
  if (extra.length > 0) node.extra = Object.fromEntries(extra.map((key) => [key, own[key]!]));
}

function first(plan: NodePlan, id: string, source: Source): Json | undefined {
  const name = plan.prefill?.replace(/^identity\./, '');
  if (name !== undefined && Object.hasOwn(source.identity, name)) {
    source.provenance[id] = 'identity';
    return source.identity[name];
  }
  return plan.computed || !source.defaults ? undefined : plan.defaultValue;
}

const isObject = (value: Json | undefined): value is JsonObject => value !== null && typeof value === 'object' && !Array.isArray(value);
