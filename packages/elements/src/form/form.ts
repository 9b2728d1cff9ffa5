import { createStore, dataOf, issuesOf, payloadOf, beginForm, type Acknowledgement, type Assistance, type Backend, type DraftKeys, type DraftStore, type Prefill, type Store } from '@dvc/core';
import type { FormPlan, Issue, Json, JsonObject } from '@dvc/schema';
import { todayIn } from '@dvc/schema/calendar/today.js';
import { firstWords, loadWords, type Words } from '@dvc/locale';
import { loadViews } from '@dvc/ui/fields/index.js';
import { focusField } from '@dvc/ui/read-control.js';
import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { Company } from './beside/company.js';
import type { Session } from './beside/session.js';
import { FormError, sentenceOf } from './errors.js';
import { FormEvents } from './events.js';
import { FieldModels } from './field-models.js';
import { planOf } from './loading.js';
import { brokenView, formView, loadingView, stepId, type FormScene } from './page.js';
import { likelyNeeds, loadParts, needsOf, reducersOf, type Needs, type Parts } from './parts.js';
import { press } from './presses.js';
import { Sender } from './sender.js';
import { newKey } from './submission.js';
import { adopt, formSheets } from './form.styles.js';
import { textsOf } from './texts.js';

/**
 * A dossier form drawn from a form document or a plain JSON Schema.
 *
 * @element dvc-form
 * @attr {string} src - URL of the form document
 * @attr {string} api - base URL of the back end; dossiers go to `<api>/api/v1/dossiers`
 * @attr {string} code-lists - base URL of the code lists; by default beside the document
 * @attr {'vi'|'en'} locale - language of the page's words; switching keeps all input
 * @attr {'steps'|'single'} mode - one step at a time, or everything on one page
 * @attr {boolean} readonly - shows the answers as text
 * @attr {'light'|'dark'} theme - overrules the system's choice
 * @attr {'device'} autosave - keeps an encrypted draft on this device; off by default
 * @attr {string} draft - name of that draft; by default the id of the document
 * @attr {string} payment-page - address of the page that shows a payment by itself, with `{payment}` for its id: where the bank sends the citizen back to
 * @attr {boolean} shared - a computer that many people use: nothing readable stays on it
 * @attr {string} name - inside a `<form>` of the page: what would be submitted is its value under this name, as JSON
 * @fires dvc-ready - the form can be filled; detail `{ id, version }`
 * @fires dvc-change - an answer changed; detail `{ path }`, a stable place id and no value
 * @fires dvc-step - another page is shown; detail `{ step }`
 * @fires dvc-submit - about to send, cancelable; detail is the submission. A host that cancels it sends it itself and calls `resolveSubmit`
 * @fires dvc-submitted - the back end acknowledged; detail `{ dossierCode, receivedAt, payment? }`: the id of the payment of its fees, if there is something to pay
 * @fires dvc-login - the session is over and the citizen wants to log in again; the host does so and sets a new `.session`
 * @fires dvc-error - something a page developer must know; detail `{ code, message, problems }`
 * @slot hotline - phone and hours of support, shown with every error that a citizen cannot mend
 * @csspart title - the name of the form
 * @csspart progress - the steps, and where one is
 * @csspart summary - the list of what must be mended
 * @csspart notice - a sentence in a box: information, a failure, a change; also `notice-info`, `notice-success`, `notice-warning`, `notice-error`
 * @csspart step - the page shown
 * @csspart step__title - its heading
 * @csspart group - fields that belong together
 * @csspart group__label - their heading
 * @csspart field - one field: label, hint, error, control
 * @csspart label - what is asked
 * @csspart hint - help under the label
 * @csspart error - what is wrong, and what to do
 * @csspart warning - what may be wrong
 * @csspart control - the native control
 * @csspart rows - a list of rows
 * @csspart row - one row, with its buttons
 * @csspart foreign - something given that does not fit, with a way to take it away
 * @csspart paper - one dossier paper: what it is, what is accepted, its files
 * @csspart file - one chosen file
 * @csspart review - all answers, to be read before sending
 * @csspart fees - what is to be paid
 * @csspart actions - the buttons under a page
 * @csspart button - any button
 * @csspart button-primary - the button that leads on
 * @csspart acknowledgement - that the dossier is stored
 * @csspart dossier-code - mã hồ sơ
 * @csspart lookup-secret - mã tra cứu
 * @csspart payment - the payment of the fees, under the acknowledgement
 * @csspart draft - how the draft on this device stands
 * @cssprop [--dvc-color-ink=#1c2626] - text
 * @cssprop [--dvc-color-muted=#566160] - hints, units, what is still to come
 * @cssprop [--dvc-color-surface=#ffffff] - the page
 * @cssprop [--dvc-color-raised=#f8f6f2] - what stands off from the page: disabled boxes, rows
 * @cssprop [--dvc-color-line=#dfdad1] - quiet lines
 * @cssprop [--dvc-color-border=#77807d] - borders of controls; 3 : 1 against the page
 * @cssprop [--dvc-color-action=#0b5a66] - buttons, links, chosen options
 * @cssprop [--dvc-color-action-strong=#07434d] - the same under the pointer
 * @cssprop [--dvc-color-action-soft=#e6f2f1] - behind chosen options and information
 * @cssprop [--dvc-color-on-action=#ffffff] - text on a button
 * @cssprop [--dvc-color-error=#b1241c] - what must be mended
 * @cssprop [--dvc-color-error-soft=#fdf2f0] - behind it
 * @cssprop [--dvc-color-warning=#7d4b00] - what may be wrong
 * @cssprop [--dvc-color-warning-soft=#fdf5e3] - behind it
 * @cssprop [--dvc-color-success=#1c6740] - what is done
 * @cssprop [--dvc-color-success-soft=#eaf5ee] - behind it
 * @cssprop [--dvc-color-focus=#3a3ad0] - the ring of the focus; 3 : 1 against the page
 * @cssprop [--dvc-font='Segoe UI', system-ui, -apple-system, Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif] - typeface; it must have the stacked marks of Vietnamese
 * @cssprop [--dvc-font-mono=ui-monospace, Consolas, 'Cascadia Mono', Menlo, 'Noto Sans Mono', 'DejaVu Sans Mono', monospace] - typeface of codes
 * @cssprop [--dvc-font-size=18px] - everything grows with it
 * @cssprop [--dvc-line-height=1.6] - below 1.5 stacked marks touch
 * @cssprop [--dvc-space=8px] - distances are multiples of it
 * @cssprop [--dvc-radius=8px] - corners
 * @cssprop [--dvc-control-height=48px] - least height of controls and buttons
 * @cssprop [--dvc-measure=720px] - greatest width of the form
 * @cssprop [--dvc-focus-width=3px] - thickness of the ring
 */
export class DvcForm extends LitElement {
  static readonly formAssociated = true;
  static override styles = formSheets;
  static override properties = {
    src: { type: String }, api: { type: String }, codeLists: { type: String, attribute: 'code-lists' }, locale: { type: String }, mode: { type: String },
    readonly: { type: Boolean }, name: { type: String, reflect: true }, theme: { type: String, reflect: true },
    document: { attribute: false }, schema: { attribute: false }, uiSchema: { attribute: false }, backend: { attribute: false }, headers: { attribute: false }, identity: { attribute: false },
    autosave: { type: String }, draft: { type: String }, shared: { type: Boolean }, session: { attribute: false }, prefill: { attribute: false }, assistance: { attribute: false }, draftKeys: { attribute: false }, drafts: { attribute: false },
    scene: { state: true }, failure: { state: true },
  };

  declare src: string | undefined;
  declare api: string | undefined;
  declare codeLists: string | undefined;
  declare locale: string;
  declare mode: 'steps' | 'single' | undefined;
  declare readonly: boolean;
  declare name: string | undefined;
  declare theme: 'light' | 'dark' | undefined;
  /** A form document, in place of `src`. Must not be changed afterwards. */
  declare document: unknown;
  /** A plain JSON Schema (draft-07, 2019-09, 2020-12), in place of a document. */
  declare schema: unknown;
  /** How a plain schema is shown, in the shape that RJSF reads. */
  declare uiSchema: unknown;
  /** The port itself, in place of `api`. */
  declare backend: Backend | undefined;
  /** Further headers of every request, such as a token of the host. */
  declare headers: (() => Record<string, string> | Promise<Record<string, string>>) | undefined;
  /** What the host knows of the citizen: `fullName`, `personalId`, `birthDate`, `sex`, `phone`, `email` … Read once, at the start. */
  declare identity: Readonly<Record<string, Json>> | undefined;
  declare autosave: 'device' | undefined;
  declare draft: string | undefined;
  declare shared: boolean;
  /** The host's session: when it ends, and how to extend it. `null`: it has ended. */
  declare session: Session | null | undefined;
  /** Asks the sources of the State for what they know of the citizen; the form waits a second at most. */
  declare prefill: Prefill | undefined;
  /** Who helps the submitter, and on whose behalf: shown, and sent along. */
  declare assistance: Assistance | undefined;
  /** The other half of the draft's key, from the host's session; by default from the back end. */
  declare draftKeys: DraftKeys | undefined;
  /** The port itself, in place of this device's own store. */
  declare drafts: DraftStore | undefined;
  /** @internal */
  declare scene: FormScene | undefined;
  /** @internal */
  declare failure: FormError | undefined;

  #internals = this.attachInternals();
  #given: Json | undefined;
  #loading: AbortController | undefined;
  #loaded: Promise<void> = Promise.resolve();
  /** The HTTP client; without an `api` it fetches code lists and nothing else. */
  #http: Backend | undefined;
  #ids = new Map<string, string>();
  /** For what stands in the form's place while there is none. */
  #words: Words = firstWords;
  #outline = '';
  #published = false;
  #company: Company | undefined;
  #meeting: Promise<Company | undefined> | undefined;
  readonly #sender = new Sender({
    scene: () => this.scene, backend: () => this.#backend, bring: () => this.#morePages(), report: (error) => this.#report(error),
    about: () => this,
    offer: (submission) => this.#fire('dvc-submit', submission, true), note: (sent) => this.#company?.note(sent),
  });

  constructor() {
    super();
    this.locale = 'vi';
    this.readonly = false;
    this.shared = false;
  }

  // What a host can read and call

  /** Everything held, untouched parts verbatim: deep-equal to what was set. Setting it starts the answers anew. */
  get data(): Json | undefined { return this.scene ? dataOf(this.scene.store.state) : this.#given; }
  set data(data: Json | undefined) {
    this.#given = data;
    if (!this.scene) return;
    this.scene.store.dispatch({ type: 'loaded', data });
    this.#publish(this.scene.store);
    this.#look(this.scene.store);
  }

  /** What would be submitted now: relevant answers and computed values. */
  get payload(): JsonObject | undefined { return this.scene && payloadOf(this.scene.store.state); }

  /** Checks everything and sends, or shows what must be mended. */
  submit(): void { this.#sender.submit(); }

  /** For a host that cancelled `dvc-submit`: what its own back end said. */
  resolveSubmit(outcome: Acknowledgement | readonly Issue[]): void {
    const { scene } = this;
    if (scene) this.#await(this.#morePages().then(() => this.scene!.parts.sending?.resolve(scene.store, outcome)));
  }

  /** Back to the first state: given data, identity, defaults; a new dossier with a key of its own. */
  reset(): void {
    if (!this.scene) return;
    this.#sender.forget();
    void this.#company?.anew();
    this.#begin(this.scene.plan, this.scene.store.state.today, this.scene.parts);
  }

  /** Shows a step by its id, or `papers` or `review`. */
  goTo(step: string): void { this.scene?.store.dispatch({ type: 'went', to: step }); }

  /** Could it be sent as it is? Shows nothing. */
  checkValidity(): boolean { return this.scene !== undefined && issuesOf(this.scene.store.state).length === 0; }

  /** The same, and shows every error; the summary takes focus. */
  reportValidity(): boolean {
    this.scene?.store.dispatch({ type: 'checked' });
    return this.checkValidity();
  }

  formResetCallback(): void { this.reset(); }

  formAssociatedCallback(): void { if (this.scene) this.#publish(this.scene.store); }

  // How it reacts

  override connectedCallback(): void {
    super.connectedCallback();
    // What changed while the form was off the page is drawn now.
    this.requestUpdate();
    this.scene?.company?.begin(this.scene, true);
    addEventListener('online', this.#online);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#online);
    this.#sender.stop();
    this.#company?.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const is = (...names: string[]) => names.some((name) => (changed as Map<string, unknown>).has(name));
    const { scene } = this;
    if (scene?.parts.sheets) adopt(this.renderRoot as ShadowRoot, scene.parts.sheets);
    if (!this.hasUpdated || is('src', 'document', 'schema', 'uiSchema', 'autosave', 'draft', 'prefill', 'drafts')) this.#loaded = this.#load();
    else if (is('api', 'backend', 'codeLists')) this.#await(this.#connect());
    else if (is('locale')) this.#await(this.#speak());
    else if (scene && is('mode')) this.#await(this.#morePages());
    if (this.hasUpdated && is('session', 'shared', 'assistance')) this.#await(this.#accompany());
    if (scene && is('name')) this.#publish(scene.store);
    if (scene && is('readonly')) this.#await(this.#fix(scene));
  }

  async #fix({ store }: FormScene): Promise<void> {
    await loadViews(['readonly']).catch(() => undefined);
    if (this.scene?.store !== store) return;
    store.dispatch({ type: 'read-only', readOnly: this.readonly });
    this.scene = this.#sceneOf(this.scene.plan, store, this.scene.events, this.scene.parts);
  }

  #await(work: Promise<void>): void {
    const before = this.#loaded;
    this.#loaded = work.then(() => before);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#loaded;
    return super.getUpdateComplete();
  }

  async #load(): Promise<void> {
    this.#loading?.abort();
    const { signal } = this.#loading = new AbortController();
    this.#http = undefined;
    // Defined before the page was read to its end, the element is there before its child.
    if (document.readyState === 'loading' && !this.src && !this.document && !this.schema) await new Promise((resolve) => { document.addEventListener('DOMContentLoaded', resolve, { once: true }); });
    const { locale } = this;
    const words = this.#learn(locale);
    const inline = this.querySelector(':scope > script[slot=document]')?.textContent ?? undefined;
    try {
      const [given, company] = await Promise.all([planOf({ document: this.document, schema: this.schema, uiSchema: this.uiSchema, inline, src: this.src }, signal, {
        odd: (problems) => { for (const problem of problems) console.warn(sentenceOf(problem)); },
        // Fetched early, so that nothing waits for the plan; a failure is said by what asks for it in earnest.
        found: (text, lenient) => { loadParts(likelyNeeds(text, this.mode === 'steps', this.backend !== undefined || this.api !== undefined, lenient), locale).catch(() => undefined); },
      }), this.#hasCompany ? this.#meet() : undefined, this.#reach(this.api !== undefined)]);
      if (signal.aborted || !given) return;
      const backend = this.#backend;
      const plan = await company?.prepare(given, signal) ?? given;
      const needs = this.#needs(plan, this.mode === 'steps', backend !== undefined);
      const [today, parts] = await Promise.all([
        backend && import('./clock.js').then(({ timeOf }) => timeOf(backend)),
        loadParts(needs, locale), this.#reach(needs.lists), words, this.readonly && loadViews(['readonly']),
      ]);
      if (signal.aborted) return;
      this.failure = undefined;
      this.#begin(plan, today ?? todayIn('Asia/Ho_Chi_Minh', Date.now()), parts);
      if (this.locale !== locale) await this.#speak();
      this.#fire('dvc-ready', { id: plan.document.id, version: plan.document.version });
      // What cannot be drawn brings the rarer shapes along.
      parts.shapes?.tellMissing(this, plan.problems);
    } catch (error) {
      await words.catch(() => undefined);
      if (signal.aborted) return;
      this.scene = undefined;
      this.failure = error instanceof FormError ? error : new FormError('document-broken', `document: expected one that starts, got ${String(error)}`);
      this.#report(this.failure);
    }
  }

  #begin(plan: FormPlan, today: string, parts: Parts): void {
    const company = this.#company;
    const about = { today, at: new Date().toISOString(), readOnly: this.readonly };
    const kept = company?.restored(about);
    const fresh = () => beginForm(plan, { ...about, data: this.#given, identity: this.identity, idempotencyKey: newKey() });
    const store = createStore(kept ?? company?.filled(fresh()) ?? fresh());
    store.watchFlow((before) => this.#flowed(store, before));
    this.#ids = new Map();
    const events = new FormEvents(store, this.#ids, {
      press: (pressed) => press(this, this.scene!, pressed, this.#ids.get(pressed.id ?? '')),
      chooseFiles: (input, id) => {
        const { pages, files } = this.scene!.parts;
        if (id === undefined) pages?.chooseFiles(this.scene!, input);
        else void files?.chooseFile(this.scene!, input, id, (each) => this.answered(each));
      },
      answered: (id) => this.answered(id),
      leaving: () => this.#company?.leaving(),
    });
    this.#outline = '';
    this.scene = this.#sceneOf(plan, store, events, parts);
    company?.begin(this.scene, kept !== undefined);
    if (company?.onItsWay.length) this.#sender.submit(company.onItsWay);
    this.#publish(store);
  }

  /** What the host asks for beyond the answers: drafts, a session, sources, helpers. */
  get #hasCompany(): boolean { return this.autosave === 'device' || this.shared || this.session !== undefined || !!(this.prefill ?? this.identity ?? this.assistance); }

  /** Met once. Whoever cannot have it fills in the form all the same. */
  #meet(): Promise<Company | undefined> {
    return this.#meeting ??= import('./beside/company.js').then(({ Company }) => Company.for({
      form: this, report: (error) => this.#report(error), back: () => this.#sender.again('session'), again: this.#again,
    })).then((company) => this.#company = company, (error: unknown) => {
      this.#meeting = undefined;
      this.#report(new FormError('no-draft', `company: expected a script, got ${String(error)}`));
      return undefined;
    });
  }

  /** Something was set that asks for company while the form stands. */
  async #accompany(): Promise<void> {
    if (!this.#hasCompany && !this.#company) return;
    const company = await this.#meet();
    const { scene } = this;
    if (!scene || !company) return;
    if (!scene.company) await this.#more(this.locale, scene.parts.pages !== undefined, scene.parts.sending !== undefined);
    company.attend();
    this.requestUpdate();
  }

  #needs(plan: FormPlan, pages: boolean, sends: boolean): Needs { return { ...needsOf(plan, pages, sends), company: this.#company !== undefined }; }

  #sceneOf(plan: FormPlan, store: Store, events: FormEvents, parts: Parts): FormScene {
    const lists = this.scene?.store === store ? this.scene.lists : parts.lists && new parts.lists.CodeLists(store, () => this.backend ?? this.#http);
    store.learn(reducersOf(parts));
    const company = this.#company;
    const models = new FieldModels(store, textsOf(plan, parts.words), lists, this.#ids, company);
    return { plan, store, lists, backend: () => this.#backend, events, parts, models, company };
  }

  async #learn(locale: string): Promise<void> {
    this.#words = await loadWords(locale, { rest: false, sending: false });
  }

  async #speak(): Promise<void> {
    const { locale, scene } = this;
    await Promise.all([this.#learn(locale), this.#company?.speak(locale), scene && this.#more(locale, scene.parts.pages !== undefined, scene.parts.sending !== undefined)]);
    if (locale === this.locale) this.requestUpdate();
  }

  /** Review and acknowledgement, for a form that comes to them after all; without a connection it goes on without. */
  async #morePages(): Promise<void> {
    if (!this.scene!.parts.pages) await this.#more(this.locale, true, true).catch(() => undefined);
  }

  /** Another back end for the same answers. */
  async #connect(): Promise<void> {
    const { scene } = this;
    this.#http = undefined;
    await Promise.all([this.#reach(this.api !== undefined || scene?.lists !== undefined), scene && this.#more(this.locale, scene.parts.pages !== undefined, true)]);
  }

  async #reach(needed: boolean): Promise<void> {
    if (needed && !this.backend) this.#http ??= (await import('./backend.js')).backendOf(this);
  }

  /** Draws the same answers with other parts, unless meanwhile the form or the language is another. */
  async #more(locale: string, pages: boolean, sends: boolean): Promise<void> {
    const { plan, store } = this.scene!;
    const parts = await loadParts(this.#needs(plan, pages, sends), locale);
    if (this.scene?.store === store && locale === this.locale) this.scene = this.#sceneOf(plan, store, this.scene.events, parts);
  }

  /** @internal An answer changed: tells the host, and looks whether pages or papers are others now. */
  answered(id: string): void {
    const { store } = this.scene!;
    this.#sender.resume(store);
    this.#company?.answered();
    this.#fire('dvc-change', { path: id });
    this.#publish(store);
    this.#look(store);
  }

  /** The page around the fields is drawn again only when what it shows is another. */
  #look(store: Store): void {
    const outline = this.scene!.parts.pages?.outlineOf(store.state) ?? '';
    if (this.#outline !== outline) this.requestUpdate();
    this.#outline = outline;
  }

  /** Typed values reach the browser's session-restore files through setFormValue: only for a host that asked for it by a name. */
  #publish(store: Store): void {
    if (this.name && this.#internals.form) this.#internals.setFormValue(JSON.stringify(payloadOf(store.state)));
    else if (this.#published) this.#internals.setFormValue(null);
    this.#published = this.name !== undefined && this.name !== null;
  }

  #flowed(store: Store, before: Store['state']): void {
    const now = store.state;
    this.requestUpdate();
    if (now.page !== before.page) {
      this.#fire('dvc-step', { step: now.page });
      this.#sender.resume(store);
    }
    if (now.phase !== before.phase && now.phase.kind === 'acknowledged') {
      const { dossierCode, receivedAt, payment } = now.phase.acknowledgement;
      this.#fire('dvc-submitted', { dossierCode, receivedAt, payment });
    }
    if (now.phase.kind === 'failed' && now.phase !== before.phase && now.phase.retryAfterMs !== undefined) this.#sender.failed(now.phase.retryAfterMs);
    const target = now.summons !== before.summons ? '[part~=summary]' : now.phase.kind !== before.phase.kind && now.phase.kind !== 'submitting' && now.phase.kind !== 'editing' ? '[data-news]' : now.page !== before.page ? this.isStepped ? '#dvc-step-title' : `#${stepId(now.page)}` : undefined;
    if (target) void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(target)?.focus());
  }

  #online = (): void => this.#sender.again('offline');

  #again = (): void => {
    this.failure = undefined;
    this.#loaded = this.#load();
  };

  /** @internal */
  get isStepped(): boolean { return this.scene?.parts.more !== undefined && (this.mode ?? (this.scene.plan.steps.length > 1 ? 'steps' : 'single')) === 'steps'; }

  /** @internal Says something to those who do not see it happen. */
  say(text: string): void {
    const region = this.renderRoot.querySelector('#dvc-said');
    if (region) region.textContent = text;
  }

  /** @internal */
  login(): void { this.#fire('dvc-login', {}); }

  /** @internal Leads to a field, on whatever page it is. */
  async reveal(domId: string): Promise<void> {
    if (this.isStepped) this.scene!.parts.pages!.turnTo(this.scene!, domId);
    await this.updateComplete;
    // What is wrong with the whole has no field of its own: the form begins at its first.
    if (!focusField(this.renderRoot, domId)) this.renderRoot.querySelector<HTMLElement>('[data-field] :is(input, select, textarea, button)')?.focus();
  }

  get #backend(): Backend | undefined { return this.backend ?? (this.api === undefined ? undefined : this.#http); }

  #fire(name: string, detail: unknown, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, cancelable, bubbles: true, composed: true }));
  }

  #report(error: FormError): void {
    for (const problem of error.problems) console.error(sentenceOf(problem));
    if (error.problems.length === 0) console.error(error.message);
    this.#fire('dvc-error', { code: error.code, message: error.message, problems: error.problems });
  }

  protected override render(): TemplateResult {
    if (this.failure) return brokenView(this.failure, this.#words, this.#again);
    return this.scene ? formView(this.scene, this.isStepped) : loadingView(this.#words);
  }
}
