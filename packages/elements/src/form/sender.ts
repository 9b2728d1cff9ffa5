import type { Assistance, Backend, Store, Submission } from '@dvc/core';
import { FormError } from './errors.js';
import type { FormScene } from './page.js';
import { submissionOf } from './submission.js';

/** What sending needs of the form. */
export interface SenderHost {
  scene(): FormScene | undefined;
  backend(): Backend | undefined;
  /** What goes along with the answers. */
  about(): { locale: string; assistance: Assistance | undefined };
  /** The parts that show what becomes of it. */
  bring(): Promise<void>;
  /** Asks the host; false: it sends by itself. */
  offer(submission: Submission): boolean;
  /** Nothing is sent before the draft knows of it. */
  note(sent: readonly Submission[]): Promise<void> | undefined;
  report(error: FormError): void;
}

/** Sends what was filled in, and the very same again until it is known what became of it: one submission, one key. */
export class Sender {
  readonly #host: SenderHost;
  /** Sent under the same key, and nobody knows whether any of them arrived; the last is what the citizen wants. */
  #unsettled: readonly Submission[] = [];
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(host: SenderHost) {
    this.#host = host;
  }

  /** Checks everything and sends, or shows what must be mended. `kept`: what a draft says was on its way when the page went. */
  submit(kept?: readonly Submission[]): void {
    const scene = this.#host.scene();
    if (!scene) return;
    const { store, parts } = scene;
    this.stop();
    const before = store.state.phase;
    // A second press comes before the button is drawn as busy.
    if (before.kind === 'submitting') return;
    // What failed and was not edited since is the same submission, even on another day.
    if (kept) this.#unsettled = kept;
    const again = kept || before.kind === 'failed' ? this.#unsettled.at(-1) : undefined;
    if (store.dispatch({ type: 'submitted', ...(again ? { again: true } : {}) }).phase.kind !== 'submitting') return;
    this.#send(store, again ?? submissionOf(store, parts, this.#host.about()));
  }

  #send(store: Store, submission: Submission): void {
    const pages = this.#host.bring();
    // A copy: what a host does with it must not reach the answers.
    if (!this.#host.offer(structuredClone(submission))) return;
    const backend = this.#host.backend();
    if (backend) {
      void this.#attempt(store, backend, submission, pages);
      return;
    }
    this.#host.report(new FormError('no-backend', 'submit: expected `api`, `.backend` or a cancelled dvc-submit, got none'));
    store.dispatch({ type: 'failed', phase: { kind: 'failed', reason: 'unexpected' } });
  }

  async #attempt(store: Store, backend: Backend, submission: Submission, pages: Promise<void>): Promise<void> {
    const earlier = this.#unsettled.filter((each) => each !== submission);
    this.#unsettled = [...earlier, submission];
    await this.#host.note(this.#unsettled);
    // A back end that was there at the start has brought it along.
    if (!this.#host.scene()!.parts.sending) await pages;
    const { sending } = this.#host.scene()!.parts;
    if (!sending) store.dispatch({ type: 'failed', phase: { kind: 'failed', reason: 'offline' } });
    else if (!await sending.send(store, backend, submission, { earlier, pages, report: (error) => this.#host.report(error) })) return;
    // Nothing of it is stored, or all of it is.
    if (store.state.phase.kind === 'failed') return;
    this.#unsettled = [];
    if (store.state.phase.kind !== 'acknowledged') void this.#host.note([]);
  }

  /** What failed is sent again by itself only as it was: who edits it presses again. */
  resume(store: Store): void {
    if (store.state.phase.kind !== 'failed') return;
    this.stop();
    store.dispatch({ type: 'resumed' });
  }

  /** After a failure with a time to wait. */
  failed(ms: number): void {
    this.#retry = setTimeout(() => this.submit(), ms);
  }

  /** The connection, or the session, is there again. */
  again(reason: 'offline' | 'session'): void {
    const phase = this.#host.scene()?.store.state.phase;
    if (phase?.kind === 'failed' && phase.reason === reason) this.submit();
  }

  stop(): void { clearTimeout(this.#retry); }

  /** Another dossier. */
  forget(): void {
    this.stop();
    this.#unsettled = [];
  }
}
