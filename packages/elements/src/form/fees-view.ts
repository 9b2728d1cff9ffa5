import { casePlanOf, feeLinesOf, feesOf, type FeeLine, type FormState, type OpenFee } from '@dvc/core';
import { amount, format } from '@dvc/locale';
import { amountInWords } from '@dvc/locale/amount-words.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { FormScene } from './page.js';

/** A page may be given a document that nobody checked. */
const KINDS = ['fee', 'charge', 'service', 'postage'] as const;
type Kind = typeof KINDS[number];

/** A title that begins with its kind does not say it twice: `Lệ phí: Bản sao`, but `Lệ phí đăng ký khai sinh`. */
const titled = (kind: string, title: string) => (title.startsWith(kind) ? title : `${kind}: ${title}`);

/** What was shown, as it is sent. */
export const sumsOf = (state: FormState) => feesOf(state).map(({ id, amount: dong }) => ({ id, amount: dong }));

/** What is to be paid: line by line, why less or nothing, what nobody has checked, and in the end in words. */
export function feesView(scene: FormScene): unknown {
  const { words, say } = scene.models.texts;
  const more = scene.parts.more!;
  const { plan, store } = scene;
  if (plan.fees.length === 0 && plan.cases.length === 0) return nothing;
  // Of nothing, of which nobody asked for a copy, no clerk writes a line.
  const lines = feeLinesOf(store.state).filter((line) => line.amount === undefined || line.quantity?.count !== 0);
  const known = lines.filter((line) => line.amount !== undefined);
  const isOpen = known.length < lines.length;
  const money = (dong: number) => format(more.amount, { amount: amount(dong, words.lang) }, words.lang);
  const kindOf = ({ kind }: { readonly kind: string }): Kind => KINDS.find((each) => each === kind) ?? 'fee';
  const sum = (some: readonly FeeLine[]) => some.reduce((total, line) => total + line.amount, 0);
  const row = (title: unknown, value: unknown) => html`<div><dt>${title}</dt><dd>${value}</dd></div>`;
  const strong = (text: string) => html`<strong>${text}</strong>`;

  const free = (kind: Kind) => (kind === 'fee' || kind === 'charge' ? more[`free.${kind}`] : more.free);
  const due = (line: FeeLine | OpenFee): TemplateResult | string => {
    if (line.amount === undefined) return more.feeOpen;
    const { quantity, full, reduction } = line;
    const unit = line.plan.unit ? say(line.plan.unit) : '';
    const price = quantity ? `${format(more.perUnit, { each: money(quantity.each), count: quantity.count, unit }, words.lang).trim()} = ${money(full)}` : money(full);
    const paid = line.amount === 0 ? free(kindOf(line.plan)) : money(line.amount);
    if (!reduction) return line.amount === 0 ? paid : price;
    // Lines break as they stand here. What is struck through is said, too: a screen reader passes over the line.
    return html`<span class="sr">${more.fullPrice} </span><del>${price}</del><div><span class="sr">${more.toPay} </span>${paid}</div><div class="note">${format(more.reduction, { title: say(reduction.title) }, words.lang)}</div>`;
  };

  // One line of each kind is its own sum.
  const kinds = KINDS.filter((kind) => known.some((line) => kindOf(line.plan) === kind));
  const found = casePlanOf(store.state);
  return html`<section class="fees" part="fees" aria-labelledby="dvc-fees-title"><h3 id="dvc-fees-title">${more.feesTitle}</h3>
    ${found ? html`<p>${say(found.title)}</p>` : nothing}
    ${lines.length === 0 ? html`<p>${more.feeNone}</p>` : html`<dl class="list">
      ${lines.map((line) => row(html`${titled(more[kindOf(line.plan)], say(line.plan.title))}${line.plan.unverified ? html`${' '}<span class="hint">(${words.unverified})</span>` : nothing}`, due(line)))}
      ${isOpen || kinds.length < 2 || kinds.length === known.length ? nothing : kinds.map((kind) => row(format(more.subtotal, { kind: more[kind].toLowerCase() }, words.lang), money(sum(known.filter((line) => kindOf(line.plan) === kind)))))}
      ${row(strong(more.total), strong(isOpen ? more.feeOpen : money(sum(known))))}
      ${isOpen || sum(known) === 0 ? nothing : row(more.inWords, inWords(sum(known), words.lang))}</dl>`}
    ${isOpen ? html`<p class="hint">${more.feeOpenNote}</p>` : nothing}
    ${lines.some((line) => line.plan.unverified) ? html`<p class="hint">${more.unverifiedNote}</p>` : nothing}</section>`;
}

/** As a biên lai has it: a capital first, a full stop at the end. */
function inWords(dong: number, lang: string): string {
  const text = amountInWords(dong, lang === 'en' ? 'en' : 'vi');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
