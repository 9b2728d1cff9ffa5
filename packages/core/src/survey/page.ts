// What a page needs to be seen; what is wrong with it and what is sent (select.ts) a browser loads when somebody answers.
import { questionOf } from './question.js';
import { readingOf } from './reading.js';
import { say } from './say.js';
import { shownPages, type SurveyState } from './state.js';
import type { SurveyQuestion } from './types.js';

export interface SurveyPageView {
  readonly id: string;
  readonly title: string;
  readonly hint: string | undefined;
  readonly questions: readonly SurveyQuestion[];
  /** Nothing is asked on it. */
  readonly statement: boolean;
  /** From 0, among the pages that are shown. */
  readonly index: number;
  readonly of: number;
  readonly first: boolean;
  readonly last: boolean;
}

/** The page that is shown, with what is asked on it now. */
export function pageOf(state: SurveyState): SurveyPageView {
  const shown = shownPages(state);
  const index = Math.max(0, shown.findIndex(({ id }) => id === state.page));
  const page = shown[index];
  return {
    id: page?.id ?? '', title: (page && say(state, page.step.title)) ?? '', hint: page && say(state, page.step.hint), statement: page?.step.nodes.length === 0,
    questions: (page?.nodes ?? []).filter(readingOf(state.plan, state.answers).asked).map((node) => questionOf(state, node)),
    index, of: shown.length, first: index === 0, last: index >= shown.length - 1,
  };
}

/** `at` of `of` pages, from 1; as answers open and close pages, `of` changes. */
export function progressOf(state: SurveyState): { readonly at: number; readonly of: number; readonly percent: number } {
  const { index, of } = pageOf(state);
  const done = state.outcome === 'running' ? index : of;
  return { at: Math.min(of, index + 1), of, percent: of === 0 ? 100 : Math.round((100 * done) / of) };
}
