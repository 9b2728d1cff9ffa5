// A list of questions, as people keep it for VNForm and its like, made a draft of a survey.
import type { JsonSchemaObject } from '@dvc/schema';
import * as blocks from '../blocks.js';
import type { Loss } from '../loss.js';
import { camelCase, kebabCase, keepName, plain, unique } from '../names.js';
import type { PageDraft, SurveyDraft } from '../survey/draft.js';
import { NoFields } from '../table/import-table.js';
import { readSheets } from '../table/read.js';
import { add, pathOf, question, type Question } from '../tree.js';
import { spokenOf, testOf, type Answers } from './condition.js';
import { schemaOf, type Asked } from './schemas.js';
import { listOf, type QuestionRow } from './rows.js';

const MOST_QUESTIONS = 900;

export async function importQuestions(bytes: Buffer, name: string): Promise<SurveyDraft> {
  const list = listOf(await readSheets(bytes, name));
  const rows = list.rows.filter((row) => row.kind === 'question');
  if (rows.length === 0 || rows.length > MOST_QUESTIONS) throw new NoFields(name);
  const losses: Loss[] = [];
  const root = question({ name: '', label: '', path: '', kind: 'object' });
  const title = spoken(list.title?.replace(/\s+/g, ' ').trim() ?? name);
  const pages: PageDraft[] = [];
  const taken = new Set<string>();
  const known = new Map<string, Answers>();
  const later: { made: Question; row: QuestionRow }[] = [];
  let page: PageDraft | undefined;
  const open = (heading: string, at: string, hint?: string): PageDraft => { page = { path: at, title: blocks.short(heading, 1000), questions: [], gates: [], ...(hint ? { hint } : {}) }; pages.push(page); return page; };

  for (const row of list.rows) {
    if (row.kind === 'section') { open(row.title, row.at); continue; }
    const asked = schemaOf(row, losses);
    if (asked === 'statement') { open(row.title, row.at, blocks.sentences(row.cells.hint)); later.push({ made: question({ name: '', label: row.title, path: '', gates: pages.at(-1)!.gates }), row }); page = undefined; continue; }
    const given = row.cells.code ?? row.title;
    const own = unique(row.cells.code ? keepName(given) : camelCase(given), taken);
    if (row.cells.code && own !== row.cells.code) losses.push({ path: row.places.code!, component: row.title, what: row.cells.code, reason: 'renamed', about: own });
    const made = add(root, question({ name: own, key: `\u0001${own}`, label: row.title, path: row.at, kind: asked.children ? 'object' : 'field', schema: withHint(asked.schema, row), required: requiredOf(row, losses) }));
    for (const child of asked.children ?? []) add(made, { ...child, required: made.required && asked.allRows === true });
    settleRequired(made);
    const answers: Answers = { key: made.key, choices: asked.choices, isMany: asked.isMany, isNumber: asked.schema.type === 'integer' || asked.schema.type === 'number' };
    for (const key of [row.cells.number?.replace(/\.$/, ''), row.cells.code, own]) if (key !== undefined && !known.has(key.toLowerCase())) known.set(key.toLowerCase(), answers);
    (page ?? open(pages.some((each) => each.title === title) ? `Phần ${pages.length + 1}` : title, row.at)).questions.push(made);
    later.push({ made, row });
    if (asked.other) other(root, page!, made, asked, taken);
  }
  for (const each of later) condition(each.made, each.row, known, losses);
  for (const { at, title: head } of list.unknown) losses.push({ path: at, component: head, what: head, reason: 'column' });
  for (const { at, text } of list.outside) losses.push({ path: at, component: blocks.short(text, 60), what: blocks.short(text, 120), reason: 'outside' });
  for (const { name: sheet } of list.others) losses.push({ path: sheet, component: sheet, what: sheet, reason: 'sheet' });
  const kept = pages.filter((each) => each.questions.length > 0 || each.hint !== undefined || later.some(({ made }) => made.gates === each.gates));
  for (const each of pages) if (!kept.includes(each)) losses.push({ path: each.path ?? '', component: each.title, what: each.title, reason: 'page-empty' });
  if (root.children.length === 0) throw new NoFields(name);
  return { id: `nhap/${kebabCase(title, 'khao-sat').slice(0, 80).replace(/-$/, '')}`, title: blocks.short(title, 1000), root, pages: kept, mode: 'pages', screenOut: [], losses };
}

/** Capitals throughout are how it was printed. */
const spoken = (title: string): string => (title === title.toUpperCase() && title.length > 3 ? title[0]! + title.slice(1).toLowerCase() : title);

const withHint = (schema: JsonSchemaObject, { cells, title }: QuestionRow): JsonSchemaObject => {
  const hint = blocks.sentences(cells.hint?.replace(/\s*\n\s*/g, ' '));
  return { title: blocks.short(title.replace(/\s*\n\s*/g, ' '), 2000), ...(hint ? blocks.noted(schema, { hint: blocks.short(hint, 2000) }) : schema) };
};

function requiredOf({ required, places, title }: QuestionRow, losses: Loss[]): boolean {
  if (typeof required === 'boolean') return required;
  losses.push({ path: places.required ?? '', component: title, what: required, reason: 'required-words', about: blocks.short(required, 80) });
  return false;
}

/** An answer that must be there says something. */
function settleRequired({ schema, required, kind, children }: Question): void {
  if (!required) return;
  if (schema.type === 'string' && schema.format === undefined && schema.oneOf === undefined) schema.minLength = 1;
  if (schema.type === 'array' && schema.minItems === undefined) schema.minItems = 1;
  if (kind === 'object' && children.every((child) => !child.required)) schema.minProperties = 1;
  if ((schema['x-dvc'] as { widget?: string } | undefined)?.widget === 'consent') schema.const = true;
}

/** "Khác (ghi rõ)": a box beside the choices, asked while that one is taken. */
function other(root: Question, page: PageDraft, asked: Question, { other: value, isMany }: Asked, taken: Set<string>): void {
  const name = unique(`${asked.name}Khac`, taken);
  page.questions.push(add(root, question({
    name, key: `\u0001${name}`, label: asked.label, path: asked.path, required: true, gates: [{ test: { key: asked.key, op: isMany ? 'has' : 'is', value: value! }, path: asked.path, what: String(value) }],
    schema: { title: blocks.short(`${asked.label} – Ghi rõ`, 2000), type: 'string', minLength: 1, maxLength: 500, 'x-dvc': { widget: 'text' } },
  })));
  asked.schema = blocks.noted(asked.schema, { other: { choice: String(value), field: name } });
}

/** A condition that can be read; any other is kept in words. */
function condition(made: Question, { cells, places, title }: QuestionRow, known: ReadonlyMap<string, Answers>, losses: Loss[]): void {
  const text = cells.condition?.trim();
  if (!text || /^[-–—]+$/.test(text) || /^(không|luôn hiện|luôn hiển thị|no|none)$/iu.test(plain(text))) return;
  const said = spokenOf(text);
  const test = said && testOf(said, (key) => known.get(key) ?? known.get(key.replace(/^(q|c|cau)(?=\d)/, '')));
  if (test) { made.gates.push({ test, path: places.condition!, what: text }); return; }
  made.required = false;
  for (const child of made.children) child.required = false;
  const hint = (made.schema['x-dvc'] as { hint?: string } | undefined)?.hint;
  made.schema = blocks.noted(made.schema, { hint: blocks.short(blocks.sentences(hint, text.replace(/\s*\n\s*/g, ' '))!, 2000) });
  losses.push({ path: places.condition!, component: title, what: `điều kiện: ${blocks.short(text, 120)}`, reason: 'condition-words', ...(made.parent ? { at: pathOf(made) } : {}) });
}
