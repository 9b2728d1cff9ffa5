import { startSurvey, surveyPageOf, type SurveyBackend, type SurveyContext, type SurveyPlan, type SurveyQuestion, type SurveyWidget } from '@dvc/core';
import { widgetOf } from '@dvc/core/survey/look.js';
import { firstSurveyWords, loadSurveyWords } from '@dvc/locale/survey-words.js';
import { readAction } from '@dvc/ui/actions.js';
import { canDraw, loadQuestionViews } from '@dvc/ui/survey/index.js';
import { focusQuestion, questionOf, readAnswer } from '@dvc/ui/survey/read.js';
import { html, LitElement, type CSSResult, type PropertyValues, type TemplateResult } from 'lit';
import { Desk, randomId } from './desk.js';
import { SurveyError, lineOf, sentenceOf, SURVEY_CODES, type SurveyErrorName } from './errors.js';
import { surveyFacts, titleIn } from './facts.js';
import { planOf } from './loading.js';
import { mayAsk, remember } from './memory.js';
import { idOf, modelOf, parts, type Lists } from './models.js';
import { surveyView } from './page.js';
import type { Stage, SurveyScene } from './scene.js';
import type { Opening } from './shell.js';
import { surveySheets } from './survey.styles.js';
import { valueFrom } from './values.js';

/** What the host knows and the survey does not: a token that shows that this person may answer, and nothing else. */
export type Invitation = string | (() => string | undefined | Promise<string | undefined>);

/**
 * A survey, from its first question to its thanks. It is answered in the page, in a dialog that the host opens, or in a panel in the corner that comes up by itself and takes neither the
 * focus nor the page. Once for a dossier; what this device remembers of it tells nobody which.
 *
 * @element dvc-survey
 * @attr {string} src - address of the survey document; or `.document`, or a `<script type="application/json" slot="document">` inside of the tag
 * @attr {string} api - base URL of the back end that keeps the responses; it may be another one than that of the dossiers
 * @attr {string} agency - code of the agency that it is about; never shown
 * @attr {string} procedure - code of the procedure that it is about; never shown
 * @attr {'portal'|'counter'|'kiosk'|'link'|'message'} channel - how people came to it
 * @attr {string} dossier - code of the dossier, so that it is asked once for each; sent only with a survey that is not anonymous
 * @attr {'vi'|'en'} locale - language of the page's words
 * @attr {'light'|'dark'} theme - overrules the system's choice
 * @attr {'pages'|'one'} mode - in place of the document's: pages, or one question at a time
 * @attr {'inline'|'dialog'|'corner'} show - where it stands: in the page; in a dialog, opened by `open()`; in the corner, where it comes up by itself and asks first
 * @attr {number} kiosk - seconds without a touch after which it warns, counts down, and clears itself for the next person; nothing is stored on the device
 * @attr {boolean} preview - nothing is sent, and a line says so
 * @fires dvc-ready - the survey is there; detail `{ survey, version, pages }`
 * @fires dvc-change - an answer was given or taken back; detail `{ survey, path }`, not the answer
 * @fires dvc-step - another page is shown; detail `{ survey, page, index, of }`
 * @fires dvc-submit - about to be sent, cancelable; detail `{ response }`. A host that cancels it sends the response itself
 * @fires dvc-submitted - it was kept, or is queued until there is a connection; detail `{ survey, id, outcome, queued, receipt? }`. With the receipt the response can be withdrawn
 * @fires dvc-dismissed - it was put off, refused or closed, or this device remembers that it was; detail `{ survey, reason }`: `later`, `never`, `closed`, `remembered`
 * @fires dvc-error - something a page developer must know; detail `{ code, message }`
 * @csspart title - what this is
 * @csspart page__title - title of a section
 * @csspart progress - how far one is
 * @csspart summary - the list of what must be mended
 * @csspart question - one question
 * @csspart label - what is asked
 * @csspart hint - help under the label
 * @csspart error - what is wrong, and what to do
 * @csspart control - the native control
 * @csspart actions - the buttons under a page
 * @csspart button - any button
 * @csspart button-primary - the button that leads on
 * @csspart notice - a sentence in a box
 * @csspart end - the page that thanks
 * @csspart receipt - the code of the response
 * @csspart corner - the panel in the corner
 * @csspart dialog - the dialog
 */
export class DvcSurvey extends LitElement {
  static override styles = surveySheets;
  static override properties = {
    src: { type: String }, api: { type: String }, agency: { type: String }, procedure: { type: String }, channel: { type: String }, dossier: { type: String }, locale: { type: String }, theme: { type: String, reflect: true },
    mode: { type: String }, show: { type: String }, kiosk: { type: Number }, preview: { type: Boolean }, document: { attribute: false }, backend: { attribute: false }, headers: { attribute: false }, invitation: { attribute: false },
  };

  declare src: string | undefined;
  declare api: string | undefined;
  declare agency: string | undefined;
  declare procedure: string | undefined;
  declare channel: SurveyContext['channel'] | undefined;
  declare dossier: string | undefined;
  declare locale: string;
  declare theme: 'light' | 'dark' | undefined;
  declare mode: 'pages' | 'one' | undefined;
  declare show: 'inline' | 'dialog' | 'corner';
  declare kiosk: number | undefined;
  declare preview: boolean;
  /** The survey document itself, in place of `src`. */
  declare document: unknown;
  /** The port itself, in place of `api`. */
  declare backend: SurveyBackend | undefined;
  /** Further headers of every request, such as a token of the host. */
  declare headers: (() => Record<string, string> | Promise<Record<string, string>>) | undefined;
  /** A token that shows that this person may answer, or what fetches one when it is sent. */
  declare invitation: Invitation | undefined;

  #plan: SurveyPlan | undefined;
  #stage: Stage = 'loading';
  #words = firstSurveyWords;
  #loaded: Promise<void> = Promise.resolve();
  #loading: AbortController | undefined;
  #http: Promise<SurveyBackend | undefined> | undefined;
  #partMissing = false;
  #opening: Opening = 'shut';
  #shell: typeof import('./shell.js') | undefined;
  #kiosk: import('./kiosk.js').Kiosk | undefined;
  #lists: ReturnType<typeof import('./lists.js').codeLists> | undefined;
  /** A number as it is being typed. */
  readonly #typed = new Map<string, string>();
  #asked = new Map<string, SurveyQuestion>();
  /** The next drawing moves the focus: the person has brought this about. */
  #focusNext: 'page' | 'summary' | 'first' | undefined;
  #from: Element | null = null;

  readonly #desk: Desk = new Desk({
    backend: () => this.#keeper(), invitation: async () => (typeof this.invitation === 'function' ? this.invitation() : this.invitation),
    isPreview: () => this.preview, draw: () => this.requestUpdate(),
    offer: (response) => this.#fire('dvc-submit', { response }, true),
    stepped: () => this.#stepped(),
    sent: ({ id, outcome }, receipt, queued) => {
      this.#remember('answered');
      this.#fire('dvc-submitted', { survey: this.#name, id, outcome, queued, ...(receipt === undefined ? {} : { receipt }) });
    },
    report: (what) => this.#report(what.startsWith('api') ? 'survey-no-backend' : 'survey-failed', what),
  });

  constructor() {
    super();
    this.locale = 'vi';
    this.show = 'inline';
    this.preview = false;
  }

  // What a host can call

  /** Opens the survey: in its dialog or its corner; in a page it is open. The focus goes into it, as somebody has asked for it. */
  async open(): Promise<void> {
    await this.updateComplete;
    this.#from = globalThis.document.activeElement;
    this.#opening = 'open';
    this.#focusNext = 'page';
    this.requestUpdate();
    await this.updateComplete;
  }

  /** Closes the dialog or the panel; answers stay while the page does. */
  close(): void { this.#dismiss('closed'); }

  /** From the beginning, for somebody else: all answers are gone. */
  restart(): void {
    this.#typed.clear();
    if (this.#plan) this.#start(this.#plan);
  }

  // How it reacts

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading?.abort();
    this.#kiosk?.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const is = (...names: string[]) => names.some((name) => (changed as Map<string, unknown>).has(name));
    if (is('api', 'headers')) this.#http = undefined;
    if (!this.hasUpdated || is('src', 'document', 'mode')) this.#begin();
    else if (is('locale')) this.#await(this.#speak());
    if (is('show') && this.show !== 'inline') this.#await(this.#loadShell());
    if (is('kiosk') && this.kiosk) this.#await(this.#loadKiosk());
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#loaded;
    return super.getUpdateComplete();
  }

  #await(work: Promise<void>): void {
    const before = this.#loaded;
    this.#loaded = work.then(() => before);
  }

  get #name(): string { return this.#plan?.document.id ?? ''; }

  // Loading

  #begin(): void {
    this.#loading?.abort();
    const stop = this.#loading = new AbortController();
    this.#await(this.#load(stop.signal));
  }

  async #load(signal: AbortSignal): Promise<void> {
    const inline = this.querySelector(':scope > script[slot=document]')?.textContent ?? undefined;
    try {
      const plan = await planOf({ document: this.document, inline, src: this.src }, signal);
      if (signal.aborted || !plan) return;
      this.#plan = plan;
      await this.#speak();
      if (signal.aborted) return;
      await this.#enter(plan);
    } catch (error) {
      if (signal.aborted) return;
      this.#stage = 'unreadable';
      this.requestUpdate();
      this.#broken(error);
    }
  }

  async #enter(plan: SurveyPlan): Promise<void> {
    const { opens, closes } = surveyFacts({ plan });
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
    this.#stage = opens !== undefined && today < opens ? 'early' : closes !== undefined && today > closes ? 'closed' : 'running';
    const asks = this.show !== 'inline' || (this.dossier ?? '') !== '';
    const may = !asks || this.kiosk || this.preview || await mayAsk(this.#name, this.dossier ?? '');
    this.#opening = this.show === 'inline' ? (may ? 'open' : 'shut') : this.show === 'corner' && may && this.#stage === 'running' ? 'asking' : 'shut';
    this.#start(plan);
    this.#fire('dvc-ready', { survey: plan.document.id, version: plan.document.version, pages: surveyPageOf(this.#desk.state!).of });
    if (!may) this.#fire('dvc-dismissed', { survey: this.#name, reason: 'remembered' });
  }

  #start(plan: SurveyPlan): void {
    const given = { agency: this.agency, procedure: this.procedure, channel: this.channel ?? (this.kiosk ? 'kiosk' as const : undefined), dossier: surveyFacts({ plan }).anonymous === true ? undefined : this.dossier };
    const context = Object.fromEntries(Object.entries(given).filter(([, value]) => value)) as SurveyContext;
    this.#desk.begin(startSurvey(plan, { id: randomId(), seed: randomId(), locale: this.#words.lang, context, ...(this.mode ? { mode: this.mode } : {}) }));
  }

  /** Words, and the views of rarer questions, which say some of them. */
  async #speak(): Promise<void> {
    const { locale } = this;
    const widgets = this.#plan ? widgetsIn(this.#plan) : [];
    const rest = Boolean(this.kiosk) || widgets.some((widget) => !canDraw(widget) || /^(ranking|slider)$/.test(widget));
    try {
      const [words, sheets] = await Promise.all([loadSurveyWords(locale, rest), loadQuestionViews(widgets, locale), this.#plan && /"codeList":/.test(JSON.stringify(this.#plan.document)) ? this.#loadLists() : undefined]);
      this.#adopt(sheets);
      this.#words = words;
    } catch (error) {
      this.#partMissing = true;
      this.#report('survey-part-missing', `part: expected a script, got ${String(error)}`);
    }
    const { state } = this.#desk;
    if (state) this.#desk.state = { ...state, locale: this.#words.lang };
    this.requestUpdate();
  }

  async #loadLists(): Promise<void> { this.#lists = (await import('./lists.js')).codeLists({ api: this.api, src: this.src }); }

  async #loadShell(): Promise<void> {
    try {
      this.#shell = await import('./shell.js');
      this.#adopt([this.#shell.shellSheet]);
    } catch (error) { this.#report('survey-part-missing', `part: expected a script, got ${String(error)}`); }
    this.requestUpdate();
  }

  async #loadKiosk(): Promise<void> {
    const { Kiosk, kioskSheet } = await import('./kiosk.js');
    this.#adopt([kioskSheet]);
    this.#kiosk?.stop();
    this.#kiosk = new Kiosk({
      seconds: () => this.kiosk ?? 0, draw: () => this.requestUpdate(), clear: () => { this.#focusNext = 'page'; this.restart(); },
      begun: () => { const { state } = this.#desk; return state !== undefined && (Object.keys(state.answers).length > 0 || state.visited.length > 1); },
      ended: () => { const { state, busy } = this.#desk; return !busy && state !== undefined && state.outcome !== 'running'; },
    });
    this.#kiosk.start();
  }

  #adopt(sheets: readonly CSSResult[]): void {
    const root = this.renderRoot as ShadowRoot;
    const missing = sheets.map(({ styleSheet }) => styleSheet!).filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
    if (missing.length > 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...missing];
  }

  async #keeper(): Promise<SurveyBackend | undefined> {
    if (this.backend) return this.backend;
    if (this.api === undefined) return undefined;
    return (this.#http ??= import('./backend.js').then(({ surveysAt }) => surveysAt(this)));
  }

  // What people do

  readonly #heard = (event: Event): void => {
    this.#kiosk?.seen();
    const change = readAnswer(event);
    const question = change && this.#asked.get(change.id);
    if (event.type === 'focusout') this.#left(event as FocusEvent);
    if (!change || !question) return;
    const { path } = question;
    const node = this.#plan!.nodes.get(path)!;
    if (question.widget === 'number' && change.text !== undefined) this.#typed.set(path, change.text);
    this.#desk.act({ type: 'answer', path, value: valueFrom(question, change, node.kind === 'list') });
    this.#fire('dvc-change', { survey: this.#name, path });
  };

  /** What was left is tidied, and what is wrong with it is said; that something is missing is not said before one goes on. */
  #left(event: FocusEvent): void {
    const field = questionOf(event);
    const question = field && this.#asked.get(field.dataset['field'] ?? '');
    if (!field || !question || (event.relatedTarget instanceof Node && field.contains(event.relatedTarget))) return;
    this.#typed.delete(question.path);
    const box = event.composedPath()[0];
    if (box instanceof HTMLInputElement && box.value !== '') this.#desk.act({ type: 'touch', path: question.path });
  }

  readonly #pressed = (event: Event): void => {
    this.#heard(event);
    const press = readAction(event);
    if (!press) return;
    event.stopPropagation();
    switch (press.action) {
      case 'next': return this.#await(this.#next());
      case 'back': this.#focusNext = 'page'; return this.#desk.back();
      case 'goto': focusQuestion(this.renderRoot, press.id ?? ''); return;
      case 'restart': this.#focusNext = 'page'; return this.restart();
      case 'join': this.#opening = 'open'; this.#focusNext = 'page'; return this.requestUpdate();
      case 'later': case 'never': this.#remember(press.action); return this.#dismiss(press.action);
      case 'close': return this.#dismiss('closed');
      case 'stay': return this.#kiosk?.seen();
    }
  };

  async #next(): Promise<void> {
    if (await this.#desk.next()) this.#focusNext = this.#desk.trouble ? undefined : this.#desk.summed ? 'summary' : 'page';
    this.requestUpdate();
  }

  /** Enter in a box of ours must not press the default button of a form around the page, nor Escape close what is not ours. */
  readonly #key = (event: KeyboardEvent): void => {
    this.#kiosk?.seen();
    if (event.key !== 'Enter') return;
    event.stopPropagation();
    if (event.composedPath()[0] instanceof HTMLInputElement) event.preventDefault();
  };

  #dismiss(reason: 'later' | 'never' | 'closed'): void {
    if (this.show === 'inline' || this.#opening === 'shut') return;
    // Whoever closes what came up by itself has said "later".
    if (reason === 'closed' && this.show === 'corner' && this.#desk.state?.outcome === 'running') this.#remember('later');
    this.#opening = 'shut';
    this.requestUpdate();
    if (this.#from instanceof HTMLElement) this.#from.focus();
    this.#from = null;
    this.#fire('dvc-dismissed', { survey: this.#name, reason });
  }

  #remember(what: 'answered' | 'later' | 'never'): void { if (!this.kiosk && !this.preview) void remember(this.#name, this.dossier ?? '', what); }

  #stepped(): void {
    const { state } = this.#desk;
    if (!state) return;
    const { id, index, of } = surveyPageOf(state);
    this.#fire('dvc-step', { survey: this.#name, page: id, index, of });
  }

  #fire(name: string, detail: object, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
  }

  #report(name: SurveyErrorName, what: string): void { this.#tell(name, sentenceOf(name, what)); }
  #tell(name: SurveyErrorName, message: string): void {
    console.error(message);
    this.#fire('dvc-error', { code: SURVEY_CODES[name], message });
  }
  #broken(error: unknown): void {
    if (!(error instanceof SurveyError)) return this.#report('survey-part-missing', `part: expected a script, got ${String(error)}`);
    error.problems.forEach((problem) => { console.error(lineOf(problem)); });
    this.#tell(error.kind, error.message);
  }

  // What is drawn

  protected override updated(): void {
    const root = this.renderRoot;
    for (const dialog of root.querySelectorAll('dialog')) if (!dialog.open) dialog.showModal();
    const focus = this.#focusNext;
    this.#focusNext = undefined;
    if (focus === 'summary') {
      const found = root.querySelector<HTMLElement>('[part~=summary]');
      if (found) found.focus();
      else focusQuestion(root, root.querySelector<HTMLElement>('[data-field]:has(> .warning)')?.dataset['field'] ?? '');
    } else if (focus === 'page') root.querySelector<HTMLElement>('#dvc-end, #dvc-page')?.focus() ?? root.querySelector<HTMLElement>('#dvc-way, .q input, .q textarea, .q select')?.focus();
  }

  #scene(): SurveyScene {
    const { state, busy, trouble, kept, summed, found } = this.#desk;
    const page = state && this.#stage === 'running' && state.outcome === 'running' ? surveyPageOf(state) : undefined;
    const base = new URL(this.src ?? '', this.baseURI).href;
    const lists = (question: SurveyQuestion): Lists => this.#lists?.(state!, question) ?? { listMissing: true };
    this.#asked = new Map((page?.questions ?? []).flatMap(parts).map((question) => [idOf(question.path), question]));
    return {
      words: this.#words, stage: this.#stage, state, busy, trouble, kept, summed, preview: this.preview, partMissing: this.#partMissing, next: this.#kiosk?.next,
      questions: page ? page.questions.map((question) => modelOf({ state: state!, words: this.#words, found, typed: this.#typed, base, lists }, question)) : [],
    };
  }

  readonly #dressed = (inside: unknown): TemplateResult => html`<div class="dvc" lang=${this.#words.lang} @click=${this.#pressed} @input=${this.#heard} @change=${this.#heard} @dvc-answer=${this.#heard} @dvc-choose=${this.#heard}
    @focusout=${this.#heard} @paste=${this.#heard} @compositionstart=${this.#heard} @compositionend=${this.#heard} @keydown=${this.#key} @keypress=${this.#key} @pointerdown=${this.#touched}>${inside}</div>`;
  readonly #touched = (): void => { this.#kiosk?.seen(); };
  readonly #cancelled = (event: Event): void => { event.preventDefault(); this.#dismiss('closed'); };

  protected override render(): unknown {
    const scene = this.#scene();
    const idle = this.#kiosk?.view(scene.words, this.#dressed);
    if (this.show === 'inline') return this.#opening === 'shut' && this.#stage !== 'loading' && this.#stage !== 'unreadable' ? '' : html`${this.#dressed(surveyView(scene))}${idle}`;
    return scene.state && this.#shell ? this.#shell.shellView({ show: this.show, opening: this.#opening, words: scene.words, title: titleIn(scene.state), done: scene.state.sent }, surveyView(scene), this.#dressed, this.#cancelled) : '';
  }
}

/** All that may be asked, whatever the answers. */
const widgetsIn = (plan: SurveyPlan): SurveyWidget[] => [...new Set([...plan.nodes.values()].map((node) => widgetOf(node, () => true, plan)))];
