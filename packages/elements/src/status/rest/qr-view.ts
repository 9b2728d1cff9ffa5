import { format, type StatusMoreWords } from '@dvc/locale';
import { html, type TemplateResult } from 'lit';
import { button } from '../../payment/buttons.js';
import type { RestState } from './rest.js';

/** Its place is kept while it loads. */
export const qrView = ({ qr }: RestState, more: StatusMoreWords, url: string): TemplateResult => html`<p data-opened tabindex="-1">${more.qrText}</p>
  <div class="code-frame">${qr?.(url, format(more.qrLabel, { url }))}</div><div class="actions">${button({ action: 'copy', id: url, text: more.copyLink, quiet: true })}</div>`;
