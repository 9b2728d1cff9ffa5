import type { StatusMoreWords } from '@dvc/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { fullText } from '../../payment/times.js';
import type { StatusScene } from '../scene.js';
import type { RestState } from './rest.js';

export const notificationsView = ({ words }: StatusScene, { notifications }: RestState, more: StatusMoreWords): TemplateResult => html`<div data-opened tabindex="-1">${notifications?.length === 0 ? html`<p>${more.notificationsNone}</p>` : nothing}
  <ul class="notifications">${notifications?.map(({ at, title, text, read }) => html`<li part="notification"><p><b>${title}</b>${read ? nothing : html` <span class="tag tag-near">${more.unread}</span>`}</p><p>${text}</p><p class="sub">${fullText(at, words.lang)}</p></li>`)}</ul></div>`;
