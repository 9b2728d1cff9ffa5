// What a status page knows and what its buttons do: each asks the back end and shows its answer. Nothing here decides where a dossier stands; core derives that from the events.
import {
  emptyStatus, hasGap, reduceStatus, revisionOf, statusViewOf, takeSnapshot,
  type DueContext, type SecondFactor, type StatusAccess, type StatusBackend, type StatusFailure, type StatusReply, type StatusSnapshot, type StatusView,
} from '@dvc/core';
import type { StatusWords } from '@dvc/locale';
import type { Opened, StatusScene } from './scene.js';

export type Office = Pick<DueContext, 'calendar' | 'hours'>;

/** What the desk needs of its element. */
export interface DeskHost {
  backend(): StatusBackend | undefined;
  /** The host's own; else the back end's counts. */
  office(): Office | undefined;
  /** The right was given by a logged-in host. */
  given(): boolean;
  /** One-time codes are sent. */
  otp(): boolean;
  /** What the page is drawn from has changed. */
  draw(): void;
  /** Another revision is shown. `before`: what was shown of this dossier until now */
  moved(view: StatusView, before: StatusView | undefined): void;
  /** There is a dossier to follow, or none any more. */
  follow(): void;
  /** The host must log the citizen in. */
  login(): void;
  /** For the page's developer. */
  report(what: string): void;
}

/** Without a calendar nothing is said about days. */
const NO_CALENDAR: Office = { calendar: { daysOff: [], workingSaturdays: [] } };

export class Desk {
  scene: StatusScene;
  access: StatusAccess | undefined;
  #state = emptyStatus;
  #office: Office | undefined;
  readonly #host: DeskHost;
  /** One press at a time. Readings are apart, so that none swallows a press. */
  readonly #out: { press?: Promise<unknown> | undefined; reading?: Promise<void> | undefined } = {};

  constructor(host: DeskHost, words: StatusWords) {
    this.#host = host;
    this.scene = {
      words, form: 'full', page: 'loading', facts: undefined, view: undefined, reckoned: false, ahead: 0, heardAt: 0, lost: false, busy: false, news: undefined,
      lookUp: { code: '', by: 'secret', errors: {}, hasOtp: false, otpSent: false }, list: undefined, opened: undefined, all: false, base: location.href,
    };
  }

  set(change: Partial<StatusScene>): void {
    this.scene = { ...this.scene, ...change };
    this.#host.draw();
  }

  open(opened: Opened | undefined): void { this.set({ opened, news: undefined }); }

  /** Shows the boxes of a look-up. */
  lookUpAgain(change: Partial<StatusScene['lookUp']> = {}): void {
    this.#forget();
    this.set({ page: 'look-up', lookUp: { ...this.scene.lookUp, errors: {}, otpSent: false, hasOtp: this.#host.otp(), ...change } });
  }

  #forget(): void {
    this.access = undefined;
    this.#state = emptyStatus;
    this.scene = { ...this.scene, facts: undefined, view: undefined, lost: false, opened: undefined, all: false, news: undefined };
    this.#host.follow();
  }

  /** @returns the answer, when it is not the right to read */
  async lookUp(code: string, factor: SecondFactor): Promise<StatusFailure | undefined> {
    const reply = await this.ask((backend) => backend.lookUp(code, factor));
    if (reply?.kind !== 'ok') return reply;
    await this.enter(reply.value);
    return undefined;
  }

  /** Opens a dossier that may be read. */
  async enter(access: StatusAccess): Promise<void> {
    if (this.access?.dossier !== access.dossier) this.#forget();
    this.access = access;
    this.set({ page: this.scene.view ? 'dossier' : 'loading', news: undefined });
    await this.read();
    if (this.access === access) this.#host.follow();
  }

  async readList(quiet = false): Promise<void> {
    const reply = await this.#call((backend) => backend.list());
    if (reply?.kind === 'ok') return this.set({ page: 'list', news: undefined, list: { find: '', filter: 'all', ...this.scene.list, items: reply.value } });
    if (reply && !quiet) this.#trouble(reply, false);
  }

  /** How it stands now. Quiet: nobody pressed anything, so what is said above stays. */
  async read(): Promise<void> {
    const { access } = this;
    if (!access) return;
    await (this.#out.reading ??= (async () => {
      const reply = await this.#call((backend) => backend.snapshot(access));
      this.#out.reading = undefined;
      if (!reply || this.access !== access) return;
      if (reply.kind === 'ok') this.take(reply.value);
      else this.#trouble(reply, false);
    })());
  }

  /** Listens from what is known. */
  listen(): (() => void) | undefined {
    const { access } = this, backend = this.#host.backend();
    if (!access || !backend || !this.scene.view) return undefined;
    const mine = () => this.access === access;
    return backend.follow(access, revisionOf(this.#state), {
      event: (event) => {
        if (!mine()) return;
        this.#state = reduceStatus(this.#state, event);
        this.#heard();
        if (hasGap(this.#state)) void this.read();
      },
      heard: () => { if (mine()) this.#heard(); },
      // Gone, or not allowed any more: the answer to a question tells.
      lost: () => { if (mine()) { this.set({ lost: true }); void this.read(); } },
    });
  }

  #heard(): void {
    this.scene = { ...this.scene, lost: false, heardAt: Date.now() };
    this.derive();
  }

  /** Takes what a back end tells at once; what is older changes nothing. */
  take(snapshot: StatusSnapshot): void {
    this.#state = takeSnapshot(this.#state, snapshot);
    if (snapshot.office) this.#office = snapshot.office;
    const { news } = this.scene;
    this.scene = { ...this.scene, page: 'dossier', facts: snapshot.facts, ahead: snapshot.now - Date.now(), lost: false, heardAt: Date.now(), news: news?.kind === 'trouble' && !news.acting ? undefined : news };
    this.derive();
  }

  /** Derives anew what is shown: by an event, or because another day has begun. */
  derive(): void {
    const { facts, view: before, ahead } = this.scene;
    if (!facts) return this.#host.draw();
    const office = this.#host.office() ?? this.#office;
    const view = statusViewOf(facts, this.#state, { now: Date.now() + ahead, ...(office ?? NO_CALENDAR) });
    this.set({ view, reckoned: office !== undefined });
    if (!before || before.revision !== view.revision) this.#host.moved(view, before);
  }

  /** A press. @returns undefined when another one is under way or nothing can be asked */
  async ask<T>(call: (backend: StatusBackend, access: StatusAccess) => Promise<StatusReply<T>>): Promise<StatusReply<T> | undefined> {
    if (this.#out.press) return undefined;
    this.set({ busy: true, news: undefined });
    const { access } = this;
    const work = this.#call((backend) => call(backend, access as StatusAccess));
    this.#out.press = work;
    const reply = await work;
    this.#out.press = undefined;
    this.set({ busy: false });
    return reply;
  }

  /** A press that changes the dossier: its answer is how it stands then. */
  async act(call: (backend: StatusBackend, access: StatusAccess) => Promise<StatusReply<StatusSnapshot>>, done: string): Promise<boolean> {
    const reply = await this.ask(call);
    if (!reply) return false;
    if (reply.kind !== 'ok') {
      this.#trouble(reply, true);
      return false;
    }
    this.take(reply.value);
    this.set({ opened: undefined, news: { kind: 'done', text: done } });
    return true;
  }

  /** Says what went wrong with a press. */
  failed(reply: StatusFailure): void { this.#trouble(reply, true); }

  #trouble(reply: StatusFailure, acting: boolean): void {
    if (reply.kind === 'refused' && (reply.reason === 'expired' || (reply.reason === 'unknown' && this.access))) return this.#expired();
    // A reading that fails is only said when nothing else is; what is known stays, with its time.
    if (!acting && this.scene.view) this.set({ lost: true });
    else this.set({ news: { kind: 'trouble', acting, reply } });
    // It is not possible any more because the dossier has moved on: see where to.
    if (acting && reply.kind === 'refused' && reply.reason === 'refused') void this.read();
  }

  #expired(): void {
    const host = this.#host.given(), code = this.access?.dossier ?? '';
    this.lookUpAgain(code ? { code } : {});
    this.set({ news: { kind: 'expired', host } });
    if (host) this.#host.login();
  }

  async #call<T>(ask: (backend: StatusBackend) => Promise<StatusReply<T>>): Promise<StatusReply<T> | undefined> {
    const backend = this.#host.backend();
    if (!backend) return undefined;
    try { return await ask(backend); } catch (error) {
      this.#host.report(`backend: expected a reply, got ${String(error)}`);
      return { kind: 'failed', reason: 'unexpected' };
    }
  }
}
