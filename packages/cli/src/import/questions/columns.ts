// Which column of a list of questions holds what; in any order, with or without accents, in Vietnamese or English.
import { plain } from '../names.js';

export type Column = 'number' | 'code' | 'section' | 'question' | 'kind' | 'choices' | 'rows' | 'required' | 'condition' | 'hint' | 'ends';

const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ['number', /^(stt|tt|so tt|so thu tu|thu tu|cau so|cau|no|nr|number|index)$/],
  ['code', /^(ma|ma cau( hoi)?|ma so|code|id|key|ten bien|bien|variable)$/],
  ['section', /^(phan|muc|phan muc|nhom|nhom cau hoi|trang|section|page|part|group|chu de|noi dung lon|linh vuc danh gia)$/],
  ['kind', /^(loai|loai cau hoi|kieu|kieu cau hoi|dang|dang cau hoi|hinh thuc|hinh thuc tra loi|loai cau tra loi|kieu tra loi|type|question type|answer type|kind)$/],
  ['rows', /^(dong|cac dong|hang|cac hang|tieu chi con|cac tieu chi|muc danh gia|rows?|items?|statements?)$/],
  ['choices', /^(phuong an|phuong an tra loi|cac phuong an( tra loi)?|dap an|cac dap an|lua chon|cac lua chon|tra loi|cau tra loi|gia tri|options?|choices?|answers?|answer options|cac muc|cot|cac cot|thang do)$/],
  ['required', /^(bat buoc|bb|required|mandatory|bat buoc tra loi|is required|bat buoc x|batbuoc)$/],
  ['condition', /^(dieu kien|dieu kien hien( thi)?|hien thi khi|hien khi|logic|re nhanh|condition|show if|visible if|display logic|chi hoi khi|hoi khi)$/],
  ['ends', /^(nhan hai dau|hai dau|hai dau thang|nhan thang|labels|ends|scale labels|nhan dau cuoi)$/],
  ['hint', /^(ghi chu|huong dan|mo ta|giai thich|chu thich|note|notes|hint|help|description|goi y|dien giai)$/],
  ['question', /^(cau hoi|noi dung cau hoi|noi dung|ten cau hoi|question|question text|tieu chi|cau hoi khao sat|noi dung khao sat|noi dung danh gia|title|text)$/],
];

export function columnOf(cell: string): Column | undefined {
  const words = plain(cell.replace(/\([^)]*\)/g, ' ')) || plain(cell);
  return words === '' || words.length > 40 ? undefined : COLUMNS.find(([, pattern]) => pattern.test(words))?.[0];
}

export interface Header { at: number; columns: ReadonlyMap<number, Column>; unknown: ReadonlyMap<number, string> }

/** The first row that names the question and something of it. */
export function headerOf(rows: readonly (readonly string[])[]): Header | undefined {
  for (let at = 0; at < Math.min(rows.length, 60); at++) {
    const columns = new Map<number, Column>();
    const unknown = new Map<number, string>();
    rows[at]!.forEach((cell, i) => {
      const column = columnOf(cell);
      if (column !== undefined && ![...columns.values()].includes(column)) columns.set(i, column);
      else if (cell !== '') unknown.set(i, cell);
    });
    const held = new Set(columns.values());
    if (held.has('question') && ['kind', 'choices', 'required', 'section', 'condition'].some((name) => held.has(name as Column))) return { at, columns, unknown };
  }
  return undefined;
}
