import type { SecondFactor } from '@dvc/core';
import type { StatusDoorWords } from '@dvc/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../../payment/buttons.js';
import { box } from '../box.js';
import type { StatusScene } from '../scene.js';

/** The boxes of a look-up: the code alone opens nothing. `news` stands above them. */
export function lookUpView({ busy, lookUp: { code, by, errors, hasOtp, otpSent }, words: { required: need } }: StatusScene, words: StatusDoorWords, news: unknown): TemplateResult {
  const ways: readonly { readonly by: SecondFactor['kind']; readonly label: string; readonly hint: string; readonly mode?: string }[] = [
    { by: 'secret', label: words.bySecret, hint: words.secretHint }, { by: 'personalId', label: words.byId, hint: words.idHint, mode: 'numeric' },
    ...(hasOtp ? [{ by: 'otp' as const, label: words.byOtp, hint: words.otpHint, mode: 'numeric' }] : []),
  ];
  const way = ways.find((each) => each.by === by) ?? ways[0]!;
  return html`<div class="page-head"><h2 part="title" id="dvc-now" tabindex="-1">${words.lookTitle}</h2><p class="lead">${words.lookLead}</p></div>
    <div class="news" aria-live="polite">${news}</div>
    <div class="look-up" part="look-up">
      ${box({ name: 'code', label: words.lookCode, hint: words.lookCodeHint, error: errors.code, value: code, need, complete: 'on' })}
      <fieldset class="ways" part="field"><legend>${words.lookBy}</legend><div class="options">${ways.map((each) => html`<div class="option"><input type="radio" name="by" id=${`dvc-by-${each.by}`} .value=${each.by} .checked=${each.by === way.by}>
        <label for=${`dvc-by-${each.by}`}>${each.label}</label></div>`)}</div></fieldset>
      ${way.by === 'otp' ? html`<div class="actions">${button({ action: 'otp', text: words.otpSend, busy })}</div>${otpSent ? html`<p role="status">${words.otpSent}</p>` : nothing}` : nothing}
      ${box({ name: 'value', label: way.by === 'otp' ? words.byOtp : way.label, hint: way.hint, error: errors.value, need, mode: way.mode, width: 'm' })}
      <div class="actions">${button({ action: 'look-up', text: words.look, primary: true, busy })}</div>
    </div>`;
}
