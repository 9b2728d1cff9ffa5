// What an officer calls a kind of field, and what it is in the language.
import type { JsonSchemaObject } from '@dvc/schema';
import * as blocks from '../blocks.js';
import { plain } from '../names.js';

export type Shape = 'field' | 'one' | 'many' | 'address' | 'list' | 'group' | 'file' | 'note';
export interface Kind { shape: Shape; schema: JsonSchemaObject; /** How it is called in a report. */ name: string; /** From the kind itself: "Văn bản (255)". */ length?: number }

const kind = (name: string, schema: JsonSchemaObject = {}, shape: Shape = 'field'): Omit<Kind, 'length'> => ({ name, shape, schema });
const text = (more: JsonSchemaObject = {}): JsonSchemaObject => ({ type: 'string', ...more });

/** From the special to the general; the first that matches. The words are without accents. */
const KINDS: [RegExp, Omit<Kind, 'length'>][] = [
  [/\b(chuoi so|ky tu so|chu so)\b/, kind('chuỗi số', text({ pattern: '^[0-9]*$' }))],
  [/\b(tep|file|dinh kem|tai len|upload|attachments?|ban scan|ban chup|hinh anh|anh chup|image|photo|thanh phan ho so|giay to kem theo)\b|^(anh|scan|tai lieu)$/, kind('tệp đính kèm', {}, 'file')],
  [/\b(so dinh danh|dinh danh ca nhan|cccd|cmnd|can cuoc|personal id|so can cuoc|ddcn|national id)\b/, kind('số định danh cá nhân', blocks.personalId)],
  [/\b(ma so thue|mst|tax code|tax)\b/, kind('mã số thuế', text({ format: 'tax-code' }))],
  [/\b(email|e mail|thu dien tu|mail)\b/, kind('email', blocks.email)],
  [/\b(dien thoai|phone|sdt|telephone|tel|mobile|di dong)\b/, kind('số điện thoại', blocks.phone)],
  [/\b(ho va ten|ho ten|ten nguoi|person name|full ?name|ho chu dem)\b/, kind('họ và tên', blocks.personName)],
  [/\b(dia chi|address|noi o|thuong tru|tam tru)\b/, kind('địa chỉ', {}, 'address')],
  [/\b(nhieu lua chon|chon nhieu|lua chon nhieu|multi( |)select|multiple|multi choice|check ?box(es)? (list|group)|nhom check ?box|checkboxes|selectboxes|select many|danh sach chon nhieu|check ?list|tick nhieu|nhieu gia tri)\b/, kind('lựa chọn nhiều', {}, 'many')],
  [/\b(co khong|dung sai|yes no|true false|boolean|bool|check ?box|o tich|o danh dau|tick|logic|bit|switch|toggle|danh dau|hop kiem)\b/, kind('có/không', { type: 'boolean', 'x-dvc': { widget: 'checkbox' } })],
  [/\b(lua chon|chon mot|chon 1|mot lua chon|danh muc|combo ?box|drop ?down( list)?|drop ?list|radio( ?button)?|select( ?box| ?list)?|list ?box|enum|lov|choice|option|hop chon|danh sach chon|chon tu danh (sach|muc)|so xuong|lookup|picklist)\b|^(chon)$/, kind('lựa chọn một', {}, 'one')],
  [/\b(bang|danh sach|table|grid|data ?grid|luoi|list|array|lap lai|repeat(er)?|nhieu dong du lieu)\b/, kind('bảng', {}, 'list')],
  [/\b(nhom|group|object|fieldset|phan|section)\b/, kind('nhóm', {}, 'group')],
  [/\b(doan van|van ban dai|text ?area|memo|nhieu dong|long ?text|multi( |)line|rich ?text|clob|ntext|chuoi dai|noi dung dai|van ban nhieu dong|paragraph)\b/, kind('đoạn văn', blocks.longText)],
  [/\b(ngay gio|gio ngay|date ?time|timestamp|ngay thang nam gio|thoi diem)\b|\bdd ?mm ?yyyy hh/, kind('ngày giờ', text({ format: 'date-time' }))],
  [/\b(ngay|date|dd ?mm ?yyyy|ngay thang( nam)?|thoi gian ngay)\b/, kind('ngày', blocks.date)],
  [/\b(gio|time|hh ?mm)\b|^thoi gian$/, kind('giờ', text({ format: 'time' }))],
  [/^(nam|year|yyyy)$|\bnam (sinh|yyyy|4 chu so)\b/, kind('năm', { type: 'integer', minimum: 1900, maximum: 2200 })],
  [/\b(tien|so tien|tien te|money|currency|vnd|dong|gia tien|amount)\b/, kind('tiền', blocks.money)],
  [/\b(so nguyen|integer|int|bigint|smallint|so luong|long|so nguyen duong)\b/, kind('số nguyên', { type: 'integer' })],
  [/\b(so thuc|so thap phan|decimal|float|double|numeric|number|phan tram|percent|so|real)\b/, kind('số', { type: 'number' })],
  [/\b(duong dan|url|link|website|trang web|uri|lien ket)\b/, kind('đường dẫn', text({ format: 'uri' }))],
  [/\b(nhan|label|tieu de|html|van ban tinh|static|readonly text)\b/, kind('đoạn chữ', {}, 'note')],
  [/\b(van ban|chuoi|text|string|ky tu|n?varchar2?|n?char|text ?box|text ?field|input|o nhap|chu|chuoi ky tu|nhap tay|tu nhap|free ?text|van ban ngan)\b/, kind('văn bản', text())],
];

/** Of the words in a cell of types; undefined when they say nothing that is known. */
export function kindOf(words: string): Kind | undefined {
  const found = KINDS.find(([pattern]) => pattern.test(plain(words)))?.[1];
  if (!found) return undefined;
  const length = /\(\s*(\d{1,5})\s*(?:[,.]\s*\d+\s*)?\)/.exec(words)?.[1] ?? /(\d{1,5})\s*(?:ký tự|ky tu|kí tự|chars?)/i.exec(words)?.[1];
  return { ...found, ...(length ? { length: Number(length) } : {}) };
}

/** Labels that leave no doubt, for tables without types. */
const TELLING = [
  /^(so )?(dien thoai|sdt|di dong|phone)\b/, /^(email|e mail|thu dien tu|dia chi (email|thu dien tu))\b/, /^(so )?(dinh danh|cccd|can cuoc)\b/,
  /^ngay (sinh|cap|het han|ky|nop|bat dau|ket thuc|thang)\b/, /^ma so thue\b/,
];
/** A kind that follows from the label alone; of those only which nobody would mean otherwise. */
export const kindOfLabel = (label: string): Kind | undefined => (TELLING.some((pattern) => pattern.test(plain(label))) ? kindOf(label) : undefined);
