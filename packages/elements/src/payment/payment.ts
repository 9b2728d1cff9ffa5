import type { PaymentBackend, PaymentView } from '@dvc/core';
import { createHttpPayments } from '@dvc/client/payments.js';
import { format, type PaymentWords } from '@dvc/locale';
import { viPayment } from '@dvc/locale/vi-payment.js';
import { readAction } from '@dvc/ui/actions.js';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { Desk } from './desk.js';
import { PAYMENT_CODES, sentenceOf, type PaymentErrorName } from './errors.js';
import { Follower } from './follow.js';
import { paymentView } from './page.js';
import { paymentSheets } from './payment.styles.js';
import { minutesLeft } from './scene.js';

type RefundForm = typeof import('./refund-view.js');

/**
 * The payment of a dossier's fees, from the quote to the receipt. It shows what the back end knows and never decides about
 * money itself; whatever is pressed twice, in two tabs or after going back, is one payment.
 *
 * @element dvc-payment
 * @attr {string} payment - id of the payment: the `payment` of an acknowledgement, or of an agency's request
 * @attr {string} api - base URL of the back end; `<api>/api/v1/payments/<payment>` is asked
 * @attr {string} return-to - page to come back to from the bank, by default this one; it must show this very payment again
 * @attr {'vi'|'en'} locale - language of the page's words
 * @attr {'light'|'dark'} theme - overrules the system's choice
 * @fires dvc-ready - the payment is shown; detail `{ payment, phase }`
 * @fires dvc-change - it stands otherwise than before; detail `{ payment, phase }`
 * @fires dvc-pay - about to go to the bank, or to show what to do, cancelable; detail `{ payment, intent, offer, amount, url? }`, đồng. A host that cancels it takes the citizen to `url` itself
 * @fires dvc-paid - the money is there, by the back end's word; detail `{ payment, dossierCode, amount }`. Also when a payment that was paid before is shown
 * @fires dvc-error - something a page developer must know; detail `{ code, message }`
 * @slot hotline - phone and hours of support
 * @csspart title - what this is
 * @csspart stand - how it stands; also `stand-<phase>`: `stand-quote`, `stand-acting`, `stand-pending`, `stand-paid` …
 * @csspart offers - the ways to pay
 * @csspart offer - one of them
 * @csspart qr - the code to scan
 * @csspart countdown - how long this attempt can be paid
 * @csspart knowledge - what bank, dossier and agency know
 * @csspart lines - what is to be paid
 * @csspart line - one fee or charge
 * @csspart total - their sum
 * @csspart receipts - the receipts
 * @csspart receipt - one of them
 * @csspart refund - the form that asks for the money back
 * @csspart notice - a sentence in a box
 * @csspart field - one box of the refund form, with its label
 * @csspart label - what is asked
 * @csspart hint - help under the label
 * @csspart error - what is wrong, and what to do
 * @csspart control - the native control
 * @csspart button - any button
 * @csspart button-primary - the button that leads on
 */
export class DvcPayment extends LitElement {
  static override styles = paymentSheets;
  static override properties = {
    payment: { type: String }, api: { type: String }, returnTo: { type: String, attribute: 'return-to' }, locale: { type: String }, theme: { type: String, reflect: true },
    backend: { attribute: false }, headers: { attribute: false },
  };

  declare payment: string | undefined;
  declare api: string | undefined;
  declare returnTo: string | undefined;
  declare locale: string;
  declare theme: 'light' | 'dark' | undefined;
  /** The port itself, in place of `api`. */
  declare backend: PaymentBackend | undefined;
  /** Further headers of every request, such as a token of the host. */
  declare headers: (() => Record<string, string> | Promise<Record<string, string>>) | undefined;

  #http: PaymentBackend | undefined;
  #loaded: Promise<void> = Promise.resolve();
  #refund: RefundForm | undefined;
  #refundErrors: import('./refund-view.js').RefundErrors = {};
  /** The next drawing moves the focus to the heading: the citizen has brought this about. */
  #focusNext: 'heading' | 'question' | 'error' | undefined;
  #said = '';
  #minute: ReturnType<typeof setTimeout> | undefined;
  readonly #follower = new Follower(() => { this.#desk.back(); void this.#desk.read(); });
  readonly #desk = new Desk({
    backend: () => this.#port, payment: () => this.payment, returnTo: () => this.returnTo ?? location.href, locale: () => this.locale,
    draw: () => this.requestUpdate(),
    answered: (fresh, before) => this.#answered(fresh, before),
    offer: (detail) => this.#fire('dvc-pay', detail, true),
    go: (url) => { location.assign(url); },
    report: (what) => this.#report(what.startsWith('act/url') ? 'payment-link' : 'payment-failed', what),
  }, viPayment);

  constructor() {
    super();
    this.locale = 'vi';
  }

  // What a host can read and call

  /** As the back end last told it; undefined before. */
  get view(): PaymentView | undefined { return this.#desk.scene.view; }

  /** Asks the back end how it stands now. */
  async refresh(): Promise<void> { await this.#desk.read(); }

  // How it reacts

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follower.start();
    if (this.hasUpdated) this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follower.stop();
    clearTimeout(this.#minute);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const is = (...names: string[]) => !this.hasUpdated || names.some((name) => (changed as Map<string, unknown>).has(name));
    if (is('locale')) this.#await(this.#speak());
    if (is('api', 'headers')) this.#http = this.api === undefined ? undefined : createHttpPayments({ api: this.api, lang: () => this.locale, headers: () => this.headers?.() ?? {} });
    if (is('payment', 'backend', 'api')) {
      if (this.hasUpdated) this.#desk.anew();
      this.#begin();
    }
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#loaded;
    return super.getUpdateComplete();
  }

  get #port(): PaymentBackend | undefined { return this.backend ?? this.#http; }

  #await(work: Promise<void>): void {
    const before = this.#loaded;
    this.#loaded = work.then(() => before);
  }

  #begin(): void {
    if (this.payment !== undefined && this.#port) this.#await(this.#desk.read());
    // A script of the page may set both a moment later.
    else setTimeout(() => { if (this.isConnected && (this.payment === undefined || !this.#port)) this.#report('payment-missing', `payment: expected ${this.payment === undefined ? 'the id of a payment' : 'api or backend'}, got nothing`); }, 1000);
  }

  async #speak(): Promise<void> {
    const { locale } = this;
    const english = /^en\b/i.test(locale);
    let words: PaymentWords = viPayment;
    if (english) words = await import('@dvc/locale/en-payment.js').then(({ enPayment }) => enPayment, () => viPayment);
    if (this.locale !== locale || this.#desk.scene.words === words) return;
    this.#desk.set({ words });
    // Titles of ways to pay are the host's.
    if (this.view) void this.#desk.read();
  }

  async #loadQr(): Promise<void> {
    // Taken apart in `then`, the bundler would think that nothing of it is used.
    const module = await import('@dvc/ui/chrome/qr.js').catch(() => undefined);
    if (module && !this.#desk.scene.qr) this.#desk.set({ qr: module.qrCode });
  }

  #answered(fresh: boolean, before: PaymentView | undefined): void {
    this.requestUpdate();
    const { view, words } = this.#desk.scene;
    if (this.isConnected) this.#follower.next(view, fresh);
    if (view?.intent?.act?.kind === 'transfer' && view.intent.act.payload && !this.#desk.scene.qr) this.#await(this.#loadQr());
    if (!view || !fresh) return;
    const detail = { payment: view.id, phase: view.phase };
    if (!before) this.#fire('dvc-ready', detail);
    else if (before.phase !== view.phase) this.#fire('dvc-change', detail);
    if (view.phase === 'paid' && before?.phase !== 'paid') this.#fire('dvc-paid', { payment: view.id, dossierCode: view.dossierCode, amount: view.money.paid });
    if (before && before.phase !== view.phase && !this.#focusNext) this.#say(headline(view, words));
    this.#tick();
  }

  /** Draws the minutes anew, and says the last ones. */
  #tick(): void {
    clearTimeout(this.#minute);
    const left = minutesLeft(this.#desk.scene);
    if (left === undefined) return;
    if (left === 5 || left === 1) this.#say(left === 1 ? this.#desk.scene.words.leftLast : format(this.#desk.scene.words.left, { minutes: left }));
    if (left === 0) void this.#desk.read();
    else this.#minute = setTimeout(() => { this.requestUpdate(); this.#tick(); }, 20_000);
  }

  #say(text: string): void {
    if (this.#said === text) return;
    this.#said = text;
    this.requestUpdate();
  }

  readonly #pressed = (event: Event): void => {
    const press = readAction(event);
    if (!press) return;
    event.stopPropagation();
    const desk = this.#desk;
    this.#focusNext = 'heading';
    switch (press.action) {
      case 'choose': return desk.begin('choosing');
      case 'nothing': return desk.begin('nothing');
      case 'cancel': this.#focusNext = 'question'; return desk.begin('cancelling');
      case 'pay': return this.#await(desk.pay().then(() => { if (desk.scene.news?.kind === 'missing') this.#focusNext = 'error'; this.requestUpdate(); }));
      case 'act': return this.#await(desk.act());
      case 'transferred': return this.#await(desk.transferred());
      case 'cancel-yes': return this.#await(desk.cancel());
      case 'look': case 'read': this.#focusNext = undefined; return this.#await(press.action === 'look' ? desk.look() : desk.read());
      case 'refund': return this.#await(this.#openRefund());
      case 'refund-send': return this.#await(this.#sendRefund());
      case 'print': this.#focusNext = undefined; return print();
      case 'copy': case 'copy-link': this.#focusNext = undefined; void this.#copy(press.action === 'copy' ? press.id ?? '' : this.returnTo ?? location.href); return;
      default: this.#focusNext = undefined;
    }
  };

  readonly #chose = (event: Event): void => {
    const box = event.composedPath()[0];
    if (box instanceof HTMLInputElement && box.name === 'dvc-offer') this.#desk.set({ offer: box.value, ...(this.#desk.scene.news?.kind === 'missing' ? { news: undefined } : {}) });
  };

  /** Enter in a box of ours must not press the default button of a form around the page. */
  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.stopPropagation();
    if (event.composedPath()[0] instanceof HTMLInputElement) event.preventDefault();
  };

  async #openRefund(): Promise<void> {
    try { this.#refund ??= await import('./refund-view.js'); } catch { return this.#desk.set({ news: { kind: 'trouble', acting: true, reply: { kind: 'failed', reason: 'offline' } } }); }
    const root = this.renderRoot as ShadowRoot;
    const { refundSheet } = this.#refund;
    if (!root.adoptedStyleSheets.includes(refundSheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, refundSheet];
    this.#refundErrors = {};
    this.#desk.begin('refunding');
  }

  async #sendRefund(): Promise<void> {
    const { request, errors } = this.#refund!.readRefund(this.renderRoot, this.#desk.scene.words.lang);
    this.#refundErrors = errors;
    if (Object.keys(errors).length > 0) { this.#focusNext = 'error'; return this.requestUpdate(); }
    await this.#desk.askRefund(request);
    const { news } = this.#desk.scene;
    if (news?.kind === 'trouble' && news.reply.kind === 'refused' && news.reply.reason === 'secret') { this.#refundErrors = { lookupSecret: this.#desk.scene.words.refundSecretWrong }; this.#focusNext = 'error'; this.requestUpdate(); }
  }

  async #copy(text: string): Promise<void> {
    const { words } = this.#desk.scene;
    this.#said = '';
    try { await navigator.clipboard.writeText(text); this.#say(words.copied); } catch { this.#say(words.copyFailed); }
  }

  #fire(name: string, detail: object, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
  }

  #report(name: PaymentErrorName, what: string): void {
    const message = sentenceOf(name, what);
    console.error(message);
    this.#fire('dvc-error', { code: PAYMENT_CODES[name], message });
  }

  protected override updated(): void {
    const focus = this.#focusNext;
    if (!focus || this.#desk.scene.busy) return;
    this.#focusNext = undefined;
    const found = focus === 'question' ? this.renderRoot.querySelector<HTMLElement>('[data-ask]')
      : focus === 'error' ? this.renderRoot.querySelector<HTMLElement>('[aria-invalid=true], .invalid input')
      : this.renderRoot.querySelector<HTMLElement>('.news .notice') ?? this.renderRoot.querySelector<HTMLElement>('#dvc-stand, #dvc-lines');
    found?.focus();
  }

  protected override render(): TemplateResult {
    const { scene } = this.#desk;
    return html`<div class="dvc" lang=${scene.words.lang} @click=${this.#pressed} @change=${this.#chose} @keydown=${this.#key} @keypress=${this.#key}>${paymentView(scene, this.#refund?.refundView(scene, this.#refundErrors))}
      <p class="sr" role="status">${this.#said}</p></div>`;
  }
}

/** What is said when it moved by itself. */
function headline(view: PaymentView, words: PaymentWords): string {
  const titles = {
    unquoted: words.unquotedTitle, free: words.freeTitle, quote: words.linesTitle, choosing: words.chooseTitle, acting: words.chooseTitle, pending: words.pendingTitle, paid: words.paidTitle,
    failed: words.failedTitle, expired: words.expiredTitle, cancelled: words.cancelledTitle, officer: words.officerTitle, 'refund-asked': words.refundAskedTitle, refunded: words.refundedTitle,
  };
  return titles[view.phase];
}
