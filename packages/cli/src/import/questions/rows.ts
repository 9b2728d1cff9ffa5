// From a sheet to rows that each say one question, a section, or a line of the question above.
import { isRoman, labelOf, requiredOf } from '../table/cells.js';
import type { Sheet } from '../table/read.js';
import { letters } from '../table/rows.js';
import { headerOf, type Column } from './columns.js';

export interface QuestionRow { kind: 'question'; at: string; cells: Partial<Record<Column, string>>; places: Partial<Record<Column, string>>; /** Rows of a matrix that stand below it, "5.1", "5.2" */ lines: { at: string; text: string }[]; required: boolean | string; title: string }
export interface SectionRow { kind: 'section'; at: string; title: string }
export interface List { rows: (QuestionRow | SectionRow)[]; title: string | undefined; unknown: { at: string; title: string }[]; outside: { at: string; text: string }[]; others: Sheet[] }

const LETTERHEAD = /^(cộng hòa|độc lập|ủy ban|ubnd|sở |bộ |mẫu số|phụ lục|\(?ban hành|\(?kèm theo|ngày )/iu;

export function listOf(sheets: readonly Sheet[]): List {
  const made: List = { rows: [], title: undefined, unknown: [], outside: [], others: [] };
  const found = sheets.map((sheet) => ({ sheet, header: headerOf(sheet.rows) }));
  const several = found.filter(({ header }) => header).length > 1;
  for (const { sheet, header } of found) {
    if (!header) { if (sheet.rows.some((row) => row.some(Boolean))) made.others.push(sheet); continue; }
    const place = (row: number, column: number) => `${sheet.name}!${letters(column)}${row + 1}`;
    made.title ??= sheet.rows.slice(0, header.at).flatMap((row) => row.find(Boolean) ?? []).find((text) => text.length > 4 && !LETTERHEAD.test(text));
    for (const [column, title] of header.unknown) if (sheet.rows.slice(header.at + 1).some((row) => row[column])) made.unknown.push({ at: place(header.at, column), title });
    if (several) made.rows.push({ kind: 'section', at: place(header.at, 0), title: sheet.name });
    let section = '';
    let last: QuestionRow | undefined;
    sheet.rows.slice(header.at + 1).forEach((row, i) => {
      const at = header.at + 1 + i;
      if (!row.some(Boolean)) return;
      const cells: QuestionRow['cells'] = {};
      const places: QuestionRow['places'] = {};
      row.forEach((cell, column) => { const name = header.columns.get(column); if (name && cell !== '') { cells[name] = cell; places[name] = place(at, column); } });
      const where = place(at, row.findIndex(Boolean));
      const only = row.filter(Boolean);
      const asks = cells.kind ?? cells.choices ?? cells.rows ?? cells.required;
      if (cells.section && cells.section !== section) { section = cells.section; made.rows.push({ kind: 'section', at: places.section!, title: clean(section) }); last = undefined; }
      const heading = only.length <= 2 && asks === undefined ? headingOf(cells, only) : undefined;
      if (heading !== undefined) { made.rows.push({ kind: 'section', at: where, title: heading }); last = undefined; return; }
      if (!cells.question) { if (!cells.section) made.outside.push({ at: where, text: only.join(' | ') }); return; }
      // "5.1" below "5" without a kind of its own is a line of it.
      if (last && asks === undefined && cells.number && last.cells.number && cells.number.startsWith(`${last.cells.number.replace(/\.$/, '')}.`)) { last.lines.push({ at: where, text: labelOf(cells.question).label }); return; }
      const { label, required } = labelOf(cells.question);
      const said = requiredOf(cells.required ?? '');
      last = { kind: 'question', at: where, cells, places, lines: [], required: required || said, title: label || cells.question };
      made.rows.push(last);
    });
  }
  return made;
}

function headingOf(cells: QuestionRow['cells'], only: readonly string[]): string | undefined {
  const { number, question } = cells;
  if (only.length === 1 && number !== undefined && !/^[\d.]+$/.test(number)) return clean(number);
  if (question === undefined || Object.keys(cells).some((name) => name !== 'number' && name !== 'question')) return undefined;
  if (number !== undefined) return isRoman(number) ? clean(question) : undefined;
  return /^(phần|mục|[IVX]+\.|[A-H]\.)\s/i.test(question) || (question === question.toUpperCase() && /\p{Lu}/u.test(question)) ? clean(question) : undefined;
}

const clean = (text: string): string => labelOf(text).label.replace(/^((phần|mục)\s+)?([IVX]+|[A-H]|\d+)[.):]\s+/i, '').trim() || text;
