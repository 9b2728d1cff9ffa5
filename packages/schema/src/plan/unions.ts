import { join } from '../pointer.js';
import type { Json, JsonSchema, JsonSchemaObject, Path } from '../types.js';
import { choicesOf } from './choices.js';
import { object, text, type Notes } from './facets.js';
import { addCondition, assert, childOf, defer, grow, isMixed, say, type Growth, type Way } from './grow.js';
import { discriminate, merged, type Branch } from './branches.js';
import type { Choice, Guard, Literal, NodePlan, Text, UnionCheck, UnionPlan } from './types.js';

const TEXTUAL = /^(string|number|integer)$/;

/**
 * `oneOf` or `anyOf` of schemas. Where an answer tells the branches apart, its value decides; else a person chooses.
 * @returns whether it was taken apart; what was not is asserted as it is
 */
export function growUnion(growth: Growth, node: NodePlan, schema: JsonSchemaObject, keyword: 'oneOf' | 'anyOf', guard: Guard, at: Path, way: Way): boolean {
  const given = schema[keyword];
  if (!Array.isArray(given) || given.length === 0 || choicesOf({ [keyword]: given }, growth.base, at, growth.root)) return false;
  const branches = given.map((part, i) => merged(growth, part as JsonSchema, join(at, keyword, i)));
  const nulls = branches.filter(({ types }) => types?.length === 1 && types[0] === 'null');
  const real = branches.filter((branch) => !nulls.includes(branch));
  if (nulls.length > 0 && real.length > 0) say(growth, node, guard, { nullable: true });
  const below: Way = nulls.length > 0 ? { ...way, unlessNull: true } : way;
  if (real.length === 0) return false;
  if (real.length === 1) {
    grow(growth, node, real[0]!.schema, guard, real[0]!.at, below);
    if (nulls.length === 0) return true;
    check(growth, node, schema, keyword, guard, at, 'null', [{ branch: real[0]!, guard }]);
    return true;
  }
  if (real.every(isTextual)) {
    const notes = textNotes(real, nulls.length > 0);
    if (notes) say(growth, node, guard, notes);
    return false;
  }
  // Whether a branch shows anything that is not there anyway is known when all properties are.
  defer(growth, () => {
    if (!real.some((branch) => shows(growth, node, branch))) return assertAll(growth, node, schema, keyword, guard, at);
    const guards = byAnswer(growth, node, keyword, real, guard) ?? byChoice(growth, node, real, guard, join(at, keyword));
    const key = guards.key;
    real.forEach((branch, i) => grow(growth, node, branch.schema, [...guard, guards.literals[i]!], branch.at, key === undefined ? below : { ...below, skip: key }));
    check(growth, node, schema, keyword, guard, at, key === undefined ? 'choice' : 'answer', real.map((branch, i) => ({ branch, guard: [...guard, guards.literals[i]!] })));
  });
  return true;
}

/** A list of types that no control can show: the kind is chosen. */
export function growTypes(growth: Growth, node: NodePlan, schema: JsonSchemaObject, guard: Guard, at: Path): void {
  const types = schema.type;
  if (!isMixed(types) || schema.enum !== undefined || schema.const !== undefined) return;
  const typed = types.filter((type) => TEXTUAL.test(type));
  const kinds = [...(typed.length > 0 ? [typed] : []), ...types.filter((type) => type !== 'null' && !TEXTUAL.test(type)).map((type) => [type])];
  const branches = kinds.map((kind): Branch => ({ schema: { type: kind }, at: join(at, 'type'), types: kind, title: undefined, properties: {}, required: new Set(), choices: undefined, rich: true }));
  const { literals } = byChoice(growth, node, branches, guard, join(at, 'type'));
  kinds.forEach((kind, i) => say(growth, node, [...guard, literals[i]!], { types: kind }));
}

const isTextual = ({ types, choices, rich }: Branch): boolean => !rich && (choices !== undefined || (types !== undefined && types.every((type) => TEXTUAL.test(type) || type === 'null')));

function textNotes(branches: readonly Branch[], nullable: boolean): Notes | undefined {
  const types = [...new Set(branches.flatMap(({ types, choices }) => types ?? choices!.map(({ value }) => (typeof value === 'number' ? 'number' : typeof value))))];
  return types.every((type) => TEXTUAL.test(type) || type === 'null') ? { types: nullable ? [...types, 'null'] : types } : undefined;
}

/** Something that would not be on the page without it. */
function shows(growth: Growth, node: NodePlan, { properties, types, choices, rich }: Branch): boolean {
  if (Object.keys(properties).some((key) => !node.positions.has(key))) return true;
  if (rich || choices) return true;
  const known = growth.facets[node.index]!.find(({ guard, notes }) => guard.length === 0 && notes.types)?.notes.types;
  return types !== undefined && (known ?? (node.children.length > 0 ? ['object'] : [])).join() !== types.join();
}

interface Decided { readonly literals: readonly Literal[]; /** the answer that decides */ readonly key?: string }

/** The answer that tells the branches apart is asked as a choice of its own. */
function byAnswer(growth: Growth, node: NodePlan, keyword: string, branches: readonly Branch[], guard: Guard): Decided | undefined {
  const found = discriminate(branches);
  if (!found) return undefined;
  const { key, values } = found;
  const child = childOf(growth, node, key);
  child.declared = [...child.declared, guard];
  const parts = branches.map((branch) => object(branch.properties[key] as Json));
  const titles = parts.map((part) => (typeof part.title === 'string' ? part.title : undefined));
  const shared = titles.every((title) => title !== undefined && title === titles[0]);
  const choices = branches.flatMap((branch, i): Choice[] => values[i]!.map((choice): Choice => {
    const own = shared ? undefined : text(parts[i]!.title, join(branch.at, 'properties', key, 'title'));
    const title: Text | undefined = values[i]!.length === 1 ? own ?? branch.title : undefined;
    return title && choice.title.text === choice.key ? { ...choice, title } : choice;
  }));
  const type = [...new Set(choices.map(({ value }) => typeof value))];
  say(growth, child, guard, { choices, ...(type.every((each) => /^(string|number|boolean)$/.test(each)) ? { types: type } : {}), ...(shared ? { title: { text: titles[0]!, at: join(branches[0]!.at, 'properties', key, 'title') } } : {}) });
  // Without it, either no branch holds or all of them do.
  if (keyword === 'oneOf' || branches.every(({ required }) => required.has(key))) growth.needs.push({ node, key, guard });
  assert(child, guard, growth.compile({ enum: choices.map(({ value }) => value) }), false, {});
  const literals = branches.map((branch, i): Literal => ({
    condition: addCondition(growth, node, branch.at, { schema: growth.compile({ properties: { [key]: { enum: values[i]!.map(({ value }) => value) } }, required: [key] }, { at: branch.at }), fork: true }), holds: true,
  }));
  return { literals, key };
}

function byChoice(growth: Growth, node: NodePlan, branches: readonly Branch[], guard: Guard, source: Path): Decided {
  const union: UnionPlan = {
    at: node, slot: node.unions.length, guard, source,
    branches: branches.map(({ title, types, schema, properties, at }) => ({ title, types, schema: growth.compile(schema, { at }), keys: new Set(Object.keys(properties)) })),
  };
  node.unions = [...node.unions, union];
  return { literals: branches.map((branch, index) => ({ condition: addCondition(growth, node, branch.at, { branch: { union, index } }), holds: true })) };
}

function check(growth: Growth, node: NodePlan, schema: JsonSchemaObject, keyword: string, guard: Guard, at: Path, by: UnionCheck['by'], branches: readonly { branch: Branch; guard: Guard }[]): void {
  const compiled = growth.compile({ [keyword]: schema[keyword]!, ...(schema['x-dvc'] === undefined ? {} : { 'x-dvc': schema['x-dvc'] }) }, { at });
  node.unionChecks = [...node.unionChecks, {
    by, guard, schema: compiled, keyword,
    branches: branches.map(({ branch, guard: when }) => ({ guard: when, schema: growth.compile(branch.schema, { at: branch.at }) })),
  }];
}

function assertAll(growth: Growth, node: NodePlan, schema: JsonSchemaObject, keyword: string, guard: Guard, at: Path): void {
  const compiled = growth.compile({ [keyword]: schema[keyword]!, ...(schema['x-dvc'] === undefined ? {} : { 'x-dvc': schema['x-dvc'] }) }, { at });
  assert(node, guard, compiled, compiled.reads.some((pattern) => pattern !== ''), {});
}
