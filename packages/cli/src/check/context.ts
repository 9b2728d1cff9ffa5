import { split, type FormPlan, type JsonSchemaObject, type Path } from '@dvc/schema';
import { checkKeywords } from '@dvc/schema/document/check-keywords.js';
import { inspectAll, type Findings } from '@dvc/schema/document/inspect.js';
import { isObject, listOf, own, type Loose } from '@dvc/schema/document/report.js';
import { textsOf, type DocumentText } from '@dvc/schema/document/texts.js';
import type { Params } from './types.js';

/** A property that the data schema declares. */
export interface Field {
  key: string; schema: JsonSchemaObject; path: Path;
  /** The schema whose `properties` it is among. */
  holder: Loose; holderPath: Path;
}
/** Options to choose from: an `enum`, or a `oneOf` of constants. */
export interface Options { path: Path; schema: Loose; options: { value: unknown; title: string | undefined; path: Path }[] }

/** What a rule may look at. Nothing in the document is sure to be of the right kind: the language has said so already. */
export interface Context {
  document: Loose;
  schema: JsonSchemaObject;
  /** Only of a document that the language accepts. */
  plan: FormPlan | undefined;
  findings: Findings;
  fields: readonly Field[];
  texts: readonly DocumentText[];
  options: readonly Options[];
  /** `YYYY-MM-DD` */
  today: string;
  /** Ids of the code lists at hand; undefined when no folder of them was found. */
  codeLists: ReadonlySet<string> | undefined;
  report(rule: string, path: Path, params?: Params): void;
}

/** One look at the whole; reports any number of findings, of one rule or of a few that see the same. */
export type Look = (context: Context) => void;

export function contextOf(document: Loose, rest: Pick<Context, 'plan' | 'today' | 'codeLists' | 'report'>): Context {
  const schema = (isObject(document['schema']) ? document['schema'] : {}) as JsonSchemaObject;
  const { findings } = inspectAll(document);
  const { fields, options } = places(schema);
  return { document, schema, findings, fields, options, texts: textsOf(document), ...rest };
}

/** Properties and options, wherever a schema declares or offers something: what an `if` or a `not` says does neither. */
function places(schema: JsonSchemaObject): Pick<Context, 'fields' | 'options'> {
  const fields: Field[] = [];
  const options: Options[] = [];
  const conditions = new Set<Path>();
  const inside = (path: Path): boolean => {
    for (let up = path; up !== '/schema'; up = up.slice(0, up.lastIndexOf('/'))) if (conditions.has(up)) return true;
    return false;
  };
  const refs = new Set<string>();
  const conditional = new Set<string>();
  checkKeywords(schema, '/schema', () => {}, (part, path) => {
    for (const name of ['if', 'not', 'contains']) if (own(part, name) !== undefined) conditions.add(`${path}/${name}`);
    const ref = own(part, '$ref');
    if (typeof ref === 'string') (inside(path) ? conditional : refs).add(ref);
  });
  // A name that only conditions use is a condition.
  for (const ref of conditional) if (!refs.has(ref)) conditions.add(`/schema${ref.slice(1)}`);
  for (const [name, part] of Object.entries((schema['$defs'] ?? {}) as Loose)) if (!refs.has(`#/$defs/${name}`) && isCondition(part)) conditions.add(`/schema/$defs/${name}`);
  checkKeywords(schema, '/schema', () => {}, (part, path) => {
    if (inside(path)) return;
    const properties = own(part, 'properties');
    for (const [key, field] of Object.entries(isObject(properties) ? properties : {})) {
      if (isObject(field)) fields.push({ key, schema: field as JsonSchemaObject, path: `${path}/properties/${escaped(key)}`, holder: part, holderPath: path });
    }
    const found = optionsOf(part, path);
    if (found) options.push(found);
  });
  return { fields, options };
}

const escaped = (key: string) => key.replace(/~/g, '~0').replace(/\//g, '~1');

/** Says only what must be true of answers, and nothing that a citizen could read. */
const isCondition = (part: unknown): boolean => isObject(part) && part['type'] === undefined && part['title'] === undefined && !JSON.stringify(part).includes('"title"');

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function optionsOf(schema: Loose, path: Path): Options | undefined {
  const enumeration = own(schema, 'enum');
  if (Array.isArray(enumeration)) {
    const labels = own(own(schema, 'x-dvc'), 'enumLabels');
    return { path: `${path}/enum`, schema, options: enumeration.map((value: unknown, i) => ({ value, title: textOf(own(labels, String(value))), path: `${path}/enum/${i}` })) };
  }
  for (const keyword of ['oneOf', 'anyOf']) {
    const branches = listOf(own(schema, keyword));
    if (branches.length === 0 || !branches.every((branch) => isObject(branch) && Object.hasOwn(branch, 'const'))) continue;
    return { path: `${path}/${keyword}`, schema, options: branches.map((branch, i) => ({ value: own(branch, 'const'), title: textOf(own(branch, 'title')), path: `${path}/${keyword}/${i}` })) };
  }
  return undefined;
}

/** The words by which an author knows a field. */
export const nameOf = ({ key, schema }: Pick<Field, 'key' | 'schema'>): string => (typeof schema['title'] === 'string' && schema['title'].trim() !== '' ? schema['title'] : key);

/** The last name of a pointer into the answers. */
export const lastOf = (path: Path): string => split(path).at(-1) ?? path;

/** A schema and what its reference brings. */
export function resolved(root: JsonSchemaObject, schema: JsonSchemaObject, depth = 0): JsonSchemaObject {
  const ref = schema['$ref'];
  if (typeof ref !== 'string' || !ref.startsWith('#/') || depth > 8) return schema;
  const target = split(ref.slice(1)).reduce<unknown>((at, name) => own(at, name), root);
  return isObject(target) ? { ...resolved(root, target as JsonSchemaObject, depth + 1), ...schema, 'x-dvc': { ...(own(resolved(root, target as JsonSchemaObject, depth + 1), 'x-dvc') as object | undefined), ...(schema['x-dvc'] as object | undefined) } } as JsonSchemaObject : schema;
}
