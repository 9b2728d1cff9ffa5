// From sheets to rows that each say one field, a heading, or nothing.
import { columnOf, headerAt, type Column, type Header } from './columns.js';
import { isRoman, labelOf } from './cells.js';
import type { Sheet } from './read.js';

export interface FieldRow { kind: 'field'; sheet: string; row: number; cells: Partial<Record<Column, string>>; at: Partial<Record<Column, string>> }
export interface HeadingRow { kind: 'heading'; sheet: string; row: number; text: string }
export interface OtherRow { kind: 'other'; sheet: string; row: number; text: string }
export interface UnknownColumn { sheet: string; at: string; title: string; count: number }
export interface Rows { rows: (FieldRow | HeadingRow | OtherRow)[]; unknown: UnknownColumn[]; titles: string[]; /** Sheets without a table of fields. */ others: Sheet[] }

/** `A`, …, `Z`, `AA` */
export const letters = (column: number): string => (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
const cellName = (sheet: string, row: number, column: number): string => `${sheet}!${letters(column)}${row + 1}`;

export function readRows(sheets: readonly Sheet[]): Rows {
  const made: Rows = { rows: [], unknown: [], titles: [], others: [] };
  const strict = sheets.map((sheet) => ({ sheet, header: firstHeader(sheet, false) }));
  const found = strict.some(({ header }) => header) ? strict : sheets.map((sheet) => ({ sheet, header: firstHeader(sheet, true) }));
  const tables = found.filter(({ header }) => header);
  for (const { sheet, header } of found) {
    if (!header) { if (sheet.rows.some((row) => row.some(Boolean))) made.others.push(sheet); continue; }
    const above = sheet.rows.slice(0, header.first).flatMap((row) => { const text = row.find(Boolean); return text ? [text] : []; });
    made.titles.push(...above);
    if (tables.length > 1) made.rows.push({ kind: 'heading', sheet: sheet.name, row: header.first, text: sheet.name });
    readTable(sheet, header, made);
  }
  return made;
}

/** What stands below a table. */
const FOOTNOTE = /^\s*\(?\*?(ghi chú|lưu ý|chú ý|chú thích|note|người lập|người duyệt|tổng cộng|tổng số|nguồn)(\s*:|\s+biểu|\s*$)/i;

/** The best of the first headers: a title may happen to have two of the words. */
function firstHeader({ rows }: Sheet, lenient: boolean): Header | undefined {
  let best: Header | undefined;
  for (let at = 0; at < Math.min(rows.length, 60); at++) {
    const header = headerAt(rows, at, lenient);
    if (header && header.columns.size > (best?.columns.size ?? 0)) best = header;
    if (best && at > best.last + 10) break;
  }
  return best;
}

function readTable({ name, rows }: Sheet, first: Header, made: Rows): void {
  let header = first;
  let group = '';
  const counts = new Map<number, number>();
  for (let at = first.last + 1; at < rows.length; at++) {
    const row = rows[at]!;
    if (!row.some(Boolean)) continue;
    const again = headerAt(rows, at);
    // Printed again on each page, or the head of a further table.
    if (again && again.columns.size >= Math.min(3, header.columns.size)) { header = again; at = again.last; continue; }
    const cells: FieldRow['cells'] = {};
    const where: FieldRow['at'] = {};
    row.forEach((cell, i) => {
      const column = header.columns.get(i);
      if (cell === '') return;
      if (column) { cells[column] = cell; where[column] = cellName(name, at, i); } else counts.set(i, (counts.get(i) ?? 0) + 1);
    });
    const only = row.filter(Boolean);
    const heading = headingOf(cells, header, only, row);
    if (heading !== undefined) { made.rows.push({ kind: 'heading', sheet: name, row: at, text: heading }); continue; }
    if ((!cells.label && !cells.name) || (only.length === 1 && FOOTNOTE.test(only[0]!))) { made.rows.push({ kind: 'other', sheet: name, row: at, text: only.join(' | ') }); continue; }
    // An empty cell under "không bắt buộc" says that it is.
    if ([...header.columns.values()].includes('optional')) cells.optional ??= '';
    // A merged cell has its text in the first of its rows.
    if (cells.group) group = cells.group; else if (group) cells.group = group;
    made.rows.push({ kind: 'field', sheet: name, row: at, cells, at: where });
  }
  for (const [i, count] of counts) made.unknown.push({ sheet: name, at: cellName(name, first.first, i), title: first.unknown.get(i) ?? letters(i), count });
}

/** A row with one text and nothing that a field has heads those below; so has one whose number is a letter or a Roman one. */
function headingOf(cells: FieldRow['cells'], header: Header, only: readonly string[], row: readonly string[]): string | undefined {
  const { number, ...others } = cells;
  const names = Object.keys(others) as Column[];
  if (number !== undefined && columnOf(number) === 'number') return undefined;
  const has = new Set(header.columns.values());
  const tells = has.has('type') || has.has('required') || has.has('options');
  const text = others.label ?? others.name ?? (only.length === 1 ? only[0] : undefined);
  if (text === undefined || names.some((name) => !['label', 'name', 'hint', 'group'].includes(name)) || only.length > 3) return undefined;
  if (number !== undefined && names.length === 1 && isRoman(number)) return clean(text);
  // A merged cell over the whole row: its text stands in the first column.
  const first = row.findIndex(Boolean);
  const alone = only.length === 1;
  if (alone && number !== undefined && !/^[\d.]+$/.test(number)) return clean(number);
  if (alone && number === undefined && tells && (header.columns.get(first) !== 'label' || has.has('number'))) return clean(text);
  if (alone && number === undefined && /^(phần|mục|bước|[IVX]+\.|[A-H]\.)\s/i.test(text)) return clean(text);
  if (alone && number === undefined && text.length > 3 && text === text.toUpperCase() && /\p{Lu}/u.test(text)) return clean(text);
  return undefined;
}

const clean = (text: string): string => labelOf(text).label.replace(/^(phần\s+)?([IVX]+|[A-H]|\d+)[.):]\s+/i, '');
