import { format } from '@dvc/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { momentText } from '../payment/times.js';
import { documentLink } from './papers-view.js';
import { dueText } from './due-text.js';
import { labelOf } from './now-text.js';
import { backendNow, type StatusScene } from './scene.js';

/** How it stands, who has it, when it is due. */
export function factsView(scene: StatusScene): TemplateResult {
  const { view, words } = scene;
  const due = dueText(scene);
  const late = due?.tag?.tone === 'late';
  return html`<section class="facts" part="facts" aria-label=${words.status}><dl>
      <div part="status"><dt>${words.status}</dt><dd><span class="label" part="label">${labelOf(view!, words)}</span>${view!.key && view!.text ? html`<span class="sub">${view!.text}</span>` : nothing}</dd></div>
      <div part="holder"><dt>${words.holder}</dt><dd>${holderText(scene)}</dd></div>
      ${due ? html`<div part="due" class=${late ? 'is-late' : ''}><dt>${words.due}</dt><dd>${due.main}${due.tag ? html` <span class=${`tag tag-${due.tag.tone}`} part=${`left left-${due.tag.tone}`}><span class="dot" aria-hidden="true">·</span> ${due.tag.text}</span>` : nothing}
        ${due.notes.map((note) => html`<span class="sub">${note}</span>`)}${due.apology ? html`<span class="sub">${documentLink(due.apology, scene)}</span>` : nothing}</dd></div>` : nothing}
    </dl>
    ${late && view!.due.clock === 'running' ? html`<p class="late" part="late">${words.lateText}</p>` : nothing}
    <p class="fresh" part="updated">${format(words.updated, { time: momentText(view!.updatedAt, words.lang, backendNow(scene)) })} ${scene.lost ? nothing : words.live}</p></section>`;
}

function holderText({ view, words }: StatusScene): string {
  const { holder, turn } = view!;
  const who = holder && (holder.person ? format(words.holderPerson, { unit: holder.unit, person: holder.person }) : holder.unit);
  if (turn === 'citizen' && view!.task.kind !== 'collect') return who ? format(words.holderCitizen, { unit: who }) : words.holderCitizenOnly;
  return who ?? words.holderUnknown;
}
