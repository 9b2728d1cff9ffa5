import { html, nothing, type TemplateResult } from 'lit';

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
