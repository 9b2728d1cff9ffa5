import type { Json, JsonObject, NodePlan, UnionPlan } from '@dvc/schema';
import { idOf, NESTED } from './locate.js';
import type { NodeState } from './state.js';
import { isObject } from './values.js';

const NONE = Object.freeze([]);
/** Deeper given data stay as they are: a page of a thousand groups in each other helps nobody. */
const DEEPEST = 40;

/** Where a new state takes its answers from. `rowId` gives the next row's name. */
export interface Source {
  rowId(): string;
  identity: Readonly<Record<string, Json>>;
  provenance: Record<string, string>;
  /** Whether absent answers get defaults; not when the data are what somebody answered before. */
  defaults: boolean;
  /** A place that is asked now, whatever its conditions said before. */
  shown?: NodePlan;
  depth?: number;
}

type Made = { -readonly [K in keyof NodeState]: NodeState[K] };

/** The state of a place for a given value. What is absent gets the identity's answer or the default, once, never over an answer. */
export function buildNode(plan: NodePlan, given: Json | undefined, id: string, source: Source): NodeState {
  const node: Made = {
    plan, shape: plan, id, value: undefined, computed: undefined, text: undefined, children: undefined, rows: undefined, key: undefined, nested: undefined,
    picks: undefined, extra: undefined, origin: given === undefined ? undefined : 'given',
    relevant: plan === source.shown || plan.declared.some((guard) => guard.length === 0), required: false, filled: false, touched: false, conditions: undefined, issues: NONE, flags: undefined,
  };
  if (plan.unions.length > 0) node.picks = plan.unions.map((union) => pickOf(union, given));
  const value = given === undefined ? first(node, source) : given;
  if (plan.kind === 'field' && !plan.shaper) node.value = value;
  else buildInside(node, value, source);
  return node;
}

/** A place that may look several ways holds what each of them needs. */
function buildInside(node: Made, given: Json | undefined, source: Source): void {
  const { plan } = node;
  const { depth = 0 } = source;
  const isList = Array.isArray(given) && (plan.item !== undefined || plan.slots > 0);
  const isMap = isObject(given) && (plan.kind === 'object' || plan.entry !== undefined || (plan.children.length > 0 && plan.slots === 0));
  if (depth > DEEPEST) {
    node.value = given;
    return;
  }
  if (plan.nest) {
    // An optional part is there when somebody opened it; a row is opened when it is added.
    if (given !== undefined || plan.parent?.item === plan || plan.parent?.entry === plan) node.nested = nestedNode(node, given, source);
  } else if (!isList && !isMap) node.value = given;
  const own = isMap ? given : {};
  const items = isList ? given : [];
  if (plan.children.length > 0 || plan.kind === 'object') {
    node.children = plan.children.map((child, i) => buildNode(child, plan.slots > i && !isMap ? items[i] : Object.hasOwn(own, child.key) ? own[child.key] : undefined, idOf(node.id, child.key), source));
  }
  if (plan.item) {
    const least = source.defaults && given === undefined && node.relevant && plan.required.length > 0 ? Math.min(plan.minItems - plan.slots, 20) : 0;
    const made = items.length > plan.slots ? items.slice(plan.slots) : new Array<Json | undefined>(Math.max(0, least)).fill(undefined);
    node.rows = made.map((row) => buildNode(plan.item!, row, `${node.id}/${source.rowId()}`, source));
  } else if (items.length > plan.slots) {
    // Nothing is said of what comes after the slots.
    node.value = given;
  }
  const rest = Object.keys(own).filter((key) => !plan.positions.has(key));
  if (plan.entry) node.rows = [...(node.rows ?? []), ...rest.map((key) => ({ ...buildNode(plan.entry!, own[key], `${node.id}/~${source.rowId()}`, source), key }))];
  else if (rest.length > 0) node.extra = objectFrom(rest.map((key) => [key, own[key]!]));
}

/** The form inside a place, with the data that it holds. */
export function nestedNode(node: Pick<NodeState, 'plan' | 'shape' | 'id'>, given: Json | undefined, source: Source): NodeState {
  const nest = node.shape.nest ?? node.plan.nest!;
  return buildNode(nest.plan.root, given, `${node.id}/${NESTED}`, { ...source, depth: (source.depth ?? 0) + 1 });
}

/** The branch that a value means: one that it fits, of which it has most properties. */
export function pickOf({ branches }: UnionPlan, given: Json | undefined): number | undefined {
  if (given === undefined || given === null) return undefined;
  const scores = branches.map(({ schema, keys, types }) => {
    const known = isObject(given) ? Object.keys(given).filter((key) => keys.has(key)).length : 0;
    const type = Array.isArray(given) ? 'array' : typeof given;
    return (schema.test(given) ? 1000 : 0) + (types?.some((each) => each === type || (each === 'integer' && type === 'number')) ? 100 : 0) + known;
  });
  const best = Math.max(...scores);
  return best > 0 ? scores.indexOf(best) : undefined;
}

function first(node: Made, { identity, provenance, defaults }: Source): Json | undefined {
  const { plan, id, relevant } = node;
  const name = plan.prefill?.replace(/^identity\./, '');
  if (name !== undefined && Object.hasOwn(identity, name)) {
    provenance[id] = 'identity';
    node.origin = 'given';
    return identity[name];
  }
  // What is not asked yet gets its default when it is.
  if (plan.computed || plan.shaper || !defaults || !relevant || plan.defaultValue === undefined) return undefined;
  node.origin = 'default';
  return plan.defaultValue;
}

/** `__proto__` as a name must make a property, not a prototype. */
export const objectFrom = (entries: readonly (readonly [string, Json])[]): JsonObject => Object.fromEntries(entries);
