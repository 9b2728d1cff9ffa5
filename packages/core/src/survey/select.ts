import type { Issue, Json, Path } from '@dvc/schema';
import type { SurveyNode } from './grow.js';
import { noted, widgetOf } from './look.js';
import { readingOf } from './reading.js';
import { say, titleOf as titleOfNode } from './say.js';
import { shownPages, type SurveyOutcome, type SurveyPage, type SurveyState } from './state.js';
import type { SurveyResponse } from './types.js';
import { withoutFaults } from './without-faults.js';

const reading = ({ plan, answers }: SurveyState) => readingOf(plan, answers);

/** Everything that is wrong, on whatever page. */
export const issuesOf = (state: SurveyState): readonly Issue[] => reading(state).issues;

/** What is wrong on one page; on the last one also what belongs to no page. */
export function pageIssues(state: SurveyState, page: SurveyPage | undefined): Issue[] {
  return issuesOf(state).filter(({ path }) => pageAt(state, path) === page);
}

/** The page on which a path is asked; the last one where none is. */
export function pageAt(state: SurveyState, path: Path): SurveyPage | undefined {
  const shown = shownPages(state);
  return shown.find(({ nodes }) => nodes.some((node) => isOf(state, node, path))) ?? shown.at(-1);
}

/** Does the path lead into the question, or into the text of its "khác"? */
function isOf({ plan }: SurveyState, node: SurveyNode, path: Path): boolean {
  const inside = (each: SurveyNode) => path === each.path || path.startsWith(`${each.path}/`);
  return inside(node) || [...plan.insideOf].some(([field, holder]) => holder === node && inside(field));
}

/** What may be told of this page: of questions that were left, and of all once somebody tried to go on. */
export function shownIssues(state: SurveyState): Issue[] {
  const page = shownPages(state).find(({ id }) => id === state.page);
  const isTouched = (path: Path): boolean => [...state.touched].some((touched) => path === touched || path.startsWith(`${touched}/`));
  return pageIssues(state, page).filter(({ path }) => state.tried.has(state.page) || isTouched(path));
}

/** Soft-required questions of this page that were asked once more and are still empty: the next `next` lets them pass. */
export const softIssuesOf = (state: SurveyState): Path[] => softEmpty(state).filter((path) => state.reminded.has(path));

/** Soft-required questions of this page without an answer; of a matrix, a row without one is enough. */
export function softEmpty(state: SurveyState): Path[] {
  const now = reading(state);
  const page = shownPages(state).find(({ id }) => id === state.page);
  const isEmpty = (node: SurveyNode): boolean => {
    if (node.kind !== 'object') return now.value(node) === undefined;
    const rows = node.children.filter((child) => now.shown(child));
    return widgetOf(node, now.holds, state.plan) === 'matrix' ? rows.some(isEmpty) : rows.every(isEmpty);
  };
  return (page?.nodes ?? []).filter((node) => now.asked(node) && noted(node, now.holds, 'softRequired')?.value === true && isEmpty(node)).map(({ path }) => path);
}

export function outcomeOf(state: SurveyState): { readonly kind: SurveyOutcome; readonly text: string | undefined } {
  const { plan, outcome, screen } = state;
  const text = outcome === 'thanks' ? plan.thanks : outcome === 'screened-out' ? plan.screenOut.find(({ id }) => id === screen)?.text : undefined;
  return { kind: outcome, text: say(state, text) };
}

/** The answer as it is held. */
export function valueOf(state: SurveyState, path: Path): Json | undefined {
  const node = state.plan.nodes.get(path);
  return node && reading(state).held(node);
}

/** With the answers that its author put into it. */
export function titleOf(state: SurveyState, path: Path): string {
  const node = state.plan.nodes.get(path);
  return node ? titleOfNode(state, node) : '';
}

/** What is sent. Of what is not complete, an answer that has a fault stays here. */
export function responseOf(state: SurveyState, outcome: SurveyResponse['outcome']): SurveyResponse {
  const { plan: { document }, id, order, context, locale } = state;
  const { dossier, ...apart } = context ?? {};
  const told = dossier === undefined || document.survey?.anonymous === true ? apart : { ...apart, dossier };
  return {
    id, revision: state.revision + 1, document: { id: document.id, version: document.version }, answers: outcome === 'complete' ? reading(state).payload : withoutFaults(state.plan, state.answers), outcome,
    ...(Object.keys(order).length > 0 ? { order } : {}), ...(Object.keys(told).length > 0 ? { context: told } : {}), locale,
  };
}
