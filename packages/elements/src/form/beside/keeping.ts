// The draft on this device: opened before the form is drawn, saved while it is filled, gone when its dossier is acknowledged.
import { restoreForm, snapshotOf, type Acknowledgement, type DraftStore, type FormState, type KeptDraft, type Snapshot, type StartOptions, type Store, type Submission } from '@dvc/core';
import type { FormPlan, Json } from '@dvc/schema';
import { KeptDocument } from './kept-document.js';

/** ms after the last change, and after the first one that is not saved yet: at most two seconds of typing can be lost. */
const QUIET_MS = 600;
const LONGEST_MS = 1200;
/** ms that a submission waits for the draft to know of it. */
const PATIENCE_MS = 1500;

/** What a draft holds. `document`: the fingerprint of the one that it was begun with. */
interface Content { readonly document: string; readonly snapshot: Snapshot; readonly sending?: readonly Submission[]; readonly acknowledged?: { readonly acknowledgement: Acknowledgement; readonly earlier?: true } }

export type Keeping =
  | { readonly kind: 'none' | 'saving' | 'full' | 'blocked' | 'locked' | 'unreadable' | 'newer' | 'gone' | 'erased' }
  | { readonly kind: 'saved' | 'restored'; readonly at: string }
  /** Another window has saved since. `theirs`: that version, once this window wanted to save too. */
  | { readonly kind: 'other'; readonly at: string; readonly theirs?: KeptDraft };

export interface KeeperHost {
  readonly drafts: DraftStore;
  readonly name: string;
  /** Destroys the other half of the key: what lingers on the disk can then be read by nobody. */
  readonly leave?: () => Promise<void>;
  /** How it stands is drawn anew. */
  changed(): void;
  /** Loads the form anew, with its draft. */
  again(): void;
  /** Nothing of the draft stays once it is sent: somebody else sits here next. */
  isShared(): boolean;
}

export class Keeper {
  readonly #host: KeeperHost;
  #store: Store | undefined;
  #content: Content | undefined;
  #plan: FormPlan | undefined;
  #revision = 0;
  readonly #document: KeptDocument;
  #dirty = false;
  #since = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #work: Promise<void> = Promise.resolve();
  #sending: readonly Submission[] = [];
  #unfollow: () => void = () => {};
  #unwatch: () => void = () => {};
  /** How it stands. */
  keeping: Keeping = { kind: 'none' };

  constructor(host: KeeperHost) {
    this.#host = host;
    this.#document = new KeptDocument(host.drafts, host.name);
  }

  /** The plan to go on with: that of the draft, or else the given one. */
  async open(plan: FormPlan): Promise<FormPlan> {
    const { drafts, name } = this.#host;
    const reply = await drafts.open(name);
    this.#content = undefined;
    this.#plan = plan;
    if (reply.kind === 'failed') this.#stands({ kind: reply.reason });
    else if (reply.kind === 'unreadable') this.#stands({ kind: reply.reason === 'newer' ? 'newer' : 'unreadable' });
    else if (reply.draft) await this.#take(reply.draft, plan);
    return this.#plan;
  }

  async #take(draft: KeptDraft, plan: FormPlan): Promise<void> {
    const content = readContent(draft.content);
    const began = content && await this.#document.open(content.document, plan);
    this.#revision = draft.revision;
    if (!content || !began) {
      this.#stands({ kind: 'unreadable' });
      return;
    }
    this.#content = content;
    this.#plan = began;
    this.#sending = content.sending ?? [];
    this.#stands({ kind: 'restored', at: draft.savedAt });
  }

  /** The form as it was kept; undefined when it begins anew. */
  restored(options: Omit<StartOptions, 'data' | 'idempotencyKey' | 'defaults' | 'identity'>): FormState | undefined {
    const content = this.#content;
    if (!content) return undefined;
    const state = restoreForm(this.#plan!, content.snapshot, options);
    return content.acknowledged ? { ...state, phase: { kind: 'acknowledged', ...content.acknowledged } } : state;
  }

  /** What was on its way when the page went. */
  get onItsWay(): readonly Submission[] { return this.#content?.acknowledged ? [] : this.#content?.sending ?? []; }

  /** From now on this is what is kept. */
  follow(store: Store): void {
    this.stop();
    addEventListener('pagehide', this.#leaving);
    document.addEventListener('visibilitychange', this.#leaving);
    this.#unwatch = this.#host.drafts.watch(this.#host.name, (change) => this.#heard(change));
    this.#store = store;
    this.#unfollow = store.watchFlow((before) => {
      const { phase } = store.state;
      if (phase.kind === 'acknowledged' && before.phase.kind !== 'acknowledged') this.#acknowledged();
      else if (phase.kind === before.phase.kind) this.touched();
    });
  }

  /** Something changed that a reload must not lose. */
  touched(): void {
    if (this.#store?.state.phase.kind === 'acknowledged') return;
    const now = performance.now();
    if (!this.#dirty) this.#since = now;
    this.#dirty = true;
    clearTimeout(this.#timer);
    if (this.keeping.kind === 'other' && this.keeping.theirs) return;
    this.#timer = setTimeout(() => void this.flush(), Math.max(0, Math.min(QUIET_MS, this.#since + LONGEST_MS - now)));
  }

  /** Saves what is not saved yet. Resolves when it is durable, or when it is known that it cannot be. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    return this.#work = this.#work.then(() => this.#save()).catch(() => this.#failed('blocked'));
  }

  /** Nothing is sent before the draft knows of it, so that a reload asks again with the same key; but a dead device keeps nobody from submitting. */
  note(sent: readonly Submission[]): Promise<void> {
    this.#sending = sent;
    this.#dirty = true;
    return Promise.race([this.flush(), new Promise<void>((resolve) => { setTimeout(resolve, PATIENCE_MS); })]);
  }

  async #save(): Promise<void> {
    const store = this.#store;
    if (!store || !this.#dirty || (this.keeping.kind === 'other' && this.keeping.theirs) || this.keeping.kind === 'newer') return;
    this.#dirty = false;
    if (this.keeping.kind === 'none' || this.keeping.kind === 'erased') this.#stands({ kind: 'saving' });
    const { drafts, name, isShared } = this.#host;
    const { state } = store;
    if (state.phase.kind === 'acknowledged' && isShared()) {
      await this.#remove();
      await this.#host.leave?.();
      return;
    }
    const reason = await this.#document.keep(state.plan);
    if (reason) return this.#failed(reason);
    const content: Content = {
      document: this.#document.fingerprint!, snapshot: snapshotOf(state), ...(this.#sending.length > 0 ? { sending: this.#sending } : {}),
      ...(state.phase.kind === 'acknowledged' ? { acknowledged: { acknowledgement: state.phase.acknowledgement, ...(state.phase.earlier ? { earlier: true as const } : {}) } } : {}),
    };
    const reply = await drafts.save(name, this.#revision, JSON.parse(JSON.stringify(content)) as Json);
    if (reply.kind === 'saved') {
      this.#revision = reply.revision;
      this.#stands({ kind: 'saved', at: reply.savedAt });
    } else if (reply.kind === 'failed') this.#failed(reply.reason);
    else this.#conflicts(reply.theirs);
  }

  #failed(kind: 'full' | 'blocked' | 'locked'): void {
    this.#dirty = true;
    this.#stands({ kind });
  }

  /** Nothing was written: a person decides. */
  #conflicts(theirs: KeptDraft | undefined): void {
    this.#dirty = true;
    if (theirs && readContent(theirs.content)) this.#stands({ kind: 'other', at: theirs.savedAt, theirs });
    else {
      this.#revision = theirs?.revision ?? 0;
      this.#stands({ kind: theirs ? 'unreadable' : 'gone' });
      this.touched();
    }
  }

  /** How the other window's version would look, to compare it with this one. */
  theirState(theirs: KeptDraft): FormState | undefined {
    const content = readContent(theirs.content);
    const state = this.#store?.state;
    return content && state && restoreForm(state.plan, content.snapshot, { today: state.today, context: state.context, readOnly: state.readOnly });
  }

  /** Goes on with the version of the other window. */
  async takeTheirs(): Promise<void> {
    const reply = await this.#host.drafts.open(this.#host.name);
    const store = this.#store;
    if (!store || reply.kind !== 'opened' || !reply.draft) return;
    const content = readContent(reply.draft.content);
    const state = this.theirState(reply.draft);
    if (!content || !state) return;
    this.#dirty = false;
    // Begun with another version of the form: opened like after a reload.
    if (content.document !== this.#document.fingerprint) return this.#host.again();
    this.#revision = reply.draft.revision;
    store.replace(state);
    this.#stands({ kind: 'restored', at: reply.draft.savedAt });
  }

  /** This version wins; the person has seen the other one. */
  keepMine(): Promise<void> {
    if (this.keeping.kind === 'other' && this.keeping.theirs) this.#revision = this.keeping.theirs.revision;
    this.keeping = { kind: 'saving' };
    this.#dirty = true;
    return this.flush();
  }

  #heard({ kind, revision }: { kind: 'saved' | 'removed'; revision: number }): void {
    if (kind === 'removed') {
      if (this.#revision === 0) return;
      this.#revision = 0;
      this.#stands({ kind: 'gone' });
    } else if (revision > this.#revision && this.keeping.kind !== 'other') this.#stands({ kind: 'other', at: new Date().toISOString() });
  }

  #acknowledged(): void {
    this.#sending = [];
    this.#dirty = true;
    void this.flush();
  }

  /** A new dossier: the draft of the last one is over. */
  async anew(): Promise<void> {
    this.#content = undefined;
    this.#sending = [];
    this.#dirty = false;
    await (this.#work = this.#work.then(() => this.#remove()));
  }

  /** "Xóa khỏi máy này". */
  async erase(): Promise<void> {
    await this.anew();
    if (this.#host.isShared()) {
      await this.#host.drafts.clear();
      await this.#host.leave?.();
    }
    this.#stands({ kind: 'erased' });
  }

  async #remove(): Promise<void> {
    clearTimeout(this.#timer);
    this.#revision = 0;
    await this.#host.drafts.remove(this.#host.name);
    await this.#document.remove();
    this.#stands({ kind: 'none' });
  }

  #stands(keeping: Keeping): void {
    this.keeping = keeping;
    this.#host.changed();
  }

  /** A camera or a file picker may cost a phone the whole page. */
  #leaving = (): void => {
    if (this.#dirty) void this.flush();
  };

  stop(): void {
    removeEventListener('pagehide', this.#leaving);
    document.removeEventListener('visibilitychange', this.#leaving);
    clearTimeout(this.#timer);
    this.#unfollow();
    this.#unwatch();
    if (this.#dirty) void this.flush();
  }
}

/** Decrypted by our own key, so it is ours; but perhaps an older version's. */
function readContent(content: Json): Content | undefined {
  const snapshot = (content as { snapshot?: { format?: unknown; root?: unknown } } | null)?.snapshot;
  return snapshot?.format === 1 && typeof snapshot.root === 'object' && typeof (content as { document?: unknown }).document === 'string' ? content as unknown as Content : undefined;
}
