import { feeLinesOf, noticesOf, pageIssues, pageOf, pagesOf, papersOf, type FormState, type Page } from '@dvc/core';
import { format } from '@dvc/locale';
import { actions } from '@dvc/ui/chrome/actions.js';
import { stepHeading } from '@dvc/ui/chrome/heading.js';
import { notice } from '@dvc/ui/chrome/notice.js';
import { progress } from '@dvc/ui/chrome/progress.js';
import { html, nothing, type TemplateResult } from 'lit';
import { newsView, stepId, stepView, summaryView, type FormScene } from './page.js';
import { papersView } from './papers-page.js';
import { reviewView } from './review-page.js';

/** One page of a form with steps. */
export function steppedView(scene: FormScene): TemplateResult {
  const { state } = scene.store;
  const { more } = scene.parts;
  const { words, say } = scene.models.texts;
  const pages = pagesOf(state);
  const at = Math.max(0, pages.findIndex((page) => page.id === state.page));
  const page = pages[at]!;
  const titleOf = (each: Page) => (each.kind === 'step' ? say(scene.plan.steps.find((step) => step.id === each.id)!.title) : each.kind === 'papers' ? more!.papersTitle : more!.reviewTitle);
  const hint = page.kind === 'step' ? scene.plan.steps.find((step) => step.id === page.id)?.hint : undefined;
  const last = page.kind === 'review';
  return html`
    ${at === 0 ? noticesView(scene, 'start') : nothing}
    ${progress({
      name: words.steps, done: words.stepDone, errors: words.stepHasErrors, text: `${format(words.step, { n: at + 1, total: pages.length }, words.lang)}: ${titleOf(page)}`,
      steps: pages.map((each, i) => ({
        id: each.id, title: titleOf(each), state: i === at ? 'current' : i < at || state.visited.includes(each.id) ? 'done' : 'todo', open: state.visited.includes(each.id),
        faulty: i !== at && state.attempted && pageIssues(state, each.id).length > 0,
      })),
    })}
    ${summaryView(scene, state, page.kind === 'papers')}
    ${newsView(scene)}
    <section class="page" part="step" aria-labelledby="dvc-step-title">
      ${stepHeading({ id: 'dvc-step-title', title: titleOf(page), ...(hint ? { hint: say(hint) } : last ? { hint: more!.reviewHint } : {}) })}
      ${page.kind === 'step' ? stepView(scene, state, page.id) : page.kind === 'papers' ? papersView(scene) : reviewView(scene)}
      ${last ? noticesView(scene, 'review') : nothing}
    </section>
    ${actions({
      ...(last && !state.readOnly ? { primary: { action: 'submit', text: words.submit, busy: state.phase.kind === 'submitting' } }
        : last ? {} : { primary: { action: 'next', text: state.returning ? more!.backToReview : pages[at + 1]?.kind === 'review' ? words.toReview : words.next } }),
      ...(at > 0 ? { back: { action: 'back', text: words.back } } : {}),
    })}`;
}

/** All steps on one page. */
export const sectionsView = (scene: FormScene): unknown => pagesOf(scene.store.state).filter((page) => page.kind === 'step').map((page) => {
  const { say } = scene.models.texts;
  const step = scene.plan.steps.find((each) => each.id === page.id)!;
  return html`<section class="page" part="step" aria-labelledby=${stepId(step.id)}>${stepHeading({ id: stepId(step.id), title: say(step.title), ...(step.hint ? { hint: say(step.hint) } : {}) })}${stepView(scene, scene.store.state, step.id)}</section>`;
});

/** Opens the page on which a field or a paper stands. */
export function turnTo({ store, models }: FormScene, domId: string): void {
  const page = domId.startsWith('paper-') ? 'papers' : pageOf(store.state, models.placeOf(domId) ?? '');
  if (page && page !== store.state.page) store.dispatch({ type: 'editing', page });
}

export function noticesView(scene: FormScene, at: 'start' | 'review'): unknown {
  return noticesOf(scene.store.state, at).map((each) => notice({ kind: 'info', text: scene.models.texts.say(each.text) }));
}

/** What of the page around the fields hangs on the answers, in one comparable piece. */
export function outlineOf(state: FormState): string {
  const { plan } = state;
  const fees = plan.fees.length > 0 || plan.cases.length > 0 ? feeLinesOf(state).map((line) => `${line.id}=${line.amount ?? ''}${line.amount === undefined ? '' : `/${line.full}/${line.quantity?.count ?? ''}/${line.reduction?.id ?? ''}`}`) : [];
  return [
    ...pagesOf(state).map((page) => page.id), ...papersOf(state).map((paper) => `${paper.key}:${paper.required}`),
    ...noticesOf(state, 'start').map((notice) => notice.id), ...noticesOf(state, 'review').map((notice) => notice.id), ...fees,
  ].join();
}
