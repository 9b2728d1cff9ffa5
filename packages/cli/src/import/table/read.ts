// A workbook or a text with separators, as sheets of texts.
import { parse as parseCsv } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';

export interface Sheet { name: string; rows: string[][] }

/** The file cannot be read as a table. `code` says why. */
export class NotATable extends Error {
  readonly code: 'old-excel' | 'encoding' | 'broken' | 'too-large';
  constructor(code: NotATable['code'], detail = '') { super(detail || code); this.code = code; }
}

const MOST_BYTES = 20 << 20;
const MOST_ROWS = 5000;

export async function readSheets(bytes: Buffer, name: string): Promise<Sheet[]> {
  if (bytes.length > MOST_BYTES) throw new NotATable('too-large');
  const sheets = isZip(bytes) ? await workbook(bytes) : isOldExcel(bytes) ? refuse('old-excel') : [{ name, rows: table(decode(bytes)) }];
  return sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.slice(0, MOST_ROWS) }));
}

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]));
const isOldExcel = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
const refuse = (code: NotATable['code']): never => { throw new NotATable(code); };

async function workbook(bytes: Buffer): Promise<Sheet[]> {
  try {
    return (await readWorkbook(bytes, { trim: false })).map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(textOf)) }));
  } catch (error) {
    throw new NotATable('broken', (error as Error).message);
  }
}

/** A cell as a reader sees it; a day as the language writes it. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return tidy(String(cell === true ? 'x' : cell === false ? '' : cell));
}

/** One spelling of each letter, no blanks that only look like one; lines stay. */
const tidy = (text: string): string => text.normalize('NFC').replace(/[\u00A0\u2007\u202F\u3000]/g, ' ').replace(/[\u200B-\u200D\uFEFF]/g, '').replace(/\r\n?/g, '\n').trim();

/** UTF-8 if it is; else what a byte order mark or the zeros say; else the code page of Vietnamese Windows. */
export function decode(bytes: Buffer): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = bytes.subarray(0, 400);
  const zeros = (odd: number) => head.filter((byte, i) => byte === 0 && i % 2 === odd).length;
  if (zeros(1) > head.length / 8) return new TextDecoder('utf-16le').decode(bytes);
  if (zeros(0) > head.length / 8) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
    // Bytes of another page give signs that Vietnamese does not use.
    if (text.includes('\0') || /[\x80-\x9f¤¦§¨¬®¯¸¹¼½¾Ð×Þþ]{2}/.test(text)) throw new NotATable('encoding');
    return text;
  }
}

function table(text: string): string[][] {
  const body = text.replace(/^sep=(.)\r?\n/i, '');
  const told = /^sep=(.)\r?\n/i.exec(text)?.[1];
  try {
    const rows = parseCsv(body, { delimiter: told ?? separatorOf(body), relax_column_count: true, relax_quotes: true, skip_empty_lines: false, bom: true }) as string[][];
    return rows.map((row) => row.map(tidy));
  } catch (error) {
    throw new NotATable('broken', (error as Error).message);
  }
}

/** The sign that most lines have equally often, outside of quotes. */
function separatorOf(text: string): string {
  const bare = text.slice(0, 20_000).replace(/"[^"]*"/g, '');
  const lines = bare.split(/\r?\n/).filter((line) => line.trim() !== '').slice(0, 50);
  const score = (sign: string): number => {
    const counts = lines.map((line) => line.split(sign).length - 1).filter((count) => count > 0);
    const most = Math.max(0, ...counts.map((count) => counts.filter((each) => each === count).length));
    return most + counts.length / 100;
  };
  return [';', '\t', ',', '|'].map((sign) => ({ sign, points: score(sign) })).sort((x, y) => y.points - x.points)[0]!.sign;
}
