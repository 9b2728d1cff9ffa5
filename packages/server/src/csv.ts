// RFC 4180, and no cell that a spreadsheet would run: what a stranger has typed is opened by an officer.

const SIGNS = '=+\\-@|%＝＋－＠｜％';
/** A line that a spreadsheet may take for a formula or a command, behind whatever blanks, quotes and marks. */
const DANGER = new RegExp(`^(?:[\\s\\p{Cc}\\p{Cf}'"“”‘’]*[${SIGNS}]|'*\\t)`, 'u');
const LINES = /(\r\n|\n|\r)/;
/** Nothing before the first line break of a cell is one of those signs too. */
const needs = (line: string, at: number, all: readonly string[]): boolean => at % 2 === 0 && (DANGER.test(line) || (at === 0 && all.length > 1 && /^'*$/.test(line)));

/** Each line of a text with an apostrophe before it, where it needs one: a reader that takes line breaks for rows must find no formula either. `unguarded` takes them away again. */
export const guarded = (text: string): string => text.split(LINES).map((line, at, all) => (needs(line, at, all) ? `'${line}` : line)).join('');
export const unguarded = (text: string): string => text.split(LINES).map((line, at, all) => (line.startsWith('\'') && needs(line.slice(1), at, all) ? line.slice(1) : line)).join('');

export type Cell = string | number | boolean | null;
/** A text is quoted always; numbers are ours and are not. */
const csvCell = (cell: Cell): string => (cell === null ? '' : typeof cell === 'string' ? `"${guarded(cell).replace(/"/g, '""')}"` : String(cell));

/** @param bom the mark by which Excel knows UTF-8 */
export const csvOf = (rows: readonly (readonly Cell[])[], bom: boolean): string => `${bom ? '\uFEFF' : ''}${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
