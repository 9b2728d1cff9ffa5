// The request for the money back: rare, so it comes when it is asked for.
import type { PaymentView, RefundRequest } from '@dvc/core';
import { amount, format, type RefundWords } from '@dvc/locale';
import { viRefund } from '@dvc/locale/vi-refund.js';
import { enRefund } from '@dvc/locale/en-refund.js';
import { css, html, nothing, type TemplateResult } from 'lit';
import { button } from './buttons.js';
import type { PaymentScene } from './scene.js';

/** Its boxes look as in a form (ui/controls.styles.ts), for text alone. */
export const refundSheet = css`
  .field { margin-block-start: calc(var(--dvc-i-space) * 2.5); }
  .invalid { border-inline-start: 4px solid var(--dvc-i-error); padding-inline-start: calc(var(--dvc-i-space) * 2); }
  label { display: block; font-weight: 600; }
  .need { font-weight: 400; color: var(--dvc-i-muted); }
  .field input { display: block; width: 100%; min-height: var(--dvc-i-control); margin-block-start: 6px; padding: 8px 14px; border: 1.5px solid var(--dvc-i-border); border-radius: var(--dvc-i-radius); background: var(--dvc-i-surface); }
  .field input[aria-invalid='true'] { border-color: var(--dvc-i-error); box-shadow: inset 0 0 0 1px var(--dvc-i-error); }
  [data-width=m] { max-width: 18em; } [data-width=l] { max-width: 26em; }
`.styleSheet!;

const wordsOf = (lang: string): RefundWords => (lang === 'en' ? enRefund : viRefund);

export type RefundField = keyof RefundRequest;
/** By field: what is wrong with it. */
export type RefundErrors = Partial<Record<RefundField, string>>;

const FIELDS: readonly { readonly name: RefundField; readonly label: 'refundAccount' | 'refundHolder' | 'refundBank' | 'refundReason' | 'refundSecret'; readonly hint?: 'refundSecretHint'; readonly width?: string; readonly mode?: string }[] = [
  { name: 'account', label: 'refundAccount', width: 'l', mode: 'numeric' },
  { name: 'holder', label: 'refundHolder', width: 'l' },
  { name: 'bank', label: 'refundBank', width: 'l' },
  { name: 'reason', label: 'refundReason' },
  { name: 'lookupSecret', label: 'refundSecret', hint: 'refundSecretHint', width: 'm' },
];

export function refundView({ words: common, view, busy }: PaymentScene, errors: RefundErrors): TemplateResult {
  const words = wordsOf(common.lang);
  return html`<section class="stand stand-plain" part="refund" aria-labelledby="dvc-stand"><h3 id="dvc-stand" tabindex="-1">${words.refundTitle}</h3>
    <p>${common.sum}: ${format(common.amount, { amount: amount(refundable(view!), common.lang) })}. ${words.refundHint}</p>
    ${FIELDS.map(({ name, label, hint, width, mode }) => {
      const error = errors[name];
      const described = [hint && `dvc-${name}-hint`, error && `dvc-${name}-error`].filter(Boolean).join(' ');
      return html`<div class=${error ? 'field invalid' : 'field'} part="field"><label part="label" for=${`dvc-${name}`}>${words[label]}${' '}<span class="need">${words.required}</span></label>
        ${hint ? html`<p class="hint" part="hint" id=${`dvc-${name}-hint`}>${words[hint]}</p>` : nothing}${error ? html`<p class="error" part="error" id=${`dvc-${name}-error`}>${error}</p>` : nothing}
        <input part="control" id=${`dvc-${name}`} name=${name} data-width=${width ?? nothing} inputmode=${mode ?? nothing} autocomplete="off" maxlength=${name === 'reason' ? 1000 : 200} aria-required="true" aria-invalid=${error ? 'true' : nothing} aria-describedby=${described || nothing}></div>`;
    })}
    <div class="actions">${button({ action: 'refund-send', text: words.refundSend, primary: true, busy })}${button({ action: 'nothing', text: common.back })}</div></section>`;
}

/** đồng: what came beside the money that pays goes back first. */
export const refundable = ({ money: { surplus, kept } }: PaymentView): number => (surplus > 0 ? surplus : kept);

/** What the boxes hold, tidied, and what is wrong with it. */
export function readRefund(root: ParentNode, lang: string): { request: RefundRequest; errors: RefundErrors } {
  const words = wordsOf(lang);
  const errors: RefundErrors = {};
  const read = (name: RefundField): string => {
    const text = root.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value.normalize('NFC').trim().replace(/\s+/g, ' ') ?? '';
    // People write both in groups.
    return name === 'account' || name === 'lookupSecret' ? text.replace(/[\s.]/g, '') : text;
  };
  const request: RefundRequest = { account: read('account'), holder: read('holder'), bank: read('bank'), reason: read('reason'), lookupSecret: read('lookupSecret') };
  for (const { name, label } of FIELDS) if (request[name] === '') errors[name] = format(words.refundMissing, { label: words[label].toLocaleLowerCase(lang) });
  if (request.account !== '' && !/^[A-Za-z0-9]{4,30}$/.test(request.account)) errors.account = words.refundAccountWrong;
  return { request, errors };
}
