// Takes the data schema of a survey apart: one place per question and per part of a question, with what it is asked under, what must be answered and what is checked. The form engine does the
// same for every shape there is, at four times the weight; a property test holds the two together.
import { join, split, type CompiledSchema, type Json, type JsonSchema, type JsonSchemaObject, type Path, type Problem } from '@dvc/schema';
import { compileWith } from '@dvc/schema/json-schema/compile.js';
import { SchemaError } from '@dvc/schema/json-schema/problems.js';
import { resolve } from '@dvc/schema/plan/local-ref.js';
import { choicesOf, itemChoices } from './choices.js';
import { isObject, listOf, objectOf } from './plain.js';
import type { SurveyKit } from './plan.js';

/** An `if` of the schema, or the presence that `dependent…` asks about. It reads the answers inside of `at`. */
export interface Condition { readonly at: SurveyNode; readonly schema: CompiledSchema; readonly source: Path }
/** All of these must hold; an empty guard always holds. */
export type Guard = readonly { readonly condition: Condition; readonly holds: boolean }[];
/** What one schema says of a place, while its guard holds. */
export interface Facet { readonly guard: Guard; readonly schema: JsonSchemaObject; readonly at: Path }

/** One place in the answers. Mutable only while the plan is made. */
export interface SurveyNode {
  readonly key: string;
  readonly path: Path;
  readonly parent: SurveyNode | undefined;
  /** `list`: of values that are not chosen, such as files */
  kind: 'object' | 'field' | 'list';
  /** Any number of its choices. */
  many: boolean;
  readonly children: SurveyNode[];
  /** It is asked while one of these holds. */
  readonly declared: Guard[];
  readonly required: Guard[];
  readonly assertions: { readonly guard: Guard; readonly schema: CompiledSchema }[];
  readonly conditions: Condition[];
  /** The nearest first. */
  readonly facets: Facet[];
}

export interface Growth {
  readonly root: JsonSchemaObject;
  readonly kit: SurveyKit;
  readonly problems: Problem[];
  readonly needs: { readonly node: SurveyNode; readonly key: string; readonly guard: Guard }[];
}

/** Keywords that are taken apart here, or that say nothing of what is true. */
const STRUCTURAL = new Set([
  '$ref', '$defs', '$schema', '$id', '$anchor', '$comment', 'title', 'description', 'default', 'examples', 'deprecated', 'readOnly', 'writeOnly', 'x-dvc', 'contentMediaType', 'contentEncoding', 'contentSchema',
  'properties', 'required', 'allOf', 'if', 'then', 'else', 'dependentRequired', 'dependentSchemas',
]);
/** A group in a group in a group is no question any more. */
const DEEPEST = 4;
const MOST_TURNS = 32;

export const newNode = (key: string, path: Path, parent: SurveyNode | undefined): SurveyNode =>
  ({ key, path, parent, kind: parent ? 'field' : 'object', many: false, children: [], declared: [], required: [], assertions: [], conditions: [], facets: [] });

/** What the compiler says of a schema that it refuses is kept with the rest. */
export function compile({ kit, root, problems }: Growth, schema: JsonSchema, at: Path, omit?: ReadonlySet<string>): CompiledSchema {
  try {
    return compileWith(kit.vocabulary, schema, root, { at, formats: kit.formats, ...(omit ? { omit } : {}) });
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    problems.push(...error.problems);
    return { reads: [], test: () => true, check: () => [] };
  }
}

/** Takes one schema apart onto one place. `turns`: how many schemas of this very place led here. */
export function grow(growth: Growth, node: SurveyNode, schema: Json | undefined, guard: Guard, at: Path, turns = 0): void {
  if (schema === undefined || schema === true) return;
  if (schema === false) {
    node.assertions.push({ guard, schema: compile(growth, false, at) });
    return;
  }
  const refuse = (code: string, expected: string, got: Json, path = at) => growth.problems.push({ path, code, expected, got: String(JSON.stringify(got)).slice(0, 80) });
  if (!isObject(schema)) return void refuse('bad-keyword-value', 'a schema', schema);
  if (turns > MOST_TURNS) return void refuse('cycle', 'a reference that ends', at);
  node.facets.push({ guard, schema, at });
  if (schema.type === 'object') node.kind = 'object';
  const again = (part: Json | undefined, under: Guard, place: Path) => grow(growth, node, part, under, place, turns + 1);
  if (typeof schema.$ref === 'string') {
    const target = resolve(growth.root, schema.$ref);
    if (target) again(target.schema, guard, `/schema${target.at}`);
    else refuse('unresolved-ref', 'a reference to a schema in this document', schema.$ref, join(at, '$ref'));
  }
  for (const [key, part] of Object.entries(objectOf(schema.properties))) {
    const place = join(at, 'properties', key);
    const child = childOf(node, key);
    node.kind = 'object';
    child.declared.push(guard);
    if (split(child.path).length > DEEPEST) refuse('not-a-question', 'a question of a survey', key, place);
    else grow(growth, child, part, guard, place);
  }
  for (const key of listOf(schema.required)) growth.needs.push({ node, key: String(key), guard });
  listOf(schema.allOf).forEach((part, i) => again(part, guard, join(at, 'allOf', i)));
  if (schema.if !== undefined) {
    const condition = conditionOf(growth, node, schema.if as JsonSchema, join(at, 'if'));
    again(schema.then, [...guard, { condition, holds: true }], join(at, 'then'));
    again(schema.else, [...guard, { condition, holds: false }], join(at, 'else'));
  }
  const present = (key: string, keyword: string): Guard => [...guard, { condition: conditionOf(growth, node, { required: [key] }, join(at, keyword, key)), holds: true }];
  for (const [key, names] of Object.entries(objectOf(schema.dependentRequired))) {
    const under = present(key, 'dependentRequired');
    for (const name of listOf(names)) growth.needs.push({ node, key: String(name), guard: under });
  }
  for (const [key, part] of Object.entries(objectOf(schema.dependentSchemas))) again(part, present(key, 'dependentSchemas'), join(at, 'dependentSchemas', key));
  growRest(growth, node, schema, guard, at, refuse);
}

/** What is neither structure nor annotation is compiled as it stands; shapes that no survey shows are refused by name. */
function growRest(growth: Growth, node: SurveyNode, schema: JsonSchemaObject, guard: Guard, at: Path, refuse: (code: string, expected: string, got: Json, path?: Path) => void): void {
  const many = itemChoices(schema, at, growth.root) !== undefined;
  if (many) node.many = true;
  else if (schema.type === 'array' || schema.items !== undefined) node.kind = 'list';
  const other = ['prefixItems', 'patternProperties', 'unevaluatedItems'].find((keyword) => schema[keyword] !== undefined)
    ?? ['additionalProperties', 'unevaluatedProperties'].find((keyword) => schema[keyword] !== undefined && typeof schema[keyword] !== 'boolean')
    ?? ['oneOf', 'anyOf'].find((keyword) => schema[keyword] !== undefined && !choicesOf(schema, at))
    ?? (Array.isArray(schema.type) ? 'type' : undefined) ?? (node.kind === 'list' && (!isObject(schema.items) || /"(properties|items|\$ref)":/.test(JSON.stringify(schema.items))) ? 'items' : undefined);
  if (other !== undefined) return refuse('not-a-question', 'a question of a survey', schema[other] ?? null, join(at, other));
  const rest = Object.keys(schema).filter((keyword) => !STRUCTURAL.has(keyword) && !/^(additional|unevaluated)P/.test(keyword));
  if (rest.length > 0) node.assertions.push({ guard, schema: compile(growth, schema, at, new Set([...STRUCTURAL, 'additionalProperties', 'unevaluatedProperties'])) });
}

function conditionOf(growth: Growth, node: SurveyNode, schema: JsonSchema, source: Path): Condition {
  const condition = { at: node, schema: compile(growth, schema, source), source };
  node.conditions.push(condition);
  return condition;
}

function childOf(node: SurveyNode, key: string): SurveyNode {
  let child = node.children.find((each) => each.key === key);
  if (!child) node.children.push(child = newNode(key, join(node.path, key), node));
  return child;
}

/** A `required` name becomes the requirement of that place; a name that nothing declares stays a requirement of the group. */
export function linkNeeds(growth: Growth): void {
  for (const { node, key, guard } of growth.needs) {
    const child = node.children.find((each) => each.key === key);
    if (child) child.required.push(guard);
    else node.assertions.push({ guard, schema: compile(growth, { required: [key] }, '') });
  }
}

