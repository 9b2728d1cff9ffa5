import { amount, format } from '@dvc/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { button, type Pressable } from '../payment/buttons.js';
import { dayText } from '../payment/times.js';
import { headline, isPast, owed, reasonOf, saysOf, toneOf } from './now-text.js';
import type { StatusScene } from './scene.js';

/** What to do now, with the button that does it. `inside`: what was opened by it. */
export function nowView(scene: StatusScene, inside: unknown): TemplateResult {
  const view = scene.view!, { words, opened, busy } = scene;
  const { task, key } = view;
  const owner = scene.facts!.owner === true;
  const says = saysOf(view, words), reason = task.kind === 'read-reason' ? reasonOf(view) : undefined;
  const presses: Pressable[] = [];
  if (task.kind === 'supplement' && owner && scene.facts!.document && opened !== 'supplement') presses.push({ action: 'open', id: 'supplement', text: words.supplementGo, primary: true, busy });
  if (task.kind === 'pay' && task.payments.length > 0 && opened !== 'pay') presses.push({ action: 'open', id: 'pay', text: format(words.payGo, { amount: amount(owed(view), words.lang) }), primary: true, busy });
  return html`<section class=${`now now-${toneOf(view)}`} part=${`now now-${task.kind}`} aria-labelledby="dvc-now">
    <h3 id="dvc-now" tabindex="-1">${headline(view, words)}</h3>
    ${says && (task.kind !== 'rate') ? html`<p>${says}</p>` : nothing}
    ${lateNow(scene)}
    ${task.kind === 'supplement' ? remarksView(scene) : nothing}
    ${task.kind === 'pay' ? payLines(scene) : nothing}
    ${task.kind === 'collect' ? html`<p>${scene.facts!.delivery ? format(words.collectText, { how: scene.facts!.delivery }) : words.collectPlain}</p>${view.documents.some((each) => each.kind === 'result' && each.link) ? html`<p>${words.collectHere}</p>` : nothing}` : nothing}
    ${task.kind === 'read-reason' ? reason ? html`<figure class="words"><figcaption>${words.reasonFrom}</figcaption><blockquote>${reason}</blockquote></figure>` : html`<p>${words.reasonNone}</p>` : nothing}
    ${!key && view.text ? html`<figure class="words"><figcaption>${words.unknownStatus}</figcaption><blockquote>${view.text}</blockquote></figure>` : nothing}
    ${presses.length ? html`<div class="actions">${presses.map(button)}</div>` : nothing}
  </section>${inside ?? nothing}`;
}

/** Lateness is said where everybody looks, and that it is not the citizen's. */
function lateNow({ view, words, reckoned }: StatusScene): TemplateResult | typeof nothing {
  const { clock, overdue, left } = view!.due;
  return reckoned && overdue && clock === 'running' ? html`<p class="late-text">${left ? format(words.lateNow, { n: -left }) : words.lateHour}</p>` : nothing;
}

function remarksView(scene: StatusScene): TemplateResult | typeof nothing {
  const { task } = scene.view!, { words } = scene;
  if (task.kind !== 'supplement') return nothing;
  const past = isPast(scene, task.until) ? html`<p class="strong">${format(words.supplementPast, { date: dayText(task.until!, words.lang) })}</p>` : nothing;
  // Opened, each remark leads to its place in the form below.
  const elsewhere = scene.facts!.owner && scene.facts!.document ? nothing : html`<p>${words.supplementElse}</p>`;
  return html`${past}${task.remarks.length ? html`<h4>${words.remarksTitle}</h4><ul class="remarks" part="remarks">${task.remarks.map(({ text, path, paper }, i) => html`<li part="remark">${scene.opened === 'supplement' && (path !== undefined || paper !== undefined)
    ? html`<button type="button" class="link" part="button" data-action="to-remark" data-id=${i}>${text}</button>` : text}</li>`)}</ul>` : nothing}${elsewhere}`;
}

function payLines({ view, words }: StatusScene): TemplateResult | typeof nothing {
  const { task } = view!;
  if (task.kind !== 'pay') return nothing;
  if (task.payments.length === 0) return html`<p>${words.payNotice}</p>`;
  const days = [...new Set(task.payments.flatMap(({ due }) => (due ? [due] : [])))].sort();
  return days.length ? html`<p class="strong">${format(words.payUntil, { date: dayText(days[0]!, words.lang) })}</p>` : html``;
}
