// How a payment stands: one panel for each phase, with what the citizen can do next.
import type { PaymentView } from '@dvc/core';
import { amount, format, type PaymentWords } from '@dvc/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { actView, fact } from './act-view.js';
import { button, type Pressable } from './buttons.js';
import { receiptsView } from './receipts-view.js';
import { backendNow, minutesLeft, type PaymentScene } from './scene.js';
import { fullText, momentText } from './times.js';

interface Panel {
  readonly tone: 'plain' | 'info' | 'success' | 'warning' | 'error';
  readonly title: string;
  readonly texts: readonly (string | undefined)[];
  /** Between the sentences and the buttons. */
  readonly body?: unknown;
  readonly buttons?: readonly Pressable[];
}

/** `loud`: the heading takes the focus, since the citizen brought this about. */
export function standView(scene: PaymentScene): TemplateResult {
  const view = scene.view!;
  const { tone, title, texts, body = nothing, buttons = [] } = panelOf(scene, view);
  return html`<section class=${`stand stand-${tone}`} part=${`stand stand-${view.phase}`} aria-labelledby="dvc-stand"><h3 id="dvc-stand" tabindex="-1">${title}</h3>
    ${texts.filter(Boolean).map((text, i) => html`<p class=${i === 0 && view.phase === 'pending' ? 'first' : ''}>${text}</p>`)}${body}
    ${buttons.length ? html`<div class="actions">${buttons.map((each) => button({ ...each, busy: scene.busy }))}</div>` : nothing}</section>`;
}

function panelOf(scene: PaymentScene, view: PaymentView): Panel {
  const { words } = scene;
  if (scene.leaving) return { tone: 'info', title: words.leaving, texts: [words.actRedirectText] };
  if (scene.doing === 'choosing' && view.mayPay) return choosing(scene, view);
  switch (view.phase) {
    case 'unquoted': return { tone: 'plain', title: words.unquotedTitle, texts: [words.unquotedText] };
    case 'free': return { tone: 'success', title: words.freeTitle, texts: [words.freeText] };
    case 'quote': case 'choosing': return choosing(scene, view);
    case 'acting': return acting(scene, view);
    case 'pending': return pending(scene, view);
    case 'paid': return paid(scene, view);
    case 'failed': return ended(view, words, words.failedTitle, [reasonOf(view, words), words.failedText], words.again);
    case 'expired': return ended(view, words, words.expiredTitle, [words.expiredText], words.renew);
    case 'cancelled': return ended(view, words, words.cancelledTitle, [words.cancelledText], words.again);
    case 'officer': return {
      tone: 'warning', title: words.officerTitle, texts: [format(words.officerText, { amount: amount(view.money.kept, words.lang) }), view.intent && format(words.officerCode, { reference: view.intent.reference })], buttons: [refund(words)],
    };
    case 'refund-asked': return { tone: 'info', title: words.refundAskedTitle, texts: [format(words.refundAskedText, { amount: amount(refundSum(view, 'asked'), words.lang) })], ...(view.receipts.length ? { body: receiptsView(view, words) } : {}) };
    case 'refunded': return {
      tone: 'success', title: words.refundedTitle, texts: [format(words.refundedText, { amount: amount(view.money.returned, words.lang) })],
      ...(view.mayPay && view.total > 0 ? { buttons: [{ action: 'choose', text: words.again }] } : {}),
    };
  }
}

function choosing({ words, offer, news }: PaymentScene, view: PaymentView): Panel {
  if (view.offers.length === 0) return { tone: 'plain', title: words.chooseTitle, texts: [words.chooseNone] };
  const missing = news?.kind === 'missing';
  return {
    tone: 'plain', title: words.chooseTitle, texts: [],
    body: html`<fieldset class=${missing ? 'offers invalid' : 'offers'} part="offers" aria-labelledby="dvc-stand" aria-describedby=${missing ? 'dvc-offer-error' : nothing}>
      ${missing ? html`<p class="error" part="error" id="dvc-offer-error">${words.chooseMissing}</p>` : nothing}
      <div class="options">${view.offers.map(({ id, title, note }) => html`<div class="option" part="offer"><input type="radio" name="dvc-offer" id=${`dvc-offer-${id}`} .value=${id} .checked=${id === offer}>
        <label for=${`dvc-offer-${id}`}>${title}${note ? html`<span class="hint">${note}</span>` : nothing}</label></div>`)}</div></fieldset>`,
    buttons: [{ action: 'pay', text: format(words.pay, { amount: amount(view.total, words.lang) }), primary: true }, ...(view.intent ? [{ action: 'nothing', text: words.back }] : [])],
  };
}

function acting(scene: PaymentScene, view: PaymentView): Panel {
  const { words, busy } = scene;
  const intent = view.intent!;
  const title = { redirect: words.actRedirectTitle, qr: words.actTransferTitle, transfer: words.actTransferTitle, cash: words.actCashTitle }[intent.method];
  // An order of which nobody knows yet whether the gateway has it.
  if (!intent.act) return { tone: 'info', title: words.pendingTitle, texts: [words.pendingText, words.pendingEnded], buttons: [{ action: 'look', text: words.look }] };
  const byTransfer = intent.act.kind === 'transfer';
  return {
    tone: 'plain', title, texts: [], body: html`${actView(intent, words, busy, scene.qr)}${countdown(scene)}${confirmCancel(scene)}`,
    buttons: [...(byTransfer ? [{ action: 'transferred', text: words.transferred, primary: true }] : intent.act.kind === 'cash' ? [{ action: 'print', text: words.print, primary: true }] : []), { action: 'cancel', text: words.otherWay, quiet: true }],
  };
}

function pending(scene: PaymentScene, view: PaymentView): Panel {
  const { words } = scene;
  const { intent, knowledge } = view;
  const act = intent?.act;
  const hint = knowledge.bank === 'silent' ? words.pendingSilent : !act ? words.pendingEnded : act.kind === 'redirect' ? words.pendingBank : words.pendingTransfer;
  return {
    tone: 'info', title: words.pendingTitle, texts: [words.pendingText, hint, words.pendingStay],
    body: html`${act?.kind === 'transfer' ? html`<dl class="facts">${fact(words, words.content, act.content, act.content)}</dl>` : nothing}${confirmCancel(scene)}`,
    buttons: [
      { action: 'look', text: words.look, primary: true },
      ...(act?.kind === 'redirect' ? [{ action: 'act', text: words.backToBank }] : []),
      { action: 'copy-link', text: words.copyLink, quiet: true },
      ...(act ? [{ action: 'cancel', text: words.cancel, quiet: true }] : []),
    ],
  };
}

function paid({ words }: PaymentScene, view: PaymentView): Panel {
  const { paid: money, money: { surplus }, refunds } = view;
  const refused = refunds.find(({ state }) => state === 'refused');
  return {
    tone: 'success', title: words.paidTitle,
    texts: [
      money && `${format(words.paidText, { amount: amount(money.amount, words.lang), time: fullText(money.at, words.lang) })}${money.bank ? ` ${format(words.paidBank, { bank: money.bank })}` : ''}`,
      surplus > 0 ? format(words.surplus, { amount: amount(surplus, words.lang) }) : undefined,
      refused && format(words.refundRefused, { amount: amount(refused.amount, words.lang) }),
    ],
    body: html`${money ? html`<dl class="facts">${fact(words, words.transaction, money.transaction, money.transaction)}</dl>` : nothing}${receiptsView(view, words)}`,
    buttons: [{ action: 'print', text: words.print }, refund(words)],
  };
}

function ended(view: PaymentView, words: PaymentWords, title: string, texts: readonly (string | undefined)[], again: string): Panel {
  return view.mayPay
    ? { tone: view.phase === 'failed' ? 'error' : 'warning', title, texts, buttons: [{ action: 'choose', text: again, primary: true }] }
    : { tone: 'info', title, texts: [...texts, words.wait], buttons: [{ action: 'look', text: words.look }] };
}

const refund = (words: PaymentWords): Pressable => ({ action: 'refund', text: words.refundOpen, quiet: true });
const refundSum = ({ refunds }: PaymentView, state: 'asked'): number => refunds.filter((each) => each.state === state).reduce((total, each) => total + each.amount, 0);

/** Reasons that a citizen can do something about; a gateway's other words would only frighten. */
const REASONS = ['not-enough-money', 'daily-limit', 'wrong-otp', 'too-many-passwords', 'verification-failed', 'no-internet-banking', 'account-locked', 'bank-maintenance'] as const;
const reasonOf = ({ intent }: PaymentView, words: PaymentWords): string => words[REASONS.find((reason) => reason === intent?.end?.reason) ?? 'otherReason'];

/** Drawn once a minute, and said aloud only near the end (see the element): a running clock is read again and again. */
function countdown(scene: PaymentScene): unknown {
  const { words, view } = scene;
  const minutes = minutesLeft(scene);
  if (minutes === undefined || !view?.intent?.expiresAt) return nothing;
  // Nobody wants to know that 4 300 minutes are left.
  if (minutes > 120) return html`<p class="hint">${format(words.until, { time: momentText(view.intent.expiresAt, words.lang, backendNow(scene)) })}</p>`;
  return html`<p class="hint" part="countdown">${minutes < 2 ? words.leftLast : format(words.left, { minutes })}</p>`;
}

function confirmCancel({ doing, words, busy }: PaymentScene): unknown {
  if (doing !== 'cancelling') return nothing;
  return html`<div class="notice notice-warning" part="notice notice-warning" tabindex="-1" data-ask><p>${words.cancelAsk}</p>
    <div class="actions">${button({ action: 'cancel-yes', text: words.cancelYes, busy })}${button({ action: 'nothing', text: words.cancelNo, quiet: true })}</div></div>`;
}
