import type { ReportPeriod, ResultsFilter, SurveyResults } from '@dvc/core/survey/results.js';
import type { SurveyResultsBackend } from '@dvc/core/survey/ports.js';
import { createHttpResults } from '@dvc/client/survey-results.js';
import { format } from '@dvc/locale';
import { viResults, type ResultsWords } from '@dvc/locale/vi-results.js';
import { readAction, type Action } from '@dvc/ui/actions.js';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { chartsOf, filterOf, notesOf, NO_WISH, type Board, type Wish } from './board.js';
import type { Chart } from './charts.js';
import { sentenceOf, RESULTS_CODES, type ResultsErrorName } from './errors.js';
import { resultsPage } from './page.js';
import { TEXTS } from './question-view.js';
import { Sheet } from './sheet.js';
import { resultsSheets } from './results.styles.js';

/**
 * The results of a survey: how many answered, the indices with the formula that gave them, and every question with its chart and its table. What has too few answers is
 * not told. The element reckons no index: it shows what the keeper of the responses tells.
 *
 * @element dvc-survey-results
 * @attr {string} survey - id of the survey, as `khao-sat/mot-cua`
 * @attr {string} api - base URL of the keeper of the responses; `<api>/api/v1/surveys/<id>/results` is asked
 * @attr {'vi'|'en'} locale - language of the page's words
 * @attr {'light'|'dark'} theme - overrules the system's choice
 * @fires dvc-ready - results are shown for the first time; detail `{ survey }`
 * @fires dvc-change - others are shown, because the filter was changed or they were loaded again; detail `{ survey, filter }`
 * @fires dvc-error - something a page developer must know; detail `{ code, message }`
 * @csspart head - title, what the results are of, and their time
 * @csspart title - the name of the survey
 * @csspart filters - the boxes that narrow the results
 * @csspart responses - how many answered
 * @csspart indices - all indices
 * @csspart index - one index
 * @csspart formula - how it is reckoned
 * @csspart comparison - periods and agencies
 * @csspart questions - all questions
 * @csspart question - one question with its answers
 * @csspart figure - a chart with its table and buttons
 * @csspart chart - the drawing
 * @csspart data - the table of a chart, to be opened
 * @csspart table - the table itself
 * @csspart texts - what people wrote
 * @csspart text - one of it
 * @csspart untold - stands where too few have answered
 * @csspart loading - says that results are on their way
 * @csspart notice - a sentence in a box
 * @csspart notice-warning - one of something that went wrong
 * @csspart field - one box, with its label
 * @csspart label - what is asked
 * @csspart control - the native control
 * @csspart button - any button
 * @csspart button-primary - the button that leads on
 */
export class DvcSurveyResults extends LitElement {
  static override styles = resultsSheets;
  static override properties = {
    survey: { type: String }, api: { type: String }, locale: { type: String }, theme: { type: String, reflect: true },
    backend: { attribute: false }, results: { attribute: false }, headers: { attribute: false }, periods: { attribute: false },
  };

  declare survey: string | undefined;
  declare api: string | undefined;
  declare locale: string;
  declare theme: 'light' | 'dark' | undefined;
  /** The port itself, in place of `api`. */
  declare backend: SurveyResultsBackend | undefined;
  /** The results that are shown. A host without a back end sets them. */
  declare results: SurveyResults | undefined;
  /** Further headers of every request, such as the token of an operator. */
  declare headers: (() => Record<string, string> | Promise<Record<string, string>>) | undefined;
  /** The report periods of the host, to choose from. */
  declare periods: readonly ReportPeriod[];

  #http: SurveyResultsBackend | undefined;
  #loaded: Promise<void> = Promise.resolve();
  #turn = 0;
  #filter: ResultsFilter = {};
  #ready = false;
  #said = '';
  #charts: ReadonlyMap<string, Chart> = new Map();
  #of: readonly unknown[] = [];
  #board: Omit<Board, 'results' | 'periods' | 'asks' | 'survey' | 'paper'> = { words: viResults, loading: false, trouble: undefined, wish: NO_WISH, compareBy: undefined, allAgencies: false, find: {}, shown: {} };
  readonly #sheet: Sheet = new Sheet((): Element | null => this.renderRoot.querySelector('.dvc'), () => this.requestUpdate());

  constructor() {
    super();
    this.locale = 'vi';
    this.periods = [];
  }

  // What a host can call

  /** Asks for the results again, with the same filter. */
  async refresh(): Promise<void> { await this.#load(this.#filter); }

  // How it reacts

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sheet.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sheet.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const is = (...names: string[]) => !this.hasUpdated || names.some((name) => (changed as Map<string, unknown>).has(name));
    if (is('locale')) this.#await(this.#speak());
    if (is('api', 'headers')) this.#http = this.api === undefined ? undefined : createHttpResults({ api: this.api, lang: () => this.locale, headers: () => this.headers?.() ?? {} });
    if (is('survey', 'api', 'backend')) this.#begin();
    if (changed.has('results') && this.results && !this.#port) this.#show(this.results);
    const board = this.#whole, of = [board.words, board.results, board.compareBy, board.allAgencies];
    // A key in a search reckons no chart anew.
    if (of.some((each, i) => each !== this.#of[i])) { this.#charts = chartsOf(board); this.#of = of; }
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    for (let loaded; loaded !== this.#loaded;) {
      loaded = this.#loaded;
      await super.getUpdateComplete();
      await loaded;
    }
    return super.getUpdateComplete();
  }

  get #port(): SurveyResultsBackend | undefined { return this.backend ?? this.#http; }

  #await(work: Promise<void>): void {
    const before = this.#loaded;
    this.#loaded = work.then(() => before);
  }

  #set(change: Partial<Board>): void {
    this.#board = { ...this.#board, ...change };
    this.requestUpdate();
  }

  #begin(): void {
    this.#turn++;
    if (this.#port && this.survey) {
      if (this.hasUpdated) this.results = undefined;
      this.#filter = {};
      this.#ready = false;
      this.#board = { ...this.#board, wish: NO_WISH, trouble: undefined, find: {}, shown: {} };
      // After this drawing: what follows changes what is drawn.
      this.#await(Promise.resolve().then(() => this.#load({})));
      return;
    }
    // A script of the page may set it a moment later.
    setTimeout(() => { if (this.isConnected && !this.results && !(this.#port && this.survey)) this.#report('results-missing', 'backend: expected survey with api or backend, or results, got nothing'); }, 1000);
  }

  async #load(filter: ResultsFilter): Promise<void> {
    const port = this.#port, { survey } = this;
    if (!port || !survey) return;
    const turn = ++this.#turn;
    this.#set({ loading: true, trouble: undefined });
    const reply = await port.results(survey, filter).catch((error: unknown) => {
      this.#report('results-failed', `backend: expected a reply, got ${String(error)}`);
      return { kind: 'failed', reason: 'unexpected' } as const;
    });
    // Whoever has asked again meanwhile waits for that answer.
    if (turn !== this.#turn) return;
    if (reply.kind !== 'results') return this.#set({ loading: false, trouble: reply });
    this.#filter = filter;
    this.#set({ loading: false, shown: {} });
    this.results = reply.results;
    this.#show(reply.results);
  }

  #show({ survey: { id }, filter, responses: { complete } }: SurveyResults): void {
    const { words } = this.#board;
    if (this.#ready) {
      this.#said = complete === null ? words.shownFew : format(words.shown, { n: complete }, words.lang);
      this.#fire('dvc-change', { survey: id, filter });
    } else this.#fire('dvc-ready', { survey: id });
    this.#ready = true;
  }

  async #speak(): Promise<void> {
    const { locale } = this;
    let words: ResultsWords = viResults;
    if (/^en\b/i.test(locale)) words = await import('@dvc/locale/en-results.js').then(({ enResults }) => enResults, () => viResults);
    if (this.locale === locale && this.#board.words !== words) this.#set({ words });
  }

  readonly #pressed = (event: Event): void => {
    const press = readAction(event);
    if (!press) return;
    event.stopPropagation();
    this.#await(this.#press(press));
  };

  async #press({ action, id = '' }: Action): Promise<void> {
    switch (action) {
      case 'apply': {
        const filter = filterOf(this.#board.wish, this.periods);
        return filter ? this.#load(filter) : this.#set({ trouble: 'range' });
      }
      case 'reload': return this.#load(this.#filter);
      case 'agencies': return this.#set({ allAgencies: !this.#board.allAgencies });
      case 'more': return this.#set({ shown: { ...this.#board.shown, [id]: (this.#board.shown[id] ?? TEXTS) + TEXTS } });
      case 'print': return print();
      case 'png': case 'svg': return this.#keep(action, id);
    }
  }

  /** A chart as a file. */
  async #keep(kind: 'png' | 'svg', id: string): Promise<void> {
    const chart = this.#charts.get(id), { words } = this.#board, { results } = this;
    if (!chart || !results) return;
    try {
      const { fileName, pictureOf, save } = await import('./download.js');
      const name = fileName(results.survey.id, chart, kind);
      save(await pictureOf(kind, chart, { title: chart.title, notes: notesOf(chart, this.#whole) }, this.renderRoot.querySelector('.dvc')!), name);
      this.#said = format(words.saved, { file: name });
    } catch (error) {
      this.#report('results-part', `picture: expected a file, got ${String(error)}`);
      this.#said = words.savedNot;
    }
    this.requestUpdate();
  }

  readonly #changed = (event: Event): void => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement || box instanceof HTMLSelectElement)) return;
    event.stopPropagation();
    if (box.name === 'find') this.#set({ find: { ...this.#board.find, [box.dataset['path'] ?? '']: box.value } });
    else if (box.name === 'compare-by') this.#set({ compareBy: box.value });
    else if (Object.hasOwn(NO_WISH, box.name)) this.#set({ wish: { ...this.#board.wish, [box.name as keyof Wish]: box.value } });
  };

  /** In a box of the filter Enter is its button, never that of a form around us. */
  readonly #key = (event: KeyboardEvent): void => {
    const box = event.composedPath()[0];
    if (event.key !== 'Enter' || event.isComposing || !(box instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (Object.hasOwn(NO_WISH, box.name)) this.#await(this.#press({ action: 'apply', element: box }));
  };

  #fire(name: string, detail: object): void { this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true })); }

  #report(name: ResultsErrorName, what: string): void {
    const message = sentenceOf(name, what);
    console.error(message);
    this.#fire('dvc-error', { code: RESULTS_CODES[name], message });
  }

  get #whole(): Board {
    return { ...this.#board, results: this.results, periods: this.periods ?? [], asks: this.#port !== undefined, survey: this.survey ?? '', paper: this.#sheet.paper };
  }

  protected override updated(): void { this.#sheet.look(); }

  protected override render(): TemplateResult {
    const board = this.#whole, { words } = board;
    return html`<div class="dvc" lang=${words.lang} @click=${this.#pressed} @change=${this.#changed} @input=${this.#changed} @keydown=${this.#key}>
      ${board.results || board.asks ? resultsPage(board, this.#charts) : html`<p>${words.none}</p>`}<p class="sr" role="status">${this.#said}</p></div>`;
  }
}
