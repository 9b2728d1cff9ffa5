import type { StatusDocument } from '@dvc/core';
import { format } from '@dvc/locale';
import { html, nothing, type TemplateResult } from 'lit';
import { safeLink } from '../payment/link.js';
import type { StatusScene } from './scene.js';

/** Results first: they are what everybody waits for. */
const ORDER = ['result', 'apology', 'slip', 'notice'] as const;

export function papersView(scene: StatusScene): TemplateResult | typeof nothing {
  const { view, words } = scene;
  const { documents, posted } = view!;
  if (documents.length === 0 && !posted) return nothing;
  const sorted = [...documents].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const track = posted?.link === undefined ? undefined : safeLink(posted.link, scene.base);
  return html`<section class="papers" part="documents" aria-labelledby="dvc-papers"><h3 id="dvc-papers">${words.papers}</h3>
    <ul>${sorted.map((each) => html`<li part="document" class=${each.kind}>${documentLink(each, scene)}</li>`)}
      ${posted ? html`<li part="post" class="post"><span><b>${words.post}</b> · ${{ sent: words.postSent, delivered: words.postDelivered, returned: words.postReturned }[posted.state]}</span>
        <span class="sub">${posted.carrier}. ${format(words.postCode, { code: posted.code })}. ${track === undefined ? nothing : html`<a href=${track} target="_blank" rel="noopener noreferrer">${words.postTrack}</a>`}</span></li>` : nothing}</ul></section>`;
}

/** A paper, as a link where it may be opened. */
export function documentLink({ kind, title, number, link }: StatusDocument, { words, base }: Pick<StatusScene, 'words' | 'base'>): TemplateResult {
  const href = link === undefined ? undefined : safeLink(link, base);
  const name = title || words[kind];
  const numbered = number ? html` <span class="number">${format(words.paperNumber, { number })}</span>` : nothing;
  return html`<span>${href === undefined ? name : html`<a href=${href} target="_blank" rel="noopener noreferrer">${name}</a>`}${numbered}${href === undefined && kind === 'result' ? html` <span class="sub">${words.noLink}</span>` : nothing}</span>`;
}
