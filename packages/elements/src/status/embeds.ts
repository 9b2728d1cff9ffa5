// What stands inside of the status page now and then: the form of a supplement, the payments that are due. Both are elements of their own, brought when they are opened.
import type { Backend, PaymentBackend, StatusBackend, StatusView } from '@dvc/core';
import { html, nothing } from 'lit';
import type { Desk } from './desk.js';
import { button } from '../payment/buttons.js';
import { bring } from './neighbours.js';
import type { OpenedSupplement } from './supplement/open.js';

export interface EmbedsHost {
  about(): { readonly api: string | undefined; readonly headers: (() => Record<string, string> | Promise<Record<string, string>>) | undefined; readonly payments: PaymentBackend | undefined; readonly forms: Backend | undefined; readonly theme: 'light' | 'dark' | undefined; readonly locale: string };
  readonly desk: Desk;
  backend(): StatusBackend | undefined;
  /** A supplement is with the agency. */
  sent(request: string): void;
  report(what: string): void;
}

/** Events of an inner element that are no word of the status page. */
const INNER = ['dvc-ready', 'dvc-change', 'dvc-step', 'dvc-submit', 'dvc-submitted'];

export class Embeds {
  readonly #host: EmbedsHost;
  #supplement: OpenedSupplement | undefined;
  /** Dossier and request of it. */
  #for = '';
  #module: typeof import('./supplement/open.js') | undefined;
  #payments: readonly HTMLElementTagNameMap['dvc-payment'][] = [];

  constructor(host: EmbedsHost) { this.#host = host; }

  view(): unknown {
    const { opened, words } = this.#host.desk.scene;
    if (opened === 'supplement' && this.#supplement) return html`<div class="embedded" part="supplement" data-opened tabindex="-1" aria-label=${words.supplementOpen} role="group">${this.#supplement.form}<div class="actions">${button({ action: 'send', text: this.#supplement.send, primary: true })}${button({ action: 'open', id: 'supplement', text: words.cancel, quiet: true })}</div></div>`;
    if (opened === 'pay') return html`<div class="embedded" part="payments" data-opened tabindex="-1">${this.#payments}</div>`;
    return nothing;
  }

  /** @returns whether it is open */
  async open(opened: 'supplement' | 'pay'): Promise<boolean> {
    const { desk } = this.#host;
    try {
      const is = opened === 'pay' ? await this.#openPayments() : await this.#openSupplement();
      if (is) desk.open(opened);
      return is;
    } catch (error) {
      this.#host.report(`${opened}: expected a part, got ${String(error)}`);
      desk.set({ news: { kind: 'part' }, busy: false });
      return false;
    }
  }

  /** Closes what is asked for no more. */
  moved({ task }: StatusView): void {
    const { desk } = this.#host;
    if (task.kind !== 'supplement') {
      this.#supplement = undefined;
      if (desk.scene.opened === 'supplement') desk.set({ opened: undefined });
    }
    // A payment that has been paid stays to be read: its receipt is in it.
  }

  async #openPayments(): Promise<boolean> {
    const { desk } = this.#host, { task } = desk.scene.view!;
    const { api, headers, payments: given, theme } = this.#host.about();
    if (task.kind !== 'pay') return false;
    const backend = given ?? (await import('@dvc/client/payments.js')).createHttpPayments({ ...(api === undefined ? {} : { api }), lang: () => desk.scene.words.lang, ...(headers ? { headers } : {}) });
    const made: HTMLElementTagNameMap['dvc-payment'][] = [];
    for (const { payment } of task.payments) {
      const element = await bring('dvc-payment');
      if (!element) break;
      this.#quiet(element);
      Object.assign(element, { payment, backend, locale: desk.scene.words.lang, theme });
      element.addEventListener('dvc-paid', () => { void desk.read(); });
      made.push(element);
    }
    if (made.length === 0) throw new Error('no <dvc-payment>: import it as well');
    this.#payments = made;
    return true;
  }

  async #openSupplement(): Promise<boolean> {
    const { desk } = this.#host, { task } = desk.scene.view!;
    const backend = this.#host.backend(), { access } = desk;
    if (task.kind !== 'supplement' || !backend || !access) return false;
    const { request, remarks } = task, key = `${access.dossier} ${request}`;
    // Closed and opened again, or looked up again: what was typed is still there.
    if (this.#supplement && this.#for === key) return true;
    desk.set({ busy: true, news: undefined });
    const { api, headers, forms, theme } = this.#host.about();
    this.#module ??= await import('./supplement/open.js');
    const made = await this.#module.openSupplement({
      backend, access: () => (desk.access?.dossier === access.dossier ? desk.access : undefined), request, remarks, forms, api, headers, lang: desk.scene.words.lang,
      sent: (snapshot) => {
        this.#host.sent(request);
        const text = this.#module!.sentSentence(desk.scene.words.lang);
        this.#supplement = undefined;
        desk.take(snapshot);
        desk.set({ opened: undefined, news: { kind: 'done', text } });
      },
      refused: (reply) => desk.failed(reply),
    });
    desk.set({ busy: false });
    if ('form' in made) {
      this.#quiet(made.form);
      if (theme) made.form.theme = theme;
      this.#supplement = made;
      this.#for = key;
      return true;
    }
    desk.failed(made);
    return false;
  }

  /** The form checks first; what is wrong is said there. */
  send(): void { this.#supplement?.form.submit(); }

  toRemark(at: number): void {
    const { task } = this.#host.desk.scene.view!;
    if (task.kind === 'supplement' && this.#supplement) this.#module!.toRemark(this.#supplement.form, task.remarks[at]!);
  }

  #quiet(element: HTMLElement): void {
    for (const name of INNER) element.addEventListener(name, (event) => event.stopPropagation());
  }
}
