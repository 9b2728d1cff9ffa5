// The questions of a survey as results and exports need them: all that a document may ever ask, whatever the branches.
import { join, split, type FormDocument, type Json, type JsonObject, type JsonSchemaObject, type Path, type Survey } from '@dvc/schema';
import { choicesOf, itemChoices } from '@dvc/schema/plan/choices.js';
import { resolve } from '@dvc/schema/plan/local-ref.js';
import type { QuestionResult } from '@dvc/core/survey/results.js';

export type SurveyTerms = Survey;
export type SurveyDocument = FormDocument;

export interface QuestionChoice { readonly value: string; readonly title: string; readonly score?: number }
export interface Question {
  readonly path: Path;
  readonly keys: readonly string[];
  readonly title: string;
  readonly kind: QuestionResult['kind'];
  readonly widget: string | undefined;
  readonly type: string;
  readonly choices: readonly QuestionChoice[];
  /** of a matrix */
  readonly rows: readonly Question[];
  /** Any number of choices. */
  readonly many: boolean;
  /** How many choices must be given, where that is one number: then the counts have a known sum. */
  readonly exactly: number | undefined;
  /** Choices that stand alone. */
  readonly exclusive: readonly string[];
  readonly codeList: { readonly id: string; readonly within?: string } | undefined;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  /** Who it was, and no opinion: in no result, only in the operator's own export. */
  readonly personal: boolean;
}

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
const number = (value: Json | undefined): number | undefined => (typeof value === 'number' ? value : undefined);
const own = (value: Json | undefined, name: string): Json | undefined => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined);
const PERSONAL = /^(contact|file|consent)$/;
const DEPTH = 8;

/** The schema with what its reference leads to; its own words count first. */
function whole(schema: Json | undefined, root: JsonSchemaObject, depth = 0): JsonSchemaObject {
  if (!isObject(schema)) return {};
  const target = typeof schema['$ref'] === 'string' && depth < DEPTH ? resolve(root, schema['$ref'])?.schema : undefined;
  if (target === undefined) return schema as JsonSchemaObject;
  const base = whole(target as Json, root, depth + 1) as JsonObject;
  return { ...base, ...schema, ...(isObject(base['x-dvc']) && isObject(schema['x-dvc']) ? { 'x-dvc': { ...base['x-dvc'], ...schema['x-dvc'] } } : {}) } as JsonSchemaObject;
}

/** Every property that the schema or one of its branches declares, in the order of the document; what is said of one in several places is put together. */
function propertiesOf(schema: JsonObject, root: JsonSchemaObject, found = new Map<string, JsonObject>(), depth = 0): Map<string, JsonObject> {
  for (const [name, child] of Object.entries(isObject(schema['properties']) ? schema['properties'] : {})) {
    if (!isObject(child)) continue;
    const made = whole(child, root) as JsonObject;
    // A condition names a property without asking it: what it says there has no title.
    const held = found.get(name);
    found.set(name, held ? { ...made, ...held } : made);
  }
  if (depth > DEPTH) return found;
  const inner = [...['allOf', 'anyOf', 'oneOf'].flatMap((name) => (Array.isArray(schema[name]) ? schema[name] : [])), schema['then'], schema['else'], ...Object.values(isObject(schema['dependentSchemas']) ? schema['dependentSchemas'] : {})];
  for (const each of inner) if (isObject(each as Json)) propertiesOf(whole(each as Json, root) as JsonObject, root, found, depth + 1);
  return found;
}

function choicesAt(schema: JsonSchemaObject, root: JsonSchemaObject, isList: boolean): QuestionChoice[] {
  const found = isList ? itemChoices(schema, '/schema', '', root) : choicesOf(schema, '/schema', '', root)?.choices;
  const scores = own((schema as JsonObject)['x-dvc'], 'scores');
  return (found ?? []).map(({ key, title }) => {
    const score = number(own(scores, key));
    return { value: key, title: title.text, ...(score === undefined ? {} : { score }) };
  });
}

function questionAt(name: string, schema: JsonSchemaObject, above: Path, root: JsonSchemaObject): Question[] {
  const path = join(above, name), raw = schema as JsonObject, notes = raw['x-dvc'];
  const widget = text(own(notes, 'widget'));
  const title = text(raw['title']) ?? name;
  const type = text(raw['type']) ?? '';
  const personal = PERSONAL.test(widget ?? '') || /^(personal|sensitive)$/.test(text(own(notes, 'privacy')) ?? '');
  const list = own(notes, 'codeList');
  const within = text(own(list, 'within'));
  const base = {
    path, keys: split(path), title, widget, type, rows: [], minimum: number(raw['minimum']), maximum: number(raw['maximum']), personal, many: false, exactly: undefined,
    exclusive: ((found) => (Array.isArray(found) ? found.map(String) : []))(own(notes, 'exclusive')),
    codeList: text(own(list, 'id')) === undefined ? undefined : { id: text(own(list, 'id'))!, ...(within === undefined ? {} : { within }) },
  };
  if (type === 'object' || isObject(raw['properties'])) {
    const rows = [...propertiesOf(raw, root)].flatMap(([key, child]) => questionAt(key, child as JsonSchemaObject, path, root)).map((row) => (personal ? { ...row, personal } : row));
    const isMatrix = widget === 'matrix' || (widget === undefined && rows.length > 0 && rows.every(({ choices }) => choices.length > 0));
    return isMatrix ? [{ ...base, kind: 'matrix', choices: rows[0]?.choices ?? [], rows }] : rows.map((row) => ({ ...row, title: `${title}: ${row.title}` }));
  }
  const isList = type === 'array';
  const choices = choicesAt(schema, root, isList);
  if (isList) {
    const ranking = widget === 'ranking';
    const least = number(raw['minItems']), most = number(raw['maxItems']);
    return [{ ...base, kind: choices.length === 0 ? 'text' : ranking ? 'ranking' : 'many', choices, many: true, exactly: least !== undefined && least === most ? least : undefined, personal: personal || choices.length === 0 }];
  }
  if (widget === 'nps') return [{ ...base, kind: 'nps', choices: Array.from({ length: 11 }, (_, at) => ({ value: String(at), title: String(at), score: at })) }];
  if (choices.length > 0) return [{ ...base, kind: choices.some(({ score }) => score !== undefined) ? 'scale' : 'choice', choices: withScores(choices, type) }];
  if (type === 'boolean') return [{ ...base, kind: 'choice', choices: [{ value: 'true', title: 'Có' }, { value: 'false', title: 'Không' }] }];
  const { minimum, maximum } = base;
  if (type === 'integer' && minimum !== undefined && maximum !== undefined && maximum - minimum <= 10 && /^(rating|stars|faces|scale)$/.test(widget ?? '')) {
    return [{ ...base, kind: 'scale', choices: Array.from({ length: maximum - minimum + 1 }, (_, at) => ({ value: String(minimum + at), title: String(minimum + at), score: minimum + at })) }];
  }
  if (type === 'integer' || type === 'number') return [{ ...base, kind: 'number', choices: [] }];
  return [{ ...base, kind: base.codeList ? 'choice' : 'text', choices: [] }];
}

/** Whole numbers as choices are worth what they are. */
const withScores = (choices: QuestionChoice[], type: string): QuestionChoice[] => (type === 'integer' || type === 'number' ? choices.map((each) => ({ ...each, score: each.score ?? Number(each.value) })) : choices);

/** In the order of the pages, then of the schema. */
export function questionsOf(document: SurveyDocument): Question[] {
  const root = document.schema;
  const all = [...propertiesOf(root as unknown as JsonObject, root)].flatMap(([name, schema]) => questionAt(name, schema as JsonSchemaObject, '', root));
  const order = (document.steps ?? []).flatMap(({ fields = [] }) => fields.map((field) => (field.startsWith('/') ? field : `/${field}`)));
  const placeOf = ({ path }: Question) => { const at = order.findIndex((field) => path === field || path.startsWith(`${field}/`)); return at < 0 ? order.length : at; };
  return all.map((question, index) => ({ question, index, place: placeOf(question) })).sort((a, b) => a.place - b.place || a.index - b.index).map(({ question }) => question);
}
/** Rows of a matrix each by themselves. */
export const leavesOf = (questions: readonly Question[]): Question[] => questions.flatMap((each) => (each.kind === 'matrix' ? each.rows : [each]));
export const minSampleOf = (document: SurveyDocument, host?: number): number => Math.max(document.survey?.minSample ?? 5, host ?? 1, 1);
