import type { CompiledSchema, CompileOptions } from '../json-schema/types.js';
import { join } from '../pointer.js';
import type { Json, JsonSchema, JsonSchemaObject, Path, Problem } from '../types.js';
import { NeedsMore } from '../json-schema/problems.js';
import { list, NOTHING, notesOf, object, type Facet, type Notes } from './facets.js';
import type { More } from './kit.js';
import type { Resolved } from './local-ref.js';
import { ROW, type Assertion, type Condition, type Guard, type Nest, type NodePlan } from './types.js';

/** Keywords that the plan takes apart itself; what remains is compiled as one assertion on the place. */
const STRUCTURAL: ReadonlySet<string> = new Set([
  '$ref', '$defs', 'definitions', '$schema', '$id', '$anchor', '$comment', '$vocabulary', 'title', 'description', 'default', 'examples', 'deprecated', 'readOnly', 'writeOnly', 'x-dvc',
  'contentMediaType', 'contentEncoding', 'contentSchema',
  'properties', 'required', 'allOf', 'if', 'then', 'else', 'dependentRequired', 'dependentSchemas',
]);
const MAX_DEPTH = 32;

/** What is known about the way to a schema at the same place. */
export interface Way {
  /** `null` is allowed by a branch beside it. */
  readonly unlessNull?: true;
  /** A property that tells branches apart is not taken apart in each of them. */
  readonly skip?: string;
}
const STRAIGHT: Way = {};

export interface Growth {
  readonly root: JsonSchemaObject;
  /** pointer of the data schema in the document */
  readonly base: Path;
  readonly nodes: NodePlan[];
  readonly conditions: Condition[];
  readonly problems: Problem[];
  readonly needs: { node: NodePlan; key: string; guard: Guard }[];
  /** What the schemas of each place say, by its index. */
  readonly facets: Facet[][];
  /** The schemas that are being taken apart, and where: who meets one of them again has found a schema without end. */
  open: Map<Json, NodePlan>;
  /** What waits until all properties are known. */
  readonly later: (() => void)[];
  /** A plain schema: what cannot be followed is left out and named, and nothing foreign is pruned. */
  readonly lenient: boolean;
  /** The rarer shapes, if they are at hand. */
  readonly more: More | undefined;
  resolve(ref: string, from: JsonSchemaObject): Resolved | undefined;
  compile(schema: JsonSchema, options?: Pick<CompileOptions, 'at' | 'omit'>): CompiledSchema;
  nestOf(schema: JsonSchemaObject, at: Path): Nest;
}

// A form of 1,000 fields has 10,000 lists of nothing; shared, they weigh nothing. A list that grows is made anew, at its exact length.
export const NONE: readonly never[] = [];
const NOWHERE: ReadonlyMap<string, number> = new Map();

export function newNode(growth: Growth, key: string, path: Path, parent: NodePlan | undefined, lists: readonly NodePlan[], step = parent?.children.length ?? 0): NodePlan {
  const node: NodePlan = {
    index: growth.nodes.length, key, path, parent, lists, lenient: growth.lenient,
    route: parent ? [...parent.route, step] : [],
    children: NONE, positions: NOWHERE, item: undefined, entry: undefined, shaper: undefined, unions: NONE, unionChecks: NONE,
    declared: NONE, required: NONE, assertions: NONE, closed: NONE, conditions: NONE,
    computed: undefined, readers: NONE, readersBelow: NONE, rowJobs: NONE, validate: undefined, conditionReaders: NONE,
    ...NOTHING,
  };
  growth.nodes.push(node);
  growth.facets.push([]);
  return node;
}

/** The types promise one; a document may hold anything there. */
export const isSchemaObject = (schema: unknown): schema is JsonSchemaObject => typeof schema === 'object' && schema !== null && !Array.isArray(schema);

/** Takes one schema apart onto one place. */
export function grow(growth: Growth, node: NodePlan, schema: JsonSchema | undefined, guard: Guard, at: Path, way: Way = STRAIGHT): void {
  if (schema === undefined || schema === true) return;
  if (schema === false) {
    assert(node, guard, growth.compile(false), false, way);
    return;
  }
  if (!isSchemaObject(schema)) {
    growth.problems.push({ path: at, code: 'bad-keyword-value', expected: 'a schema (an object, true or false)', got: String(JSON.stringify(schema)).slice(0, 80) });
    return;
  }
  if (growth.open.has(schema)) return endless(growth, node, schema, guard, at);
  growth.open.set(schema, node);
  say(growth, node, guard, notesOf(schema, at, growth.base, growth.root));
  if (typeof schema.$ref === 'string') growRef(growth, node, schema, schema.$ref, guard, at, way);
  growProperties(growth, node, schema, guard, at, way);
  growItems(growth, node, schema, guard, at);
  for (const [i, part] of list(schema.allOf).entries()) grow(growth, node, part as JsonSchema, guard, join(at, 'allOf', i), way);
  if (schema.if !== undefined) {
    const condition = addCondition(growth, node, join(at, 'if'), { schema: growth.compile(schema.if as JsonSchema, { at: join(at, 'if') }) });
    grow(growth, node, schema.then as JsonSchema, [...guard, { condition, holds: true }], join(at, 'then'), way);
    grow(growth, node, schema.else as JsonSchema, [...guard, { condition, holds: false }], join(at, 'else'), way);
  }
  for (const [key, names] of Object.entries(object(schema.dependentRequired))) {
    const present = presence(growth, node, key, join(at, 'dependentRequired', key));
    for (const name of list(names)) growth.needs.push({ node, key: String(name), guard: [...guard, present] });
  }
  for (const [key, part] of Object.entries(object(schema.dependentSchemas))) {
    const place = join(at, 'dependentSchemas', key);
    grow(growth, node, part as JsonSchema, [...guard, presence(growth, node, key, place)], place, way);
  }
  if (!growth.more && isMixed(schema.type)) throw new NeedsMore('type');
  const taken = growth.more?.grow(growth, node, schema, guard, at, way) ?? NONE;
  assertRest(growth, node, schema, guard, at, way, taken);
  growth.open.delete(schema);
}

/** Does it when all properties are known, seen from where it stands now. */
export function defer(growth: Growth, work: () => void): void {
  const open = new Map(growth.open);
  growth.later.push(() => {
    growth.open = open;
    work();
  });
}

/** A schema inside itself. At the same place it would never end; deeper, it is a form of its own that is opened on demand. */
function endless(growth: Growth, node: NodePlan, schema: JsonSchemaObject, guard: Guard, at: Path): void {
  if (growth.open.get(schema) === node) growth.problems.push({ path: at, code: 'cycle', expected: 'a reference that ends', got: at });
  else say(growth, node, guard, { nest: growth.nestOf(schema, at) });
}

function growRef(growth: Growth, node: NodePlan, schema: JsonSchemaObject, ref: string, guard: Guard, at: Path, way: Way): void {
  const target = growth.resolve(ref, schema);
  if (target === undefined) {
    growth.problems.push({ path: join(at, '$ref'), code: ref[0] === '#' ? 'unresolved-ref' : 'remote-ref', expected: 'a reference to a schema in this document', got: ref });
  } else if (growth.open.get(target.schema) === node) {
    growth.problems.push({ path: join(at, '$ref'), code: 'cycle', expected: 'a reference that ends', got: ref });
  } else if (growth.more?.isTooMuch(growth) && isSchemaObject(target.schema)) {
    say(growth, node, guard, { nest: growth.nestOf(target.schema, growth.base + target.at) });
  } else {
    grow(growth, node, target.schema, guard, growth.base + target.at, way);
  }
}

function growProperties(growth: Growth, node: NodePlan, schema: JsonSchemaObject, guard: Guard, at: Path, way: Way): void {
  for (const [key, part] of Object.entries(object(schema.properties))) {
    if (key === way.skip) continue;
    declare(growth, node, key, part as JsonSchema, guard, join(at, 'properties', key));
  }
  for (const key of list(schema.required)) growth.needs.push({ node, key: String(key), guard });
  if (growth.lenient) return;
  for (const keyword of ['additionalProperties', 'unevaluatedProperties'] as const) if (schema[keyword] === false) node.closed = [...node.closed, guard];
}

/** A property, or a slot of a list, exists while `guard` holds. */
export function declare(growth: Growth, node: NodePlan, key: string, part: JsonSchema, guard: Guard, at: Path): NodePlan {
  const child = childOf(growth, node, key);
  child.declared = [...child.declared, guard];
  if (child.route.length > MAX_DEPTH) growth.problems.push({ path: at, code: 'too-deep', expected: `at most ${MAX_DEPTH} levels`, got: 'more' });
  else grow(growth, child, part, guard, at);
  return child;
}

function growItems(growth: Growth, node: NodePlan, schema: JsonSchemaObject, guard: Guard, at: Path): void {
  const { items = schema.type === 'array' || schema.prefixItems ? true : undefined } = schema;
  if (items === undefined || items === false || growth.facets[node.index]!.at(-1)?.notes.many) return;
  node.item ??= newNode(growth, '*', `${node.path}/*`, node, [...node.lists, node], ROW);
  if (node.item.route.length > MAX_DEPTH) return;
  node.item.declared = [...node.item.declared, NONE];
  grow(growth, node.item, items as JsonSchema, guard, join(at, 'items'));
}

function assertRest(growth: Growth, node: NodePlan, schema: JsonSchemaObject, guard: Guard, at: Path, way: Way, taken: readonly string[]): void {
  const own: string[] = [...taken];
  if (!growth.lenient) own.push(...['additionalProperties', 'unevaluatedProperties'].filter((keyword) => schema[keyword] === false));
  if (node.item && isSchemaObject(schema.items)) own.push('items');
  // What they leave over hangs on all that stands beside them.
  const over = Object.keys(schema).filter((keyword) => keyword.startsWith('unevaluated') && !own.includes(keyword));
  if (over.length > 0) assert(node, guard, onlyUnevaluated(growth.compile(schema, { at })), true, way);
  own.push(...over);
  const rest = Object.keys(schema).filter((keyword) => !STRUCTURAL.has(keyword) && !own.includes(keyword));
  if (rest.length === 0) return;
  const compiled = growth.compile(schema, { omit: own.length > 0 ? new Set([...STRUCTURAL, ...own]) : STRUCTURAL, at });
  assert(node, guard, compiled, compiled.reads.some((pattern) => pattern !== ''), way);
}

/** The rest is said where it stands. */
function onlyUnevaluated(whole: CompiledSchema): CompiledSchema {
  const check: CompiledSchema['check'] = (value, at) => whole.check(value, at).filter(({ code }) => code.startsWith('unevaluated'));
  return { reads: ['/**'], check, test: (value) => check(value).length === 0 };
}

export function assert(node: NodePlan, guard: Guard, schema: CompiledSchema, whole: boolean, way: Way): void {
  const made: Assertion = way.unlessNull ? { guard, schema, whole, unlessNull: true } : { guard, schema, whole };
  node.assertions = [...node.assertions, made];
}

export function addCondition(growth: Growth, node: NodePlan, source: Path, how: Pick<Condition, 'schema' | 'branch' | 'named' | 'fork'>): Condition {
  const condition: Condition = { id: growth.conditions.length, at: node, slot: node.conditions.length, source, ...how };
  growth.conditions.push(condition);
  node.conditions = [...node.conditions, condition];
  return condition;
}

/** Types that no single control can show. */
export const isMixed = (types: Json | undefined): types is string[] => Array.isArray(types) && new Set(types.filter((type) => type !== 'null').map((type) => (/^(string|number|integer)$/.test(String(type)) ? 'text' : type))).size > 1;

const presence = (growth: Growth, node: NodePlan, key: string, source: Path) =>
  ({ condition: addCondition(growth, node, source, { schema: growth.compile({ required: [key] }, { at: source }) }), holds: true });

export function childOf(growth: Growth, node: NodePlan, key: string): NodePlan {
  const position = node.positions.get(key);
  if (position !== undefined) return node.children[position]!;
  const child = newNode(growth, key, join(node.path, key), node, node.lists);
  if (node.children === NONE) {
    node.children = [];
    node.positions = new Map();
  }
  (node.positions as Map<string, number>).set(key, node.children.length);
  (node.children as NodePlan[]).push(child);
  return child;
}

/** Keeps what a schema says of a place until all of them have spoken. */
export function say(growth: Growth, node: NodePlan, guard: Guard, notes: Notes): void {
  if (Object.keys(notes).length > 0) growth.facets[node.index]!.push({ guard, notes });
}
