import type { StatusMoreWords } from '@dvc/locale';
import { html, type TemplateResult } from 'lit';
import { button } from '../../payment/buttons.js';
import { box } from '../box.js';
import type { StatusScene } from '../scene.js';
import type { RestState } from './rest.js';

export const complainView = ({ words, busy }: StatusScene, { error }: RestState, more: StatusMoreWords): TemplateResult => html`<p data-opened tabindex="-1">${more.complainText}</p>
  ${box({ name: 'complaint', label: more.complainBox, need: words.required, error, lines: true, max: 5000 })}<div class="actions">${button({ action: 'complain', text: more.complainSend, primary: true, busy })}</div>`;
