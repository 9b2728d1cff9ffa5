import type { Backend, PaymentBackend, StatusAccess, StatusBackend, StatusView } from '@dvc/core';
import type { Calendar, OfficeHours } from '@dvc/schema/calendar/index.js';
import { createHttpStatus } from '@dvc/client/status.js';
import { format, type StatusWords } from '@dvc/locale';
import { viStatus } from '@dvc/locale/vi-status.js';
import { readAction, type Action } from '@dvc/ui/actions.js';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { Desk } from './desk.js';
import type { Door } from './door/door.js';
import { Embeds } from './embeds.js';
import { sentenceOf, STATUS_CODES, type StatusErrorName } from './errors.js';
import { Follower } from './follow.js';
import { headline, labelOf } from './now-text.js';
import { statusView } from './page.js';
import type { Rest } from './rest/rest.js';
import type { Opened } from './scene.js';
import { statusSheets } from './status.styles.js';

/**
 * The status of a dossier: what the citizen must do now, who has it, when it is due, and how it came there. It shows what the
 * back end tells, live, and never goes back; lateness is said as it is.
 *
 * @element dvc-status
 * @attr {string} dossier - dossier code; stands in the look-up, and is opened at once where this browser's session may read it
 * @attr {string} api - base URL of the back end; `<api>/api/v1/dossiers/…` is asked
 * @attr {'full'|'card'|'list'} view - the whole page, a few lines, or all dossiers of the citizen
 * @attr {string} page - address of the page that shows a dossier, with `{dossier}` for its code: for the QR code; by default this page
 * @attr {boolean} otp - the host sends one-time codes: the look-up offers them
 * @attr {'vi'|'en'} locale - language of the page's words
 * @attr {'light'|'dark'} theme - overrules the system's choice
 * @fires dvc-ready - a dossier is shown; detail `{ dossier, code }`: its status code
 * @fires dvc-change - it stands otherwise than before; detail `{ dossier, code }`
 * @fires dvc-submitted - a supplement was sent; detail `{ dossier, request }`
 * @fires dvc-login - the access that the host gave has ended; the host logs the citizen in and sets a new `.access`
 * @fires dvc-error - something a page developer must know; detail `{ code, message }`
 * @slot hotline - phone and hours of support
 * @slot - in a card: a link to the whole page
 * @csspart title - the name of the procedure
 * @csspart about - when and where it was sent, and how the result comes
 * @csspart now - what the citizen must do; also `now-<task>`: `now-nothing`, `now-supplement`, `now-pay`, `now-collect`, `now-read-reason`, `now-rate`
 * @csspart remarks - what the officer asks for
 * @csspart remark - one of it
 * @csspart facts - status, holder, due date
 * @csspart status - how it stands
 * @csspart holder - who has it
 * @csspart due - when it is due
 * @csspart left - the working days that are left, or overdue; also `left-calm`, `left-near`, `left-late`
 * @csspart late - that it is late
 * @csspart updated - when the agency said something last
 * @csspart documents - papers and results
 * @csspart document - one of them
 * @csspart post - a parcel
 * @csspart history - what has happened
 * @csspart event - one line of it
 * @csspart more - what can be opened
 * @csspart supplement - the form that answers what the officer asks for
 * @csspart payments - what is paid here
 * @csspart channel - one way to get messages
 * @csspart notification - one message
 * @csspart look-up - the boxes of a look-up
 * @csspart card - the compact view
 * @csspart dossiers - the list
 * @csspart dossier - one of it
 * @csspart filters - how the list is narrowed
 * @csspart notice - a sentence in a box
 * @csspart field - one box, with its label
 * @csspart label - what is asked
 * @csspart hint - help under the label
 * @csspart error - what is wrong, and what to do
 * @csspart control - the native control
 * @csspart button - any button
 * @csspart button-primary - the button that leads on
 */
export class DvcStatus extends LitElement {
  static override styles = statusSheets;
  static override properties = {
    dossier: { type: String }, api: { type: String }, view: { type: String }, page: { type: String }, otp: { type: Boolean }, locale: { type: String }, theme: { type: String, reflect: true },
    access: { attribute: false }, backend: { attribute: false }, headers: { attribute: false }, calendar: { attribute: false }, hours: { attribute: false }, payments: { attribute: false }, forms: { attribute: false },
  };

  declare dossier: string | undefined;
  declare api: string | undefined;
  declare view: 'full' | 'card' | 'list';
  declare page: string | undefined;
  declare otp: boolean;
  declare locale: string;
  declare theme: 'light' | 'dark' | undefined;
  /** The right to read a dossier, as a logged-in host has it from its back end. */
  declare access: StatusAccess | undefined;
  /** The port itself, in place of `api`. */
  declare backend: StatusBackend | undefined;
  /** Further headers of every request, such as a token of the host. */
  declare headers: (() => Record<string, string> | Promise<Record<string, string>>) | undefined;
  /** Days off and worked Saturdays, for due dates; by default those of the back end. */
  declare calendar: Calendar | undefined;
  /** Office hours of a working day. */
  declare hours: OfficeHours | undefined;
  /** The back end of payments, in place of `api`. */
  declare payments: PaymentBackend | undefined;
  /** The back end of the form of a supplement (files, code lists), in place of `api`; it may have `document(id, version)`. */
  declare forms: (Backend & { document?(id: string, version: string): Promise<unknown> }) | undefined;

  #http: StatusBackend | undefined;
  #loaded: Promise<void> = Promise.resolve();
  #door: Door | undefined;
  #rest: Rest | undefined;
  #focusNext: 'now' | 'news' | 'error' | 'question' | 'opened' | 'history' | undefined;
  #said = '';
  readonly #follower = new Follower(() => this.#desk.listen(), () => this.#desk.derive());
  readonly #desk = new Desk({
    backend: () => this.#port, office: () => this.calendar && { calendar: this.calendar, ...(this.hours ? { hours: this.hours } : {}) }, given: () => this.access !== undefined, otp: () => this.otp && this.#port?.sendOtp !== undefined,
    draw: () => this.requestUpdate(), moved: (view, before) => this.#moved(view, before), follow: () => { if (this.isConnected) this.#follower.again(); },
    login: () => { this.#fire('dvc-login', {}); }, report: (what) => this.#report('status-failed', what),
  }, viStatus);
  readonly #embeds = new Embeds({
    about: () => this, desk: this.#desk, backend: () => this.#port, sent: (request) => { this.#fire('dvc-submitted', { dossier: this.#desk.access?.dossier, request }); this.#focusNext = 'news'; },
    report: (what) => this.#report('status-part', what),
  });

  constructor() {
    super();
    this.locale = 'vi';
    this.view = 'full';
    this.otp = false;
  }

  // What a host can read and call

  /** As it is shown; undefined before. */
  get status(): StatusView | undefined { return this.#desk.scene.view; }

  /** The right to the dossier that is shown, for what else the host shows of it, such as a survey; undefined before anybody has entered. */
  get entered(): StatusAccess | undefined { return this.#desk.access; }

  /** Asks the back end how it stands now. */
  async refresh(): Promise<void> { await (this.#desk.access ? this.#desk.read() : this.view === 'list' ? this.#desk.readList() : undefined); }

  // How it reacts

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follower.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follower.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const is = (...names: string[]) => !this.hasUpdated || names.some((name) => (changed as Map<string, unknown>).has(name));
    if (is('locale')) this.#await(this.#speak());
    if (is('api', 'headers')) this.#http = this.api === undefined ? undefined : createHttpStatus({ api: this.api, lang: () => this.locale, headers: () => this.headers?.() ?? {} });
    if (is('view', 'api')) this.#desk.scene = { ...this.#desk.scene, form: this.view, base: this.api ? new URL(this.api, location.href).href : location.href };
    if (is('dossier', 'access', 'backend', 'api', 'view')) this.#await(this.#begin());
    else if (is('calendar', 'hours')) this.#desk.derive();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    // What is loaded may bring something that is loaded in its turn.
    for (let loaded; loaded !== this.#loaded;) {
      loaded = this.#loaded;
      await super.getUpdateComplete();
      await loaded;
      await super.getUpdateComplete();
    }
    return super.getUpdateComplete();
  }

  get #port(): StatusBackend | undefined { return this.backend ?? this.#http; }

  #await(work: Promise<void> | undefined): void {
    if (!work) return;
    const before = this.#loaded;
    this.#loaded = work.then(() => before);
  }

  async #begin(): Promise<void> {
    // After this drawing: what follows changes what is drawn.
    await Promise.resolve();
    const desk = this.#desk, { dossier, access } = this;
    if (!this.#port) {
      // A script of the page may set it a moment later.
      setTimeout(() => { if (this.isConnected && !this.#port) this.#report('status-missing', 'backend: expected api or backend, got nothing'); }, 1000);
      return;
    }
    if (access) return desk.enter(access);
    if (this.view === 'list') return desk.readList();
    if (dossier) {
      // Whoever has just sent it, or is logged in, need not look it up.
      const reply = await this.#port.list().catch(() => undefined);
      const mine = reply?.kind === 'ok' ? reply.value.find(({ dossierCode }) => dossierCode === dossier) : undefined;
      if (dossier !== this.dossier || this.access) return;
      if (mine) return desk.enter(mine.access);
    }
    desk.lookUpAgain({ code: dossier ?? '' });
  }

  async #speak(): Promise<void> {
    const { locale } = this;
    let words: StatusWords = viStatus;
    if (/^en\b/i.test(locale)) words = await import('@dvc/locale/en-status.js').then(({ enStatus }) => enStatus, () => viStatus);
    if (this.locale === locale && this.#desk.scene.words !== words) this.#desk.set({ words });
  }

  #moved(view: StatusView, before: StatusView | undefined): void {
    const detail = { dossier: this.#desk.scene.facts?.dossierCode, code: view.code };
    if (!before) return void this.#fire('dvc-ready', detail);
    this.#embeds.moved(view);
    const { words } = this.#desk.scene;
    const now = headline(view, words);
    if (before.code === view.code && before.due.due?.date === view.due.due?.date && headline(before, words) === now) return;
    this.#fire('dvc-change', detail);
    // Once, and only what came by itself: what the citizen did is said where the focus goes.
    if (!this.#focusNext && !this.#desk.scene.busy) this.#say(format(words.changed, { what: `${labelOf(view, words)}. ${now}` }));
  }

  #say(text: string): void {
    this.#said = text;
    this.requestUpdate();
  }

  readonly #pressed = (event: Event): void => {
    const press = readAction(event);
    if (!press) return;
    event.stopPropagation();
    this.#await(this.#press(press).then(() => this.requestUpdate()));
  };

  async #press(press: Action): Promise<void> {
    const desk = this.#desk, { action, id } = press;
    switch (action) {
      case 'read': return desk.access ? desk.read() : this.#begin();
      case 'open': return this.#open(id as Opened);
      case 'to-remark': return this.#embeds.toRemark(Number(id));
      case 'send': return this.#embeds.send();
      case 'all': desk.set({ all: true }); this.#focusNext = 'history'; return;
      case 'login': this.#fire('dvc-login', {}); return;
      case 'print': return print();
      case 'copy': return this.#copy(id ?? '');
      case 'other': desk.lookUpAgain({ code: '' }); this.#focusNext = 'now'; return;
      case 'back': desk.lookUpAgain(); await desk.readList(); this.#focusNext = 'now'; return;
      default: if (!await this.#door?.press(press)) await this.#rest?.press(press);
    }
  }

  async #open(opened: Opened): Promise<void> {
    const desk = this.#desk;
    if (desk.scene.opened === opened) return desk.open(undefined);
    if (opened === 'supplement' || opened === 'pay') {
      if (await this.#embeds.open(opened)) this.#focusNext = 'opened';
      return;
    }
    try { this.#rest ??= await this.#bringRest(); } catch { desk.set({ news: { kind: 'part' } }); this.#focusNext = 'news'; return; }
    desk.open(opened);
    await this.#rest.begin(opened);
    this.#focusNext = 'opened';
  }

  async #bringRest(): Promise<Rest> {
    const { Rest, boxSheet, restSheet } = await import('./rest/rest.js');
    this.#adopt(boxSheet, restSheet);
    return new Rest({
      desk: this.#desk, root: () => this.renderRoot, draw: () => this.requestUpdate(), say: (text) => this.#say(text), focus: (what) => { this.#focusNext = what; this.requestUpdate(); },
      url: () => (this.page ? new URL(this.page.replace('{dossier}', encodeURIComponent(this.#desk.access?.dossier ?? '')), document.baseURI).href : location.href),
    });
  }

  /** What a view that came later wears. */
  #adopt(...sheets: CSSStyleSheet[]): void {
    const root = this.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets.filter((sheet) => !root.adoptedStyleSheets.includes(sheet))];
  }

  /** The look-up or the list, when there is no dossier to show. */
  async #bringDoor(): Promise<void> {
    try {
      const { Door, boxSheet, doorSheet } = await import('./door/door.js');
      this.#adopt(boxSheet, doorSheet);
      this.#door ??= new Door({ desk: this.#desk, root: () => this.renderRoot, focus: (what) => { this.#focusNext = what; this.requestUpdate(); } });
      this.requestUpdate();
    } catch { this.#desk.set({ news: { kind: 'part' } }); }
  }

  readonly #changed = (event: Event): void => this.#door?.changed(event.target);

  /** Enter in a box of ours looks up, and must not press the default button of a form around the page. */
  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.stopPropagation();
    if (!(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (event.type === 'keydown' && !event.isComposing && (event.target.name === 'code' || event.target.name === 'value')) this.#await(this.#door?.lookUp().then(() => this.requestUpdate()));
  };

  async #copy(text: string): Promise<void> {
    const { words } = this.#desk.scene;
    try { await navigator.clipboard.writeText(text); this.#say(words.copied); } catch { this.#say(words.copyFailed); }
  }

  #fire(name: string, detail: object): boolean { return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true })); }

  #report(name: StatusErrorName, what: string): void {
    const message = sentenceOf(name, what);
    console.error(message);
    this.#fire('dvc-error', { code: STATUS_CODES[name], message });
  }

  protected override updated(): void {
    const { page, news } = this.#desk.scene;
    if (!this.#door && (page === 'look-up' || page === 'list') && news?.kind !== 'part') this.#await(this.#bringDoor());
    const focus = this.#focusNext;
    if (!focus || this.#desk.scene.busy) return;
    this.#focusNext = undefined;
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    const found = { now: find('#dvc-now'), news: find('.news .notice') ?? find('#dvc-now'), error: find('[aria-invalid=true]'), question: find('[data-ask]'), opened: find('.opened [name=address]') ?? find('[data-opened]'), history: find('#dvc-history') }[focus];
    found?.focus();
  }

  protected override render(): TemplateResult {
    const { scene } = this.#desk, door = this.#door;
    if (!this.#port) return html`<div class="dvc" lang=${scene.words.lang}><p>${scene.words.none}</p></div>`;
    const inside = scene.opened === 'supplement' || scene.opened === 'pay' ? this.#embeds.view() : this.#rest?.view();
    return html`<div class="dvc" lang=${scene.words.lang} @click=${this.#pressed} @input=${this.#changed} @change=${this.#changed} @keydown=${this.#key} @keypress=${this.#key}>${statusView(scene, door && ((now, news) => door.view(now, news)), inside, scene.list !== undefined)}
      <p class="sr" role="status">${this.#said}</p></div>`;
  }
}
