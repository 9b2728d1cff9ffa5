import { locatePath, pageOf, type Change } from '@dvc/core';
import type { Json } from '@dvc/schema';
import { amount, bytes, format, number } from '@dvc/locale';
import { acknowledgement } from '@dvc/ui/chrome/acknowledgement.js';
import { conflict } from '@dvc/ui/chrome/conflict.js';
import { notice } from '@dvc/ui/chrome/notice.js';
import { html, nothing, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import { instantText } from './instants.js';
import type { FormScene } from './page.js';

/** Xác nhận đã nộp hồ sơ trực tuyến: what is stored, and how to ask for it. No appointment: only an officer's slip has one. */
export function sentView(scene: FormScene, hotline: unknown): TemplateResult {
  const { phase } = scene.store.state;
  if (phase.kind !== 'acknowledged') return html``;
  const { dossierCode, lookupSecret, receivedAt, papers, payment } = phase.acknowledgement;
  const { words, say } = scene.models.texts;
  const more = scene.parts.more!;
  return html`<div data-news tabindex="-1">${phase.earlier ? notice({ kind: 'warning', text: words.earlier }) : nothing}${acknowledgement({
    title: more.sentTitle, state: more.sentState,
    code: { label: more.dossierCode, value: dossierCode },
    secret: { label: more.lookupSecret, value: lookupSecret, hint: more.lookupHint },
    receivedAt: { label: more.sentAt, value: instantText(receivedAt, words.lang), instant: receivedAt },
    papers: {
      title: more.sentPapers, none: more.sentNoPapers,
      list: papers.map(({ paper, files }) => ({
        title: say(scene.plan.papers.find((each) => each.id === paper.split('/')[0])?.title) || paper,
        files: files.map(({ name, size, sha256 }) => ({ name, size: bytes(size, words.lang), sha256 })),
      })),
    },
    hash: more.fingerprint,
  }, { copy: more.copy, print: more.print, newDossier: more.newDossier }, hotline)}</div>
    ${payment === undefined ? nothing : until(paymentStep(scene, payment), nothing)}`;
}

/**
 * The payment is shown. From the bank's page the browser comes to the payment's own page, for this one will be a new form by then: an attribute that is read here alone,
 * so that no form without fees carries a property for it. For the page around, this is no word of the form.
 */
function shown(event: Event): void {
  event.stopPropagation();
  const payment = event.currentTarget as HTMLElementTagNameMap['dvc-payment'];
  const page = (payment.getRootNode() as ShadowRoot).host.getAttribute('payment-page');
  if (page) payment.returnTo = new URL(page.replace('{payment}', encodeURIComponent(payment.payment ?? '')), document.baseURI).href;
}
const keep = (event: Event) => event.stopPropagation();
const steps = new WeakMap<FormScene['store'], Promise<unknown>>();

/**
 * Paying is the step after sending: the dossier is safe first, whatever becomes of the bank. It begins below the acknowledgement and goes on at the address of
 * the payment, for this page may be closed.
 */
function paymentStep(scene: FormScene, payment: string): Promise<unknown> {
  const known = steps.get(scene.store);
  if (known) return known;
  const step = (async () => {
    const backend = await scene.backend()?.payments?.();
    if (!backend) return nothing;
    const { defineDvcPayment } = await import('../payment/define.js');
    // A page that has loaded payment.js has it already.
    if (!customElements.get('dvc-payment')) defineDvcPayment();
    const lang = scene.models.texts.words.lang;
    return html`<dvc-payment part="payment" @dvc-ready=${shown} @dvc-change=${keep} .payment=${payment} .backend=${backend} .locale=${lang}></dvc-payment>`;
  })().catch(() => nothing);
  steps.set(scene.store, step);
  return step;
}

/** What the back end reckons otherwise than the citizen saw; it is sent again only if the citizen agrees. */
export function changedView(scene: FormScene, changes: readonly Change[]): TemplateResult {
  const more = scene.parts.more!;
  const { say } = scene.models.texts;
  // A number that only other rules read (days since birth) was on no page: it would be noise beside what follows from it.
  const onPages = changes.filter((change) => {
    const { root } = scene.store.state;
    return change.kind !== 'computed' || !scene.plan.find(change.path) || pageOf(scene.store.state, locatePath(root, change.path).found.node.id) !== undefined;
  });
  return conflict({
    title: more.changedTitle, text: more.changedHint, item: more.changedItem, shown: more.changedShown, now: more.changedNow,
    changes: (onPages.length > 0 ? onPages : changes).map((change) => {
      const label = say(scene.plan.find(change.path)?.title) || (change.title === undefined ? change.path : say({ text: change.title, at: '' }));
      const was = textOf(scene, change, change.shown);
      const now = change.kind === 'relevance' && change.now === undefined ? more.changedGone : change.kind === 'relevance' && change.shown === undefined ? more.changedAppears
        : change.kind === 'fee' && change.now === undefined ? more.changedNoFee
        : change.kind === 'paper' ? (change.now ? more.changedPaper : more.changedPaperGone) : textOf(scene, change, change.now);
      return { label, ...(was === undefined ? {} : { was }), ...(now === undefined ? {} : { now }) };
    }),
  });
}

function textOf(scene: FormScene, change: Change, value: Json | undefined): string | undefined {
  const { words, say } = scene.models.texts;
  if (value === undefined) return undefined;
  if (change.kind === 'fee' && typeof value === 'number') return value === 0 ? scene.parts.more!.free : format(scene.parts.more!.amount, { amount: amount(value, words.lang) }, words.lang);
  const choice = scene.plan.find(change.path)?.choices?.find((each) => each.value === value);
  if (choice) return say(choice.title);
  return typeof value === 'string' ? value : typeof value === 'number' ? number(value, words.lang) : typeof value === 'boolean' ? (value ? words.yes : words.no) : undefined;
}
