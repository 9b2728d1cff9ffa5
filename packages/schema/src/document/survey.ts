// What is checked of a survey besides its shape, for the one who writes it: choices and questions that are named but do not exist, what nobody can be asked, and what would break the promise of anonymity.
import { join, split } from '../pointer.js';
import { resolve } from '../plan/local-ref.js';
import type { JsonSchemaObject, Path } from '../types.js';
import { schemasAt } from './declared.js';
import { isObject, listOf, own, type Loose, type Report } from './report.js';
import { notQuestions } from './survey-questions.js';

type Place = { schema: Loose; path: Path };

/** Words of `x-dvc` and widgets that a form has no use for. */
const WORDS = ['ends', 'scores', 'other', 'exclusive', 'softRequired', 'shuffle', 'images', 'titleParts'];
const WIDGETS = /^(yes-no|rating|stars|faces|scale|nps|matrix|ranking|images|slider|contact|consent)$/;
/** Parts of a document that only a dossier has; a survey computes nothing, so that its page need not load the rules. */
const OF_DOSSIER = ['rules', 'papers', 'fees', 'feeTables', 'delivery', 'parties', 'notices'];
/** Who is asked for these is known. */
const PERSONAL = /^(contact|person-name|tel|email)$/;
const PERSONAL_FORMAT = /^(phone|(idn-)?email|personal-id|passport|person-name)$/;

export function checkSurvey(document: unknown, schemas: readonly Place[], report: Report): void {
  const survey = own(document, 'survey');
  if (own(document, 'kind') !== 'survey') return checkForm(document, survey, schemas, report);
  for (const name of OF_DOSSIER) if (own(document, name) !== undefined) report(join('', name), 'form-only', 'a form: a survey has no such part', name);
  const root = own(document, 'schema');
  if (!isObject(root)) return;
  for (const { path, keyword, got } of notQuestions(root)) report(join(path, keyword), 'not-a-question', 'a question of a survey', got);
  for (const place of schemas) checkWords(root, place, report);
  for (const { schema, path } of schemas) if (widgetOf(schema) === 'consent' && own(schema, 'default') === true) report(join(path, 'default'), 'consent-ticked', 'a box that is not ticked', true);
  if (own(survey, 'anonymous') === true) checkAnonymous(survey, schemas, report);
  const [opens, closes] = [own(survey, 'opens'), own(survey, 'closes')];
  if (typeof opens === 'string' && typeof closes === 'string' && closes < opens) report('/survey/closes', 'closes-before-opens', `a day from ${opens} on`, closes);
  listOf(own(survey, 'screenOut')).forEach((each, i) => checkWhen(root, own(each, 'when'), `/survey/screenOut/${i}/when`, report));
  checkIndices(root, listOf(own(survey, 'indices')), report);
}

const widgetOf = (schema: unknown): unknown => own(own(schema, 'x-dvc'), 'widget');

function checkForm(document: unknown, survey: unknown, schemas: readonly Place[], report: Report): void {
  const refuse = (path: Path, got: string) => report(path, 'survey-only', 'kind: survey', got);
  if (survey !== undefined) refuse('/survey', 'survey');
  listOf(own(document, 'steps')).forEach((step, i) => { if (own(step, 'shuffle') !== undefined) refuse(`/steps/${i}/shuffle`, 'shuffle'); });
  for (const { schema, path } of schemas) {
    const notes = own(schema, 'x-dvc');
    for (const name of WORDS) if (own(notes, name) !== undefined) refuse(join(path, 'x-dvc', name), name);
    const widget = widgetOf(schema);
    if (typeof widget === 'string' && WIDGETS.test(widget)) refuse(join(path, 'x-dvc', 'widget'), widget);
  }
}

/** What a question names must exist: its choices, the question that takes the words of "khác", the answers in its title. */
function checkWords(root: Loose, { schema, path }: Place, report: Report): void {
  const notes = own(schema, 'x-dvc');
  const at = join(path, 'x-dvc');
  const known = (name: string, key: unknown, place: Path) => {
    if (typeof key === 'string' && !hasChoice(root, schema, key)) report(place, 'unknown-choice', 'a choice of this question', key);
  };
  for (const name of ['scores', 'images']) {
    const map = own(notes, name);
    for (const key of Object.keys(isObject(map) ? map : {})) known(name, key, join(at, name, key));
  }
  listOf(own(notes, 'exclusive')).forEach((key, i) => known('exclusive', key, join(at, 'exclusive', i)));
  const other = own(notes, 'other');
  const field = own(other, 'field');
  if (other !== undefined) known('other', own(other, 'choice'), join(at, 'other', 'choice'));
  if (typeof field === 'string') {
    const place = join(at, 'other', 'field');
    if (schemasAt(root, join('', field))?.size === 0) report(place, 'unknown-path', 'a question that the data schema declares', field);
    else if (own(own(root, 'properties'), field) !== undefined) report(place, 'other-always', 'a question that a then declares, so that it is asked only beside this choice', field);
  }
  listOf(own(notes, 'titleParts')).forEach((part, i) => {
    const name = own(part, 'var');
    if (typeof name === 'string' && schemasAt(root, name[0] === '/' ? name : `/${name}`)?.size === 0) report(join(at, 'titleParts', i, 'var'), 'unknown-path', 'a question that the data schema declares', name);
  });
}

/** Of the schema itself, of its items, of the rows of a matrix; the numbers of a scale are choices too. */
function hasChoice(root: Loose, schema: unknown, key: string, turns = 0): boolean {
  if (!isObject(schema) || turns > 8) return false;
  const is = (value: unknown): boolean => (typeof value === 'string' ? value : JSON.stringify(value)) === key;
  const number = Number(key);
  const [least, most] = [own(schema, 'minimum'), own(schema, 'maximum')];
  if (listOf(own(schema, 'enum')).some(is) || (typeof least === 'number' && typeof most === 'number' && number >= least && number <= most)) return true;
  const target = resolve(root as JsonSchemaObject, String(own(schema, '$ref')))?.schema;
  const properties = own(schema, 'properties');
  return [...['oneOf', 'anyOf'].flatMap((keyword) => listOf(own(schema, keyword)))].some((branch) => is(own(branch, 'const')))
    || [target, own(schema, 'items'), ...Object.values(isObject(properties) ? properties : {})].some((part) => hasChoice(root, part, key, turns + 1));
}

function checkAnonymous(survey: unknown, schemas: readonly Place[], report: Report): void {
  if (own(survey, 'eligibility') === 'dossier') report('/survey/eligibility', 'not-anonymous', 'open or token: a dossier tells whose it is', 'dossier');
  const told: Path[] = [];
  for (const { schema, path } of schemas) {
    const notes = own(schema, 'x-dvc');
    const [widget, privacy, format] = [own(notes, 'widget'), own(notes, 'privacy'), own(schema, 'format')];
    const what = PERSONAL.test(String(widget)) ? 'x-dvc/widget' : privacy === 'personal' || privacy === 'sensitive' ? 'x-dvc/privacy' : PERSONAL_FORMAT.test(String(format)) ? 'format' : undefined;
    // What stands inside of it says the same again.
    if (what === undefined || told.some((above) => path.startsWith(`${above}/`))) continue;
    told.push(path);
    report(`${path}/${what}`, 'not-anonymous', 'a question that asks nobody who they are', widget ?? privacy ?? format);
  }
}

/** A condition that reads nothing holds always or never; one that reads what nobody is asked never does. */
function checkWhen(root: Loose, when: unknown, path: Path, report: Report): void {
  const names = namesIn(root, when);
  if (names.size === 0) return report(path, 'reads-nothing', 'a condition that names an answer', when);
  const unknown = [...names].find((name) => schemasAt(root, join('', name))?.size === 0);
  if (unknown !== undefined) report(path, 'unknown-path', 'a question that the data schema declares', unknown);
}

function namesIn(root: Loose, schema: unknown, turns = 0): Set<string> {
  if (!isObject(schema) || turns > 8) return new Set();
  const properties = own(schema, 'properties');
  const target = resolve(root as JsonSchemaObject, String(own(schema, '$ref')))?.schema;
  const parts = [target, ...['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => listOf(own(schema, keyword))), ...['not', 'if', 'then', 'else'].map((keyword) => own(schema, keyword))];
  return new Set([...Object.keys(isObject(properties) ? properties : {}), ...listOf(own(schema, 'required')).map(String), ...parts.flatMap((part) => [...namesIn(root, part, turns + 1)])]);
}

const NEEDS: Record<string, string[]> = { share: ['of', 'values'], mean: ['of'], nps: ['of'], points: ['parts'] };

function checkIndices(root: Loose, indices: readonly unknown[], report: Report): void {
  const shares = new Set(indices.filter((index) => own(index, 'kind') === 'share').map((index) => own(index, 'id')));
  indices.forEach((index, i) => {
    const at = `/survey/indices/${i}`;
    for (const name of NEEDS[String(own(index, 'kind'))] ?? []) if (own(index, name) === undefined) report(at, 'index-incomplete', name, own(index, 'kind'));
    const questions = listOf(own(index, 'of')).flatMap((path) => [...(typeof path === 'string' ? schemasAt(root, split(path).length > 0 && path[0] !== '/' ? `/${path}` : path) ?? [] : [])]);
    listOf(own(index, 'values')).forEach((value, k) => {
      const key = typeof value === 'string' ? value : JSON.stringify(value);
      const isTick = typeof value === 'boolean' && questions.some((schema) => own(schema, 'type') === 'boolean');
      if (questions.length > 0 && !isTick && !questions.some((schema) => hasChoice(root, schema, key))) report(`${at}/values/${k}`, 'unknown-choice', 'a choice of these questions', value);
    });
    listOf(own(index, 'parts')).forEach((part, k) => {
      const given = ['index', 'of', 'given'].filter((name) => own(part, name) !== undefined && own(part, name) !== false);
      if (given.length !== 1) report(`${at}/parts/${k}`, 'index-incomplete', 'one of index, of, given', given.join(', ') || 'none');
      else if (given[0] === 'index' && !shares.has(own(part, 'index'))) report(`${at}/parts/${k}/index`, 'index-incomplete', 'id of a share', own(part, 'index'));
    });
  });
}
