// What an officer calls a kind of question, and what it is in the language of surveys.
import type { JsonSchemaObject } from '@dvc/schema';
import * as blocks from '../blocks.js';
import { plain } from '../names.js';

export type Shape = 'one' | 'many' | 'matrix' | 'ranking' | 'scale' | 'contact' | 'address' | 'statement' | 'value';
export interface Kind { shape: Shape; name: string; schema: JsonSchemaObject; /** of a scale: its levels */ levels?: readonly Level[] }
export interface Level { value: string; title: string; score: number }

/** The levels of the national portal. */
export const FIVE: readonly Level[] = [['rat-hai-long', 'Rất hài lòng', 5], ['hai-long', 'Hài lòng', 4], ['binh-thuong', 'Bình thường', 3], ['khong-hai-long', 'Không hài lòng', 2], ['rat-khong-hai-long', 'Rất không hài lòng', 1]].map(([value, title, score]) => ({ value, title, score }) as Level);
export const THREE: readonly Level[] = [['rat-hai-long', 'Rất hài lòng', 3], ['hai-long', 'Hài lòng', 2], ['khong-hai-long', 'Không hài lòng', 1]].map(([value, title, score]) => ({ value, title, score }) as Level);

const kind = (shape: Shape, name: string, schema: JsonSchemaObject = {}, levels?: readonly Level[]): Kind => ({ shape, name, schema, ...(levels ? { levels } : {}) });
const widget = (name: string, schema: JsonSchemaObject = {}): JsonSchemaObject => ({ ...schema, 'x-dvc': { widget: name } });
const digits = (least: number, most: number, name: string): JsonSchemaObject => widget(name, { type: 'integer', minimum: least, maximum: most });

/** From the special to the general; the first that matches. The words are without accents. */
const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/\bnps\b|net promoter|muc do gioi thieu|san sang gioi thieu|gioi thieu 0/, kind('value', 'NPS', digits(0, 10, 'nps'))],
  [/\b(thang|muc|muc do)( do)?( hai long)? ?3\b|\b3 (muc|cap)\b|\bba muc\b/, kind('scale', 'thang 3 mức', widget('scale'), THREE)],
  [/\b(thang|muc|muc do)( do)?( hai long)? ?5\b|\b5 (muc|cap)\b|\bnam muc\b|\blikert\b(?!.*ma tran)|\bmuc do hai long\b/, kind('scale', 'thang 5 mức', widget('scale'), FIVE)],
  [/\b(ma tran|matrix|bang|luoi|grid|likert)\b/, kind('matrix', 'ma trận')],
  [/\b(xep hang|sap xep|ranking|rank|thu tu uu tien|uu tien)\b/, kind('ranking', 'xếp hạng')],
  [/\b(sao|stars?)\b/, kind('value', 'sao', digits(1, 5, 'stars'))],
  [/\b(mat cuoi|khuon mat|bieu cam|smileys?|faces?|emoji)\b/, kind('value', 'khuôn mặt', digits(1, 5, 'faces'))],
  [/\b(thanh truot|slider|keo)\b/, kind('value', 'thanh trượt', digits(0, 100, 'slider'))],
  [/\b(thang diem|cham diem|diem|rating|score|thang)\b/, kind('value', 'thang điểm', digits(1, 5, 'rating'))],
  [/\b(nhieu lua chon|chon nhieu|nhieu dap an|nhieu phuong an|check ?box(es)?|multi( |)select|multiple|nhieu)\b/, kind('many', 'nhiều lựa chọn', widget('checkboxes'))],
  [/\b(co khong|dung sai|yes no|true false|boolean)\b/, kind('value', 'có/không', widget('yes-no', { type: 'boolean' }))],
  [/\b(tha xuong|so xuong|drop ?down|select|combo ?box|danh sach)\b/, kind('one', 'danh sách', widget('select'))],
  [/\b(dong y|cam ket|consent|chap thuan)\b/, kind('value', 'đồng ý', widget('consent', { type: 'boolean' }))],
  [/\b(thong tin lien he|lien he|contact)\b/, kind('contact', 'thông tin liên hệ')],
  [/\b(dia chi|address|don vi hanh chinh)\b/, kind('address', 'địa chỉ')],
  [/\b(email|thu dien tu|mail)\b/, kind('value', 'thư điện tử', { type: 'string', format: 'email', 'x-dvc': { widget: 'text', autocomplete: 'email', privacy: 'personal' } })],
  [/\b(dien thoai|phone|sdt|tel)\b/, kind('value', 'số điện thoại', { type: 'string', format: 'phone', 'x-dvc': { widget: 'text', autocomplete: 'tel', privacy: 'personal' } })],
  [/\b(tep|file|dinh kem|tai len|upload)\b/, kind('value', 'tệp', widget('file', { type: 'string', format: 'file' }))],
  [/\b(loi dan|loi chao|doan chu|thong bao|statement|html|gioi thieu|van ban tinh|trang chu)\b/, kind('statement', 'lời dẫn')],
  [/\b(ngay|date)\b/, kind('value', 'ngày', widget('date', { type: 'string', format: 'date' }))],
  [/\b(dai|doan|tu luan|mo|text ?area|paragraph|long|nhieu dong|y kien)\b/, kind('value', 'văn bản dài', widget('textarea', { type: 'string', maxLength: 2000 }))],
  [/\b(so nguyen|so|number|numeric|integer)\b/, kind('value', 'số', widget('number', { type: 'number' }))],
  [/\b(mot lua chon|mot dap an|chon mot|chon 1|1 lua chon|1 dap an|trac nghiem|radio|single|lua chon|hinh anh|anh|image|choice)\b/, kind('one', 'một lựa chọn', widget('radio'))],
  [/\b(ngan|van ban|chu|text|short|tra loi|dien|nhap|string)\b/, kind('value', 'văn bản ngắn', widget('text', { type: 'string', maxLength: 500 }))],
];

/** Of the words in a cell of kinds; a range of numbers in it is that of a scale: "Thang điểm 1-10". */
export function kindOf(words: string): Kind | undefined {
  const found = KINDS.find(([pattern]) => pattern.test(plain(words)))?.[1];
  if (found?.schema.maximum === undefined) return found;
  const [, from, to] = /(\d{1,3})\s*(?:-|–|—|đến|tới|to|\.\.+)\s*(\d{1,3})/.exec(words) ?? [];
  if (from !== undefined && Number(from) < Number(to)) return { ...found, schema: { ...found.schema, minimum: Number(from), maximum: Number(to) } };
  const most = /(\d{1,2})\s*(sao|điểm|mức|stars?|points?)|(?:thang|sao)\s*(\d{1,2})/i.exec(words);
  const count = Number(most?.[1] ?? most?.[3] ?? 0);
  return count > 1 && found.schema['x-dvc'] && (found.schema['x-dvc'] as { widget?: string }).widget !== 'nps' ? { ...found, schema: { ...found.schema, maximum: count } } : found;
}

/** What "thông tin liên hệ" asks for. */
export const CONTACT: readonly (readonly [name: string, title: string, schema: JsonSchemaObject])[] = [
  ['fullName', 'Họ và tên', { type: 'string', format: 'person-name', maxLength: 100, 'x-dvc': { autocomplete: 'name', privacy: 'personal' } }],
  ['phone', 'Số điện thoại', { type: 'string', format: 'phone', 'x-dvc': { autocomplete: 'tel', privacy: 'personal' } }],
  ['email', 'Thư điện tử', { type: 'string', format: 'email', 'x-dvc': { autocomplete: 'email', privacy: 'personal' } }],
];
export const PLACE: readonly (readonly [name: string, title: string, schema: JsonSchemaObject])[] = [
  ['province', 'Tỉnh, thành phố', blocks.codeList('provinces')],
  ['commune', 'Xã, phường, đặc khu', blocks.codeList('communes', 'province')],
];
