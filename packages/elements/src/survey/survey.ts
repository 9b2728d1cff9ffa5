import { startSurvey, surveyPageOf, type DraftKeys, type SurveyBackend, type SurveyContext, type SurveyPlan, type SurveyQuestion, type SurveyState, type SurveyWidget } from '@dvc/core';
import type { JsonObject } from '@dvc/schema';
import { widgetOf } from '@dvc/core/survey/look.js';
import { firstSurveyWords, loadSurveyWords } from '@dvc/locale/survey-words.js';
import { readAction } from '@dvc/ui/actions.js';
import { loadQuestionViews } from '@dvc/ui/survey/index.js';
import type { AnswerChange } from '@dvc/ui/survey/model.js';
import { focusQuestion, questionOf, readAnswer } from '@dvc/ui/survey/read.js';
import { html, LitElement, type CSSResult, type PropertyValues, type TemplateResult } from 'lit';
import type { Answering, AnsweringHost } from './answering.js';
import { SurveyError, lineOf, sentenceOf, SURVEY_CODES, type SurveyErrorName } from './errors.js';
import { surveyFacts, titleIn } from './facts.js';
import { planOf } from './loading.js';
import { idOf, modelOf, parts, type Lists } from './models.js';
import { surveyView } from './page.js';
import type { KioskHost } from './kiosk.js';
import type { Stage, SurveyScene } from './scene.js';
import type { ShellHost } from './shell.js';
import { surveySheets } from './survey.styles.js';

/** Where a dossier's invitation is asked for: the back end of the dossiers, and the right to this one. */
export interface InvitationPlace { readonly api?: string; readonly access?: string }
/** A token that shows that this person may answer, and nothing else; what brings one; or where it is asked for. */
export type Invitation = string | InvitationPlace | (() => string | undefined | Promise<string | undefined>);

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
 * @fires dvc-submitted - it was kept, or is queued until there is a connection; detail `{ survey, id, outcome, queued, procedure?, receipt? }`. With the receipt the response can be withdrawn
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
 * @csspart corner - the panel in the corner
 * @csspart dialog - the dialog
 */
export class DvcSurvey extends LitElement {
  static override styles = surveySheets;
  static override properties = {
    src: { type: String }, api: { type: String }, agency: { type: String }, procedure: { type: String }, channel: { type: String }, dossier: { type: String }, locale: { type: String }, theme: { type: String, reflect: true },
    mode: { type: String }, show: { type: String }, kiosk: { type: Number }, preview: { type: Boolean }, document: { attribute: false }, backend: { attribute: false }, headers: { attribute: false }, keys: { attribute: false }, invitation: { attribute: false }, answers: { attribute: false },
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
  /** Keys that seal what waits for a connection on this device; without them it waits as long as the page is open. */
  declare keys: DraftKeys | undefined;
  /** A token that shows that this person may answer, what brings one, or where one is asked for with the dossier; by default at `api`. */
  declare invitation: Invitation | undefined;
  /** Answers that it begins with, as the star that was pressed in a mail: set before the document, each under the name of its question. What the survey does not ask is left out. */
  declare answers: JsonObject | undefined;

  #plan: SurveyPlan | undefined;
  #state: SurveyState | undefined;
  #stage: Stage = 'loading';
  #words = firstSurveyWords;
  #loaded: Promise<void> = Promise.resolve();
  #loading: AbortController | undefined;
  #partMissing = false;
  #lost = false;
  /** In the page, of a dossier that has answered. */
  #gone = false;
  #shell: import('./shell.js').Shell | undefined;
  #kiosk: import('./kiosk.js').Kiosk | undefined;
  #lists: ReturnType<typeof import('./lists.js').codeLists> | undefined;
  #later: typeof import('./answering.js') | undefined;
  #answering: Answering | undefined;
  /** What was done before that was loaded. */
  #waiting: AnswerChange[] = [];
  #asked = new Map<string, SurveyQuestion>();
  /** The next drawing moves the focus: the person has brought this about. */
  #focusNext: 'page' | 'summary' | undefined;

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
    this.#shell?.open();
    await this.updateComplete;
  }

  /** Closes the dialog or the panel; answers stay while the page does. */
  close(): void { this.#shell?.close(); }

  /** From the beginning, for somebody else: all answers are gone. */
  restart(): void { if (this.#plan) this.#start(this.#plan); }

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
    if (!this.hasUpdated || is('src', 'document', 'mode', 'show', 'kiosk')) this.#begin();
    else if (is('locale')) this.#await(this.#speak());
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
    const { signal } = this.#loading = new AbortController();
    this.#await(this.#load(signal).catch((error: unknown) => {
      if (signal.aborted) return;
      this.#stage = 'unreadable';
      this.requestUpdate();
      this.#broken(error);
    }));
  }

  async #load(signal: AbortSignal): Promise<void> {
    const inline = this.querySelector(':scope > script[slot=document]')?.textContent ?? undefined;
    const shell = this.show === 'inline' ? undefined : import('./shell.js');
    const plan = await planOf({ document: this.document, inline, src: this.src }, signal);
    if (signal.aborted || !plan) return;
    this.#plan = plan;
    await Promise.all([this.#speak(), this.#loadKiosk()]);
    const { opens = '', closes = '~' } = surveyFacts({ plan });
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
    const asks = !this.kiosk && !this.preview && (shell || this.dossier);
    const may = !asks || await (await import('./memory.js')).mayAsk(this.#name, this.dossier ?? '');
    if (shell) this.#bring(await shell, may);
    if (this.answers) await this.#ready().catch(() => undefined);
    if (signal.aborted) return;
    this.#stage = today < opens ? 'early' : today > closes ? 'closed' : 'running';
    this.#gone = !may;
    this.#start(plan, this.answers);
    this.#fire('dvc-ready', { survey: this.#name, version: plan.document.version, pages: surveyPageOf(this.#state!).of });
    if (!may) this.#fire('dvc-dismissed', { survey: this.#name, reason: 'remembered' });
  }

  #start(plan: SurveyPlan, answers?: JsonObject): void {
    const given = { agency: this.agency, procedure: this.procedure, channel: this.channel ?? (this.kiosk ? 'kiosk' as const : undefined), dossier: surveyFacts({ plan }).anonymous === true ? undefined : this.dossier };
    const context = Object.fromEntries(Object.entries(given).filter(([, value]) => value)) as SurveyContext;
    // One key for the response and one for the order, 128 random bits each.
    this.#state = startSurvey(plan, { id: randomId(), seed: randomId(), locale: this.#words.lang, context, ...(answers ? { held: { answers } } : {}), ...(this.mode ? { mode: this.mode } : {}) });
    this.#answering = this.#later && new this.#later.Answering(this.#host);
    this.#waiting = [];
    this.requestUpdate();
  }

  /** Words, and the views of rarer questions, which say some of them. */
  async #speak(): Promise<void> {
    const { locale } = this;
    const widgets = this.#plan ? widgetsIn(this.#plan) : [];
    try {
      const [words, sheets] = await Promise.all([this.#loadWords(), loadQuestionViews(widgets, locale), widgets.includes('combobox') ? this.#loadLists() : undefined]);
      this.#adopt(sheets);
      this.#words = words;
    } catch (error) {
      this.#partMissing = true;
      this.#report('survey-part-missing', `part: expected a script, got ${String(error)}`);
    }
    if (this.#state) this.#state = { ...this.#state, locale: this.#words.lang };
    this.requestUpdate();
  }

  #loadWords(): ReturnType<typeof loadSurveyWords> {
    const rest = this.kiosk || this.show !== 'inline' || (this.#plan && widgetsIn(this.#plan).some((widget) => /^(ranking|slider|select|matrix)$/.test(widget)));
    return loadSurveyWords(this.locale, { rest: Boolean(rest), sending: this.#later !== undefined });
  }

  async #loadLists(): Promise<void> { this.#lists = (await import('./lists.js')).codeLists(this); }

  #bring({ Shell, sheet }: typeof import('./shell.js'), may: boolean): void {
    this.#adopt([sheet]);
    this.#shell = new Shell(this.#host);
    if (may && this.show === 'corner') this.#shell.opening = 'asking';
  }

  async #loadKiosk(): Promise<void> {
    this.#kiosk?.stop();
    if (!this.kiosk) return;
    const { Kiosk, sheet } = await import('./kiosk.js');
    this.#adopt([sheet]);
    this.#kiosk = new Kiosk(this.#host);
    this.#kiosk.start();
  }

  /** What answering needs, asked for with the first touch: offline it would be too late. */
  async #ready(): Promise<void> {
    if (this.#later) return;
    const [later, words] = await Promise.all([import('./answering.js'), loadSurveyWords(this.locale, { rest: false, sending: true })]);
    if (this.#later) return;
    this.#adopt([later.sheet]);
    this.#later = later;
    this.#words = { ...words, ...this.#words };
    this.#answering = new later.Answering(this.#host);
    this.#waiting.splice(0).forEach((change) => this.#answer(change));
  }

  readonly #host: AnsweringHost & ShellHost & KioskHost = ((element: DvcSurvey) => ({
    get state() { return element.#state; }, set state(state) { element.#state = state; },
    element, draw: () => element.requestUpdate(), fire: element.#fire.bind(element), report: element.#report.bind(element), remember: element.#remember.bind(element),
    focus() { element.#focusNext = 'page'; },
  }))(this);

  #adopt(sheets: readonly CSSResult[]): void {
    const root = this.renderRoot as ShadowRoot;
    const missing = sheets.map(({ styleSheet }) => styleSheet!).filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
    if (missing.length > 0) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...missing];
  }

  // What people do

  readonly #heard = (event: Event): void => {
    // The focus also moves when the warning itself appears.
    if (!event.type.startsWith('focus')) this.#kiosk?.seen();
    if (!this.#later) this.#await(this.#ready().catch(() => undefined));
    if (event.type === 'focusout') this.#left(event as FocusEvent);
    const change = readAnswer(event);
    if (change) this.#answer(change);
  };

  #answer(change: AnswerChange): void {
    const question = this.#asked.get(change.id);
    if (!question) return;
    if (this.#answering) this.#answering.answer(question, change);
    else this.#waiting.push(change);
  }

  #left(event: FocusEvent): void {
    const field = questionOf(event);
    const question = field && this.#asked.get(field.dataset['field'] ?? '');
    const box = event.composedPath()[0] as HTMLInputElement;
    // That something is missing is not said before one goes on.
    if (question && box.value && !(event.relatedTarget instanceof Node && field.contains(event.relatedTarget))) this.#answering?.left(question);
  }

  readonly #pressed = (event: Event): void => {
    this.#heard(event);
    const press = readAction(event);
    if (!press) return;
    event.stopPropagation();
    const { action, id = '' } = press;
    if (action === 'next') return this.#await(this.#next());
    if (action === 'goto') { focusQuestion(this.renderRoot, id); return; }
    if (this.#shell?.press(action)) return;
    this.#focusNext = 'page';
    if (action === 'back') this.#answering?.back();
    else if (action === 'restart') this.restart();
    else if (action === 'withdraw') this.#await(this.#withdraw());
    else this.#focusNext = undefined;
  };

  async #withdraw(): Promise<void> {
    this.#focusNext = undefined;
    this.#focusNext = await this.#answering?.withdraw();
    this.requestUpdate();
  }

  async #next(): Promise<void> {
    try {
      await this.#ready();
      this.#lost = false;
      this.#focusNext = await this.#answering!.next();
    } catch { this.#lost = true; }
    this.requestUpdate();
  }

  /** Enter in a box of ours must not press the default button of a form around the page. */
  readonly #key = (event: KeyboardEvent): void => {
    this.#kiosk?.seen();
    if (event.key !== 'Enter') return;
    event.stopPropagation();
    if (event.composedPath()[0] instanceof HTMLInputElement) event.preventDefault();
  };

  #remember(what: 'answered' | 'later' | 'never'): void {
    if (!this.kiosk && !this.preview) void import('./memory.js').then(({ remember }) => remember(this.#name, this.dossier ?? '', what), () => undefined);
  }

  #fire(name: string, detail: object, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
  }

  #report(name: SurveyErrorName, what: string, message = sentenceOf(name, what)): void {
    console.error(message);
    this.#fire('dvc-error', { code: SURVEY_CODES[name], message });
  }

  #broken(error: unknown): void {
    if (!(error instanceof SurveyError)) return this.#report('survey-part-missing', `part: expected a script, got ${String(error)}`);
    error.problems.forEach((problem) => { console.error(lineOf(problem)); });
    this.#report(error.kind, '', error.message);
  }

  // What is drawn

  protected override updated(): void {
    const root = this.renderRoot;
    for (const dialog of root.querySelectorAll('dialog')) if (!dialog.open) dialog.showModal();
    const focus = this.#focusNext;
    this.#focusNext = undefined;
    const find = (selector: string) => root.querySelector<HTMLElement>(selector);
    if (focus === 'page') (find('#dvc-end, #dvc-page') ?? find('#dvc-way, .q :is(input, textarea, select, button)'))?.focus();
    else if (focus && !this.#answering?.busy) {
      const summary = find('[part~=summary]');
      if (summary) summary.focus();
      else focusQuestion(root, find('[data-field]:has(> .warning)')?.dataset['field'] ?? '');
    }
  }

  #scene(): SurveyScene {
    const state = this.#state;
    const page = state && this.#stage === 'running' && state.outcome === 'running' ? surveyPageOf(state) : undefined;
    const around = { state: state!, words: this.#words, base: new URL(this.src ?? '', this.baseURI).href, lists: (question: SurveyQuestion): Lists => this.#lists?.(state!, question) ?? { listMissing: true }, answering: this.#answering };
    this.#asked = new Map((page?.questions ?? []).flatMap(parts).map((question) => [idOf(question.path), question]));
    return {
      words: this.#words, stage: this.#stage, state, later: this.#later, answering: this.#answering, lost: this.#lost, preview: this.preview, partMissing: this.#partMissing, next: this.#kiosk?.next,
      questions: page ? page.questions.map((question) => modelOf(around, question)) : [],
    };
  }

  readonly #dressed = (inside: unknown): TemplateResult => html`<div class="dvc" lang=${this.#words.lang} @click=${this.#pressed} @input=${this.#heard} @change=${this.#heard} @dvc-answer=${this.#heard} @dvc-choose=${this.#heard}
    @focusin=${this.#heard} @focusout=${this.#heard} @pointerdown=${this.#heard} @paste=${this.#heard} @compositionstart=${this.#heard} @compositionend=${this.#heard} @keydown=${this.#key} @keypress=${this.#key}>${inside}</div>`;

  protected override render(): unknown {
    const scene = this.#scene();
    const { state, words, stage } = scene;
    if (this.show !== 'inline') return this.#shell && state ? this.#shell.view(words, titleIn(state), surveyView(scene), this.#dressed) : '';
    return this.#gone && stage === 'running' && state?.outcome === 'running' ? '' : html`${this.#dressed(surveyView(scene))}${this.#kiosk?.view(words, this.#dressed)}`;
  }
}

function randomId(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16)))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** All that may be asked, whatever the answers. */
const widgetsIn = (plan: SurveyPlan): SurveyWidget[] => [...new Set([...plan.nodes.values()].map((node) => widgetOf(node, () => true, plan)))];
