// Conditions that can never hold, and what hangs on them alone. Says so only where it is certain.
import { join, split, type Condition, type Guard, type Json, type JsonSchemaObject, type NodePlan, type Path } from '@dvc/schema';
import { schemasAt } from '@dvc/schema/document/declared.js';
import { isObject, listOf, own } from '@dvc/schema/document/report.js';
import { nameOf, type Context, type Look } from '../context.js';
import { answerPath } from './surroundings.js';

/** What must be true of an answer: one of these values, and not these; `undefined` values: any. */
interface Demand { path: Path; allowed?: readonly Json[]; min?: number; max?: number; schema: JsonSchemaObject }

/** What a condition says of single answers, taken from the parts that must all hold. */
function demandsOf(context: Context, condition: unknown, base: Path, depth = 0): Demand[] {
  if (!isObject(condition) || depth > 12) return [];
  const made: Demand[] = [];
  const ref = own(condition, '$ref');
  if (typeof ref === 'string' && ref.startsWith('#/')) made.push(...demandsOf(context, split(ref.slice(1)).reduce<unknown>((at, name) => own(at, name), context.schema), base, depth + 1));
  for (const part of listOf(own(condition, 'allOf'))) made.push(...demandsOf(context, part, base, depth + 1));
  const properties = own(condition, 'properties');
  for (const [name, part] of Object.entries(isObject(properties) ? properties : {})) {
    if (!isObject(part)) continue;
    const path = `${base}${join('', name)}`;
    const allowed = Object.hasOwn(part, 'const') ? [part['const'] as Json] : Array.isArray(part['enum']) ? part['enum'] as Json[] : undefined;
    const [min, max] = [part['minimum'], part['maximum']];
    made.push({ path, schema: part as JsonSchemaObject, ...(allowed ? { allowed } : {}), ...(typeof min === 'number' ? { min } : {}), ...(typeof max === 'number' ? { max } : {}) }, ...demandsOf(context, part, path, depth + 1));
  }
  return made;
}

const rawOf = ({ document }: Context, source: Path): unknown => split(source).reduce<unknown>((at, name) => own(at, name), document);
const nodeAt = ({ plan }: Context, path: Path): NodePlan | undefined => plan?.find(path);

type Why = { 'why:vi': string; 'why:en': string };
const list = (values: readonly unknown[]) => values.slice(0, 8).map((each) => JSON.stringify(each)).join(', ');

/** Why no answer can be as demanded; undefined when one may. */
function impossible(context: Context, { path, allowed, min, max }: Demand): Why | undefined {
  const node = nodeAt(context, path);
  if (min !== undefined && max !== undefined && min > max) return { 'why:vi': `${path} không thể vừa từ ${min} trở lên vừa đến ${max}`, 'why:en': `${path} cannot be at least ${min} and at most ${max}` };
  if (!node || allowed === undefined || node.shaper || node.unions.length > 0) return undefined;
  const values = node.choices?.map(({ value }) => value);
  if (values && !node.many && !allowed.some((each) => values.includes(each))) {
    return { 'why:vi': `trường ${path} chỉ có các giá trị ${list(values)}, không có ${list(allowed)}`, 'why:en': `${path} can be ${list(values)}, never ${list(allowed)}` };
  }
  const types = node.types?.filter((type) => type !== 'null') ?? [];
  if (types.length > 0 && !allowed.some((each) => types.some((type) => isOf(type, each)))) {
    return { 'why:vi': `trường ${path} có kiểu ${types.join(', ')}, không thể bằng ${list(allowed)}`, 'why:en': `${path} is of type ${types.join(', ')}, never ${list(allowed)}` };
  }
  return undefined;
}

const isOf = (type: string, value: Json): boolean =>
  type === 'integer' ? Number.isInteger(value) : type === 'array' ? Array.isArray(value) : type === 'object' ? isObject(value) : type === 'null' ? value === null : typeof value === type;

/** Two demands that exclude each other. */
function contradiction(demands: readonly Demand[]): boolean {
  const known = new Map<Path, Demand>();
  for (const demand of demands) {
    const other = known.get(demand.path);
    const allowed = other?.allowed && demand.allowed ? demand.allowed.filter((value) => other.allowed!.includes(value)) : demand.allowed ?? other?.allowed;
    const min = Math.max(demand.min ?? -Infinity, other?.min ?? -Infinity);
    const max = Math.min(demand.max ?? Infinity, other?.max ?? Infinity);
    if (allowed?.length === 0 || min > max) return true;
    known.set(demand.path, { ...demand, ...(allowed ? { allowed } : {}), min, max });
  }
  return false;
}

/** What a guard demands, and what the answers that it reads need to be asked at all. */
function demandsOfGuard(context: Context, guard: Guard, depth = 0): Demand[] {
  return guard.flatMap(({ condition, holds }): Demand[] => {
    if (!holds || !condition.schema || condition.at.lists.length > 0) return [];
    const own = demandsOf(context, rawOf(context, condition.source), condition.at.path);
    if (depth > 4) return own;
    const above = own.flatMap(({ path }) => {
      const node = nodeAt(context, path);
      return node?.declared.length === 1 && node.declared[0]!.length > 0 ? demandsOfGuard(context, node.declared[0]!, depth + 1) : [];
    });
    return [...own, ...above];
  });
}

/** Conditions that ask what nobody is asked. It needs no plan: to the plan such a condition reads everything, itself included. */
export const lookAtNames: Look = (context) => {
  const see = (condition: unknown, base: Path, at: Path): void => {
    const unknown = demandsOf(context, condition, base).find(({ path }) => schemasAt(context.schema, path)?.size === 0);
    if (unknown) context.report('condition-unknown-field', at, { field: unknown.path });
  };
  for (const { schema, path } of context.findings.schemas) {
    const base = schema['if'] === undefined ? undefined : answerPath(path);
    if (base !== undefined) see(schema['if'], base, join(path, 'if'));
  }
  surroundings(context, see);
};

/** The conditions over the whole of the answers, outside of the data schema. */
function surroundings({ document }: Context, see: (condition: unknown, base: Path, at: Path) => void): void {
  const each = (items: unknown, path: Path, ...names: string[]) => listOf(items).forEach((item, index) => {
    for (const name of names) if (isObject(own(item, name)) && own(item, 'each') === undefined) see(own(item, name), '', join(path, index, name));
  });
  each(document['papers'], '/papers', 'when', 'required');
  each(document['fees'], '/fees', 'when');
  each(document['notices'], '/notices', 'when');
  each(own(document['procedure'], 'cases'), '/procedure/cases', 'when');
}

export const lookAtConditions: Look = (context) => {
  const { plan, report } = context;
  if (!plan) return;
  const dead = new Set<Condition>();
  const see = (condition: unknown, base: Path, at: Path): boolean => {
    const demands = demandsOf(context, condition, base);
    const names = [...new Set(demands.map(({ path }) => path))].join(', ');
    const why = demands.map((demand) => impossible(context, demand)).find((each) => each !== undefined)
      ?? (contradiction(demands) ? { 'why:vi': `các yêu cầu đối với ${names} trái ngược nhau`, 'why:en': `what it asks of ${names} contradicts itself` } : undefined);
    if (why) report('condition-never', at, why);
    return why !== undefined;
  };
  const seen = new Map<string, boolean>();
  for (const node of plan.nodes) for (const condition of node.conditions) {
    if (!condition.schema) continue;
    const key = `${condition.source} ${node.path}`;
    const never = seen.get(key) ?? see(rawOf(context, condition.source), node.path, condition.source);
    seen.set(key, never);
    if (never) dead.add(condition);
  }
  for (const node of plan.nodes) {
    if (node.declared.length === 0 || node.declared.some((guard) => guard.length === 0)) continue;
    // Said once, at the condition.
    if (node.declared.some((guard) => guard.some(({ condition }) => dead.has(condition)))) continue;
    if (!node.declared.every((guard) => contradiction(demandsOfGuard(context, guard)))) continue;
    const field = context.fields.find(({ key, path }) => key === node.key && path.startsWith('/schema/'));
    report('field-unreachable', field?.path ?? '/schema', { field: field ? nameOf(field) : node.path });
  }
  surroundings(context, see);
};
