// What the State knows already: asked for, put in or offered, and always said where it is from.
import { fieldValue, locate, pageOf, sameJson, textFromValue, unplaced, type NodeState, type Prefill, type Prefilled } from '@dvc/core';
import { format, type BesideWords } from '@dvc/locale';
import type { FormPlan, Json } from '@dvc/schema';
import { notice } from '@dvc/ui/chrome/notice.js';
import { html, nothing } from 'lit';
import { FormError } from '../errors.js';
import { clockText } from '../instants.js';
import type { FormScene } from '../page.js';

/** ms that a form waits for its sources; what comes later is only offered. */
const PATIENCE_MS = 1000;

export interface Asked {
  /** What came in time. */
  readonly early: Promise<readonly Prefilled[] | undefined>;
  /** All of it, whenever it comes; undefined when it cannot be had. */
  readonly all: Promise<readonly Prefilled[] | undefined>;
}

/** Never rejects: a source that fails must not keep anybody from filling in a form. */
export function askSources(port: Prefill, plan: FormPlan, signal: AbortSignal, report: (error: FormError) => void): Asked {
  const { id, version } = plan.document;
  const paths = plan.nodes.filter(({ kind, computed, lists }) => kind === 'field' && !computed && lists.length === 0).map(({ path }) => path);
  const all = (async () => port.prefill({ document: { id, version }, paths, signal }))().then((prefilled) => {
    if (!Array.isArray(prefilled) || !prefilled.every(isPrefilled)) throw new Error('something else');
    return prefilled;
  }).catch((error: unknown) => {
    if (!signal.aborted) report(new FormError('prefill-failed', `prefill: expected a list of {path, value, source, at, lock}, got ${String(error)}`));
    return undefined;
  });
  return { all, early: Promise.race([all, new Promise<undefined>((resolve) => { setTimeout(resolve, PATIENCE_MS); })]) };
}

function isPrefilled(each: Partial<Prefilled> | null): boolean {
  return each !== null && typeof each === 'object' && typeof each.path === 'string' && each.value !== undefined && typeof each.source === 'string' && each.source.length > 0 && each.source.length <= 200
    && typeof each.at === 'string' && each.at.length <= 40 && !Number.isNaN(Date.parse(each.at)) && /^(locked|marked|suggestion)$/.test(each.lock ?? '');
}

/** For the page developer: what a source knows and the form does not ask. */
export function warnOfUnplaced(scene: FormScene, prefilled: readonly Prefilled[]): void {
  for (const path of unplaced(scene.store.state, prefilled)) console.warn(`[dvc-form] prefill at ${path}: expected a field of the form, got none`);
}

/** An answer in words, whether it is held or only offered. */
export function valueText(scene: FormScene, { shape }: NodeState, value: Json | undefined): string {
  const { words, say } = scene.models.texts;
  const choice = shape.choices?.find((each) => sameJson(each.value, value));
  if (choice) return say(choice.title);
  return value === undefined || value === null ? '' : typeof value === 'boolean' ? (value ? words.yes : words.no) : typeof value === 'object' ? JSON.stringify(value) : textFromValue(shape, value);
}

/** Where an answer is from, for the help under its label and for the review. */
export function sourceText(scene: FormScene, node: NodeState, words: BesideWords): string {
  const said = scene.store.state.provenance[node.id];
  if (!said) return '';
  const { lang } = scene.models.texts.words;
  const isChanged = !sameJson(fieldValue(node), said.value);
  const text = isChanged ? words.sourceChanged : said.lock === 'locked' ? words.sourceLocked : words.sourceMarked;
  return format(text, { source: sourceName(said.source, words), time: clockText(said.at, lang), value: valueText(scene, node, said.value) }, lang);
}

const sourceName = (source: string, words: BesideWords) => (source === 'identity' ? words.sourceIdentity : source);

/** What is offered on the page that is shown. */
export function offersView(scene: FormScene, words: BesideWords): unknown {
  const { state } = scene.store;
  const { lang } = scene.models.texts.words;
  const offers = Object.entries(state.suggestions ?? {}).flatMap(([id, said]) => {
    const node = locate(state.root, id)?.node;
    return node?.relevant && (pageOf(state, id) ?? state.page) === state.page ? [{ id, node, said }] : [];
  });
  if (offers.length === 0 || state.readOnly) return nothing;
  const free = offers.filter(({ node }) => fieldValue(node) === undefined).length;
  return html`<div data-offers tabindex="-1">${notice({
    kind: 'info', text: format(words.sourceOffers, { n: offers.length }, lang),
    ...(free > 1 ? { actions: [{ action: 'source-take-all', text: words.sourceTakeAll }] } : {}),
  }, html`<ul class="offers">${offers.map(({ id, node, said }) => html`<li><strong>${scene.models.texts.label(node)}</strong>
    <p>${format(words.sourceOffer, { source: sourceName(said.source, words), value: valueText(scene, node, said.value), time: clockText(said.at, lang) }, lang)}</p>
    <p><button type="button" class="quiet small" part="button" data-action="source-take" data-id=${id}>${words.sourceTake}<span class="sr"> ${scene.models.texts.label(node)}</span></button>
      <button type="button" class="quiet small" part="button" data-action="source-leave" data-id=${id}>${words.sourceLeave}<span class="sr"> ${scene.models.texts.label(node)}</span></button></p></li>`)}</ul>`)}</div>`;
}
