// What a citizen does now and then with a dossier: it comes when the first of it is opened.
import type { ChannelChoice, NotificationChannel, NotificationItem } from '@dvc/core';
import type { StatusMoreWords } from '@dvc/locale';
import { enStatusMore } from '@dvc/locale/en-status-more.js';
import { viStatusMore } from '@dvc/locale/vi-status-more.js';
import type { Action } from '@dvc/ui/actions.js';
import { nothing } from 'lit';
import type { Desk } from '../desk.js';
import { backendNow, type Opened } from '../scene.js';
import { channelsView, readAddress } from './channels-view.js';
import { complainView } from './complain-view.js';
import { notificationsView } from './notifications-view.js';
import { qrView } from './qr-view.js';
import { withdrawView } from './withdraw-view.js';

export { boxSheet } from '../box.styles.js';
export { restSheet } from './rest.styles.js';

/** The wording that a citizen agrees to (`channelsText`): a new one asks anew. */
export const CONSENT_VERSION = '2026-11-2';

export interface RestHost {
  readonly desk: Desk;
  root(): ParentNode;
  draw(): void;
  say(text: string): void;
  /** After the next drawing. */
  focus(what: 'error' | 'question' | 'opened' | 'news'): void;
  /** The address of this page for another device. */
  url(): string;
}

export type Qr = (text: string, label: string) => unknown;

/** What is open, and what was found for it. */
export interface RestState {
  readonly error?: string | undefined;
  /** A withdrawal is about to be sent, for this reason. */
  readonly asking?: string | undefined;
  readonly channels?: readonly ChannelChoice[] | undefined;
  /** The channel for which an address is asked. */
  readonly adding?: NotificationChannel | undefined;
  readonly notifications?: readonly NotificationItem[] | undefined;
  readonly qr?: Qr | undefined;
}

export class Rest {
  state: RestState = {};
  readonly #host: RestHost;

  constructor(host: RestHost) { this.#host = host; }

  get words(): StatusMoreWords { return this.#host.desk.scene.words.lang === 'en' ? enStatusMore : viStatusMore; }

  #set(change: RestState): void {
    this.state = { ...this.state, ...change };
    this.#host.draw();
  }

  /** Fetches what is shown there. */
  async begin(opened: Opened): Promise<void> {
    this.#set({ error: undefined, asking: undefined, adding: undefined });
    const { desk } = this.#host;
    if (opened === 'channels') {
      const reply = await desk.ask((backend, access) => backend.channels(access));
      if (reply?.kind === 'ok') this.#set({ channels: reply.value });
      else if (reply) desk.failed(reply);
    }
    if (opened === 'notifications') {
      const reply = await desk.ask((backend, access) => backend.notifications(access));
      if (reply?.kind === 'ok') this.#set({ notifications: reply.value });
      else if (reply) desk.failed(reply);
    }
    if (opened === 'qr' && !this.state.qr) {
      // Taken apart in `then`, the bundler would think that nothing of it is used.
      const module = await import('@dvc/ui/chrome/qr.js').catch(() => undefined);
      if (module) this.#set({ qr: module.qrCode });
    }
  }

  view(): unknown {
    const { desk } = this.#host, { scene } = desk;
    switch (scene.opened) {
      case 'withdraw': return withdrawView(scene, this.state, this.words);
      case 'complain': return complainView(scene, this.state, this.words);
      case 'channels': return channelsView(scene, this.state, this.words);
      case 'notifications': return notificationsView(scene, this.state, this.words);
      case 'qr': return qrView(this.state, this.words, this.#host.url());
      default: return nothing;
    }
  }

  /** @returns whether the press was one of these */
  async press({ action, id }: Action): Promise<boolean> {
    switch (action) {
      case 'withdraw-ask': this.#askWithdraw(); return true;
      case 'withdraw-no': this.#set({ asking: undefined }); this.#host.focus('opened'); return true;
      case 'withdraw-yes': await this.#withdraw(); return true;
      case 'complain': await this.#complain(); return true;
      case 'channel-on': await this.#turnOn(id as NotificationChannel); return true;
      case 'channel-off': await this.#turn({ channel: id as NotificationChannel, on: false }); return true;
      default: return false;
    }
  }

  #text(name: string): string { return this.#host.root().querySelector<HTMLTextAreaElement | HTMLInputElement>(`[name="${name}"]`)?.value.normalize('NFC').trim() ?? ''; }

  #wrong(error: string): void {
    this.#set({ error });
    this.#host.focus('error');
  }

  #askWithdraw(): void {
    const reason = this.#text('reason');
    if (reason === '') return this.#wrong(this.words.withdrawMissing);
    this.#set({ asking: reason, error: undefined });
    this.#host.focus('question');
  }

  async #withdraw(): Promise<void> {
    const reason = this.state.asking ?? '';
    await this.#host.desk.act((backend, access) => backend.withdraw(access, reason), this.words.withdrawSent);
    this.#set({ asking: undefined });
    this.#host.focus('news');
  }

  async #complain(): Promise<void> {
    const text = this.#text('complaint');
    if (text === '') return this.#wrong(this.words.complainMissing);
    const { desk } = this.#host;
    const reply = await desk.ask((backend, access) => backend.complain(access, text));
    if (reply?.kind === 'ok') desk.set({ opened: undefined, news: { kind: 'done', text: this.words.complainSent } });
    else if (reply) desk.failed(reply);
    this.#host.focus('news');
  }

  async #turnOn(channel: NotificationChannel): Promise<void> {
    const known = this.state.channels?.find((each) => each.channel === channel);
    // Nothing is sent anywhere but where the citizen has said; what the back end knows already comes masked.
    if (channel !== 'portal' && known?.address === undefined && this.state.adding !== channel) {
      this.#set({ adding: channel, error: undefined });
      return this.#host.focus('opened');
    }
    const typed = this.state.adding === channel ? readAddress(channel, this.#text('address'), this.words) : undefined;
    if (typed?.error) return this.#wrong(typed.error);
    await this.#turn({ channel, on: true, consentAt: Math.round(backendNow(this.#host.desk.scene)), consentVersion: CONSENT_VERSION, ...(typed?.address ? { address: typed.address } : {}) });
  }

  async #turn(choice: ChannelChoice): Promise<void> {
    const { desk } = this.#host;
    const reply = await desk.ask((backend, access) => backend.setChannel(access, choice));
    if (reply?.kind === 'ok') {
      this.#set({ channels: reply.value, adding: undefined, error: undefined });
      this.#host.say(this.words.channelSaved);
    } else if (reply) desk.failed(reply);
  }
}
