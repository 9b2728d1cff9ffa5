// What a person does to a survey, and what goes out of it. The machine decides what is shown; nothing here does.
import { reduceSurvey, responseOf, surveyPageOf, type SurveyAction, type SurveyBackend, type SurveyReply, type SurveyResponse, type SurveyState } from '@dvc/core';
import type { Issue } from '@dvc/schema';
import { surveyFacts } from './facts.js';

/** What the desk needs of its element. */
export interface DeskHost {
  backend(): Promise<SurveyBackend | undefined>;
  invitation(): Promise<string | undefined>;
  isPreview(): boolean;
  /** Something to be drawn has changed. */
  draw(): void;
  /** About to be sent; false: the host sends it. */
  offer(response: SurveyResponse): boolean;
  stepped(): void;
  sent(response: SurveyResponse, receipt: string | undefined, queued: boolean): void;
  /** For the page's developer. */
  report(what: string): void;
}

/** 128 random bits in base64url: nobody can make a second response by chance, or know another's. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

export class Desk {
  state: SurveyState | undefined;
  busy = false;
  trouble: Extract<SurveyReply, { kind: 'refused' | 'failed' }> | undefined;
  kept: { readonly receipt?: string; readonly queued: boolean } | undefined;
  /** "Go on" was pressed in vain. */
  summed = false;
  /** Issues that only the keeper found; gone with the next answer. */
  found: readonly Issue[] = [];
  readonly #host: DeskHost;
  /** Parts go one after the other, so that an older one never comes last. */
  #line: Promise<unknown> = Promise.resolve();

  constructor(host: DeskHost) { this.#host = host; }

  begin(state: SurveyState | undefined): void {
    Object.assign(this, { state, busy: false, trouble: undefined, kept: undefined, summed: false, found: [] });
    this.#host.draw();
  }

  act(action: SurveyAction): void {
    const { state } = this;
    if (!state || this.busy) return;
    this.state = reduceSurvey(state, action);
    if (this.state === state) return;
    if (action.type === 'answer') Object.assign(this, { found: [], trouble: undefined });
    this.#host.draw();
  }

  /** To the next page, or out. True: something new is shown, and wants the focus. */
  async next(): Promise<boolean> {
    const { state } = this;
    if (!state || this.busy) return false;
    this.act({ type: 'next' });
    const now = this.state!;
    this.summed = now.page === state.page && now.outcome === 'running' && !now.finished;
    if (now.finished) return this.#send(now, 'complete');
    if (now.outcome === 'screened-out') void this.#part(now, 'screened-out');
    else if (now.page !== state.page) {
      this.#host.stepped();
      if (surveyFacts(now).partial === true) void this.#part(now, 'partial');
    }
    this.#host.draw();
    return true;
  }

  back(): void {
    this.summed = false;
    this.act({ type: 'back' });
    this.#host.stepped();
  }

  /** A part that is lost on its way is no loss: the next one holds all of it. */
  #part(state: SurveyState, outcome: 'partial' | 'screened-out'): Promise<unknown> {
    if (this.#host.isPreview()) return Promise.resolve();
    const response = responseOf(state, outcome);
    if (outcome === 'partial') this.act({ type: 'sent', outcome });
    return (this.#line = this.#line.then(async () => {
      const reply = await this.#ask(response);
      if (outcome === 'screened-out' && (reply.kind === 'kept' || reply.kind === 'queued')) this.#host.sent(response, undefined, reply.kind === 'queued');
    }));
  }

  async #send(state: SurveyState, outcome: 'complete'): Promise<boolean> {
    const response = responseOf(state, outcome);
    const finish = (receipt: string | undefined, queued: boolean) => {
      this.state = reduceSurvey(state, { type: 'sent', outcome });
      this.kept = { queued, ...(receipt === undefined ? {} : { receipt }) };
      this.trouble = undefined;
      this.#host.sent(response, receipt, queued);
    };
    if (!this.#host.offer(response) || this.#host.isPreview()) finish(undefined, false);
    else {
      Object.assign(this, { busy: true, trouble: undefined });
      this.#host.draw();
      await this.#line;
      const reply = await this.#ask(response);
      // Meanwhile the page may have been given another survey, or another person.
      if (this.state?.id !== state.id) return false;
      this.busy = false;
      if (reply.kind === 'kept' || reply.kind === 'queued') finish(reply.kind === 'kept' ? reply.receipt : undefined, reply.kind === 'queued');
      else if (reply.kind === 'issues') this.#wrong(reply.issues);
      else this.trouble = reply;
    }
    this.#host.draw();
    return true;
  }

  /** The keeper found something that this page did not: the first page that holds some of it is shown. */
  #wrong(issues: readonly Issue[]): void {
    Object.assign(this, { found: issues, summed: true });
    const first = issues[0];
    const page = this.state!.pages.find(({ nodes }) => nodes.some(({ path }) => first && (first.path === path || first.path.startsWith(`${path}/`))));
    if (page && page.id !== surveyPageOf(this.state!).id) this.act({ type: 'go', page: page.id });
  }

  async #ask(response: SurveyResponse): Promise<SurveyReply> {
    try {
      const backend = await this.#host.backend();
      if (!backend) {
        this.#host.report('api: expected api or backend, got nothing');
        return { kind: 'failed', reason: 'unexpected' };
      }
      return await backend.send(response, await this.#host.invitation());
    } catch (error) {
      this.#host.report(`backend: expected a reply, got ${String(error)}`);
      return { kind: 'failed', reason: 'unexpected' };
    }
  }
}
