// Through the components of a form, each to its question, its paper, its text or its place in the report.
import { join, type Json, type JsonSchemaObject, type Path } from '@dvc/schema';
import * as blocks from '../blocks.js';
import { keepName, unique } from '../names.js';
import { add, question, type Question, type StepDraft } from '../tree.js';
import { button, needless, signature, source, words } from './beside.js';
import { settle } from './common.js';
import { FIELDS } from './fields.js';
import { gatesOf } from './gates.js';
import { GUESSES } from './guesses.js';
import { bytesOf, typesOf } from './masks.js';
import type { Place, Visit, Walk } from './place.js';
import { isLoose, listOf, textOf, track, wordsOf, type Loose, type Tracked } from './tracked.js';


export function walkAll(walk: Walk, components: readonly Loose[], path: Path, place: Place): void {
  components.forEach((component, i) => { visit(walk, component, join(path, i), place); });
}

export function visit(walk: Walk, component: Loose, path: Path, outer: Place): void {
  const of = track(component, path, walk.losses);
  const { gates, lost } = gatesOf(of);
  const place: Place = { ...outer, gates: [...outer.gates, ...gates], loose: outer.loose || lost };
  const kind = kindOf(of);
  kind(walk, of, place);
  scripts(of);
  of.rest();
}

/** Code, whatever it is for. */
function scripts(of: Tracked): void {
  for (const name of ['customDefaultValue', 'calculateValue', 'validate.custom', 'logic', 'conditionalAddButton', 'oauth']) of.lose(name, 'script');
  for (const name of ['validate.json', 'unique', 'validate.unique']) of.lose(name, 'rule');
  for (const name of ['persistent', 'dbIndex', 'clearOnHide']) of.lose(name, 'storage');
  for (const name of ['attributes', 'properties', 'tags']) of.lose(name, 'metadata');
  for (const name of ['refreshOn', 'clearOnRefresh', 'requireDecimal', 'customOptions', 'rowGroups']) of.lose(name, 'behaviour');
}

function kindOf(of: Tracked): Visit {
  const { type, component } = of;
  if (Object.hasOwn(KINDS, type)) return KINDS[type]!;
  if (Object.hasOwn(FIELDS, type)) return field;
  // A component that somebody added to their Form.io.
  if (Array.isArray(component.components)) return near(component.tree === true && component.input !== false ? container : frame, 'nhóm trường');
  if (Array.isArray(component.columns) || Array.isArray(component.rows)) return near(frame, 'nhóm trường');
  if (listOf(component.values).length > 0) return near((walk, each, place) => { field(walk, each, place, 'radio'); }, 'lựa chọn một');
  if (isLoose(component.data) && listOf(component.data.values).length > 0) return near((walk, each, place) => { field(walk, each, place, 'select'); }, 'lựa chọn một');
  if (textOf(component.content) !== '' || textOf(component.html) !== '') return near(words, 'đoạn chữ');
  const guess = GUESSES.find(([pattern]) => pattern.test(type));
  if (guess && component.input !== false) return near(Object.hasOwn(KINDS, guess[1]) ? KINDS[guess[1]]! : (walk, each, place) => { field(walk, each, place, guess[1]); }, guess[2]);
  if (component.input === false) return (_walk, each) => { each.say(`type: ${type}`, 'type-unknown', type); };
  return (walk, each, place) => { each.say(`type: ${type}`, 'type-unknown', type); field(walk, each, place, 'textfield'); };
}

const near = (visitAs: Visit, name: string): Visit => (walk, of, place) => { of.say(`type: ${of.type}`, 'type-near', name); visitAs(walk, of, place); };

/** A new question, with a name of its own among its siblings. */
function put(walk: Walk, of: Tracked, { parent, step, group, gates, loose }: Place, given: Partial<Question>): Question {
  const taken = walk.names.get(parent) ?? new Set();
  walk.names.set(parent, taken);
  const name = unique(keepName(of.key || of.name), taken);
  const made = add(parent, question({ name, key: of.key || name, label: of.name, path: of.path, gates, ...given, required: given.required === true && !loose }));
  if (of.key !== '' && name !== of.key) of.say(`key: ${of.key}`, 'renamed', name);
  if (parent === walk.root) {
    step?.questions.push(made);
    if (group && !walk.stepped) made.schema = blocks.noted(made.schema, { group });
  }
  return made;
}

function field(walk: Walk, of: Tracked, place: Place, as = of.type): void {
  const schema = FIELDS[as]!(of, walk);
  const settled = settle(of, schema, walk);
  const isMany = of.on('multiple') && schema.type !== 'array' && as !== 'hidden';
  const { title, default: first, 'x-dvc': notes, ...item } = settled.schema;
  const made = isMany && schema.oneOf
    ? { title, type: 'array', uniqueItems: true, ...(settled.required ? { minItems: 1 } : {}), items: item, ...hintOf(notes as JsonSchemaObject | undefined) } as JsonSchemaObject
    : isMany ? { title, type: 'array', maxItems: 50, ...(settled.required ? { minItems: 1 } : {}), items: { title, ...item, ...(notes ? { 'x-dvc': notes } : {}) } } as JsonSchemaObject : settled.schema;
  if (isMany && first !== undefined) made.default = (Array.isArray(first) ? first : [first]) as Json;
  put(walk, of, place, { schema: made, required: settled.required });
}

const hintOf = (notes: JsonSchemaObject | undefined): JsonSchemaObject => (notes?.hint ? { 'x-dvc': { hint: notes.hint } } : {});

/** What only arranges other components: its condition is that of each of them. */
function frame(walk: Walk, of: Tracked, place: Place): void {
  const title = walk.say(of.text('title') || of.text('legend') || (of.type === 'panel' || of.type === 'tab' ? of.text('label') : ''));
  of.skip('label', 'title', 'legend', 'disabled_');
  const hint = blocks.sentences(wordsOf(of.text('description')), wordsOf(of.text('tooltip')));
  const inner = { ...place, group: title || place.group };
  if (place.step && hint && place.step.title === title) place.step.hint = blocks.sentences(place.step.hint, hint)!;
  else if (hint) { walk.notices.push({ text: hint, gates: place.gates }); of.say(`description: ${blocks.short(hint, 80)}`, 'moved'); }
  if (title && walk.stepped && place.step?.title !== title) of.say(`title: ${title}`, 'heading');
  if (of.on('hidden')) { of.lose('hidden', 'hidden'); inner.loose = true; }
  for (const name of ['disabled', 'validate.required']) of.lose(name, 'behaviour');
  of.skip('components', 'columns', 'rows');
  if (of.type === 'table') for (const name of ['header', 'caption']) of.lose(name, 'heading');
  const { component, path } = of;
  const before = walk.root.children.length;
  if (component.type === 'table' || (Array.isArray(component.rows) && !Array.isArray(component.components))) {
    (Array.isArray(component.rows) ? component.rows as unknown[] : []).forEach((row, i) => { if (Array.isArray(row)) row.forEach((cell, j) => { if (isLoose(cell)) walkAll(walk, listOf(cell.components), `${path}/rows/${i}/${j}/components`, inner); }); });
  } else if (Array.isArray(component.columns)) {
    listOf(component.columns).forEach((column, i) => { walkAll(walk, listOf(column.components), `${path}/columns/${i}/components`, inner); });
  } else walkAll(walk, listOf(component.components), `${path}/components`, inner);
  if (title && !walk.stepped && (place.parent !== walk.root || walk.root.children.length === before)) of.say(`title: ${title}`, 'heading');
}

/** A tab is a frame that has no type. */
function tabs(walk: Walk, of: Tracked, place: Place): void {
  of.skip('components', 'label', 'title');
  listOf(of.component.components).forEach((tab, i) => {
    const step = walk.stepped && place.parent === walk.root && !place.step ? stepOf(walk, walk.say(textOf(tab.label) || textOf(tab.title) || `Phần ${i + 1}`)) : place.step;
    visit(walk, { ...tab, type: 'tab' }, `${of.path}/components/${i}`, { ...place, step });
  });
}

export function stepOf(walk: Walk, title: string): StepDraft {
  const made: StepDraft = { title: title.slice(0, 200), questions: [] };
  walk.steps.push(made);
  return made;
}

function container(walk: Walk, of: Tracked, place: Place): void {
  const { schema, required } = settle(of, {}, walk);
  const { default: _, ...kept } = schema;
  const made = put(walk, of, place, { kind: 'object', schema: kept, required });
  of.skip('components');
  walkAll(walk, listOf(of.component.components), `${of.path}/components`, { parent: made, gates: [], loose: place.loose });
  fillEmpty(walk, of, made);
}

function rows(walk: Walk, of: Tracked, place: Place): void {
  const [least, most] = [of.count('validate.minLength'), of.count('validate.maxLength')];
  const { schema, required } = settle(of, { type: 'array' }, walk);
  const made = put(walk, of, place, {
    kind: 'list', required, schema: { ...schema, ...(least || required ? { minItems: Math.max(1, least ?? 1) } : {}), maxItems: most ? most : 100 },
  });
  if (of.on('disableAddingRemovingRows')) of.lose('disableAddingRemovingRows', 'behaviour');
  if (of.type === 'tree') of.say('tree', 'type-near', 'danh sách một cấp');
  const children = [...listOf(of.take('components')), ...(of.type === 'datatable' ? listOf(of.take('columns')) : [])];
  walkAll(walk, children, `${of.path}/components`, { parent: made, gates: [], loose: place.loose });
  fillEmpty(walk, of, made);
}

/** A list or a group without questions cannot be drawn. */
function fillEmpty(walk: Walk, of: Tracked, made: Question): void {
  if (made.children.length > 0) return;
  of.say('components', 'list-columns');
  add(made, question({ name: 'noiDung', label: 'Nội dung', path: of.path, schema: { type: 'string', title: walk.say('Nội dung') } }));
}

function map(walk: Walk, of: Tracked, place: Place): void {
  const { schema, required } = settle(of, { type: 'object' }, walk);
  const { default: _, ...kept } = schema;
  const made = put(walk, of, place, { kind: 'map', schema: kept, required });
  of.lose('keyLabel', 'behaviour');
  of.skip('keyBeforeValue', 'valueComponent');
  const value = of.component.valueComponent;
  if (isLoose(value)) visit(walk, value, `${of.path}/valueComponent`, { parent: made, gates: [], loose: true });
  if (made.children.length === 0) add(made, question({ name: 'giaTri', label: 'Giá trị', path: of.path, schema: { type: 'string', title: 'Giá trị' } }));
}

function survey(walk: Walk, of: Tracked, place: Place): void {
  const { schema, required } = settle(of, {}, walk);
  const made = put(walk, of, place, { kind: 'object', schema, required });
  const values = listOf(of.take('values')).filter((each) => textOf(each.value) !== '');
  const oneOf = values.map((each): JsonSchemaObject => ({ const: textOf(each.value), title: walk.say(textOf(each.label) || textOf(each.value)) }));
  const taken = new Set<string>();
  for (const each of listOf(of.take('questions')).filter((one) => textOf(one.value) !== '')) {
    const label = walk.say(textOf(each.label) || textOf(each.value));
    const hint = wordsOf(textOf(each.tooltip));
    const title = { type: 'string', title: label, ...(oneOf.length > 0 ? { oneOf } : {}), ...(hint ? { 'x-dvc': { hint: blocks.sentences(hint)! } } : {}) } as JsonSchemaObject;
    add(made, question({ name: unique(keepName(textOf(each.value)), taken), key: textOf(each.value), label, path: of.path, required, schema: title }));
  }
  if (oneOf.length === 0) of.say('values', 'choices-missing');
  fillEmpty(walk, of, made);
}

function file(walk: Walk, of: Tracked, { parent, gates, loose }: Place): void {
  const { schema, required } = settle(of, {}, walk);
  const { types, unknown } = typesOf(of.text('filePattern'));
  if (unknown.length > 0) of.say(`filePattern: ${unknown.join(', ')}`, 'file-limit', unknown.join(', '));
  const most = of.component.fileMaxSize === '1GB' ? undefined : bytesOf(of.text('fileMaxSize'));
  of.skip('fileMaxSize', 'privateDownload');
  if (of.component.fileMaxSize && of.component.fileMaxSize !== '1GB' && most === undefined) of.say(`fileMaxSize: ${textOf(of.component.fileMaxSize)}`, 'file-limit', textOf(of.component.fileMaxSize));
  of.lose('fileMinSize', 'file-limit', of.text('fileMinSize'));
  for (const name of ['storage', 'url', 'options', 'dir', 'fileNameTemplate', 'fileKey', 'bucket']) of.lose(name, 'storage');
  of.lose('fileTypes', 'behaviour');
  const hint = (schema['x-dvc'] as JsonSchemaObject | undefined)?.hint as string | undefined;
  const list = parent.kind === 'list' ? parent : undefined;
  walk.papers.push({
    title: String(schema.title), key: of.key, path: of.path, required: required && !loose, gates, ...(hint ? { hint } : {}), ...(types.length > 0 ? { types } : {}), ...(most ? { maxBytes: most } : {}),
    ...(of.on('multiple') ? { maxFiles: 10 } : { maxFiles: 1 }), ...(list?.parent === walk.root ? { each: list } : {}),
  });
}

function nested(walk: Walk, of: Tracked, place: Place): void {
  const inner = listOf(of.component.components);
  if (inner.length > 0) { container(walk, of, place); return; }
  const where = of.text('form') || of.text('src') || of.text('path') || '?';
  settle(of, {}, walk);
  of.say(`form: ${where}`, 'form-elsewhere', where);
}

const address: Visit = (walk, of, place) => {
  const { schema, required } = settle(of, {}, walk);
  const { default: _, ...kept } = schema;
  of.say(`provider: ${of.text('provider') || '–'}`, 'type-near', 'địa chỉ theo danh mục tỉnh, xã');
  of.lose('providerOptions', 'type-near', 'địa chỉ theo danh mục tỉnh, xã');
  of.skip('components', 'enableManualMode', 'map');
  blocks.address(put(walk, of, place, { schema: kept, required }));
};
const KINDS: Readonly<Record<string, Visit>> = {
  panel: frame, fieldset: frame, well: frame, columns: frame, table: frame, tab: frame, tabs, container, datagrid: rows, editgrid: rows, dynamicWizard: rows, datatable: rows, tree: rows, datamap: map, survey, file,
  htmlelement: words, content: words, button, form: nested, recaptcha: needless, captcha: needless, reviewpage: needless, signature, sketchpad: signature, tagpad: signature, address, datasource: source,
};
