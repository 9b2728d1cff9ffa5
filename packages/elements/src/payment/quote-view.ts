import type { PaymentView, QuoteLine } from '@dvc/core';
import { amount, format, type PaymentWords } from '@dvc/locale';
import { amountInWords } from '@dvc/locale/amount-words.js';
import { html, nothing, type TemplateResult } from 'lit';
import { dayText } from './times.js';

const KINDS = ['fee', 'charge', 'service', 'postage', 'tax', 'land'] as const;

/** A title that begins with its kind does not say it twice: `Lệ phí: bản sao`, but `Lệ phí đăng ký khai sinh`. */
const titled = (kind: string, title: string) => (title.toLocaleLowerCase('vi').startsWith(kind.toLocaleLowerCase('vi')) ? title : `${kind}: ${title}`);

/** The lines, their sum, the sum in words. What is not verified is marked as such. */
export function quoteView({ lines, total }: PaymentView, words: PaymentWords): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`<section class="lines" part="lines" aria-labelledby="dvc-lines"><h3 id="dvc-lines">${words.linesTitle}</h3>
    <dl>${lines.map((line) => html`<div part="line"><dt>${titled(words[KINDS.find((kind) => kind === line.kind) ?? 'fee'], line.title)}${line.unverified ? html`${' '}<span class="mark">(${words.unverified})</span>` : nothing}${asides(line, words)}</dt>
      <dd>${line.amount === 0 && line.full ? words.free : money(line.amount, words)}</dd></div>`)}
      <div class="total" part="total"><dt>${words.total}</dt><dd>${money(total, words)}</dd></div></dl>
    <p class="hint">${format(words.inWords, { words: capital(amountInWords(total, words.lang === 'en' ? 'en' : 'vi')) })}</p>
    ${lines.some(({ unverified }) => unverified) ? html`<p class="hint">${words.unverifiedNote}</p>` : nothing}</section>`;
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** đồng, in words of the page's language */
export const money = (dong: number, words: PaymentWords): string => format(words.amount, { amount: amount(dong, words.lang) });

/** How the amount of a line came about. */
function asides({ quantity, full, reduction, amount: paid, notice, note }: QuoteLine, words: PaymentWords): TemplateResult[] {
  const found: string[] = [];
  if (quantity) found.push(format(words.quantity, { each: amount(quantity.each, words.lang), count: quantity.count, unit: quantity.unit }, words.lang));
  if (full !== undefined && full !== paid) {
    if (reduction) found.push(format(paid === 0 ? words.exempt : words.reduced, { reason: reduction }));
    found.push(format(words.full, { amount: amount(full, words.lang) }));
  }
  if (notice) {
    found.push(`${format(words.notice, { number: notice.number })}${notice.date ? format(words.noticeDate, { date: dayText(notice.date, words.lang) }) : ''}${notice.issuer ? format(words.noticeIssuer, { issuer: notice.issuer }) : ''}`);
  }
  if (note) found.push(note);
  return found.map((line) => html`<span class="hint">${line}</span>`);
}
