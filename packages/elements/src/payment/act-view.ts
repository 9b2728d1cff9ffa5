import type { IntentView, PaymentAct } from '@dvc/core';
import { amount, format, type PaymentWords } from '@dvc/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { button, type Pressable } from './buttons.js';
import { money } from './quote-view.js';

/** What the citizen does to pay by this attempt. */
export function actView(intent: IntentView, words: PaymentWords, busy: boolean, qr: Qr | undefined): TemplateResult | typeof nothing {
  switch (intent.act?.kind) {
    case 'redirect': return html`<p>${words.actRedirectText}</p><div class="actions">${button({ action: 'act', text: words.toBank, primary: true, busy })}</div>`;
    case 'transfer': return transferView(intent.act, intent.amount, words, qr);
    case 'cash': return cashView(intent.act, intent.amount, words);
    default: return nothing;
  }
}

/** Draws the code, once its library is there. Without one, the account beside it is all that is needed. */
export type Qr = (text: string, label: string) => unknown;
type Transfer = Extract<PaymentAct, { kind: 'transfer' }>;

function transferView({ payload, bank, account, holder, content }: Transfer, sum: number, words: PaymentWords, qr: Qr | undefined): TemplateResult {
  return html`<p>${payload ? words.actTransferText : words.actTransferPlain}</p>
    <div class="transfer">${payload ? html`<div class="code-frame">${qr?.(payload, format(words.qr, { amount: amount(sum, words.lang), account, content }))}</div>` : nothing}
      <dl class="facts">${[[words.bank, bank, false], [words.account, account, true], [words.holder, holder, false], [words.sum, money(sum, words), String(sum)], [words.content, content, true]].map(([label, value, copied]) => fact(words, String(label), String(value), copied === true ? String(value) : copied || undefined))}</dl></div>`;
}

const cashView = ({ place, hours, code }: Extract<PaymentAct, { kind: 'cash' }>, sum: number, words: PaymentWords): TemplateResult => html`<p>${words.actCashText}</p>
  <dl class="facts">${fact(words, words.cashCode, code, code)}${fact(words, words.sum, money(sum, words))}${fact(words, words.cashPlace, place)}${hours ? fact(words, words.cashHours, hours) : nothing}</dl>`;

/** @param copied what its button copies; without it there is none */
export function fact(words: PaymentWords, label: string, value: string, copied?: string): TemplateResult {
  const press: Pressable = { action: 'copy', id: copied ?? '', text: words.copy, label: `${words.copy}: ${label}`, quiet: true };
  return html`<div><dt>${label}</dt><dd><span translate="no">${value}</span>${copied === undefined ? nothing : button(press)}</dd></div>`;
}
