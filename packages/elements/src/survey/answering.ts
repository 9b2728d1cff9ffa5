// What happens to a survey once somebody touches it: answers, what is wrong with them, the next page, what goes out. A page that is only seen does not load it.
import {
  reduceSurvey, responseOf, shownIssues, softIssuesOf, surveyPageOf, valueOf, type SurveyAction, type SurveyBackend, type SurveyQuestion, type SurveyReply, type SurveyResponse, type SurveyState,
} from '@dvc/core';
import type { Issue, Path } from '@dvc/schema';
import type { SurveyWords } from '@dvc/locale';
import { format } from '@dvc/locale/format.js';
import { surveySentence } from '@dvc/locale/survey-sentence.js';
import type { AnswerChange } from '@dvc/ui/survey/model.js';
import { surveyFacts } from './facts.js';
import type { Told } from './models.js';
import type { DvcSurvey } from './survey.js';
import { keysOf, textOf, valueFrom } from './values.js';

export { endView, summaryView, troubleView } from './end.js';
export { answeringStyles as sheet } from '@dvc/ui/survey/answering.styles.js';

/** What it needs of its element. */
export interface AnsweringHost {
  state: SurveyState | undefined;
  readonly element: Pick<DvcSurvey, 'preview' | 'backend' | 'api' | 'headers' | 'invitation' | 'kiosk' | 'keys' | 'dossier'>;
  draw(): void;
  fire(name: string, detail: object, cancelable?: boolean): boolean;
  /** On this device: it is not asked again. */
  remember(what: 'answered'): void;
  /** For the page's developer. */
  report(name: 'survey-no-backend' | 'survey-failed', what: string): void;
}

const below = (issue: Issue, path: Path): boolean => issue.path === path || issue.path.startsWith(`${path}/`);

export class Answering {
  /** An answer is awaited. */
  busy = false;
  /** What became of the last sending, when it came to nothing. */
  trouble: Extract<SurveyReply, { kind: 'refused' | 'failed' }> | undefined;
  /** What stands on the last page. */
  kept: { /** with it, and as long as the page is open, it can be taken back */ readonly receipt?: string; readonly queued: boolean; /** only as long as the page is open */ readonly open: boolean; readonly withdrawn?: true; /** it could not be taken back */ readonly failed?: true } | undefined;
  /** "Go on" was pressed in vain. */
  summed = false;
  /** Issues that only the keeper found; gone with the next answer. */
  #found: readonly Issue[] = [];
  /** A number as it is being typed. */
  readonly #typed = new Map<Path, string>();
  readonly #host: AnsweringHost;
  #invitation: string | undefined;
  /** Parts go one after the other, so that an older one never comes last. */
  #line: Promise<unknown> = Promise.resolve();

  constructor(host: AnsweringHost) {
    this.#host = host;
    const { backend, api } = host.element;
    // What sending needs, the outbox too, is fetched while there is a connection. What fails now is tried again then.
    if (backend === undefined && api !== undefined) void import('./backend.js').then(({ surveysAt }) => surveysAt(host.element).waiting()).catch(() => undefined);
  }

  // What a person does

  answer(question: SurveyQuestion, change: AnswerChange): void {
    const { path, widget } = question;
    const { state } = this.#host;
    if (!state) return;
    if (widget === 'number' && change.text !== undefined) this.#typed.set(path, change.text);
    const value = valueFrom(question, change, state.plan.nodes.get(path)?.kind === 'list');
    // `input` and `change` tell the same; a list that is emptied is absent.
    const before = valueOf(state, path);
    if (JSON.stringify(value) === JSON.stringify(before)) return this.#host.draw();
    this.#act({ type: 'answer', path, value });
    this.#host.fire('dvc-change', { survey: state.plan.document.id, path });
  }

  /** What was left is tidied, and what is wrong with it is said; that something is missing is not said before one goes on. */
  left({ path }: SurveyQuestion): void {
    this.#typed.delete(path);
    this.#act({ type: 'touch', path });
  }

  back(): void {
    this.summed = false;
    this.#act({ type: 'back' });
    this.#stepped();
  }

  /** To the next page, or out. What wants the focus then: undefined when nothing new is shown. */
  async next(): Promise<'page' | 'summary' | undefined> {
    const before = this.#host.state;
    if (!before || this.busy) return undefined;
    this.#act({ type: 'next' });
    const now = this.#host.state!;
    this.summed = now.page === before.page && now.outcome === 'running' && !now.finished;
    this.#host.draw();
    if (now.finished) return this.#send(now);
    if (now.outcome === 'screened-out') void this.#part(now, 'screened-out');
    else if (now.page !== before.page) {
      this.#stepped();
      if (surveyFacts(now).partial === true) void this.#part(now, 'partial');
    }
    return this.summed ? 'summary' : 'page';
  }

  #act(action: SurveyAction): void {
    const { state } = this.#host;
    if (!state || this.busy) return;
    this.#host.state = reduceSurvey(state, action);
    if (this.#host.state === state) return;
    if (action.type === 'answer') Object.assign(this, { trouble: undefined }).#found = [];
    this.#host.draw();
  }

  #stepped(): void {
    const { id, index, of } = surveyPageOf(this.#host.state!);
    this.#host.fire('dvc-step', { survey: this.#host.state!.plan.document.id, page: id, index, of });
  }

  // What a question shows of it

  told(question: SurveyQuestion, words: SurveyWords, isPart: boolean): Told {
    const { path, widget, many, rows, other, format: kind } = question;
    const state = this.#host.state!;
    const value = valueOf(state, path);
    const formatter = kind === undefined ? undefined : state.plan.kit.formats[kind];
    // What is wrong with a row, or with the words of "khác", is said there.
    const issue = [...this.#found, ...shownIssues(state)].find((each) => below(each, path) && !rows.some((row) => below(each, row.path)) && !(other && below(each, other.question.path)));
    return {
      chosen: keysOf(question, value), text: this.#typed.get(path) ?? textOf(value, formatter?.display && ((text) => formatter.display!(text))),
      error: issue && surveySentence(issue, { widget, many, format: kind }, words), warning: !isPart && softIssuesOf(state).includes(path) ? format(words.soft, { next: words.next }) : undefined,
    };
  }

  // What goes out

  /** A part that is lost on its way is no loss: the next one holds all of it. */
  #part(state: SurveyState, outcome: 'partial' | 'screened-out'): Promise<unknown> {
    if (this.#host.element.preview) return Promise.resolve();
    const response = responseOf(state, outcome);
    if (outcome === 'partial') this.#act({ type: 'sent', outcome });
    return (this.#line = this.#line.then(async () => {
      const reply = await this.#ask(response);
      if (outcome === 'screened-out' && (reply.kind === 'kept' || reply.kind === 'queued')) this.#sent(response, undefined, reply.kind === 'queued');
    }));
  }

  async #send(state: SurveyState): Promise<'page' | 'summary' | undefined> {
    const host = this.#host;
    const response = responseOf(state, 'complete');
    let reply: SurveyReply | undefined;
    if (host.fire('dvc-submit', { response }, true) && !host.element.preview) {
      this.busy = true;
      this.trouble = undefined;
      host.draw();
      await this.#line;
      reply = await this.#ask(response);
      // Meanwhile the page may have been given another survey, or another person.
      if (host.state?.id !== state.id) return undefined;
      this.busy = false;
    }
    host.draw();
    if (reply?.kind === 'issues') return this.#wrong(state, reply.issues);
    if (reply?.kind === 'refused' || reply?.kind === 'failed') { this.trouble = reply; return undefined; }
    const receipt = reply?.kind === 'kept' ? reply.receipt : undefined;
    host.state = reduceSurvey(state, { type: 'sent', outcome: 'complete' });
    this.kept = { queued: reply?.kind === 'queued', open: host.element.keys === undefined || Boolean(host.element.kiosk), ...(receipt === undefined ? {} : { receipt }) };
    this.#sent(response, receipt, this.kept.queued);
    return 'page';
  }

  /** Takes back what was just sent: whoever keeps it knows it by its receipt alone. */
  async withdraw(): Promise<'page' | undefined> {
    const { kept } = this;
    const { element, state } = this.#host;
    if (!kept?.receipt || !state || this.busy) return undefined;
    this.busy = true;
    this.#host.draw();
    const done = await this.#keeper(element).then((keeper) => keeper.withdraw(state.plan.document.id, state.id, kept.receipt!)).catch(() => 'failed');
    if (this.#host.state?.id !== state.id) return undefined;
    this.busy = false;
    this.kept = done === 'withdrawn' ? { queued: false, open: kept.open, withdrawn: true } : { ...kept, failed: true };
    this.#host.draw();
    return done === 'withdrawn' ? 'page' : undefined;
  }

  /** The keeper has it, or will. */
  #sent({ id, outcome, document, context }: SurveyResponse, receipt: string | undefined, queued: boolean): void {
    this.#host.remember('answered');
    this.#host.fire('dvc-submitted', { survey: document.id, id, outcome, queued, ...(context?.procedure === undefined ? {} : { procedure: context.procedure }), ...(receipt === undefined ? {} : { receipt }) });
  }

  /** The keeper found something that this page did not: the first page that holds some of it is shown. */
  #wrong(state: SurveyState, issues: readonly Issue[]): 'summary' {
    this.#found = issues;
    this.summed = true;
    const page = state.pages.find(({ nodes }) => nodes.some(({ path }) => issues[0] && below(issues[0], path)));
    if (page) this.#act({ type: 'go', page: page.id });
    return 'summary';
  }

  async #ask(response: SurveyResponse): Promise<SurveyReply> {
    const { element, state } = this.#host;
    const { backend, api } = element;
    if (backend === undefined && api === undefined) {
      this.#host.report('survey-no-backend', 'api: expected api or backend, got nothing');
      return { kind: 'failed', reason: 'unexpected' };
    }
    try {
      const { invitationOf } = await import('./backend.js');
      // Asked for once: a dossier is handed one invitation.
      this.#invitation ??= await invitationOf(element, state!.plan);
      return await (await this.#keeper(element)).send(response, this.#invitation);
    } catch (error) {
      this.#host.report('survey-failed', `backend: expected a reply, got ${String(error)}`);
      return { kind: 'failed', reason: 'unexpected' };
    }
  }

  async #keeper(element: AnsweringHost['element']): Promise<SurveyBackend> {
    return element.backend ?? (await import('./backend.js')).surveysAt(element);
  }
}
