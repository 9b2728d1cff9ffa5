// The machine of the browser and the engine of the back end, on surveys of chance: one of them is light, the other is the authority, and they must never differ.
import { compilePlan, formats, PlanError, SchemaError, type FormDocument, type Issue, type JsonObject } from '@dvc/schema';
import { notQuestions } from '@dvc/schema/document/survey-questions.js';
import { surveyVocabulary } from '@dvc/schema/json-schema/survey-keywords.js';
import { NeedsMore } from '@dvc/schema/json-schema/problems.js';
import { whole } from '@dvc/schema/json-schema/whole.js';
import { ajvAuthority } from '@dvc/schema/node/ajv.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { issuesOf, payloadOf, shownPaths } from '../form/select.js';
import { startForm } from '../form/whole.js';
import { withoutEmpty } from './answers.js';
import { surveyJudge } from './judge.js';
import { more } from './more.js';
import { surveyPlanOf, type SurveyPlan } from './plan.js';
import { Reading } from './reading.js';
import { chance } from './survey.test-helper.js';
import { isOpen, withoutFaults } from './without-faults.js';

const today = '2026-11-21';
const runs = { numRuns: 1500 };
const brief = (issues: readonly Issue[]) => issues.map(({ path, code }) => `${path} ${code}`).sort();

function planOf(document: FormDocument): SurveyPlan {
  try {
    return surveyPlanOf(document, { vocabulary: surveyVocabulary, formats, more });
  } catch (error) {
    if (!(error instanceof NeedsMore)) throw error;
    return surveyPlanOf(document, { vocabulary: whole, formats, more });
  }
}
const codesOf = (work: () => unknown): string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof PlanError || error instanceof SchemaError) return [...new Set(error.problems.map(({ code }) => code))];
    throw error;
  }
  return [];
};

test('show the same questions, send the same and find the same wrong', () => {
  fc.assert(fc.property(chance(), ({ document, answers }) => {
    const plan = planOf(document);
    const reading = new Reading(plan, answers);
    const form = startForm(compilePlan(document), { data: answers, today, defaults: false });
    expect([...plan.nodes.values()].filter((node) => reading.shown(node)).map(({ path }) => path).sort()).toEqual(shownPaths(form).filter((path) => plan.nodes.has(path)).sort());
    expect(reading.payload).toEqual(payloadOf(form));
    expect(brief(reading.issues.filter(({ code }) => code !== 'exclusive'))).toEqual(brief(issuesOf(form)));
  }), runs);
});

test('refuse the same rings', () => {
  fc.assert(fc.property(chance(true), ({ document }) => {
    expect(codesOf(() => planOf(document))).toEqual(codesOf(() => compilePlan(document)));
  }), runs);
});

test('and what the judge lets pass, Ajv accepts; what is wrong, it refuses', () => {
  const ajv = ajvAuthority();
  fc.assert(fc.property(chance(), ({ document, answers }) => {
    const { issues, answers: kept } = surveyJudge(document).judge({ answers, outcome: 'complete' }, { today });
    const isBeyond = issues.every(({ code }) => code === 'exclusive');
    expect(ajv.accepts(document.schema, kept).valid).toBe(isBeyond);
    const reading = new Reading(planOf(document), (withoutEmpty(answers) ?? {}) as JsonObject);
    expect([kept, brief(issues)]).toEqual([reading.payload, brief(reading.issues)]);
  }), { numRuns: 400 });
});

test('a part on the way has no fault but what is still missing, and its keeper takes it as it is', () => {
  fc.assert(fc.property(chance(), ({ document, answers }) => {
    const plan = planOf(document);
    const part = withoutFaults(plan, answers);
    expect(new Reading(plan, part).issues.filter((issue) => !isOpen(part, issue))).toEqual([]);
    expect(surveyJudge(document).judge({ answers: part, outcome: 'partial' }, { today })).toMatchObject({ answers: part, issues: [], outcome: 'partial' });
  }), { numRuns: 600 });
});

test('the author is told the same that the machine refuses', () => {
  const shapes: JsonObject[] = [
    { type: 'array', items: { type: 'object', properties: { a: { type: 'string' } } } }, { type: ['string', 'null'] }, { oneOf: [{ type: 'string' }, { type: 'integer' }] }, { type: 'object', patternProperties: { '^a': { type: 'string' } } },
    { type: 'object', additionalProperties: { type: 'string' } }, { type: 'array', prefixItems: [{ type: 'string' }] }, { type: 'array' }, { anyOf: [{ const: 1, title: 'Một' }, { minimum: 5 }] },
    { type: 'string' }, { enum: [1, 2] }, { anyOf: [{ const: 1, title: 'Một' }] }, { type: 'array', uniqueItems: true, items: { enum: ['a'] } }, { type: 'object', properties: { a: { type: 'object', properties: { b: { type: ['string', 'null'] } } } } },
  ];
  for (const shape of shapes) {
    const document: FormDocument = { kind: 'survey', id: 'a', version: '1.0.0', title: 'A', schema: { type: 'object', properties: { a: shape } } };
    const told = notQuestions(document.schema).map(({ path, keyword }) => `${path}/${keyword}`);
    let refused: string[] = [];
    try {
      planOf(document);
    } catch (error) {
      refused = (error as SchemaError).problems.filter(({ code }) => code === 'not-a-question').map(({ path }) => path);
    }
    expect([shape, told]).toEqual([shape, refused]);
  }
});
