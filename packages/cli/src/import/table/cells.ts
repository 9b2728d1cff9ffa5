// What single cells say.
import { plain, safeName } from '../names.js';

const YES = /^(x|v|co|yes|y|true|t|1|bat buoc|bb|required|mandatory|m|r|o bat buoc|dung|phai nhap|phai co|luon bat buoc|b)$/;
const NO = /^(|khong|ko|k|no|n|false|f|0|khong bat buoc|optional|o|tuy chon|sai|null|kbb|na|n a)$/;

/** Required, not, or words that are neither. */
export function requiredOf(cell: string): boolean | string {
  if (/^[✓✔☑√*]+$|^\(\*\)$/.test(cell.trim())) return true;
  if (/^[-–—_.☐□/]*$/.test(cell.trim())) return false;
  const words = plain(cell);
  return YES.test(words) ? true : NO.test(words) ? false : cell;
}

/** "Họ và tên (*)": the label, and that it is required. */
export function labelOf(cell: string): { label: string; required: boolean } {
  const marked = /\s*(\(\s*\*+\s*\)|\*+|\(bắt buộc\)|\[bắt buộc\]|\(required\))\s*:?\s*$/i;
  const text = cell.replace(/\s*\n\s*/g, ' ').replace(/^[-+•*]\s+/, '').trim();
  return { label: text.replace(marked, '').replace(/\s*:\s*$/, '').trim(), required: marked.test(text) };
}

/** A heading's number: "I.", "A", "Phần 2", "1.2". */
export const isRoman = (cell: string): boolean => /^(phần\s+|mục\s+|bước\s+|chương\s+)?([ivx]{1,5}|[a-h])[.):]?$/i.test(cell.trim());

export interface Option { value: string; title: string }

/** The choices of a cell: on lines, between `;`, `/`, `|` or commas; `1=Nam`, `1: Nam`, `1 - Nam`, `- Nam`. */
export function optionsOf(cell: string): { options: Option[]; twice: string[] } {
  if (isReference(cell)) return { options: [], twice: [] };
  const parts = apart(cell).map((part) => part.replace(/^[-+•●◦*□☐]\s*/, '').replace(/[;,.]$/, '').trim()).filter(Boolean);
  const made = parts.map((part) => ({ part, pair: /^([^=]{1,40}?)\s*=\s*(.+)$/s.exec(part) }));
  const pairs = made.every(({ pair }) => pair) ? made.map(({ pair }) => pair!) : coded(parts);
  const options: Option[] = [];
  const twice: string[] = [];
  parts.forEach((part, i) => {
    const [code, title] = pairs ? [pairs[i]![1]!.trim(), pairs[i]![2]!.trim()] : [codeOf(part), part];
    // What a choice is worth stands under its code: that is a name, too.
    const value = safeName(code);
    if (options.some((each) => each.value === value)) twice.push(title);
    else options.push({ value, title });
  });
  return { options, twice };
}

/** "01: Nam", "01 - Nam", "01. Nam", when all are so. */
function coded(parts: readonly string[]): RegExpExecArray[] | undefined {
  for (const pattern of [/^([A-Za-z0-9_.-]{1,12})\s*:\s*(.+)$/s, /^([A-Za-z0-9_]{1,12})\s+[-–—]\s+(.+)$/s, /^(\d{1,4})[.)]\s*(\D.*)$/s]) {
    const found = parts.map((part) => pattern.exec(part));
    if (parts.length > 1 && found.every((each) => each !== null)) return found as RegExpExecArray[];
  }
  return undefined;
}

function apart(cell: string): string[] {
  for (const sign of [/\n/, /;/, /\|/]) if (sign.test(cell)) return cell.split(sign).flatMap((part) => (sign.source === '\\n' && /;/.test(part.replace(/;\s*$/, '')) ? part.split(';') : [part]));
  const slashes = cell.split(/\s*\/\s*/);
  if (slashes.length > 1 && slashes.every((part) => part.length <= 40)) return slashes;
  const commas = cell.split(/,\s*/);
  return commas.length > 1 && commas.every((part) => part.length <= 40) ? commas : [cell];
}

/** A code that lasts when the words are mended: ASCII, short. */
export const codeOf = (title: string): string => plain(title).split(' ').slice(0, 8).join('-') || title.trim();

/** The choices are said to be in some list. */
export const isReference = (cell: string): boolean => !/[=;|\n]/.test(cell) && /^(theo |tu |lay tu |xem |chon tu )*(danh muc|dm|bang ma|danh ba|list of|code ?list|he thong|csdl|co so du lieu|api)\b/.test(plain(cell));

const LISTS: [RegExp, string][] = [
  [/\bdan toc\b|\bethnic/, 'ethnic-groups'], [/\bquoc tich\b|\bnationalit/, 'nationalities'], [/\bquoc gia\b|\bnuoc\b|\bcountr/, 'countries'],
  [/\b(xa|phuong)\b|\bcommune|\bward/, 'communes'], [/\b(tinh|thanh pho)\b|\bprovince|\bcity\b/, 'provinces'], [/\bquan he\b|\brelation/, 'relationships'],
];
/** "Danh mục dân tộc": a list that the system has. Only when the cell says that it is a list. */
export const codeListOf = (cell: string, label: string): string | undefined =>
  (isReference(cell) ? LISTS.find(([pattern]) => pattern.test(plain(cell)) || (/^(danh muc|dm)$/.test(plain(cell)) && pattern.test(plain(label))))?.[1] : undefined);

/** `25/12/2026` → `2026-12-25` */
export function dayOf(cell: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell.trim()) ?? [];
  const iso = year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : /^\d{4}-\d\d-\d\d$/.test(cell.trim()) ? cell.trim() : serialDay(cell);
  return iso !== undefined && !Number.isNaN(Date.parse(iso)) && new Date(iso).toISOString().startsWith(iso) ? iso : undefined;
}

/** A day as a spreadsheet counts it: days since 1899-12-30. */
function serialDay(cell: string): string | undefined {
  const days = /^\d{5}(\.0+)?$/.test(cell.trim()) ? Number(cell) : NaN;
  return days > 10_000 && days < 80_000 ? new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10) : undefined;
}

/** `1.000`, `1 000`, `1,5` as Vietnamese writes numbers. */
export function numberOf(cell: string): number | undefined {
  const text = cell.replace(/[\s₫đ]|vnđ?/gi, '').replace(/\.(?=\d{3}(\D|$))/g, '').replace(',', '.');
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;
}
