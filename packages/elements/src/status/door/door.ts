// The ways to a dossier: looking one up, and the list of one's own. A page that is given the right to read one needs neither.
import { enStatusDoor } from '@dvc/locale/en-status-door.js';
import { viStatusDoor } from '@dvc/locale/vi-status-door.js';
import type { StatusDoorWords } from '@dvc/locale';
import type { Action } from '@dvc/ui/actions.js';
import type { Desk } from '../desk.js';
import type { Listing, StatusScene } from '../scene.js';
import { listView } from './list-view.js';
import { lookUpView } from './look-up-view.js';
import { tidyCode, tidyFactor } from './tidy.js';

export { boxSheet } from '../box.styles.js';
export { doorSheet } from './door.styles.js';

export interface DoorHost {
  readonly desk: Desk;
  root(): ParentNode;
  /** After the next drawing. */
  focus(what: 'now' | 'news' | 'error'): void;
}

export class Door {
  readonly #host: DoorHost;

  constructor(host: DoorHost) { this.#host = host; }

  get #words(): StatusDoorWords { return this.#host.desk.scene.words.lang === 'en' ? enStatusDoor : viStatusDoor; }

  view(scene: StatusScene, news: unknown): unknown { return scene.page === 'list' ? listView(scene, this.#words, news) : lookUpView(scene, this.#words, news); }

  #box(name: string): string { return this.#host.root().querySelector<HTMLInputElement>(`input[name=${name}]`)?.value ?? ''; }

  /** @returns whether the press was one of these */
  async press({ action, id }: Action): Promise<boolean> {
    const { desk } = this.#host;
    switch (action) {
      case 'look-up': await this.lookUp(); return true;
      case 'otp': await this.#sendOtp(); return true;
      case 'show': {
        const item = desk.scene.list?.items.find(({ dossierCode }) => dossierCode === id);
        if (item) await desk.enter(item.access);
        this.#host.focus('now');
        return true;
      }
      default: return false;
    }
  }

  /** What is typed or chosen in its boxes. */
  changed(target: EventTarget | null): void {
    const { desk } = this.#host, { lookUp, list } = desk.scene;
    if (target instanceof HTMLInputElement && target.name === 'by' && target.value !== lookUp.by) desk.set({ lookUp: { ...lookUp, by: target.value as StatusScene['lookUp']['by'], code: this.#box('code'), errors: {} } });
    if (!list) return;
    if (target instanceof HTMLInputElement && target.name === 'find' && target.value !== list.find) desk.set({ list: { ...list, find: target.value } });
    if (target instanceof HTMLSelectElement && target.name === 'filter' && target.value !== list.filter) desk.set({ list: { ...list, filter: target.value as Listing['filter'] } });
  }

  async lookUp(): Promise<void> {
    const { desk } = this.#host, words = this.#words, { by } = desk.scene.lookUp;
    const code = tidyCode(this.#box('code')), value = tidyFactor(by, this.#box('value'));
    const missing = { secret: words.secretMissing, personalId: words.idMissing, otp: words.otpMissing }[by];
    desk.set({ lookUp: { ...desk.scene.lookUp, code, errors: { ...(code ? {} : { code: words.codeMissing }), ...(value ? {} : { value: missing }) } }, news: undefined });
    if (!code || !value) return this.#host.focus('error');
    const reply = await desk.lookUp(code, { kind: by, value });
    if (reply) desk.failed(reply);
    this.#host.focus(reply ? 'news' : 'now');
  }

  async #sendOtp(): Promise<void> {
    const { desk } = this.#host, code = tidyCode(this.#box('code'));
    desk.set({ lookUp: { ...desk.scene.lookUp, code, errors: code ? {} : { code: this.#words.codeMissing } }, news: undefined });
    if (!code) return this.#host.focus('error');
    const reply = await desk.ask((backend) => backend.sendOtp!(code));
    if (reply?.kind === 'ok') desk.set({ lookUp: { ...desk.scene.lookUp, otpSent: true } });
    else if (reply) desk.failed(reply);
  }
}
