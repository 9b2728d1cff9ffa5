// What an operator takes away: every response by itself, and the codebook that says what the columns mean.
import { sql } from 'kysely';
import type { SheetData } from 'write-excel-file/node';
import type { ResultsFilter } from '@dvc/core/survey/results.js';
import { csvOf, type Cell } from '../csv.js';
import { formulaOf } from './formula.js';
import { leavesOf } from './questions.js';
import { documentOf, type World } from './results.js';
import { columnsOf, tableColumns, tableOf, type RawResponse } from './table.js';
import { counted, distinct } from './tally.js';

export interface File { name: string; type: string; body: string | Buffer }
const slug = (survey: string) => survey.replace(/\W+/g, '-');
const CSV = 'text/csv; charset=utf-8', JSON_TYPE = 'application/json; charset=utf-8', XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** characters of one cell, of which a spreadsheet takes no more */
const LONGEST_CELL = 32_767;

/** In an order drawn by lot, each time another. Small cells are the operator's to guard. */
async function rawResponses(world: World, survey: string, filter: ResultsFilter): Promise<RawResponse[]> {
  const { db } = (await world.store()).database;
  return db.selectFrom('survey_response').select(['day', 'version', 'outcome', 'agency', 'procedure', 'channel', 'dossier', 'flags', 'answers', 'shown']).where(counted(survey, filter)).orderBy(sql`gen_random_uuid()`).execute() as Promise<RawResponse[]>;
}

const without = <T extends object>(each: T): Partial<T> => Object.fromEntries(Object.entries(each).filter(([, value]) => value !== null && value !== undefined)) as Partial<T>;

export async function exportFile(world: World, survey: string, filter: ResultsFilter, { format, bom }: { format: 'csv' | 'xlsx' | 'json'; bom: boolean }): Promise<File> {
  const { db } = (await world.store()).database;
  const { document, questions } = await documentOf(world.library, survey, await distinct(db, survey, 'version'));
  const responses = await rawResponses(world, survey, filter);
  const name = `${slug(survey)}-tra-loi.${format}`;
  if (format === 'json') {
    const listed = responses.map(({ answers, shown, flags, ...rest }) => without({ ...rest, flags: flags.length > 0 ? flags : null, answers, order: shown }));
    return { name, type: JSON_TYPE, body: JSON.stringify({ survey: { id: survey, title: document.title }, responses: listed }) };
  }
  const rows = tableOf(tableColumns(questions, responses.every(({ dossier }) => dossier === null)), responses);
  return format === 'csv' ? { name, type: CSV, body: csvOf(rows, bom) } : { name, type: XLSX, body: await xlsxOf(rows) };
}

/** Texts are cells of text: a spreadsheet does not run what stands in them. */
async function xlsxOf(rows: readonly (readonly Cell[])[]): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const cell = (value: Cell) => {
    if (value === null || value === '') return null;
    return typeof value === 'string' ? { value: value.slice(0, LONGEST_CELL), type: String } : typeof value === 'number' ? { value, type: Number } : { value, type: Boolean };
  };
  return writeXlsxFile(rows.map((row) => row.map(cell)) satisfies SheetData).toBuffer();
}

export async function codebookFile(world: World, survey: string, { format, bom }: { format: 'csv' | 'json'; bom: boolean }): Promise<File> {
  const { db } = (await world.store()).database;
  const versions = await distinct(db, survey, 'version');
  const { document, questions } = await documentOf(world.library, survey, versions);
  const leaves = leavesOf(questions);
  const listed = leaves.map((question) => ({ path: question.path, columns: columnsOf(question).map((column) => column.name), title: question.title, kind: question.kind, ...(question.type ? { type: question.type } : {}), choices: question.choices }));
  const all = document.survey?.indices ?? [];
  const scoresOf = (path: string) => leaves.filter((each) => each.path === path || each.path.startsWith(`${path}/`)).flatMap(({ choices }) => choices);
  const indices = all.map(({ id, title, kind, of = [], sources, confidence, note }, at) => ({
    id, title, kind, of, formula: formulaOf(all[at]!, all, scoresOf), ...(sources ? { sources } : {}), ...(confidence ? { confidence } : {}), ...(note ? { note } : {}),
  }));
  const name = `${slug(survey)}-bang-ma.${format}`;
  if (format === 'json') return { name, type: JSON_TYPE, body: JSON.stringify({ survey: { id: survey, title: document.title, versions: versions.length > 0 ? versions : [document.version] }, questions: listed, indices }) };
  const rows: Cell[][] = [
    ['Loại', 'Đường dẫn', 'Cột', 'Câu hỏi', 'Kiểu', 'Giá trị', 'Nhãn', 'Điểm', 'Công thức'],
    ...listed.flatMap((question): Cell[][] => {
      const base = (column: string): Cell[] => ['Câu hỏi', question.path, column, question.title, question.kind];
      if (question.choices.length === 0) return [[...base(question.columns.join(' ')), null, null, null, null]];
      return question.choices.map(({ value, title, score }, at) => [...base(question.columns[at] ?? question.columns[0]!), value, title, score ?? null, null]);
    }),
    ...indices.map((index): Cell[] => ['Chỉ số', index.id, null, index.title, index.kind, null, null, null, index.formula]),
  ];
  return { name, type: CSV, body: csvOf(rows, bom) };
}
