// Which column holds what: found by the words of a header, in any order, with or without accents, in Vietnamese or English.
import { plain } from '../names.js';

export type Column =
  | 'number' | 'name' | 'label' | 'type' | 'required' | 'optional' | 'options' | 'condition' | 'hint' | 'group' | 'maxLength' | 'minLength' | 'maximum' | 'minimum' | 'default' | 'example' | 'pattern' | 'unit'
  /** "Tên trường" is a name beside a label, and a label beside a name. */
  | 'either';

/** First the whole cell, then a part of it; what stands first wins. */
const EXACT: [Column, RegExp][] = [
  ['number', /^(stt|tt|so tt|so thu tu|thu tu|no|nr|index)$/],
  ['name', /^(ma|ma truong|ma truong du lieu|ten bien|bien|key|field (name|id|key|code)|name|code|id|ten ky thuat|ma so|ma thong tin|ma chi tieu|api( name| key)?|property( name)?|ten cot|column( name)?|truong du lieu)$/],
  ['label', /^(nhan|nhan hien thi|ten hien thi|ten nhan|label|field label|display name|caption|tieu de|cau hoi|question|title|ten thong tin|noi dung|noi dung ke khai|noi dung thong tin|thong tin|chi tieu|ten chi tieu|ten truong thong tin|truong thong tin|thong tin ke khai|muc ke khai|ten tieu chi|ten tieu de|hien thi)$/],
  ['either', /^(ten truong|truong|field|ten|ten truong du lieu|fields|ten field)$/],
  ['type', /^(kieu|loai|type|kieu du lieu|loai du lieu|dinh dang|data type|datatype|field type|dang|dang du lieu|kieu truong|loai truong|kieu nhap|kieu dl|loai dl|control|control type|kieu control|component|input type|kieu thong tin|loai dieu khien|format)$/],
  ['required', /^(bat buoc|bb|required|mandatory|is required|bat buoc nhap|bat buoc ke khai|bat buoc khong|not null|yeu cau bat buoc|co bat buoc( khong)?|bat buoc (co khong|x)|tinh bat buoc|yeu cau|req)$/],
  ['optional', /^(khong bat buoc|tuy chon nhap|optional|nullable|cho phep (rong|trong|null|de trong))$/],
  ['options', /^(lua chon|cac lua chon|danh muc|gia tri|cac gia tri|tap gia tri|options?|choices?|values|enum|danh sach gia tri|gia tri cho phep|mien gia tri|danh sach lua chon|danh muc gia tri|gia tri lua chon|danh muc lua chon|nguon du lieu|allowed values|list of values|lov|items)$/],
  ['condition', /^(dieu kien|condition(s|al)?|hien khi|hien thi khi|visible|visible (if|when)|show (if|when)|dieu kien hien( thi)?|dieu kien ap dung|logic|depends on|phu thuoc|visibility|ap dung khi|chi hien khi)$/],
  ['hint', /^(ghi chu|huong dan|mo ta|hint|help|help text|notes?|description|dien giai|huong dan( ke khai| nhap)?|giai thich|chu thich|remarks?|tooltip|comment|comments|huong dan cach ghi|goi y|guide)$/],
  ['group', /^(nhom|phan|buoc|muc|section|group|step|khoi|khoi thong tin|tab|nhom thong tin|nhom truong|man hinh|page|phan thong tin|trang|category)$/],
  ['maxLength', /^(do dai|do dai toi da|max ?length|length|so ky tu|kich thuoc|toi da|do dai max|so ky tu toi da|size|do rong|max len|max ky tu)$/],
  ['minLength', /^(do dai toi thieu|min ?length|so ky tu toi thieu)$/],
  ['maximum', /^(gia tri lon nhat|lon nhat|max|maximum|gia tri toi da|den|max value)$/],
  ['minimum', /^(gia tri nho nhat|nho nhat|min|minimum|gia tri toi thieu|tu|min value|toi thieu)$/],
  ['default', /^(mac dinh|gia tri mac dinh|default|default value|gia tri ban dau|initial value|khoi tao)$/],
  ['example', /^(vi du|example|sample|vd|mau|du lieu mau|gia tri mau|examples|thi du)$/],
  ['pattern', /^(bieu thuc|bieu thuc chinh quy|regex|pattern|regexp|mau kiem tra)$/],
  ['unit', /^(don vi|don vi tinh|dvt|unit)$/],
];

const PARTS: [Column, RegExp][] = [
  ['optional', /\bkhong bat buoc\b|\bcho phep (rong|trong)\b/],
  ['required', /\bbat buoc\b|\bmandatory\b|\brequired\b/],
  ['default', /\bmac dinh\b|\bdefault\b/],
  ['condition', /\bdieu kien\b|\bhien thi khi\b|\bcondition/],
  ['options', /\bchoices\b|\blua chon\b|\bdanh muc\b|\bgia tri cho phep\b|\boptions\b|\btap gia tri\b/],
  ['minLength', /\bdo dai (nho nhat|toi thieu)\b/],
  ['maxLength', /\bdo dai\b|\bso ky tu\b|\bmax ?length\b/],
  ['type', /\bkieu\b|\bdata type\b|\bloai (du lieu|truong|dieu khien)\b|\bdang du lieu\b/],
  ['label', /\bnhan\b|\bten hien thi\b|\blabel\b|\bten (chi tieu|thong tin)\b/],
  ['name', /\bma (truong|thong tin|chi tieu)\b|\bfield (name|id)\b|\bten bien\b/],
  ['hint', /\bghi chu\b|\bhuong dan\b|\bmo ta\b|\bdien giai\b|\bnote\b|\bdescription\b/],
  ['example', /\bvi du\b/],
  ['either', /\bten truong\b|\bfield\b/],
  ['group', /\bnhom\b|\bsection\b/],
];

/** What a cell heads; undefined for any other text. A long text is no header. */
export function columnOf(cell: string): Column | undefined {
  if (cell.trim() === '#') return 'number';
  const words = plain(cell.replace(/\([^)]*\)/g, ' ')) || plain(cell);
  if (words === '' || words.length > 45) return undefined;
  return (EXACT.find(([, pattern]) => pattern.test(words)) ?? PARTS.find(([, pattern]) => pattern.test(words)))?.[0];
}

export interface Header {
  /** The rows that it takes. */
  first: number; last: number;
  /** index of a column → what it holds */
  columns: Map<number, Column>;
  /** index → its words, for those that nobody knows */
  unknown: Map<number, string>;
}

/** The header that begins in this row, if it is one: two columns that are known, one of which names the field, and one of which says something of it (else it may be a list of codes). */
export function headerAt(rows: readonly string[][], at: number, lenient = false): Header | undefined {
  const row = rows[at] ?? [];
  const own = columnsOf(row);
  if (!isHeader(own)) return undefined;
  // A second row of headings under merged ones, in which nothing else stands.
  const below = rows[at + 1] ?? [];
  const more = columnsOf(below);
  const isSecond = more.size > 0 && below.every((cell, i) => cell === '' || more.has(i)) && [...more.keys()].some((i) => !own.has(i) || (row[i] ?? '') === '');
  const columns = isSecond ? new Map([...own, ...more]) : own;
  const unknown = new Map<number, string>();
  row.forEach((cell, i) => { if (cell !== '' && !columns.has(i)) unknown.set(i, cell); });
  if (!lenient && ![...columns.values()].some((column) => !NAMING.has(column))) return undefined;
  return { first: at, last: isSecond ? at + 1 : at, columns: settle(columns), unknown };
}

const NAMING: ReadonlySet<Column> = new Set(['number', 'name', 'label', 'either', 'hint', 'group', 'example', 'unit']);

/** Of two columns that claim the same, the first. */
function columnsOf(row: readonly string[]): Map<number, Column> {
  const found = new Map<number, Column>();
  const taken = new Set<Column>();
  row.forEach((cell, i) => {
    const column = columnOf(cell);
    if (column === undefined || taken.has(column)) return;
    found.set(i, column);
    taken.add(column);
  });
  return found;
}

const isHeader = (columns: Map<number, Column>): boolean => {
  const held = new Set(columns.values());
  return (held.has('label') || held.has('name') || held.has('either')) && [...held].filter((column) => column !== 'number').length >= 2;
};

/** Names alone are for machines: what describes them is the label then. */
function settle(columns: Map<number, Column>): Map<number, Column> {
  const held = new Set(columns.values());
  const either: Column = held.has('label') ? (held.has('name') ? 'hint' : 'name') : 'label';
  const described = !held.has('label') && !held.has('either') && held.has('hint');
  return new Map([...columns].map(([i, column]) => [i, column === 'either' ? either : column === 'hint' && described ? 'label' : column]));
}
