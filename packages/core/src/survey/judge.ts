// The keeper's own verdict on a response: the form engine with the whole language, and what only surveys have. Nothing that the browser reckoned is believed.
import { compilePlan, formats, join, type FormDocument, type Issue, type Json, type JsonObject } from '@dvc/schema';
import { whole } from '@dvc/schema/json-schema/whole.js';
import { judge } from '../form/judge.js';
import type { FormContext } from '../form/state.js';
import { withoutEmpty } from './answers.js';
import { more } from './more.js';
import { soundOrder } from './order.js';
import { surveyPlanOf, type SurveyPlan } from './plan.js';
import { Reading } from './reading.js';
import type { SurveyResponse } from './types.js';
import { isOpen, withoutFaults } from './without-faults.js';

export interface SurveyJudgement {
  /** What is kept: what was asked, and nothing that the survey does not know. */
  readonly answers: JsonObject;
  readonly issues: readonly Issue[];
  /** As these answers make it: whoever had to be screened out has not completed the survey. */
  readonly outcome: SurveyResponse['outcome'];
  /** Orders that this survey can have shown; whatever else was written there is not kept. */
  readonly order: Readonly<Record<string, readonly string[]>> | undefined;
  /** It is not answered on this day. */
  readonly closed: boolean;
}

export interface SurveyJudge {
  /** Verdicts on one document are many: it is compiled once. */
  judge(response: Pick<SurveyResponse, 'answers' | 'outcome' | 'order'>, known: { today: string; context?: FormContext }): SurveyJudgement;
}

/** @throws PlanError or SchemaError for a document that is no survey */
export function surveyJudge(document: FormDocument): SurveyJudge {
  const form = compilePlan(document);
  const plan = surveyPlanOf(document, { vocabulary: whole, formats, more });
  return {
    judge({ answers, outcome, order }, { today, context }) {
      const known = onlyDeclared(plan, answers);
      const isWhole = outcome === 'complete';
      const verdict = judge(form, { answers: isWhole ? known : withoutFaults(plan, known), papers: {}, fees: [] }, { today, ...(context ? { context } : {}) });
      const { payload, issues: found } = new Reading(plan, verdict.answers);
      const screened = plan.screenOut.some(({ when }) => when.test(payload));
      const issues = [...verdict.issues, ...found.filter(({ code, path }) => code === 'exclusive' || (code === 'maxLength' && !verdict.issues.some((issue) => issue.path === path)))];
      const wrong = isWhole && !screened ? issues : issues.filter((issue) => !isOpen(payload, issue));
      return {
        answers: payload, order: soundOrder(plan, order), closed: isClosed(document, today),
        issues: outcome === 'screened-out' && !screened ? [...wrong, { path: '', code: 'screen-out', params: {} }] : wrong,
        outcome: isWhole && screened ? 'screened-out' : outcome,
      };
    },
  };
}

/** One verdict; whoever gives many keeps `surveyJudge`. */
export const judgeSurvey = (document: FormDocument, response: Pick<SurveyResponse, 'answers' | 'outcome' | 'order'>, known: { today: string; context?: FormContext }): SurveyJudgement =>
  surveyJudge(document).judge(response, known);

/** `YYYY-MM-DD`: the first and the last day are days on which it is answered. */
export const isClosed = ({ survey }: FormDocument, today: string): boolean =>
  (survey?.opens !== undefined && today < survey.opens) || (survey?.closes !== undefined && today > survey.closes);

/** A name that no question has is dropped, whatever the schema lets pass: a store of answers is no place for what nobody asked. So is what says nothing. */
function onlyDeclared(plan: SurveyPlan, answers: JsonObject): JsonObject {
  const keep = (value: Json, path: string): Json | undefined => {
    const node = plan.nodes.get(path);
    if (path !== '' && !node) return undefined;
    if ((node ?? plan.root).kind !== 'object' || value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.keys(value).flatMap((key) => {
      const kept = keep(value[key]!, join(path, key));
      return kept === undefined ? [] : [[key, kept]];
    }));
  };
  return (withoutEmpty(keep(answers, '')) ?? {}) as JsonObject;
}
