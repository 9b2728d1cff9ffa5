// A receipt to read and print: plain HTML without a script, whose one style is named by its hash.
import { createHash } from 'node:crypto';
import type { PaymentReceipt, QuoteLine } from '@dvc/core';
import { amountInWords } from '@dvc/locale/amount-words.js';
import { dayInVietnam } from '../clock.js';

export interface ReceiptPage {
  receipt: PaymentReceipt;
  dossierCode: string;
  about: string;
  agency?: string | undefined;
  lines: readonly QuoteLine[];
  /** of the money */
  at: Date;
}

const style = 'body{font:16px/1.5 "Times New Roman",serif;max-width:42em;margin:2em auto;padding:0 1em}h1{text-align:center;font-size:1.4em}table{border-collapse:collapse;width:100%}td,th{border:1px solid;padding:.3em .5em;text-align:left}td:last-child,th:last-child{text-align:right}.sample{border:2px solid;text-align:center;font-weight:bold;padding:.3em}';
export const receiptPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-ancestors 'none'`;

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const dong = (amount: number) => `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const day = (at: Date) => dayInVietnam(at).split('-').reverse().join('/');

/** A series that begins with MAU is not the tax office's. */
export const isSample = (number: string): boolean => /^MAU/i.test(number);

export function receiptPage({ receipt, dossierCode, about, agency, lines, at }: ReceiptPage): string {
  const { number, amount, kind, transaction } = receipt;
  const title = kind === 'charge' ? 'Biên lai thu lệ phí' : 'Biên lai thu phí';
  const row = (name: string, value: string) => `<p>${name}: ${escape(value)}</p>`;
  const rows = lines.filter((line) => line.kind === kind && line.amount > 0).map((line) => `<tr><td>${escape(line.title)}</td><td>${dong(line.amount)}</td></tr>`);
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} ${escape(number)}</title><style>${style}</style></head><body>`
    + `${isSample(number) ? '<p class="sample">BẢN MẪU – không có giá trị thanh toán, kê khai.</p>' : ''}<h1>${title}</h1>`
    + `${row('Số', number)}${agency === undefined ? '' : row('Đơn vị thu', agency)}${row('Mã hồ sơ', dossierCode)}${row('Thủ tục', about)}`
    + `<table><thead><tr><th scope="col">Nội dung</th><th scope="col">Số tiền</th></tr></thead><tbody>${rows.join('')}<tr><th scope="row">Tổng cộng</th><td>${dong(amount)}</td></tr></tbody></table>`
    + `${row('Số tiền viết bằng chữ', `${capital(amountInWords(amount))}.`)}${row('Mã giao dịch', transaction)}${row('Ngày thu', day(at))}</body></html>`;
}
