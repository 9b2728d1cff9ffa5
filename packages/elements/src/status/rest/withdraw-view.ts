import { format, type StatusMoreWords } from '@dvc/locale';
import { html, type TemplateResult } from 'lit';
import { button } from '../../payment/buttons.js';
import { box } from '../box.js';
import type { StatusScene } from '../scene.js';
import type { RestState } from './rest.js';

/** A reason first, then a question: a dossier is not withdrawn by a slip of the finger. */
export function withdrawView({ words, facts, busy }: StatusScene, { error, asking }: RestState, more: StatusMoreWords): TemplateResult {
  return html`<p data-opened tabindex="-1">${more.withdrawText}</p>
    <div ?hidden=${asking !== undefined}>${box({ name: 'reason', label: more.withdrawReason, need: words.required, error, lines: true, max: 2000 })}<div class="actions">${button({ action: 'withdraw-ask', text: more.withdrawGo })}</div></div>
    ${asking === undefined ? '' : html`<div class="notice notice-warning" tabindex="-1" data-ask><p><b>${format(more.withdrawAsk, { code: facts!.dossierCode })}</b></p><p>${more.withdrawReason}: ${asking}</p>
      <div class="actions">${button({ action: 'withdraw-yes', text: more.withdrawYes, busy })}${button({ action: 'withdraw-no', text: more.withdrawNo, quiet: true })}</div></div>`}`;
}
