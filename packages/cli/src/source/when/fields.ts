// `when:` on a property of the data schema → the schema's own conditional, at the nearest object that sees all the answers it asks about.
import { join } from '@dvc/schema';
import type { Json, JsonObject, JsonSchemaObject, Path } from '@dvc/schema';
import { keywords } from '@dvc/schema/document/keywords.js';
import { isObject, listOf, own } from '@dvc/schema/document/report.js';
import { named, namesOf, readWhen, schemaOf, type When, type WhenProblem } from './condition.js';
import type { Moves } from './moves.js';

/** An object on the way from the outermost one, whose answers a condition on its own can see. */
interface Level { schema: JsonSchemaObject; name: string; source: Path; target: Path; branches: Map<string, Branch>; /** its properties, wherever they have gone */ fields: Map<string, JsonObject> }
interface Branch { then: JsonSchemaObject; target: Path }

interface Work { root: JsonSchemaObject; moves: Moves; report: (path: Path) => (problem: WhenProblem) => void }

export function expandSchema(root: JsonSchemaObject, moves: Moves, report: Work['report']): JsonSchemaObject {
  const work = { root, moves, report };
  walk(work, root, '/schema', '/schema', []);
  moveReferences(root, moves);
  return root;
}

/** Looks into every schema inside; `levels` are the objects around, as long as only `properties` lies between. */
function walk(work: Work, schema: unknown, source: Path, target: Path, levels: readonly Level[], name = ''): void {
  if (!isObject(schema)) return;
  const level: Level = { schema: schema as JsonSchemaObject, name, source, target, branches: new Map(), fields: new Map() };
  const way = [...levels, level];
  const properties = own(schema, 'properties');
  // What was there before comes first: the places of the author's own `allOf` do not change.
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === 'properties') continue;
    const kind = keywords.get(keyword);
    const at = (where: Path) => join(where, keyword);
    if (kind === 'schema') walk(work, value, at(source), at(target), []);
    else if (kind === 'schemas') listOf(value).forEach((part, i) => walk(work, part, join(at(source), i), join(at(target), i), []));
    else if (kind === 'schemaMap' && isObject(value)) for (const [key, part] of Object.entries(value)) walk(work, part, join(at(source), key), join(at(target), key), []);
  }
  if (!isObject(properties)) return;
  const order = Object.keys(properties);
  for (const [key, part] of Object.entries(properties)) {
    const from = join(source, 'properties', key);
    if (isObject(part)) level.fields.set(key, part as JsonObject);
    if (isObject(part) && Object.hasOwn(part, 'when')) moveField(work, way, key, part as JsonSchemaObject, from);
    else walk(work, part, from, join(target, 'properties', key), way, key);
  }
  keepOrder(level, order);
}

function moveField(work: Work, way: readonly Level[], key: string, field: JsonSchemaObject, source: Path): void {
  const { when, ...declared } = field as JsonObject;
  const here = way.at(-1)!;
  here.fields.set(key, declared);
  const properties = here.schema['properties'] as JsonObject;
  const report = work.report(join(source, 'when'));
  const found = settle(when!, way, report);
  if (!found) {
    properties[key] = declared;
    return walk(work, declared, source, join(here.target, 'properties', key), way, key);
  }
  const { level, condition } = found;
  const holder = way[level]!;
  const branch = branchOf(work, holder, named(work.root, schemaOf(condition)), join(source, 'when'));
  delete properties[key];
  if (holder.schema['additionalProperties'] === false) {
    delete holder.schema['additionalProperties'];
    holder.schema['unevaluatedProperties'] = false;
    work.moves.add(join(holder.target, 'unevaluatedProperties'), join(holder.source, 'additionalProperties'));
  }
  const isRequired = listOf(here.schema['required']).includes(key);
  if (isRequired) {
    here.schema['required'] = listOf(here.schema['required']).filter((name) => name !== key) as Json[];
    if ((here.schema['required'] as Json[]).length === 0) delete here.schema['required'];
  }
  const { inner, target } = descend(branch, way.slice(level + 1));
  inner['properties'] = { ...(inner['properties'] as JsonObject | undefined), [key]: declared };
  if (isRequired) {
    inner['required'] = [...listOf(inner['required']) as Json[], key];
    work.moves.add(join(target, 'required'), source, true);
  }
  const place = join(target, 'properties', key);
  work.moves.add(place, source);
  walk(work, declared, source, place, way, key);
}

/** The object that sees all answers of the condition, and the condition as seen from there. */
function settle(when: Json, way: readonly Level[], report: (problem: WhenProblem) => void): { level: number; condition: When } | undefined {
  const here = way.slice(1).map(({ name }) => name);
  const rooted = way[0]!.source === '/schema';
  const place = (key: string): string[] | undefined => (key.startsWith('/') ? (rooted ? namesOf(key) : undefined) : [...here, ...namesOf(key)]);
  const read = readWhen(when, place, report);
  if (!read || 'ref' in read) return read && { level: way.length - 1, condition: read };
  const tests = read.any.flat();
  const shared = (names: readonly string[]): number => {
    let common = 0;
    while (common < here.length && common < names.length - 1 && names[common] === here[common]) common += 1;
    return common;
  };
  const level = Math.min(...tests.map(({ names }) => shared(names)));
  // What a closed object allows is decided inside it alone.
  const closed = way.slice(level + 1).find(({ schema }) => schema['unevaluatedProperties'] === false || schema['additionalProperties'] === false);
  if (closed) {
    report({ code: 'when-far', detail: tests.find(({ names }) => shared(names) === level)!.key, at: '' });
    return undefined;
  }
  return { level, condition: { any: read.any.map((group) => group.map((test) => ({ ...test, names: test.names.slice(level) }))) } };
}

/** One conditional per condition, in the order in which the conditions appear. */
function branchOf({ moves }: Work, holder: Level, condition: JsonSchemaObject, source: Path): Branch {
  const text = JSON.stringify(condition);
  const known = holder.branches.get(text);
  if (known) return known;
  const list = [...listOf(holder.schema['allOf'])] as Json[];
  const target = join(holder.target, 'allOf', list.length);
  const branch: Branch = { then: {}, target: join(target, 'then') };
  holder.schema['allOf'] = [...list, { if: condition, then: branch.then }];
  moves.add(target, source, true);
  holder.branches.set(text, branch);
  return branch;
}

/** From the conditional down to the object that declares the field. */
function descend({ then, target }: Branch, below: readonly Level[]): { inner: JsonSchemaObject; target: Path } {
  let inner = then;
  let at = target;
  for (const { name } of below) {
    const properties = (inner['properties'] ??= {}) as JsonObject;
    inner = (properties[name] ??= {}) as JsonSchemaObject;
    at = join(at, 'properties', name);
  }
  return { inner, target: at };
}

/** A field that moved into a conditional would be asked last of its group: it keeps its turn. */
function keepOrder({ schema, fields }: Level, order: readonly string[]): void {
  const left = Object.keys(schema['properties'] as JsonObject);
  if (left.every((key, index) => order[index] === key) || [...fields.values()].some((field) => own(field['x-dvc'], 'order') !== undefined)) return;
  order.forEach((key, index) => {
    const field = fields.get(key);
    if (field) field['x-dvc'] = { ...(field['x-dvc'] as JsonObject | undefined), order: index + 1 };
  });
}

function moveReferences(root: unknown, moves: Moves): void {
  if (Array.isArray(root)) return root.forEach((part) => moveReferences(part, moves));
  if (!isObject(root)) return;
  const ref = root['$ref'];
  if (typeof ref === 'string' && ref.startsWith('#/')) root['$ref'] = `#${moves.target(`/schema${ref.slice(1)}`).slice('/schema'.length)}`;
  Object.values(root).forEach((part) => moveReferences(part, moves));
}
