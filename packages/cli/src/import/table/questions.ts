// From the rows to questions, papers and steps.
import type { Json, JsonSchemaObject } from '@dvc/schema';
import * as blocks from '../blocks.js';
import type { Loss } from '../loss.js';
import { camelCase, keepName, plain, unique } from '../names.js';
import { add, pathOf, question, type PaperDraft, type Question, type StepDraft } from '../tree.js';
import { codeListOf, dayOf, labelOf, numberOf, optionsOf, requiredOf, type Option } from './cells.js';
import type { Column } from './columns.js';
import { kindOf, kindOfLabel, type Kind } from './kinds.js';
import type { Sheet } from './read.js';
import type { FieldRow, Rows } from './rows.js';

export interface Found { root: Question; steps: StepDraft[]; papers: PaperDraft[]; notices: string[]; losses: Loss[] }

interface Work extends Found { names: Map<Question, Set<string>>; sheets: readonly Sheet[]; used: Set<Sheet>; /** "5" → the list whose columns are "5.1", "5.2" */ open: { number: string; of: Question } | undefined; step: StepDraft | undefined; lastProvince: Question | undefined; typed: boolean }

export function questionsOf({ rows, unknown, others }: Rows): Found {
  const root = question({ name: '', label: '', path: '', kind: 'object' });
  const work: Work = {
    root, steps: [], papers: [], notices: [], losses: [], names: new Map(), sheets: others, used: new Set(), open: undefined, step: undefined, lastProvince: undefined,
    typed: rows.some((row) => row.kind === 'field' && row.cells.type !== undefined),
  };
  const headings: { text: string; path: string; fields: number }[] = [];
  for (const row of rows) {
    const path = `${row.sheet}!${row.row + 1}`;
    if (row.kind === 'other') work.losses.push({ path, component: blocks.short(row.text, 80), what: 'dòng', reason: 'outside' });
    else if (row.kind === 'heading') {
      headings.push({ text: row.text, path, fields: 0 });
      openStep(work, row.text);
      work.open = undefined;
    } else {
      if (headings.length > 0) headings.at(-1)!.fields++;
      if (row.cells.group) openStep(work, labelOf(row.cells.group).label);
      readField(work, row, path);
    }
  }
  const told = new Set(headings.filter(({ fields }) => fields > 0).map(({ text }) => text));
  work.steps = work.steps.filter(({ title, questions }) => questions.length > 0 || told.has(title));
  // A line below the table is no heading of anything.
  headings.forEach(({ text, path, fields }, i) => {
    const isSheet = headings[i + 1] !== undefined && fields === 0 && headings[i + 1]!.path.split('!')[0] === path.split('!')[0];
    if (fields === 0 && !isSheet) work.losses.push({ path, component: blocks.short(text, 80), what: 'dòng', reason: 'outside' });
  });
  for (const { sheet, at, title, count } of unknown) work.losses.push({ path: at, component: sheet, what: `cột "${title}" (${count} ô)`, reason: 'column' });
  for (const sheet of others) if (!work.used.has(sheet)) work.losses.push({ path: sheet.name, component: sheet.name, what: 'trang tính', reason: 'sheet' });
  return work;
}

function openStep(work: Work, title: string): void {
  const known = work.steps.find((step) => step.title === title);
  work.step = known ?? { title: title.slice(0, 200) || 'Thông tin', questions: [] };
  if (!known) work.steps.push(work.step);
}

/** Rows "5.1", "5.2" below a list "5" are its columns. */
function parentOf(work: Work, number: string | undefined): Question {
  const { open, root } = work;
  if (open && number !== undefined && number.replace(/[.)]+$/, '').startsWith(`${open.number}.`)) return open.of;
  work.open = undefined;
  return root;
}

function readField(work: Work, { cells, at }: FieldRow, path: string): void {
  const number = cells.number?.trim();
  const parent = parentOf(work, number);
  const { label: said, required: starred } = labelOf(cells.label ?? '');
  const worded = said || labelOf(cells.name ?? '').label;
  // A cell that holds nothing but the star of what is required.
  const label = worded || (cells.label ?? '').trim() || 'Trường không có nhãn';
  const lose = (what: Column, reason: Loss['reason'], about?: string) => lost.push({ path: at[what] ?? path, component: label, what: `${TITLES[what] ?? what}: ${blocks.short(cells[what] ?? '', 120)}`, reason, ...(about === undefined ? {} : { about }) });
  const lost: Loss[] = [];
  if (worded === '') lose('label', 'label-missing', label);

  const kind = settleKind(work, cells, label, lose);
  const { required, words } = settleRequired(cells, starred, lose);
  const condition = cells.condition && !/^[-–—.]*$/.test(cells.condition) && !/^(khong|luon (hien|hien thi|co))$/.test(plain(cells.condition)) ? cells.condition.replace(/\s+/g, ' ') : undefined;
  if (condition) lose('condition', 'condition-words');
  const hint = blocks.sentences(cells.hint, cells.example && `Ví dụ: ${cells.example}`, condition && `${/^(khi|nếu|chỉ|trường hợp|hiện)/i.test(condition) ? '' : 'Chỉ kê khai khi: '}${condition}`, words)?.slice(0, blocks.MOST_TEXT);
  const must = required && !condition;

  if (kind.shape === 'note') {
    work.notices.push(blocks.sentences(label, hint) ?? label);
    work.losses.push({ path, component: label, what: 'đoạn chữ', reason: 'moved' });
    return;
  }
  if (kind.shape === 'file') {
    work.papers.push({ title: label, key: cells.name ?? label, path, required: must, gates: [], ...(hint ? { hint } : {}) });
    for (const column of ['options', 'default', 'maxLength', 'minLength', 'pattern', 'minimum', 'maximum', 'unit'] as const) if (cells[column]) lose(column, column === 'maxLength' ? 'file-limit' : 'rule', cells[column]);
    work.losses.push(...lost);
    return;
  }
  const taken = work.names.get(parent) ?? new Set();
  work.names.set(parent, taken);
  const wanted = cells.name && cells.name !== cells.label ? keepName(cells.name) : camelCase(label);
  const name = unique(wanted, taken);
  if (cells.name && name !== cells.name && cells.label) lose('name', 'renamed', name);
  const made = add(parent, question({ name, key: cells.name ?? name, label, path, required: must, schema: { title: label } }));
  if (cells.unit) made.schema.title = `${label} (${cells.unit})`;
  fill(work, made, kind, cells, lose);
  if (hint) made.schema = blocks.noted(made.schema, { hint: blocks.sentences((kind.schema['x-dvc'] as JsonSchemaObject | undefined)?.hint as string | undefined, hint)! });
  if (condition) made.schema = { ...made.schema, $comment: `Điều kiện: ${condition}` };
  if (parent === work.root) {
    work.step?.questions.push(made);
    if (kind.shape === 'list' || kind.shape === 'group') work.open = number ? { number: number.replace(/[.)]+$/, ''), of: made } : undefined;
  }
  work.losses.push(...lost.map((loss) => ({ ...loss, at: pathOf(made) })));
}

type Lose = (what: Column, reason: Loss['reason'], about?: string) => void;

function settleKind(work: Work, cells: FieldRow['cells'], label: string, lose: Lose): Kind {
  const said = cells.type ? kindOf(cells.type) : undefined;
  if (cells.type && !said) lose('type', 'type-unknown', cells.type);
  const choices = Boolean(cells.options) && (optionsOf(cells.options!).options.length > 1 || codeListOf(cells.options!, label) !== undefined || sheetOf(work, cells.options!) !== undefined);
  if (said) return said.shape === 'field' && choices && said.schema.type === 'string' && said.schema.format === undefined ? { ...kindOf('lựa chọn')!, ...(said.length ? { length: said.length } : {}) } : said;
  if (choices) return kindOf('lựa chọn')!;
  const guessed = cells.type ? undefined : kindOfLabel(label);
  if (guessed) lose('label', 'type-guessed', guessed.name);
  else if (!cells.type) lose('label', 'type-guessed', 'văn bản');
  return guessed ?? kindOf('văn bản')!;
}

function settleRequired(cells: FieldRow['cells'], starred: boolean, lose: Lose): { required: boolean; words?: string } {
  if (cells.optional !== undefined && cells.required === undefined) {
    const optional = requiredOf(cells.optional);
    return { required: optional === false };
  }
  const said = requiredOf(cells.required ?? '');
  if (typeof said === 'boolean') return { required: said || starred };
  lose('required', 'required-words', said);
  return { required: false, words: said.replace(/\s+/g, ' ') };
}

function fill(work: Work, made: Question, kind: Kind, cells: FieldRow['cells'], lose: Lose): void {
  const { title } = made.schema;
  const list = cells.options ? codeListOf(cells.options, made.label) : undefined;
  made.schema = { title: title as string, ...structuredClone(kind.schema) };
  if (kind.shape === 'address') blocks.address(made);
  else if (kind.shape === 'list' || kind.shape === 'group') columns(work, made, kind, cells, lose);
  else if (kind.shape === 'one' || kind.shape === 'many') choose(work, made, kind, cells, lose, list);
  else if (cells.options) lose('options', 'rule');
  if (list === 'provinces' || /^(tinh|tinh thanh pho)\b/.test(plain(made.label))) work.lastProvince = made;
  limits(made, kind, cells, lose);
  if (cells.default !== undefined) {
    const value = defaultOf(made.schema, cells.default);
    if (value === undefined) lose('default', 'default', cells.default);
    else made.schema = { ...made.schema, default: value };
  }
}

function columns(work: Work, made: Question, kind: Kind, cells: FieldRow['cells'], lose: Lose): void {
  made.kind = kind.shape === 'list' ? 'list' : 'object';
  made.schema = kind.shape === 'list' ? { title: made.schema.title!, type: 'array', maxItems: 100, ...(made.required ? { minItems: 1 } : {}) } : { title: made.schema.title! };
  const taken = new Set<string>();
  work.names.set(made, taken);
  for (const { title, value } of cells.options ? optionsOf(cells.options).options : []) {
    const kindOfColumn = kindOfLabel(title) ?? kindOf('văn bản')!;
    add(made, question({ name: unique(camelCase(title), taken), label: title, path: made.path, key: value, schema: { title, ...structuredClone(kindOfColumn.schema) } }));
    lose('options', 'type-guessed', `${title}: ${kindOfColumn.name}`);
  }
}

/** What has no columns by the end gets one. */
export function closeLists({ root, losses }: Found): void {
  for (const each of root.children) {
    if ((each.kind !== 'list' && each.kind !== 'object') || each.children.length > 0) continue;
    add(each, question({ name: 'noiDung', label: 'Nội dung', path: each.path, schema: { type: 'string', title: 'Nội dung' }, required: each.required }));
    losses.push({ path: each.path, component: each.label, what: 'cột của bảng', reason: 'list-columns', at: pathOf(each) });
  }
}

function choose(work: Work, made: Question, kind: Kind, cells: FieldRow['cells'], lose: Lose, list: string | undefined): void {
  const title = made.schema.title!;
  const plainText = () => { made.schema = { title, type: 'string' }; };
  if (list) {
    const within = list === 'communes' ? work.lastProvince : undefined;
    if (list === 'communes' && (!within || within.parent !== made.parent)) { plainText(); lose('options', 'choices-elsewhere', cells.options); return; }
    made.schema = { title, ...blocks.codeList(list, within?.name) };
    if (kind.shape === 'many') made.schema = { title, type: 'array', uniqueItems: true, items: { type: 'string' } };
    lose('options', kind.shape === 'many' ? 'choices-elsewhere' : 'code-list', list);
    return;
  }
  const sheet = cells.options ? sheetOf(work, cells.options) : undefined;
  const { options, twice } = sheet ? optionsOfSheet(sheet) : optionsOf(cells.options ?? '');
  if (sheet) work.used.add(sheet);
  for (const each of twice) lose('options', 'choice-twice', each);
  if (options.length < 2 && !(sheet && options.length === 1)) {
    plainText();
    lose(cells.options ? 'options' : 'type', cells.options ? 'choices-elsewhere' : 'choices-missing', cells.options);
    return;
  }
  const oneOf = options.map(({ value, title: words }): JsonSchemaObject => ({ const: value, title: words }));
  made.schema = kind.shape === 'many'
    ? { title, type: 'array', uniqueItems: true, ...(made.required ? { minItems: 1 } : {}), items: { type: 'string', oneOf } }
    : { title, type: 'string', oneOf };
}

/** "Xem sheet DM_GioiTinh": the sheet that is named. */
function sheetOf({ sheets }: Work, cell: string): Sheet | undefined {
  const words = plain(cell);
  return sheets.find(({ name }) => plain(name).length > 2 && (words === plain(name) || words.includes(plain(name))));
}

function optionsOfSheet({ rows }: Sheet): { options: Option[]; twice: string[] } {
  const cells = rows.map((row) => row.filter((cell) => cell !== '')).filter((row) => row.length > 0);
  const body = cells.filter((row, i) => !(i < 3 && (row.length === 1 && cells.some((each) => each.length > 1) || row.some((cell) => /^(ma|ten|stt|code|name|gia tri|nhan|label|value|tt)$|^(ma|ten) /.test(plain(cell))))));
  const counted = body.length > 1 && body.every((row, i) => row.length > 2 && row[0] === String(i + 1));
  const lines = body.map((row) => (counted ? row.slice(1) : row)).map((row) => (row.length > 1 ? `${row[0]}=${row[1]}` : row[0]!));
  return optionsOf(lines.map((line) => line.replace(/[\n;]/g, ', ')).join('\n'));
}

function limits(made: Question, { schema: own, length, shape }: Kind, cells: FieldRow['cells'], lose: Lose): void {
  const isText = made.kind === 'field' && made.schema.type === 'string' && !made.schema.oneOf;
  const free = isText && (made.schema.format === undefined || made.schema.format === 'person-name') && !(made.schema['x-dvc'] as JsonSchemaObject | undefined)?.codeList;
  const most = cells.maxLength === undefined ? length : Number(/\d+/.exec(cells.maxLength)?.[0]);
  if (most && free) made.schema = { ...made.schema, maxLength: most, ...(most > 200 && own.format === undefined ? { 'x-dvc': { widget: 'textarea', ...(made.schema['x-dvc'] as object | undefined) } } : {}) };
  else if (cells.maxLength !== undefined && !/^[-–]*$/.test(cells.maxLength)) lose('maxLength', 'length', cells.maxLength);
  else if (length && shape === 'field' && !isText) lose('type', 'length', String(length));
  const least = Number(/\d+/.exec(cells.minLength ?? '')?.[0]);
  if (least && free) made.schema = { ...made.schema, minLength: least };
  else if (cells.minLength) lose('minLength', 'length', cells.minLength);
  for (const column of ['minimum', 'maximum'] as const) {
    if (cells[column] === undefined) continue;
    const limit = numberOf(cells[column]);
    if (limit !== undefined && (made.schema.type === 'integer' || made.schema.type === 'number')) made.schema = { ...made.schema, [column]: limit };
    else lose(column, 'rule');
  }
  if (cells.pattern) lose('pattern', 'pattern', cells.pattern);
  if (made.required && free) made.schema = { minLength: 1, ...made.schema };
}

/** A first value of the right type, or undefined. */
function defaultOf(schema: JsonSchemaObject, cell: string): Json | undefined {
  const oneOf = (schema.oneOf ?? (schema.items as JsonSchemaObject | undefined)?.oneOf ?? []) as { const: string; title: string }[];
  if (oneOf.length > 0) {
    const found = oneOf.find(({ const: value, title }) => value === cell || plain(title) === plain(cell))?.const;
    return schema.type === 'array' && found !== undefined ? [found] : found;
  }
  if (schema.type === 'boolean') { const said = requiredOf(cell); return typeof said === 'boolean' ? said : undefined; }
  if (schema.type === 'integer' || schema.type === 'number') { const value = numberOf(cell); return value !== undefined && (schema.type === 'number' || Number.isInteger(value)) ? value : undefined; }
  if (schema.format === 'date') return dayOf(cell);
  const notes = schema['x-dvc'] as JsonSchemaObject | undefined;
  return schema.type === 'string' && schema.format === undefined && notes?.codeList === undefined && cell.length <= Number(schema.maxLength ?? 4000) ? cell : undefined;
}

const TITLES: Partial<Record<Column, string>> = {
  name: 'mã', label: 'tên trường', type: 'kiểu dữ liệu', required: 'bắt buộc', options: 'lựa chọn', condition: 'điều kiện', default: 'giá trị mặc định', maxLength: 'độ dài', minLength: 'độ dài tối thiểu',
  minimum: 'giá trị nhỏ nhất', maximum: 'giá trị lớn nhất', pattern: 'biểu thức', unit: 'đơn vị',
};
