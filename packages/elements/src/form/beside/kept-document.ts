// The document that a draft was begun with lies beside it, so that the draft is finished under that version. Under its own fingerprint: two windows may have begun with two versions.
import type { DraftStore } from '@dvc/core';
import type { FormDocument, FormPlan, Json } from '@dvc/schema';
import { loadPlan } from '@dvc/schema/plan/load.js';

/** ms after which it is saved anew: it must not expire before its draft, which is saved with every change. */
const FRESH_MS = 12 * 3_600_000;

interface Kept { readonly document: FormDocument; /** A plain schema is read more leniently than a document. */ readonly isPlain: boolean }

export class KeptDocument {
  readonly #drafts: DraftStore;
  readonly #draft: string;
  #text = '';
  #saved = -Infinity;
  /** Which document this draft has; a draft names it. */
  fingerprint: string | undefined;

  constructor(drafts: DraftStore, draft: string) {
    this.#drafts = drafts;
    this.#draft = draft;
  }

  /** The plan of the document that a draft was begun with; undefined when there is none that can be read. */
  async open(fingerprint: string, plan: FormPlan): Promise<FormPlan | undefined> {
    const reply = await this.#drafts.open(this.#name(fingerprint));
    const kept = reply.kind === 'opened' ? reply.draft?.content as unknown as Kept | undefined : undefined;
    if (!kept) return undefined;
    this.fingerprint = fingerprint;
    this.#text = JSON.stringify(kept);
    if (this.#text === textOf(plan)) return plan;
    // It was read and checked when the draft was begun.
    return loadPlan(kept.document, JSON.stringify(kept.document), kept.isPlain ? { lenient: true, problems: [] } : {}).catch(() => undefined);
  }

  /** Sees to it that the document outlives its draft. Resolves to why it cannot. */
  async keep(plan: FormPlan): Promise<'full' | 'blocked' | 'locked' | undefined> {
    const text = textOf(plan);
    if (text === this.#text && Date.now() - this.#saved < FRESH_MS) return undefined;
    const fingerprint = await fingerprintOf(text);
    const name = this.#name(fingerprint);
    const held = await this.#drafts.open(name);
    // Whoever has written it meanwhile has written the same.
    const reply = await this.#drafts.save(name, held.kind === 'opened' ? held.draft?.revision ?? 0 : 0, JSON.parse(text) as Json);
    if (reply.kind === 'failed') return reply.reason;
    this.#text = text;
    this.#saved = Date.now();
    this.fingerprint = fingerprint;
    return undefined;
  }

  async remove(): Promise<void> {
    if (this.fingerprint !== undefined) await this.#drafts.remove(this.#name(this.fingerprint));
    this.#text = '';
    this.fingerprint = undefined;
  }

  #name(fingerprint: string): string { return `${this.#draft}#${fingerprint}`; }
}

const textOf = ({ document, root }: FormPlan): string => JSON.stringify({ document, isPlain: root.lenient } satisfies Kept);

/** Where there is no WebCrypto, no draft is kept either. */
async function fingerprintOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
