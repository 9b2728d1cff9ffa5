import { paperIssuesOf, answerIssues, stateAt, type Backend, type FormState, type NodeState, type PlacedIssue } from '@dvc/core';
import type { FormPlan } from '@dvc/schema';
import { format, type Words } from '@dvc/locale';
import { actions, errorSummary, loading, notice, pageHeading, type SummaryItem } from '@dvc/ui';
import { readAction } from '@dvc/ui/read-control.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Company } from './beside/company.js';
import type { CodeLists } from './code-lists.js';
import type { FormError } from './errors.js';
import type { FormEvents } from './events.js';
import { placeView, type Scene } from './places.js';

export interface FormScene extends Scene {
  readonly plan: FormPlan;
  /** Only for a document that names some. */
  readonly lists: CodeLists | undefined;
  readonly backend: () => Backend | undefined;
  readonly events: FormEvents;
  readonly company: Company | undefined;
}

export const hotline = html`<slot name="hotline"></slot>`;

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

const countFields = (node: NodeState): number => (node.shape.kind === 'field' ? 1 : [...(node.children ?? []), ...(node.rows ?? []), ...(node.nested ? [node.nested] : [])].reduce((sum, part) => sum + countFields(part), 0));

export const loadingView = (words: Words): TemplateResult => html`<div class="dvc" lang=${words.lang}>${loading(words.loading)}</div>`;

/** One calm sentence; the reasons are for the page developer, in the console. */
export const brokenView = (failure: FormError, words: Words, again: () => void): TemplateResult =>
  // eslint-disable-next-line lit-a11y/click-events-have-key-events -- the click of the button inside
  html`<div class="dvc" lang=${words.lang} @click=${(event: Event) => { if (readAction(event)) again(); }}>${notice({ kind: 'error', text: failure.code === 'DVC-101' ? words.loadFailed : words.broken, ...(failure.code === 'DVC-101' ? { actions: [{ action: 'reload', text: words.retry }] } : {}) }, hotline)}</div>`;

export function formView(scene: FormScene, stepped: boolean): TemplateResult {
  const { store, events, models, plan, parts } = scene;
  const state = store.state;
  const { words, say } = models.texts;
  return html`<div class=${isLong(scene) ? 'dvc long' : 'dvc'} lang=${words.lang} aria-busy=${state.phase.kind === 'submitting' ? 'true' : nothing}
    @input=${events} @change=${events} @focusout=${events} @click=${events} @paste=${events} @keydown=${events} @keypress=${events} @pointerdown=${events}
    @compositionstart=${events} @compositionend=${events} @dvc-choose=${events}>
    ${plan.title.text ? pageHeading(say(plan.title), plan.document.description ? say({ text: plan.document.description, at: '/description' }) : undefined) : nothing}
    <div role="status" class="sr" id="dvc-said"></div>
    ${plan.problems.length > 0 ? parts.shapes?.missingView(scene) : nothing}
    ${scene.company?.above(scene)}
    ${parts.pages && state.phase.kind === 'acknowledged' ? parts.pages.sentView(scene, hotline) : stepped ? parts.pages!.steppedView(scene) : singleView(scene, state)}
    ${scene.company?.below(scene)}
  </div>`;
}

function singleView(scene: FormScene, state: FormState): TemplateResult {
  const { words } = scene.models.texts;
  const { pages } = scene.parts;
  const { steps } = scene.plan;
  return html`
    ${pages?.noticesView(scene, 'start')}
    ${summaryView(scene, state, true)}
    ${newsView(scene)}
    ${steps.length > 1 ? pages?.sectionsView(scene) : stepView(scene, state, steps[0]!.id, 2)}
    ${pages && scene.plan.papers.length > 0 ? pages.papersSection(scene) : nothing}
    ${pages?.feesView(scene)}
    ${pages?.noticesView(scene, 'review')}
    ${state.readOnly ? nothing : actions({ primary: { action: 'submit', text: words.submit, busy: state.phase.kind === 'submitting' } })}`;
}

/** `level`: of the headings in it. */
export function stepView(scene: FormScene, state: FormState, id: string, level = 3): unknown {
  const step = scene.plan.steps.find((each) => each.id === id)!;
  const title = scene.models.texts.say(step.title);
  return step.nodes.map((plan) => {
    const node = stateAt(state.root, plan);
    return node ? placeView(scene, node, level, title) : nothing;
  });
}

/** Everything to mend, each a way to its field. Drawn when it is summoned and then left alone, so that it does not shrink under the reader. */
export function summaryView(scene: FormScene, state: FormState, papers: boolean): unknown {
  if (state.summary === 'none') return nothing;
  const { words } = scene.models.texts;
  const placed = (state.summary === 'page' && scene.parts.pages?.pageIssues(state, state.page)) || answerIssues(state);
  // A field shows its first issue alone, so it has one line.
  const first = new Map(placed.map((issue) => [issue.node.id, issue] as const).reverse());
  const said = placed.filter((issue) => first.get(issue.node.id) === issue);
  const lines = scene.parts.lines?.linesOf(scene, said) ?? said.map((issue) => sentenceOf(scene, issue));
  const items: SummaryItem[] = [
    ...said.map((issue, i) => ({ id: scene.parts.shapes?.targetOf(scene, issue) ?? scene.models.domId(issue.node), text: lines[i]! })),
    ...(papers || state.summary === 'all' ? paperIssuesOf(state).map((issue) => ({ id: paperId(issue.path.slice('/papers/'.length)), text: scene.parts.pages?.paperSentence(scene, issue) ?? '' })) : []),
  ];
  if (items.length === 0) return nothing;
  return errorSummary({ title: format(words.summaryTitle, { n: items.length }, words.lang), items });
}

/** DOM ids of a paper and of a step. A key that nobody checked may hold what a list of ids would take apart. */
export const paperId = (key: string): string => `paper-${key.replace(/[^\w-]/g, '-')}`;
export const stepId = (id: string): string => `dvc-step-${id.replace(/[^\w-]/g, '-')}`;

/** The sentence of an issue, by itself. */
export const sentenceOf = ({ models }: FormScene, issue: PlacedIssue): string => models.texts.sentence(issue, issue.node);

/** What became of the submission. */
export function newsView(scene: FormScene): unknown {
  const { words } = scene.models.texts;
  const { kind } = scene.store.state.phase;
  if (kind === 'editing' || kind === 'submitting') return html`<div role="status" class="sr">${kind === 'submitting' ? words.sending : ''}</div>`;
  return scene.parts.sending?.newsView(scene) ?? html`<div data-news tabindex="-1">${notice({ kind: 'error', text: words.serverError, more: [words.kept] }, hotline)}</div>`;
}
