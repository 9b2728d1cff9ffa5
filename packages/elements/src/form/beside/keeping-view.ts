import { fieldValue, shownNodes, type FormState, type KeptDraft } from '@dvc/core';
import { format, type BesideWords } from '@dvc/locale';
import { conflict } from '@dvc/ui/chrome/conflict.js';
import { notice } from '@dvc/ui/chrome/notice.js';
import { html, nothing } from 'lit';
import { clockText } from '../instants.js';
import type { FormScene } from '../page.js';
import type { Keeper } from './keeping.js';
import { valueText } from './sources.js';

const MOST_LINES = 8;

/** What of the draft a citizen must see or decide. */
export function draftNotice(keeper: Keeper, scene: FormScene, words: BesideWords): unknown {
  const { keeping } = keeper;
  const { lang } = scene.models.texts.words;
  // What is sent is no draft any more.
  if (scene.store.state.phase.kind === 'acknowledged') return nothing;
  switch (keeping.kind) {
    case 'full': return notice({ kind: 'warning', text: words.draftFull });
    case 'blocked': return notice({ kind: 'warning', text: words.draftBlocked });
    case 'locked': return notice({ kind: 'warning', text: words.draftLocked });
    case 'unreadable': return notice({ kind: 'warning', text: words.draftUnreadable });
    case 'newer': return notice({ kind: 'warning', text: words.draftNewer });
    case 'gone': return notice({ kind: 'warning', text: words.draftGone });
    case 'restored': return notice({ kind: 'info', text: format(words.draftRestored, { time: clockText(keeping.at, lang) }, lang) });
    case 'other': return keeping.theirs ? conflictView(keeper, scene, words, keeping.theirs)
      : notice({ kind: 'warning', text: format(words.draftOther, { time: clockText(keeping.at, lang) }, lang), actions: [{ action: 'draft-theirs', text: words.draftOtherOpen }] });
    default: return nothing;
  }
}

/** Two versions side by side; nothing is overwritten before a person has chosen. */
function conflictView(keeper: Keeper, scene: FormScene, words: BesideWords, theirs: KeptDraft): unknown {
  const other = keeper.theirState(theirs);
  const changes = other ? differences(scene, other) : [];
  return html`<div data-draft-conflict tabindex="-1">${conflict({
    title: words.conflictTitle, text: changes.length > 0 ? words.conflictText : `${words.conflictText} ${words.conflictSame}`,
    item: words.conflictItem, shown: words.conflictMine, now: words.conflictTheirs, isOpen: true, changes: changes.slice(0, MOST_LINES),
  })}<div class="actions"><button type="button" part="button" data-action="draft-mine">${words.conflictKeepMine}</button>
    <button type="button" class="quiet" part="button" data-action="draft-theirs">${words.conflictTakeTheirs}</button></div></div>`;
}

/** Answers that read differently, by their paths. */
function differences(scene: FormScene, other: FormState): { label: string; was?: string; now?: string }[] {
  const texts = (state: FormState) => new Map([...shownNodes(state.root)].filter(({ node }) => node.shape.kind === 'field').map(({ node, path }) => [path, { node, text: valueText(scene, node, fieldValue(node)) }] as const));
  const [mine, theirs] = [texts(scene.store.state), texts(other)];
  return [...new Set([...mine.keys(), ...theirs.keys()])].flatMap((path) => {
    const [here, there] = [mine.get(path), theirs.get(path)];
    if ((here?.text ?? '') === (there?.text ?? '')) return [];
    return [{ label: scene.models.texts.label((here ?? there)!.node), ...(here?.text ? { was: here.text } : {}), ...(there?.text ? { now: there.text } : {}) }];
  });
}

/** The quiet line under the page: how the draft stands, and the way to be rid of it. */
export function draftLine({ keeping }: Keeper, scene: FormScene, words: BesideWords): unknown {
  const { lang } = scene.models.texts.words;
  const isKept = keeping.kind === 'saved' || keeping.kind === 'restored';
  if (scene.store.state.phase.kind === 'acknowledged') return isKept ? html`<div class="draft" part="draft"><p class="hint" data-draft="sent">${words.sentKept}</p>${eraseButton(words)}</div>` : nothing;
  const said = isKept ? format(words.draftSaved, { time: clockText(keeping.at, lang) }, lang)
    : keeping.kind === 'saving' ? words.draftSaving : keeping.kind === 'erased' ? words.draftErased : keeping.kind === 'none' ? words.draftNotYet : '';
  return html`<div class="draft" part="draft"><p class="hint" data-draft=${keeping.kind}>${said}</p>
    ${keeping.kind === 'none' || keeping.kind === 'erased' ? nothing : eraseButton(words)}</div>`;
}

export const eraseButton = (words: BesideWords): unknown => html`<button type="button" class="quiet small" part="button" data-action="draft-erase">${words.draftErase}</button>`;

/** Nothing is erased by one press. */
export const eraseView = (words: BesideWords, isSent: boolean): unknown => html`<div data-draft-erase tabindex="-1">${notice({
  kind: 'warning', title: isSent ? words.sentEraseTitle : words.draftEraseTitle, text: isSent ? words.sentEraseText : words.draftEraseText,
  actions: [{ action: 'draft-erase-yes', text: isSent ? words.sentEraseYes : words.draftEraseYes }, { action: 'draft-erase-no', text: words.draftEraseNo }],
})}</div>`;
