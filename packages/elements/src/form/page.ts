import { feesOf, noticesOf, pageIssues, pagesOf, paperIssuesOf, papersOf, placedIssues, stateAt, type FormState, type NodeState, type Page, type PlacedIssue } from '@dvc/core';
import type { FormPlan, NodePlan } from '@dvc/schema';
import { format, type Words } from '@dvc/locale';
import { actions, errorSummary, loading, notice, pageHeading, progress, stepHeading, type SummaryItem } from '@dvc/ui';
import { readAction } from '@dvc/ui/read-control.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { CodeLists } from './code-lists.js';
import type { FormError } from './errors.js';
import type { FormEvents } from './events.js';
import type { Parts } from './parts.js';
import { placeView, type Scene } from './places.js';

export interface FormScene extends Scene {
  readonly plan: FormPlan;
  readonly lists: CodeLists;
  readonly events: FormEvents;
  readonly parts: Parts;
}

const hotline = html`<slot name="hotline"></slot>`;

/**
 * Fields beyond which only what is near the screen is laid out. Not fewer: up to 200 controls, Chromium's autofill looks
 * at each after every key, and lays out each skipped one for it (measured: 42 layouts a key at 60 fields, 1 at 1,000).
 */
const LONG = 250;
const long = new WeakMap<object, boolean>();

function isLong({ store }: Scene): boolean {
  let is = long.get(store);
  if (is === undefined) long.set(store, is = countFields(store.state.root) > LONG);
  return is;
}

const countFields = (node: NodeState): number => (node.children ? node.children.reduce((sum, child) => sum + countFields(child), 0) : 1);

/** What of the page around the fields hangs on the answers, in one comparable piece. */
export function outlineOf(state: FormState): string {
  const { plan } = state;
  const fees = plan.fees.length > 0 || plan.cases.length > 0 ? feesOf(state).map(({ id, amount }) => `${id}=${amount}`) : [];
  return [
    ...pagesOf(state).map((page) => page.id), ...papersOf(state).map((paper) => `${paper.key}:${paper.required}`),
    ...noticesOf(state, 'start').map((notice) => notice.id), ...noticesOf(state, 'review').map((notice) => notice.id), ...fees,
  ].join();
}

export const loadingView = (words: Words): TemplateResult => html`<div class="dvc" lang=${words.lang}>${loading(words.loading)}</div>`;

/** One calm sentence; the reasons are for the page developer, in the console. */
export const brokenView = (failure: FormError, words: Words, again: () => void): TemplateResult =>
  // eslint-disable-next-line lit-a11y/click-events-have-key-events -- the click of the button inside
  html`<div class="dvc" lang=${words.lang} @click=${(event: Event) => { if (readAction(event)) again(); }}>${notice({ kind: 'error', text: failure.code === 'DVC-101' ? words.loadFailed : words.broken, ...(failure.code === 'DVC-101' ? { actions: [{ action: 'reload', text: words.retry }] } : {}) }, hotline)}</div>`;

export function formView(scene: FormScene, stepped: boolean): TemplateResult {
  const { store, events, models, plan } = scene;
  const state = store.state;
  const { words, say } = models.texts;
  const sent = state.phase.kind === 'acknowledged' && scene.parts.pages;
  return html`<div class=${isLong(scene) ? 'dvc long' : 'dvc'} lang=${words.lang} aria-busy=${state.phase.kind === 'submitting' ? 'true' : nothing}
    @input=${events} @change=${events} @focusout=${events} @click=${events} @paste=${events} @keydown=${events} @pointerdown=${events}
    @compositionstart=${events} @compositionend=${events} @dvc-choose=${events}>
    ${plan.title.text ? pageHeading(say(plan.title), plan.document.description ? say({ text: plan.document.description, at: '/description' }) : undefined) : nothing}
    <div role="status" class="sr" id="dvc-said"></div>
    ${sent ? scene.parts.pages!.sentView(scene, hotline) : stepped ? steppedView(scene, state) : singleView(scene, state)}
  </div>`;
}

function steppedView(scene: FormScene, state: FormState): TemplateResult {
  const { words, say } = scene.models.texts;
  const pages = pagesOf(state);
  const at = Math.max(0, pages.findIndex((page) => page.id === state.page));
  const page = pages[at]!;
  const titleOf = (each: Page) => (each.kind === 'step' ? say(scene.plan.steps.find((step) => step.id === each.id)!.title) : each.kind === 'papers' ? scene.parts.more!.papersTitle : scene.parts.more!.reviewTitle);
  const hint = page.kind === 'step' ? scene.plan.steps.find((step) => step.id === page.id)?.hint : undefined;
  const last = page.kind === 'review';
  return html`
    ${at === 0 ? noticesView(scene, state, 'start') : nothing}
    ${progress({
      name: words.steps, done: words.stepDone, errors: words.stepHasErrors, text: `${format(words.step, { n: at + 1, total: pages.length }, words.lang)}: ${titleOf(page)}`,
      steps: pages.map((each, i) => ({
        id: each.id, title: titleOf(each), state: i === at ? 'current' : i < at || state.visited.includes(each.id) ? 'done' : 'todo', open: state.visited.includes(each.id),
        faulty: i !== at && state.attempted && pageIssues(state, each.id).length > 0,
      })),
    })}
    ${summaryView(scene, state, page.kind === 'papers')}
    ${newsView(scene, state)}
    <section class="page" part="step" aria-labelledby="dvc-step-title">
      ${stepHeading({ id: 'dvc-step-title', title: titleOf(page), ...(hint ? { hint: say(hint) } : last ? { hint: scene.parts.more!.reviewHint } : {}) })}
      ${page.kind === 'step' ? stepView(scene, state, page.id) : page.kind === 'papers' ? scene.parts.pages!.papersView(scene) : scene.parts.pages!.reviewView(scene)}
      ${last ? noticesView(scene, state, 'review') : nothing}
    </section>
    ${actions({
      ...(last && !state.readOnly ? { primary: { action: 'submit', text: words.submit, busy: state.phase.kind === 'submitting' } }
        : last ? {} : { primary: { action: 'next', text: state.returning ? scene.parts.more!.backToReview : pages[at + 1]?.kind === 'review' ? words.toReview : words.next } }),
      ...(at > 0 ? { back: { action: 'back', text: words.back } } : {}),
    })}`;
}

function singleView(scene: FormScene, state: FormState): TemplateResult {
  const { words, say } = scene.models.texts;
  const { steps } = scene.plan;
  return html`
    ${noticesView(scene, state, 'start')}
    ${summaryView(scene, state, true)}
    ${newsView(scene, state)}
    ${steps.length === 1 ? stepView(scene, state, steps[0]!.id)
      : pagesOf(state).filter((page) => page.kind === 'step').map((page) => {
        const step = steps.find((each) => each.id === page.id)!;
        return html`<section class="page" part="step" aria-labelledby=${`dvc-step-${step.id}`}>${stepHeading({ id: `dvc-step-${step.id}`, title: say(step.title), ...(step.hint ? { hint: say(step.hint) } : {}) })}${stepView(scene, state, step.id)}</section>`;
      })}
    ${scene.parts.pages && scene.plan.papers.length > 0 ? scene.parts.pages.papersSection(scene) : nothing}
    ${scene.parts.pages && (scene.plan.fees.length > 0 || scene.plan.cases.length > 0) ? scene.parts.pages.feesView(scene) : nothing}
    ${noticesView(scene, state, 'review')}
    ${state.readOnly ? nothing : actions({ primary: { action: 'submit', text: words.submit, busy: state.phase.kind === 'submitting' } })}`;
}

function stepView(scene: FormScene, state: FormState, id: string): unknown {
  const step = scene.plan.steps.find((each) => each.id === id)!;
  const title = scene.models.texts.say(step.title);
  return step.nodes.map((plan) => {
    const node = stateAt(state.root, plan);
    return node ? placeView(scene, node, 3, title) : nothing;
  });
}

/** Everything to mend, each a way to its field. Drawn when it is summoned and then left alone, so that it does not shrink under the reader. */
function summaryView(scene: FormScene, state: FormState, papers: boolean): unknown {
  if (state.summary === 'none') return nothing;
  const { words } = scene.models.texts;
  const placed = state.summary === 'page' ? pageIssues(state, state.page) : placedIssues(state);
  // A field shows its first issue alone, so it has one line.
  const first = new Map(placed.map((issue) => [issue.node.id, issue] as const).reverse());
  const twins = twinsOf(scene, placed);
  const items: SummaryItem[] = [
    ...placed.filter((issue) => first.get(issue.node.id) === issue).map((issue) => ({ id: scene.models.domId(issue.node), text: textOf(scene, issue, twins) })),
    ...(papers || state.summary === 'all' ? paperIssuesOf(state).map((issue) => ({ id: `paper-${issue.path.slice('/papers/'.length).replace('/', '-')}`, text: scene.parts.pages?.paperSentence(scene, issue) ?? '' })) : []),
  ];
  if (items.length === 0) return nothing;
  return errorSummary({ title: format(words.summaryTitle, { n: items.length }, words.lang), items });
}

/** The sentence of an issue, by itself. */
const sentenceOf = ({ models }: FormScene, issue: PlacedIssue): string => models.texts.sentence({ ...issue, path: '' }, issue.node);

/** Labels and sentences that stand at several places: mother's and father's ID. */
function twinsOf(scene: FormScene, placed: readonly PlacedIssue[]): ReadonlySet<string> {
  const first = new Map<string, NodePlan>();
  const twins = new Set<string>();
  for (const issue of placed) {
    for (const text of [scene.models.texts.label(issue.node), sentenceOf(scene, issue)]) {
      if (!first.has(text)) first.set(text, issue.node.plan);
      else if (first.get(text) !== issue.node.plan) twins.add(text);
    }
  }
  return twins;
}

/** An issue's line: the row, as every row has the same labels, and the groups where the line alone would not tell. */
function textOf(scene: FormScene, issue: PlacedIssue, twins: ReadonlySet<string>): string {
  const { words, say, label } = scene.models.texts;
  const text = sentenceOf(scene, issue);
  const twin = twins.has(text) || twins.has(label(issue.node));
  const { plan } = issue.node;
  const where: string[] = [];
  for (let up = plan; up.parent; up = up.parent) {
    const list = up.parent;
    if (list.item === up) {
      const title = say(list.rowTitle ?? up.rowTitle ?? up.title) || words.row;
      where.unshift(format(words.rowTitle, { title, n: Number(issue.path.split('/')[list.path.split('/').length]) + 1 }, words.lang));
    } else if (twin && up !== plan && up.kind === 'object' && up.title?.text) where.unshift(say(up.title));
  }
  return where.length > 0 ? `${where.join(', ')}: ${text}` : text;
}

function noticesView(scene: FormScene, state: FormState, at: 'start' | 'review'): unknown {
  return noticesOf(state, at).map((each) => notice({ kind: 'info', text: scene.models.texts.say(each.text) }));
}

/** What became of the submission, in a place that takes focus. */
function newsView(scene: FormScene, state: FormState): unknown {
  const { words } = scene.models.texts;
  const { phase } = state;
  if (phase.kind === 'changed' && scene.parts.pages) return html`<div data-news tabindex="-1">${scene.parts.pages.changedView(scene, phase.changes)}</div>`;
  if (phase.kind === 'acknowledged') return notice({ kind: 'success', text: phase.acknowledgement.dossierCode, more: [phase.acknowledgement.lookupSecret] });
  if (phase.kind !== 'failed') return html`<div role="status" class="sr">${phase.kind === 'submitting' ? words.sending : ''}</div>`;
  const text = { offline: words.offline, timeout: words.timeout, busy: words.busy, server: words.serverError, unexpected: words.serverError, 'key-conflict': scene.parts.more?.keyConflict ?? words.serverError }[phase.reason];
  return html`<div data-news tabindex="-1">${notice({
    kind: phase.reason === 'offline' || phase.reason === 'busy' ? 'warning' : 'error', text,
    more: [
      ...(phase.retryAfterMs === undefined ? [] : [format(words.waiting, { n: Math.ceil(phase.retryAfterMs / 1000) }, words.lang)]),
      words.kept,
      ...(phase.incident ? [format(words.incident, { incident: phase.incident }, words.lang)] : []),
    ],
    ...(phase.reason === 'key-conflict' ? {} : { actions: [{ action: 'submit', text: words.retry }] }),
  }, hotline)}</div>`;
}
