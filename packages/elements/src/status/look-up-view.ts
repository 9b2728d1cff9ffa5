import type { SecondFactor } from '@dvc/core';
import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../payment/buttons.js';
import type { StatusScene } from './scene.js';

/** The boxes of a look-up: the code alone opens nothing. `news` stands above them. */
export function lookUpView(scene: StatusScene, news: unknown): TemplateResult {
  const { words, busy, lookUp: { code, by, errors, hasOtp, otpSent } } = scene;
  const ways: readonly { readonly by: SecondFactor['kind']; readonly label: string; readonly hint: string; readonly mode?: string }[] = [
    { by: 'secret', label: words.bySecret, hint: words.secretHint }, { by: 'personalId', label: words.byId, hint: words.idHint, mode: 'numeric' },
    ...(hasOtp ? [{ by: 'otp' as const, label: words.byOtp, hint: words.otpHint, mode: 'numeric' }] : []),
  ];
  const way = ways.find((each) => each.by === by) ?? ways[0]!;
  return html`<div class="page-head"><h2 part="title" id="dvc-now" tabindex="-1">${words.lookTitle}</h2><p class="lead">${words.lookLead}</p></div>
    <div class="news" aria-live="polite">${news}</div>
    <div class="look-up" part="look-up">
      ${box({ name: 'code', label: words.lookCode, hint: words.lookCodeHint, error: errors.code, value: code, need: words.required, complete: 'on' })}
      <fieldset class="ways" part="field"><legend>${words.lookBy}</legend><div class="options">${ways.map((each) => html`<div class="option"><input type="radio" name="by" id=${`dvc-by-${each.by}`} .value=${each.by} .checked=${each.by === way.by}>
        <label for=${`dvc-by-${each.by}`}>${each.label}</label></div>`)}</div></fieldset>
      ${way.by === 'otp' ? html`<div class="actions">${button({ action: 'otp', text: words.otpSend, busy })}</div>${otpSent ? html`<p role="status">${words.otpSent}</p>` : nothing}` : nothing}
      ${box({ name: 'value', label: way.by === 'otp' ? words.byOtp : way.label, hint: way.hint, error: errors.value, need: words.required, mode: way.mode, width: 'm' })}
      <div class="actions">${button({ action: 'look-up', text: words.look, primary: true, busy })}</div>
    </div>`;
}

interface Box { readonly name: string; readonly label: string; readonly hint?: string; readonly error?: string | undefined; readonly value?: string; readonly need?: string; readonly mode?: string | undefined; readonly width?: string; readonly complete?: 'on'; readonly lines?: boolean; readonly max?: number }

/** One box with its label. Without `value` it keeps what was typed, whatever is drawn. */
export function box({ name, label, hint, error, value, need, mode, width, complete, lines, max = 200 }: Box): TemplateResult {
  const id = `dvc-${name}`, described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return html`<div class=${error ? 'field invalid' : 'field'} part="field"><label part="label" for=${id}>${label}${need ? html` <span class="need">${need}</span>` : nothing}</label>
    ${hint ? html`<p class="hint" part="hint" id=${`${id}-hint`}>${hint}</p>` : nothing}${error ? html`<p class="error" part="error" id=${`${id}-error`}>${error}</p>` : nothing}
    ${lines ? html`<textarea part="control" id=${id} name=${name} rows="4" maxlength=${max} aria-required=${need ? 'true' : nothing} aria-invalid=${error ? 'true' : nothing} aria-describedby=${described || nothing}></textarea>`
      : html`<input part="control" id=${id} name=${name} type="text" .value=${value ?? nothing} data-width=${width ?? nothing} inputmode=${mode ?? nothing} autocomplete=${complete ?? 'off'} autocapitalize="characters" spellcheck="false" maxlength=${max} translate="no"
        aria-required=${need ? 'true' : nothing} aria-invalid=${error ? 'true' : nothing} aria-describedby=${described || nothing}>`}</div>`;
}
