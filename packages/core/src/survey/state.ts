import type { Json, JsonObject, Path } from '@dvc/schema';
import { ordered } from './ordered.js';
import type { SurveyOrder, SurveyPlan, SurveyStep } from './plan.js';
import type { SurveyNode } from './grow.js';
import { readingOf } from './reading.js';
import type { SurveyContext } from './types.js';

/** A page as it may be shown: of mode `one`, a single question of its step. */
export interface SurveyPage { readonly id: string; readonly step: SurveyStep; readonly nodes: readonly SurveyNode[] }
export type SurveyOutcome = 'running' | 'thanks' | 'screened-out';

export interface SurveyState {
  readonly plan: SurveyPlan;
  readonly id: string;
  readonly seed: string;
  readonly locale: string;
  readonly context: SurveyContext | undefined;
  readonly mode: 'pages' | 'one';
  readonly order: SurveyOrder;
  /** All of them, in the order in which this person meets them; which are shown depends on the answers. */
  readonly pages: readonly SurveyPage[];
  /** Held, asked for or not; pruned when sent. */
  readonly answers: Readonly<Record<string, Json>>;
  readonly page: string;
  /** Ids of the pages that were shown, in order. */
  readonly visited: readonly string[];
  /** Questions that were left. */
  readonly touched: ReadonlySet<Path>;
  /** Pages that somebody tried to leave. */
  readonly tried: ReadonlySet<string>;
  /** Soft-required questions that were asked once more. */
  readonly reminded: ReadonlySet<Path>;
  /** Grows with whatever changes what is sent, so that the same number is the same response. */
  readonly revision: number;
  readonly outcome: SurveyOutcome;
  /** Why it ended early: id of the `screenOut`. */
  readonly screen: string | undefined;
  /** The last page was left without an issue: the response can be sent. */
  readonly finished: boolean;
  /** It was handed over: nothing changes any more. */
  readonly sent: boolean;
}

export interface StartSurvey {
  /** 128 random bits in base64url */
  readonly id: string;
  readonly seed: string | number;
  readonly locale?: string;
  readonly context?: SurveyContext;
  /** In place of the document's. */
  readonly mode?: 'pages' | 'one';
  /** What was recorded before, in place of shuffling. */
  readonly order?: SurveyOrder;
  /** Where it was left. */
  readonly held?: { readonly answers: Readonly<Record<string, Json>>; readonly page?: string; readonly revision?: number };
}

/** The first state: what is to be shuffled is shuffled once, and the order is recorded. */
export function startSurvey(plan: SurveyPlan, options: StartSurvey): SurveyState {
  const seed = String(options.seed);
  const mode = options.mode ?? plan.mode;
  const order = plan.kit.more?.orderOf(plan, seed, options.order) ?? {};
  const pages = pagesIn(plan, mode, order);
  const state: SurveyState = {
    plan, id: options.id, seed, locale: options.locale ?? 'vi', context: options.context, mode, order, pages, answers: (options.held?.answers ?? {}) as JsonObject, page: '', visited: [],
    touched: new Set(), tried: new Set(), reminded: new Set(), revision: options.held?.revision ?? 0, outcome: 'running', screen: undefined, finished: false, sent: false,
  };
  const shown = shownPages(state);
  const page = (shown.find(({ id }) => id === options.held?.page) ?? shown[0])?.id ?? '';
  return { ...state, page, visited: shown.slice(0, shown.findIndex(({ id }) => id === page) + 1).map(({ id }) => id) };
}

/** The pages that these answers lead through: those on which something is asked, and what is said without asking. */
export function shownPages({ plan, pages, answers }: Pick<SurveyState, 'plan' | 'pages' | 'answers'>): SurveyPage[] {
  const reading = readingOf(plan, answers);
  return pages.filter(({ nodes, step }) => (step.nodes.length === 0 ? step.when?.test(reading.payload) ?? true : nodes.some((node) => reading.asked(node))));
}

function pagesIn(plan: SurveyPlan, mode: SurveyState['mode'], order: SurveyOrder): SurveyPage[] {
  return plan.steps.flatMap((step): SurveyPage[] => {
    const nodes = ordered(step.nodes.filter((node) => !plan.insideOf.has(node)), order[step.id], ({ path }) => path);
    return mode === 'one' && nodes.length > 0 ? nodes.map((node) => ({ id: node.path, step, nodes: [node] })) : [{ id: step.id, step, nodes }];
  });
}
