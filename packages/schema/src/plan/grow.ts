import type { Annotations } from '../document/types.js';
import type { CompiledSchema, CompileOptions } from '../json-schema/types.js';
import { join } from '../pointer.js';
import type { Json, JsonSchema, JsonSchemaObject, Path, Problem } from '../types.js';
import { choicesOf } from './choices.js';
import { resolve } from './local-ref.js';
import { ROW, type Condition, type Guard, type NodePlan, type Text } from './types.js';

/** Keywords that the plan takes apart itself; what remains is compiled as one assertion on the place. */
const STRUCTURAL: ReadonlySet<string> = new Set([
  '$ref', '$defs', 'definitions', '$schema', '$id', '$anchor', '$comment', 'title', 'description', 'default', 'examples', 'deprecated', 'readOnly', 'writeOnly', 'x-dvc',
  'contentMediaType', 'contentEncoding', 'contentSchema',
  'properties', 'required', 'allOf', 'if', 'then', 'else', 'dependentRequired', 'dependentSchemas',
]);
const MAX_DEPTH = 32;

export interface Growth {
  readonly root: JsonSchemaObject;
  /** pointer of the data schema in the document */
  readonly base: Path;
  readonly nodes: NodePlan[];
  readonly conditions: Condition[];
  readonly problems: Problem[];
  readonly needs: { node: NodePlan; key: string; guard: Guard }[];
  compile(schema: JsonSchema, options?: Pick<CompileOptions, 'at' | 'omit'>): CompiledSchema;
}

// A form of 1,000 fields has 10,000 lists of nothing; shared, they weigh nothing. A list that grows is made anew, at its exact length.
export const NONE: readonly never[] = [];
const NOWHERE: ReadonlyMap<string, number> = new Map();

export function newNode(growth: Growth, key: string, path: Path, parent: NodePlan | undefined, lists: readonly NodePlan[]): NodePlan {
  const node: NodePlan = {
    index: growth.nodes.length, key, path, parent, lists, kind: 'field',
    route: parent ? [...parent.route, key === '*' && lists.at(-1) === parent ? ROW : parent.children.length] : [],
    children: NONE, positions: NOWHERE, item: undefined,
    declared: NONE, required: NONE, assertions: NONE, closed: NONE, conditions: NONE, types: undefined, title: undefined, hint: undefined, control: 'text',
    format: undefined, formatter: undefined, choices: undefined, encoding: undefined, mediaType: undefined, codeList: undefined, defaultValue: undefined, readOnly: false, widget: undefined, autocomplete: undefined,
    width: undefined, order: undefined, privacy: undefined, prefill: undefined, rowTitle: undefined, messages: undefined, maxLength: undefined,
    minItems: 0, maxItems: Infinity, computed: undefined, readers: NONE, readersBelow: NONE, rowJobs: NONE, validate: undefined, conditionReaders: NONE,
  };
  growth.nodes.push(node);
  return node;
}

/** The types promise one; a document may hold anything there. */
const isSchemaObject = (schema: unknown): boolean => typeof schema === 'object' && schema !== null && !Array.isArray(schema);

/** Takes one schema apart onto one place. `refs` are the references followed to get here without going deeper in the answers. */
export function grow(growth: Growth, node: NodePlan, schema: JsonSchema | undefined, guard: Guard, at: Path, refs: readonly string[] = []): void {
  if (schema === undefined || schema === true) return;
  if (schema === false) {
    node.assertions = [...node.assertions, { guard, schema: growth.compile(false), whole: false }];
    return;
  }
  if (!isSchemaObject(schema)) {
    growth.problems.push({ path: at, code: 'bad-keyword-value', expected: 'a schema (an object, true or false)', got: String(JSON.stringify(schema)).slice(0, 80) });
    return;
  }
  annotate(growth, node, schema, at);
  countRows(node, schema, guard);
  if (typeof schema.$ref === 'string') growRef(growth, node, schema.$ref, guard, at, refs);
  growProperties(growth, node, schema, guard, at);
  growItems(growth, node, schema, guard, at);
  for (const [i, part] of list(schema.allOf).entries()) grow(growth, node, part as JsonSchema, guard, join(at, 'allOf', i), refs);
  if (schema.if !== undefined) {
    const condition = addCondition(growth, node, schema.if as JsonSchema, join(at, 'if'));
    grow(growth, node, schema.then as JsonSchema, [...guard, { condition, holds: true }], join(at, 'then'), refs);
    grow(growth, node, schema.else as JsonSchema, [...guard, { condition, holds: false }], join(at, 'else'), refs);
  }
  for (const [key, names] of Object.entries(object(schema.dependentRequired))) {
    const present = presence(growth, node, key, join(at, 'dependentRequired', key));
    for (const name of list(names)) growth.needs.push({ node, key: String(name), guard: [...guard, present] });
  }
  for (const [key, part] of Object.entries(object(schema.dependentSchemas))) {
    const place = join(at, 'dependentSchemas', key);
    grow(growth, node, part as JsonSchema, [...guard, presence(growth, node, key, place)], place, refs);
  }
  assertRest(growth, node, schema, guard, at);
}

function growRef(growth: Growth, node: NodePlan, ref: string, guard: Guard, at: Path, refs: readonly string[]): void {
  const target = resolve(growth.root, ref);
  if (target === undefined) {
    growth.problems.push({ path: join(at, '$ref'), code: 'unresolved-ref', expected: 'a reference to a schema in this document', got: ref });
  } else if (refs.includes(ref)) {
    growth.problems.push({ path: join(at, '$ref'), code: 'cycle', expected: 'a reference that ends', got: [...refs, ref].join(' → ') });
  } else {
    grow(growth, node, target.schema, guard, growth.base + target.at, [...refs, ref]);
  }
}

function growProperties(growth: Growth, node: NodePlan, schema: JsonSchemaObject, guard: Guard, at: Path): void {
  const properties = object(schema.properties);
  for (const [key, part] of Object.entries(properties)) {
    const child = childOf(growth, node, key);
    child.declared = [...child.declared, guard];
    if (depth(child) > MAX_DEPTH) {
      growth.problems.push({ path: join(at, 'properties', key), code: 'too-deep', expected: `at most ${MAX_DEPTH} levels`, got: 'more' });
      continue;
    }
    grow(growth, child, part as JsonSchema, guard, join(at, 'properties', key));
  }
  for (const key of list(schema.required)) growth.needs.push({ node, key: String(key), guard });
  for (const keyword of ['additionalProperties', 'unevaluatedProperties'] as const) {
    if (schema[keyword] === false) node.closed = [...node.closed, keyword === 'additionalProperties' ? { guard, keyword, only: new Set(Object.keys(properties)) } : { guard, keyword }];
  }
}

function growItems(growth: Growth, node: NodePlan, schema: JsonSchemaObject, guard: Guard, at: Path): void {
  if (schema.items === undefined || typeof schema.items === 'boolean' || schema.prefixItems !== undefined) return;
  if (!isSchemaObject(schema.items)) return grow(growth, node, schema.items as never, guard, join(at, 'items'));
  const choices = choicesOf(deref(growth.root, schema.items as JsonSchema), growth.base, join(at, 'items'), growth.root);
  if (choices && schema.uniqueItems === true) {
    node.choices = choices;
    return;
  }
  node.item ??= newNode(growth, '*', `${node.path}/*`, node, [...node.lists, node]);
  if (depth(node.item) > MAX_DEPTH) return;
  node.item.declared = [...node.item.declared, NONE];
  grow(growth, node.item, schema.items as JsonSchema, guard, join(at, 'items'));
}

function assertRest(growth: Growth, node: NodePlan, schema: JsonSchemaObject, guard: Guard, at: Path): void {
  const own = ['additionalProperties', 'unevaluatedProperties'].filter((keyword) => schema[keyword] === false);
  if (node.item && schema.items !== undefined) own.push('items');
  const rest = Object.keys(schema).filter((keyword) => !STRUCTURAL.has(keyword) && !own.includes(keyword));
  if (rest.length === 0) return;
  const compiled = growth.compile(schema, { omit: own.length > 0 ? new Set([...STRUCTURAL, ...own]) : STRUCTURAL, at });
  node.assertions = [...node.assertions, { guard, schema: compiled, whole: compiled.reads.some((pattern) => pattern !== '') }];
}

function addCondition(growth: Growth, node: NodePlan, schema: JsonSchema, source: Path): Condition {
  const condition: Condition = { id: growth.conditions.length, at: node, slot: node.conditions.length, schema: growth.compile(schema, { at: source }), source };
  growth.conditions.push(condition);
  node.conditions = [...node.conditions, condition];
  return condition;
}

const presence = (growth: Growth, node: NodePlan, key: string, source: Path) =>
  ({ condition: addCondition(growth, node, { required: [key] }, source), holds: true });

function childOf(growth: Growth, node: NodePlan, key: string): NodePlan {
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

/** The nearest word wins: what stands beside a `$ref` before what it refers to, an outer declaration before a conditional one. */
function annotate(growth: Growth, node: NodePlan, schema: JsonSchemaObject, at: Path): void {
  const notes = object(schema['x-dvc']) as Annotations;
  node.title ??= text(schema.title, join(at, 'title'));
  node.hint ??= text(notes.hint, join(at, 'x-dvc', 'hint')) ?? text(schema.description, join(at, 'description'));
  node.widget ??= notes.widget;
  node.autocomplete ??= notes.autocomplete;
  node.width ??= notes.width;
  node.order ??= notes.order;
  node.privacy ??= notes.privacy;
  node.prefill ??= notes.prefill;
  node.rowTitle ??= text(notes.rowTitle, join(at, 'x-dvc', 'rowTitle'));
  node.codeList ??= notes.codeList;
  if (schema.default !== undefined && node.defaultValue === undefined) node.defaultValue = schema.default;
  if (schema.readOnly === true) node.readOnly = true;
  if (typeof schema.format === 'string') node.format ??= schema.format;
  if (typeof schema.contentEncoding === 'string') node.encoding ??= schema.contentEncoding;
  if (typeof schema.contentMediaType === 'string') node.mediaType ??= schema.contentMediaType;
  if (typeof schema.maxLength === 'number') node.maxLength = Math.min(node.maxLength ?? Infinity, schema.maxLength);
  if (schema.type !== undefined) {
    const types = list(schema.type).map(String);
    node.types = node.types ? node.types.filter((type) => types.includes(type)) : types;
  }
  if (notes.messages) {
    const said = Object.entries(notes.messages).map(([code, sentence]) => [code, { text: sentence, at: join(at, 'x-dvc', 'messages', code) }] as const);
    node.messages = { ...Object.fromEntries(said), ...node.messages };
  }
  node.choices ??= choicesOf(schema, growth.base, at, growth.root);
}

/** First rows and the last addable row follow the list's own declaration; a limit that only a condition adds is an issue while it holds, no more. */
function countRows(node: NodePlan, schema: JsonSchemaObject, guard: Guard): void {
  if (node.declared[0] !== guard) return;
  if (typeof schema.minItems === 'number') node.minItems = Math.max(node.minItems, schema.minItems);
  if (typeof schema.maxItems === 'number') node.maxItems = Math.min(node.maxItems, schema.maxItems);
}

function deref(root: JsonSchemaObject, schema: JsonSchema): JsonSchemaObject {
  if (typeof schema === 'boolean') return {};
  const target = typeof schema.$ref === 'string' ? resolve(root, schema.$ref)?.schema : undefined;
  return typeof target === 'object' ? { ...target, ...schema } : schema;
}

function depth(node: NodePlan): number {
  let levels = 0;
  for (let up = node.parent; up; up = up.parent) levels += 1;
  return levels;
}

const text = (value: Json | undefined, at: Path): Text | undefined => (typeof value === 'string' && value !== '' ? { text: value, at } : undefined);
const list = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const object = (value: Json | undefined): JsonSchemaObject => (value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {});
