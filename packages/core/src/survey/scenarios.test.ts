import { readFileSync } from 'node:fs';
import { compilePlan, formats, parse, type FormDocument } from '@dvc/schema';
import { surveyVocabulary } from '@dvc/schema/json-schema/survey-keywords.js';
import { checkDocument } from '@dvc/schema/node';
import { expect, test } from 'vitest';
import { runScenarios, type ScenarioFile } from '../scenarios.js';
import { judgeSurvey } from './judge.js';
import { more } from './more.js';
import { surveyPlanOf } from './plan.js';
import { runWalks, walked, type SurveyScenarioFile } from './scenarios.js';
import { responseOf } from './select.js';

const load = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../../schemas/surveys/thu/re-nhanh/${name}.json`, import.meta.url), 'utf8'));
const document = load('1.0.0') as FormDocument;
const file = load('1.0.0.scenarios') as SurveyScenarioFile;

test('the survey of branches is a sound document for everybody', async () => {
  expect(parse(document).problems).toEqual([]);
  expect(await checkDocument(document)).toEqual([]);
  expect(compilePlan(document).nodes.length).toBeGreaterThan(15);
});

const walks = runWalks(document, file);
test('there are at least 40 walks', () => expect(walks.length).toBeGreaterThanOrEqual(40));
test.each(walks)('$name', ({ differences }) => expect(differences).toEqual([]));
test.each(runScenarios(document, file as ScenarioFile))('the form engine: $name', ({ differences }) => expect(differences).toEqual([]));

test('what every walk would send, its keeper takes, unless something is missing', () => {
  const plan = surveyPlanOf(document, { vocabulary: surveyVocabulary, formats, more });
  for (const { walk } of file.scenarios) {
    const state = walked(plan, walk!);
    const response = responseOf(state, state.outcome === 'screened-out' ? 'screened-out' : state.finished || state.sent ? 'complete' : 'partial');
    expect(judgeSurvey(document, response, { today: '2026-11-21' })).toEqual({ answers: response.answers, issues: [], outcome: response.outcome, order: state.order, closed: false });
  }
});
