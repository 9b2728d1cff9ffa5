import type { NotificationChannel } from '@dvc/core';
import { format, type StatusMoreWords } from '@dvc/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../../payment/buttons.js';
import { fullText } from '../../payment/times.js';
import { box } from '../box.js';
import type { StatusScene } from '../scene.js';
import type { RestState } from './rest.js';

const CHANNELS: readonly NotificationChannel[] = ['email', 'sms', 'zalo', 'portal'];

/** Off unless the citizen has turned it on: each with its consent, and as easily off again. */
export function channelsView({ words, busy }: StatusScene, { channels, adding, error }: RestState, more: StatusMoreWords): TemplateResult {
  return html`<p data-opened tabindex="-1">${more.channelsText}</p>
    <ul class="channels">${channels && CHANNELS.map((channel) => {
      const choice = channels.find((each) => each.channel === channel);
      const on = choice?.on === true, name = more[channel];
      return html`<li class=${on ? 'on' : ''} part="channel"><p><b>${name}</b> <span class=${`tag ${on ? 'tag-good' : ''}`}>${on ? more.channelIsOn : more.channelIsOff}</span>
        ${on && choice.address ? html`<span class="sub" translate="no">${format(more.channelTo, { address: choice.address })}</span>` : nothing}
        ${on && choice.consentAt !== undefined ? html`<span class="sub">${format(more.channelSince, { time: fullText(choice.consentAt, words.lang), version: choice.consentVersion ?? '' })}</span>` : nothing}</p>
        ${adding === channel ? box({ name: 'address', label: channel === 'email' ? more.channelAddressEmail : more.channelAddressPhone, need: words.required, error, mode: channel === 'email' ? 'email' : 'tel', width: 'l' }) : nothing}
        ${button({ action: on ? 'channel-off' : 'channel-on', id: channel, text: on ? more.channelOff : more.channelOn, label: `${on ? more.channelOff : more.channelOn}: ${name}`, busy })}</li>`;
    })}</ul>`;
}

/** Where messages go, tidied, or what is wrong with it. */
export function readAddress(channel: NotificationChannel, text: string, more: StatusMoreWords): { address?: string; error?: string } {
  if (text === '') return { error: more.channelAddressMissing };
  if (channel === 'email') return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? { address: text } : { error: more.channelAddressWrongEmail };
  const digits = text.replace(/[\s.()-]/g, '').replace(/^\+?84/, '0');
  return /^0\d{9}$/.test(digits) ? { address: digits } : { error: more.channelAddressWrongPhone };
}
