// The rarer shapes: how their states are made, what happens when they appear or look another way, and what they have to say.
import type { CompiledSchema, Issue, Json, NodePlan, UnionCheck, UnionPlan } from '@dvc/schema';
import { blankRows, buildNode, extraOf, objectFrom, type Made, type Source } from './build.js';
import { idOf, NESTED } from './locate.js';
import { locatePath } from './locate-path.js';
import type { Rarer } from './rarer.js';
import type { PlacedIssue } from './select.js';
import type { Known, Settling } from './settle.js';
import { settledAnew } from './start.js';
import type { FormState, NodeState, Row } from './state.js';
import { heldValue, holds, isObject, isOfBranch, isRow, prunedValue, sameJson, type Trail } from './values.js';

/** Deeper given data stay as they are: a page of a thousand groups in each other helps nobody. */
const DEEPEST = 40;

/** A place that may look several ways holds what each of them needs, and the value as it was given until it is known which one it is. */
function build(node: Made, given: Json | undefined, source: Source): void {
  const { plan } = node;
  const { depth = 0 } = source;
  if (plan.unions.length > 0) node.picks = plan.unions.map((union) => pickOf(union, given));
  const inner: Source = { ...source, present: node.origin !== undefined };
  const isList = Array.isArray(given) && (plan.shaper ? plan.item !== undefined || plan.slots > 0 : plan.kind === 'list');
  const isMap = isObject(given) && (plan.shaper !== undefined || plan.kind === 'object');
  if (depth > DEEPEST || (plan.kind === 'field' && !plan.shaper)) {
    node.value = given;
    return;
  }
  if (plan.shaper || (!plan.nest && !isList && !isMap)) node.value = given;
  // An optional part is there when somebody opened it; a row is opened when it is added.
  if (plan.nest && !plan.shaper && (given !== undefined || isRow(plan))) node.nested = nestedNode(node, given, source);
  const own = isMap ? given : {};
  const items = isList ? given : [];
  if (plan.children.length > 0 || plan.kind === 'object' || isMap) {
    const slot = (key: string) => (/^\d+$/.test(key) && Number(key) < plan.slots ? items[Number(key)] : undefined);
    node.children = plan.children.map((child) => buildNode(child, Object.hasOwn(own, child.key) ? own[child.key] : slot(child.key), idOf(node.id, child.key), inner));
  }
  if (plan.item) {
    node.rows = (items.length > plan.slots ? items.slice(plan.slots) : blankRows(node, given, source)).map((row) => buildNode(plan.item!, row, `${node.id}/${source.rowId()}`, inner));
  } else if (items.length > plan.slots) {
    // Nothing is said of what comes after the slots.
    node.value = given;
  }
  const extra = extraOf(plan, own);
  if (plan.entry) node.rows = [...(node.rows ?? []), ...Object.entries(extra ?? {}).map(([key, value]) => ({ ...buildNode(plan.entry!, value, `${node.id}/~${source.rowId()}`, inner), key }))];
  else node.extra = extra;
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

/** What was given for it while it was foreign is its answer now; else it gets its defaults, once, and only where nobody has answered. */
function appear(settling: Settling, node: NodePlan, rows: Row): boolean {
  const { draft, known } = settling;
  const [parent, state] = draft.trail(node, rows)!.slice(-2) as [NodeState, NodeState];
  const given = parent.extra && Object.hasOwn(parent.extra, node.key) ? parent.extra[node.key] : undefined;
  if (heldValue(state) !== undefined || state.touched || state.origin !== undefined) return false;
  if (given === undefined && !known.defaults) return false;
  const made = buildNode(node, given, state.id, { ...sourceOf(settling), defaults: given === undefined, shown: node });
  const next = { ...made, shape: state.shape, conditions: state.conditions };
  if (heldValue(next) === undefined) return false;
  if (given !== undefined) {
    const { [node.key]: _, ...extra } = parent.extra!;
    draft.edit(node.parent!, rows.slice(0, node.parent!.lists.length)).extra = Object.keys(extra).length > 0 ? extra : undefined;
  }
  Object.assign(draft.edit(node, rows), next);
  return true;
}

/** Who chose another branch has left what was given for this one: it is kept for the way back, and is nobody's data. */
function leave({ draft }: Settling, node: NodePlan, rows: Row): void {
  if (!isOfBranch(node)) return;
  const left = draft.get(node, rows)!;
  const now = ungiven(left);
  if (now !== left) Object.assign(draft.edit(node, rows), now);
}

function ungiven(node: NodeState): NodeState {
  const children = mapped(node.children, ungiven);
  const listed = mapped(node.rows, ungiven);
  return node.origin !== 'given' && children === node.children && listed === node.rows ? node : { ...node, origin: node.origin === 'given' ? 'person' : node.origin, children, rows: listed };
}

/** Another look may have another default: it takes the place of the one before, never of an answer. */
function restyle(settling: Settling, node: NodePlan, rows: Row): void {
  const { draft, known } = settling;
  const edited = draft.edit(node, rows);
  const { shape, value } = edited;
  if (!known.restores) edited.text = undefined;
  // What a group or a list has taken apart is no value beside it.
  if ((shape.kind === 'object' && isObject(value) && edited.children) || (shape.kind === 'list' && Array.isArray(value) && (node.item !== undefined || value.length <= shape.slots))) {
    edited.value = undefined;
    // Another branch has other slots before its rows.
    if (shape.kind === 'list' && shape.slots !== node.slots && node.item) edited.rows = (value as Json[]).slice(shape.slots).map((row) => buildNode(node.item!, row, `${edited.id}/${known.rowId()}`, sourceOf(settling)));
  }
  if (shape.kind === 'nest' && !edited.nested && (value !== undefined || isRow(node))) {
    edited.nested = settledAnew(shape.nest!.plan, nestedNode(edited, value, { ...sourceOf(settling), defaults: value === undefined && known.defaults }), known).root;
    edited.value = undefined;
  }
  if (shape.kind !== 'field' || node.computed) return;
  const isBlank = edited.value === undefined && edited.origin === undefined && !edited.touched;
  if (edited.origin !== 'default' && !(isBlank && known.defaults)) return;
  if (sameJson(edited.value, shape.defaultValue)) return;
  edited.value = shape.defaultValue;
  edited.origin = shape.defaultValue === undefined ? undefined : 'default';
}

const sourceOf = ({ known }: Settling): Source => ({ rowId: () => known.rowId(), identity: {}, provenance: {}, defaults: known.defaults });
const NO_SOURCE = { identity: {}, provenance: {}, defaults: false };

/** Given answers of places that are not asked move to what is foreign to the object; they come back when they are asked. */
function exiled(node: NodeState): NodeState {
  const foreign: [string, Json][] = [];
  const children = mapped(node.children, (child) => {
    const value = child.relevant || node.shape.kind !== 'object' ? undefined : heldValue(child);
    if (value === undefined) return exiled(child);
    foreign.push([child.plan.key, value]);
    return buildNode(child.plan, undefined, child.id, { ...NO_SOURCE, rowId: () => '' });
  });
  const rows = mapped(node.rows, exiled);
  if (children === node.children && rows === node.rows) return node;
  return { ...node, children, rows, ...(foreign.length > 0 ? { extra: { ...node.extra, ...objectFrom(foreign) } } : {}) };
}

/** The forms inside a place, reckoned. */
function settledInside(node: NodeState, known: Known): NodeState {
  const children = mapped(node.children, (child) => settledInside(child, known));
  const rows = mapped(node.rows, (row) => settledInside(row, known));
  const nested = node.nested && settledAnew((node.shape.nest ?? node.plan.nest)!.plan, node.nested, known).root;
  return children === node.children && rows === node.rows && nested === node.nested ? node : { ...node, children, rows, nested };
}

/** The same list while nothing in it is another. */
function mapped<T>(list: readonly T[] | undefined, make: (item: T) => T): readonly T[] | undefined {
  const made = list?.map(make);
  return made?.every((item, i) => item === list![i]) ? list : made;
}

const NONE: readonly Issue[] = [];

/** What a union has to say that the branch that is shown does not say at its own places. */
function unionIssues({ by, keyword, schema, branches }: UnionCheck, trail: Trail, value: Json): readonly Issue[] {
  const shown = branches.filter(({ guard }) => holds(guard, trail));
  if (shown.some((branch) => !branch.schema.test(value))) return NONE;
  if (shown.length > 0) return schema.check(value, '');
  return by === 'answer' ? NONE : [{ path: '', code: keyword, params: { matched: 0, unchosen: true } }];
}

/** An entry has a name of its own: without one it cannot be sent. */
function nameIssue(entry: NodeState, map: NodeState): Issue | undefined {
  const twin = (map.rows ?? []).find(({ key }) => key !== undefined && key === entry.key);
  if (entry.key === undefined) return { path: '', code: 'entry-key', params: {} };
  return (twin && twin.id !== entry.id) || map.plan.positions.has(entry.key) ? { path: '', code: 'entry-taken', params: { name: entry.key } } : undefined;
}

/** What a schema cannot say: two entries of one name, a check, the back end. */
const isBeyond = ({ code, params }: Issue) => /^(entry|check|code-list)/.test(code) || params.beyond === true;

/** Where no place has anything to say, the whole has; for a plain schema it has the last word in both directions. */
function judged(state: FormState, whole: CompiledSchema, placed: PlacedIssue[]): PlacedIssue[] {
  const payload = prunedValue(state.root, [state.root]);
  if (payload === undefined) return placed;
  if (whole.test(payload)) return state.plan.root.lenient ? placed.filter((issue) => isBeyond(issue) || issue.node.flags?.server) : placed;
  if (placed.some((issue) => !isBeyond(issue))) return placed;
  return [...placed, ...whole.check(payload).map((issue) => {
    const { found: { node } } = locatePath(state.root, issue.path);
    return { ...issue, id: node.id, node };
  })];
}

export const rare: Rarer = { build, settledInside, exiled, appear, leave, restyle, unionIssues, nameIssue, judged };
