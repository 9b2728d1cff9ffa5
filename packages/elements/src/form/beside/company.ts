// What keeps a form company: the draft on this device, the session, the sources of the State, who helps. One chunk, for forms whose host asks for any of it.
import { reducePrefill, type Assistance, type FormState, type NodeState, type Prefilled, type StartOptions, type Store, type Submission } from '@dvc/core';
import { format, loadBesideWords, type BesideWords } from '@dvc/locale';
import type { FormPlan } from '@dvc/schema';
import { hintOf } from '@dvc/ui/fields/frame.js';
import { loadViews } from '@dvc/ui/fields/index.js';
import type { FieldModel } from '@dvc/ui/model.js';
import type { Action } from '@dvc/ui/read-control.js';
import { notice } from '@dvc/ui/chrome/notice.js';
import { pages } from '@dvc/ui/pages.styles.js';
import { html, nothing } from 'lit';
import { FormError } from '../errors.js';
import type { DvcForm } from '../form.js';
import type { FormScene } from '../page.js';
import { draftLine, draftNotice, eraseButton, eraseView } from './keeping-view.js';
import { Keeper } from './keeping.js';
import { IDLE_MINUTES, IdleWatch } from './idle.js';
import { SessionWatch } from './session.js';
import type { Stored } from './stores.js';
import { askSources, offersView, sourceText, warnOfUnplaced, type Asked } from './sources.js';

export { provenanceOf } from '@dvc/core';
export { reducePrefill as reduce };
export const companySheets = [pages.styleSheet!];

/** What it needs of its form. */
export interface CompanyHost {
  readonly form: DvcForm;
  report(error: FormError): void;
  /** There is a session again. */
  back(): void;
  /** Loads the form anew. */
  again(): void;
}

export class Company {
  readonly #host: CompanyHost;
  #words: BesideWords;
  #lang: string;
  #keeper: Keeper | undefined;
  #enter: (() => void) | undefined;
  #idle: IdleWatch | undefined;
  #session: SessionWatch | undefined;
  #asked: Asked | undefined;
  #early: readonly Prefilled[] | undefined;
  #asksErase = false;
  #wiped = false;
  /** The draft has a document of its own, not the one of the page. */
  #isOlder = false;

  private constructor(host: CompanyHost, words: BesideWords) {
    this.#host = host;
    this.#words = words;
    this.#lang = host.form.locale;
  }

  static async for(host: CompanyHost): Promise<Company> {
    return new Company(host, await loadBesideWords(host.form.locale));
  }

  // Before the form is drawn

  /** Opens the draft and asks the sources. The plan to go on with may be that of the draft. */
  async prepare(plan: FormPlan, signal: AbortSignal): Promise<FormPlan> {
    const { form } = this.#host;
    this.#asked = form.prefill ? askSources(form.prefill, plan, signal, (error) => this.#host.report(error)) : undefined;
    const [chosen, early] = await Promise.all([this.#openDraft(plan, signal), this.#asked?.early, loadViews(['readonly']).catch(() => undefined)]);
    this.#early = early;
    this.#isOlder = chosen !== plan;
    return chosen;
  }

  async #openDraft(plan: FormPlan, signal: AbortSignal): Promise<FormPlan> {
    const { form } = this.#host;
    this.#keeper?.stop();
    this.#keeper = undefined;
    if (form.autosave !== 'device') return plan;
    const store: Stored | undefined = form.drafts ? { drafts: form.drafts } : await import('./stores.js').then(({ storeOf }) => storeOf(form)).catch(() => undefined);
    if (signal.aborted) return plan;
    if (!store) {
      this.#host.report(new FormError('no-draft', 'autosave: expected `api`, `.draftKeys` or `.drafts`, got none of them; nothing is kept'));
      return plan;
    }
    this.#enter = store.enter;
    const keeper = new Keeper({
      ...store, name: form.draft ?? plan.document.id,
      changed: () => form.requestUpdate(), again: () => this.#host.again(), isShared: () => form.shared,
    });
    const chosen = await keeper.open(plan);
    // Another document was set meanwhile: its load has a keeper of its own.
    if (signal.aborted) keeper.stop();
    else this.#keeper = keeper;
    return chosen;
  }

  /** The form as its draft has it; undefined when it begins anew. */
  restored(options: Omit<StartOptions, 'data' | 'idempotencyKey' | 'defaults' | 'identity'>): FormState | undefined { return this.#keeper?.restored(options); }

  /** A new form with what the sources said in time. */
  filled(state: FormState): FormState {
    return this.#early ? reducePrefill(state, { type: 'prefilled', prefilled: this.#early }) : state;
  }

  // While it is filled

  /** Also when the form comes back onto a page. */
  begin(scene: FormScene, isRestored: boolean): void {
    this.#keeper?.follow(scene.store);
    const early = this.#early;
    if (early) warnOfUnplaced(scene, early);
    else if (!isRestored) void this.#asked?.all.then((late) => { if (late && this.#host.form.scene?.store === scene.store) this.#late(scene.store, late); });
    this.#asked = this.#early = undefined;
    this.attend();
  }

  #late(store: Store, prefilled: readonly Prefilled[]): void {
    store.dispatch({ type: 'prefilled', prefilled, late: true });
    warnOfUnplaced(this.#host.form.scene!, prefilled);
    this.#host.form.requestUpdate();
  }

  /** What the host has set by now. */
  attend(): void {
    const { form } = this.#host;
    const about = { words: () => this.#words, lang: () => this.#lang, changed: () => form.requestUpdate() };
    if (form.session !== undefined && !this.#session) {
      this.#session = new SessionWatch({ ...about, say: (text) => form.say(text), ended: () => { if (form.shared) void this.#wipe(); }, began: () => { this.#enter?.(); this.#keeper?.touched(); this.#host.back(); } });
    }
    this.#session?.set(form.session);
    if (form.shared) this.#idle ??= new IdleWatch({ ...about, wipe: () => void this.#wipe() });
    else { this.#idle?.stop(); this.#idle = undefined; }
  }

  async speak(locale: string): Promise<void> {
    this.#words = await loadBesideWords(locale);
    this.#lang = locale;
  }

  answered(): void { this.#wiped = false; this.#keeper?.touched(); }
  note(sent: readonly Submission[]): Promise<void> | undefined { return this.#keeper?.note(sent); }
  get onItsWay(): readonly Submission[] { return this.#keeper?.onItsWay ?? []; }
  /** Before a file is chosen: a phone may end the page while its camera is open. */
  leaving(): void { void this.#keeper?.flush(); }
  anew(): Promise<void> | undefined { return this.#keeper?.anew(); }

  async #erase(): Promise<void> {
    const { form } = this.#host;
    await this.#keeper?.erase();
    // The next person here is another one.
    if (form.shared) form.data = form.identity = form.assistance = undefined;
    form.reset();
  }

  async #wipe(): Promise<void> {
    await this.#erase();
    this.#wiped = true;
    this.#host.form.requestUpdate();
  }

  // What it looks like

  sourceOf(scene: FormScene, node: NodeState): string { return sourceText(scene, node, this.#words); }

  /** What a field shows beyond its own. */
  dress(model: { -readonly [K in keyof FieldModel]: FieldModel[K] }, node: NodeState): void {
    const { scene, shared } = this.#host.form;
    const source = scene ? this.sourceOf(scene, node) : '';
    if (source) model.hint = hintOf(model, source);
    // Chromium remembers what was typed into a box, in a shadow root too.
    if (shared) model.autocomplete = 'off';
  }

  /** The session is over, and the page says so already. */
  get saysLogin(): boolean { return this.#session?.phase === 'ended'; }

  above(scene: FormScene): unknown {
    const { form } = this.#host;
    // Who helped belongs on paper too; the rest is of this hour and this screen.
    return html`<div class="screen">${this.#session?.view() ?? nothing}${this.#idle?.view() ?? nothing}
      ${this.#wiped ? notice({ kind: 'info', text: this.#words.sharedWiped }) : nothing}</div>
      ${form.assistance ? this.#assisted(form.assistance, scene) : nothing}
      <div class="screen">${this.#keeper ? draftNotice(this.#keeper, scene, this.#words) : nothing}
      ${offersView(scene, this.#words)}</div>`;
  }

  below(scene: FormScene): unknown {
    const { form } = this.#host;
    const isSent = scene.store.state.phase.kind === 'acknowledged';
    return html`${form.shared ? html`<p class="hint screen">${format(this.#words.sharedComputer, { n: IDLE_MINUTES }, this.#lang)}</p>` : nothing}
      ${this.#asksErase ? eraseView(this.#words, isSent) : this.#keeper && !(isSent && form.shared) ? draftLine(this.#keeper, scene, this.#words) : form.shared ? eraseButton(this.#words) : nothing}`;
  }

  #assisted({ role, name, unit = '', onBehalfOf }: Assistance, scene: FormScene): unknown {
    const text = role === 'relative' ? this.#words.assistedRelative : unit ? this.#words.assistedOfficer : this.#words.assistedBy;
    const about = { name, unit, who: onBehalfOf };
    return notice({
      kind: 'info', text: format(text, about, this.#lang), more: [format(this.#words.assistedNote, about, this.#lang)],
      ...(scene.store.state.page === 'review' ? { actions: [{ action: 'print', text: this.#words.assistedPrint }] } : {}),
    });
  }

  /** True when the button was one of these. */
  press({ action, id }: Action, scene: FormScene): boolean {
    const { form } = this.#host;
    const { store } = scene;
    const focus = (target: string) => void form.updateComplete.then(() => form.renderRoot.querySelector<HTMLElement>(target)?.focus());
    switch (action) {
      case 'session-extend': void this.#session?.extend(); return true;
      case 'shared-stay': return true;
      case 'draft-theirs': void this.#keeper?.takeTheirs().then(() => focus('[part~=title], #dvc-step-title')); return true;
      case 'draft-mine': void this.#keeper?.keepMine(); return true;
      // Another dossier is begun with what is in force now.
      case 'new-dossier':
        if (!this.#isOlder) return false;
        void this.anew()?.then(() => this.#host.again());
        return true;
      case 'draft-erase': case 'draft-erase-no':
        this.#asksErase = action === 'draft-erase';
        form.requestUpdate();
        focus(this.#asksErase ? '[data-draft-erase]' : '[data-action=draft-erase]');
        return true;
      case 'draft-erase-yes':
        this.#asksErase = false;
        void this.#erase().then(() => form.say(this.#words.draftErased));
        return true;
      case 'source-take': if (id) store.dispatch({ type: 'suggestion-taken', id }); break;
      case 'source-leave': if (id) store.dispatch({ type: 'suggestion-left', id }); break;
      case 'source-take-all': store.dispatch({ type: 'suggestions-taken' }); break;
      default: return false;
    }
    // The button that was pressed is gone.
    form.answered(id ?? '');
    form.requestUpdate();
    focus('[data-offers], #dvc-step-title');
    return true;
  }

  stop(): void {
    this.#keeper?.stop();
    this.#session?.stop();
    this.#idle?.stop();
    this.#idle = undefined;
  }
}
