// Walks through a survey, as data: what a person does, and what must then be seen. Beside the answers and the expectation that every scenario has (core/scenarios.ts), which the form engine checks.
import { formats, type FormDocument, type Json, type JsonObject, type Path } from '@dvc/schema';
import { surveyVocabulary } from '@dvc/schema/json-schema/survey-keywords.js';
import type { Scenario, ScenarioFile } from '../scenarios.js';
import { sameJson } from '../form/values.js';
import type { SurveyAction } from './actions.js';
import { more } from './more.js';
import { surveyPlanOf, type SurveyOrder, type SurveyPlan } from './plan.js';
import { reduceSurvey } from './reduce.js';
import { pageOf } from './page.js';
import { outcomeOf, responseOf, shownIssues, softIssuesOf, titleOf } from './select.js';
import { shownPages, startSurvey, type SurveyOutcome, type SurveyState } from './state.js';

/** `null` takes an answer back. */
export type WalkStep = 'next' | 'back' | 'sent' | { readonly answer: Readonly<Record<Path, Json>> } | { readonly touch: Path } | { readonly go: string };

export interface Walk {
  readonly mode?: 'pages' | 'one';
  readonly seed?: number;
  readonly order?: SurveyOrder;
  readonly steps: readonly WalkStep[];
  readonly expect: WalkExpectation;
}

/** What is given is compared, lists in their order. */
export interface WalkExpectation {
  /** ids of all pages that are shown */
  readonly pages?: readonly string[];
  /** id of the page that is open */
  readonly page?: string;
  readonly questions?: readonly Path[];
  /** keys of the choices of a question of this page */
  readonly choices?: Readonly<Record<Path, readonly string[]>>;
  readonly titles?: Readonly<Record<Path, string>>;
  /** told on this page */
  readonly issues?: readonly { readonly path: Path; readonly code: string }[];
  /** reminded of on this page */
  readonly soft?: readonly Path[];
  readonly outcome?: SurveyOutcome;
  readonly text?: string;
  readonly finished?: boolean;
  /** what is sent */
  readonly response?: JsonObject;
  readonly order?: SurveyOrder;
}

export interface SurveyScenario extends Scenario { readonly walk?: Walk }
export interface SurveyScenarioFile extends Omit<ScenarioFile, 'scenarios'> { readonly scenarios: readonly SurveyScenario[] }
export interface WalkResult { readonly name: string; readonly differences: readonly string[] }

/**
 * Walks every scenario that has a walk. Pure: the same in Node and in a browser.
 * @throws SchemaError when the document is no survey
 */
export function runWalks(document: FormDocument, file: SurveyScenarioFile): WalkResult[] {
  const plan = surveyPlanOf(document, { vocabulary: surveyVocabulary, formats, more });
  return file.scenarios.flatMap(({ name, answers, walk }) => (walk ? [{ name, differences: differencesOf(walked(plan, walk), walk.expect, answers) }] : []));
}

export const walked = (plan: SurveyPlan, { mode, seed = 1, order, steps }: Walk): SurveyState =>
  steps.flatMap(actionsOf).reduce(reduceSurvey, startSurvey(plan, { id: 'walk', seed, ...(mode ? { mode } : {}), ...(order ? { order } : {}) }));

function actionsOf(step: WalkStep): SurveyAction[] {
  if (step === 'sent') return [{ type: 'sent', outcome: 'complete' }];
  if (typeof step === 'string') return [{ type: step }];
  if ('answer' in step) return Object.entries(step.answer).map(([path, value]) => ({ type: 'answer', path, value: value ?? undefined }));
  return 'touch' in step ? [{ type: 'touch', path: step.touch }] : [{ type: 'go', page: step.go }];
}

function differencesOf(state: SurveyState, expected: WalkExpectation, answers: JsonObject): string[] {
  const page = pageOf(state);
  const { kind, text } = outcomeOf(state);
  const seen: { readonly [K in keyof WalkExpectation]-?: unknown } = {
    pages: shownPages(state).map(({ id }) => id), page: page.id, questions: page.questions.map(({ path }) => path),
    choices: Object.fromEntries(Object.keys(expected.choices ?? {}).map((path) => [path, page.questions.find((question) => question.path === path)?.choices.map(({ key }) => key) ?? []])),
    titles: Object.fromEntries(Object.keys(expected.titles ?? {}).map((path) => [path, titleOf(state, path)])),
    issues: shownIssues(state).map(({ path, code }) => ({ path, code })), soft: softIssuesOf(state), outcome: kind, text: text ?? '', finished: state.finished,
    response: responseOf(state, kind === 'screened-out' ? kind : state.finished || state.sent ? 'complete' : 'partial').answers, order: state.order,
  };
  const wrong = (Object.keys(expected) as (keyof WalkExpectation)[]).filter((name) => !sameJson(expected[name] as Json, seen[name] as Json)).map((name) => `${name}: expected ${JSON.stringify(expected[name])}, got ${JSON.stringify(seen[name])}`);
  // The two halves of a scenario are about the same person.
  return sameJson(answers, state.answers as JsonObject) ? wrong : [...wrong, `answers: expected ${JSON.stringify(answers)}, got ${JSON.stringify(state.answers)}`];
}
