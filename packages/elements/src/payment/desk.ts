// What the buttons of a payment do. Each asks the back end and shows its answer; nothing here decides about money.
import type { PaymentBackend, PaymentReply, PaymentView, RefundRequest } from '@dvc/core';
import type { PaymentWords } from '@dvc/locale';
import { safeLink } from './link.js';
import type { Doing, News, PaymentScene } from './scene.js';

/** What the desk needs of its element. */
export interface DeskHost {
  backend(): PaymentBackend | undefined;
  payment(): string | undefined;
  returnTo(): string;
  locale(): string;
  /** What the page is drawn from has changed. */
  draw(): void;
  /** The back end has answered. `fresh`: with something new; `before`: what was known until now */
  answered(fresh: boolean, before: PaymentView | undefined): void;
  /** About to go to the bank, or to show what to do; false: the host does it. */
  offer(detail: { payment: string; intent: string; offer: string; amount: number; url?: string }): boolean;
  go(url: string): void;
  /** For the page's developer. */
  report(what: string): void;
}

export class Desk {
  scene: PaymentScene;
  readonly #host: DeskHost;
  /** One press at a time: a second one while its answer is out is the same press. Readings are apart, so that none swallows a press. */
  readonly #out: { press?: Promise<void> | undefined; reading?: Promise<void> | undefined } = {};

  constructor(host: DeskHost, words: PaymentWords) {
    this.#host = host;
    this.scene = { words, view: undefined, readAt: 0, doing: 'nothing', offer: undefined, busy: false, news: undefined, qr: undefined, leaving: false };
  }

  set(change: Partial<PaymentScene>): void {
    this.scene = { ...this.scene, ...change };
    this.#host.draw();
  }

  /** Forgets all: another payment. */
  anew(): void { this.set({ view: undefined, doing: 'nothing', offer: undefined, news: undefined, leaving: false }); }

  begin(doing: Doing): void {
    const { view, offer } = this.scene;
    const only = view?.offers.length === 1 ? view.offers[0]!.id : undefined;
    this.set({ doing, news: undefined, offer: offer ?? only });
  }

  /** How it stands now. Quiet: nobody pressed anything, so what is said above stays. */
  read(): Promise<void> {
    return this.#call((backend, payment) => backend.read(payment), false);
  }

  async look(): Promise<void> {
    const before = this.scene.view?.revision;
    await this.#call((backend, payment) => backend.look(payment));
    // Asking is written down; only what it brought is news.
    if (!this.scene.news && this.scene.view && before !== undefined && this.scene.view.phase === 'pending') this.set({ news: { kind: 'looked' } });
  }

  async pay(): Promise<void> {
    const { view, offer, doing } = this.scene;
    if (!view) return;
    if (!view.offers.some(({ id }) => id === offer)) return this.set({ news: { kind: 'missing' } });
    const attempt = (view.intent?.attempt ?? 0) + 1;
    const before = view.total;
    await this.#call((backend, payment) => backend.open(payment, { attempt, offer: offer!, total: before, returnTo: this.#host.returnTo(), locale: this.#host.locale() }), true, (now) => {
      // The same attempt: another tab was first, or the first answer was lost on its way.
      return now.intent?.attempt === attempt ? {} : { doing };
    });
    const { intent, total } = this.scene.view!;
    if (this.scene.news || intent?.attempt !== attempt || total !== before) return;
    // Another window has opened it by another way: nobody is sent to a bank that was not chosen here.
    if (intent.offer !== offer) return this.set({ news: { kind: 'else' } });
    await this.act();
  }

  /** Goes to the bank, or leaves what is to be done on the page. */
  async act(): Promise<void> {
    const { view } = this.scene;
    const { intent } = view ?? {};
    if (!view || !intent?.act) return;
    const url = intent.act.kind === 'redirect' ? safeLink(intent.act.url) : undefined;
    if (intent.act.kind === 'redirect' && url === undefined) {
      this.#host.report(`act/url: expected an https address, got ${intent.act.url.slice(0, 40)}`);
      return this.set({ news: { kind: 'bad-link' } });
    }
    if (!this.#host.offer({ payment: view.id, intent: intent.id, offer: intent.offer, amount: intent.amount, ...(url === undefined ? {} : { url }) }) || url === undefined) return;
    await this.#call((backend, payment) => backend.leave(payment, intent.id));
    if (this.scene.news) return;
    this.set({ leaving: true });
    this.#host.go(url);
  }

  transferred(): Promise<void> {
    const intent = this.scene.view?.intent?.id;
    return intent === undefined ? Promise.resolve() : this.#call((backend, payment) => backend.leave(payment, intent));
  }

  cancel(): Promise<void> {
    const intent = this.scene.view?.intent?.id;
    return intent === undefined ? Promise.resolve() : this.#call((backend, payment) => backend.cancel(payment, intent));
  }

  askRefund(request: RefundRequest): Promise<void> {
    return this.#call((backend, payment) => backend.askRefund(payment, request), true, (_now, reply) => (reply.kind === 'view' ? {} : { doing: 'refunding' }));
  }

  /** The page came back from the browser's cache: it is not leaving any more. */
  back(): void { if (this.scene.leaving) this.set({ leaving: false }); }

  async #call(ask: (backend: PaymentBackend, payment: string) => Promise<PaymentReply>, acting = true, after: (view: PaymentView, reply: PaymentReply) => Partial<PaymentScene> = () => ({})): Promise<void> {
    if (this.#out.press ?? (!acting && this.#out.reading)) return this.#out.press ?? this.#out.reading;
    const [backend, payment] = [this.#host.backend(), this.#host.payment()];
    if (!backend || payment === undefined) return;
    if (acting) this.set({ busy: true, news: undefined });
    const slot = acting ? 'press' : 'reading';
    const work = this.#out[slot] = (async () => {
      let reply: PaymentReply;
      try { reply = await ask(backend, payment); } catch (error) {
        this.#host.report(`backend: expected a reply, got ${String(error)}`);
        reply = { kind: 'failed', reason: 'unexpected' };
      }
      // Meanwhile the page may have been given another payment.
      if (this.#host.payment() === payment) this.#take(reply, acting, after);
    })();
    try { await work; } finally { this.#out[slot] = undefined; }
  }

  #take(reply: PaymentReply, acting: boolean, after: (view: PaymentView, reply: PaymentReply) => Partial<PaymentScene>): void {
    const { scene } = this;
    if (reply.kind !== 'view' && reply.kind !== 'changed') {
      // A reading that fails is only said when nothing else is.
      this.scene = acting ? { ...scene, busy: false, news: { kind: 'trouble', acting, reply } } : { ...scene, news: scene.news ?? { kind: 'trouble', acting, reply } };
      return this.#host.answered(false, scene.view);
    }
    const { view: known } = scene;
    // A late answer never puts back a newer one.
    const view = known && known.id === reply.view.id && known.revision > reply.view.revision ? known : reply.view;
    const moved = known?.phase !== view.phase || known.intent?.id !== view.intent?.id;
    this.scene = {
      ...scene, view, readAt: view === known ? scene.readAt : Date.now(), busy: scene.busy && !acting, leaving: scene.leaving && !moved,
      ...(acting || moved ? { doing: 'nothing' as const } : {}),
      news: reply.kind === 'changed' ? changeOf(known, view) : acting || moved || scene.news?.kind === 'trouble' && !scene.news.acting ? undefined : scene.news,
      ...(acting ? after(view, reply) : {}),
    };
    this.#host.answered(known?.revision !== view.revision || moved, known);
  }
}

const changeOf = (shown: PaymentView | undefined, now: PaymentView): News =>
  (shown && shown.total !== now.total ? { kind: 'total', shown: shown.total } : { kind: 'else' });
