import type { PaymentView } from '@dvc/core';
import { format, type PaymentWords } from '@dvc/locale';
import { html, type TemplateResult } from 'lit';
import { safeLink } from './link.js';
import { money } from './quote-view.js';

/** One for phí and one for lệ phí: they are two amounts of money in the State's books. */
export function receiptsView({ receipts }: PaymentView, words: PaymentWords): TemplateResult {
  const names = { fee: words.receiptFee, charge: words.receiptCharge, service: words.receiptService, postage: words.receiptPostage, tax: words.receiptTax, land: words.receiptLand };
  return html`<div class="receipts" part="receipts"><h4>${words.receipts}</h4>
    ${receipts.length === 0 ? html`<p>${words.receiptsSoon}</p>` : html`<ul>${receipts.map(({ number, kind, amount, link }) => {
      const href = link === undefined ? undefined : safeLink(link);
      const named = html`${names[kind]} ${format(words.receiptNumber, { number })}`;
      return html`<li part="receipt">${href === undefined ? named : html`<a href=${href} target="_blank" rel="noopener noreferrer">${named}</a>`}<span>${money(amount, words)}</span></li>`;
    })}</ul>`}</div>`;
}
