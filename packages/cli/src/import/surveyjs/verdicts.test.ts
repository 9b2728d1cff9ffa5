// What SurveyJS itself (survey-core 2.5.43) showed and required, for random conditions and answers; it was asked once, and is no part of this project.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSurvey } from '@dvc/core/survey/load.js';
import { Reading } from '@dvc/core/survey/reading.js';
import type { JsonObject } from '@dvc/schema';
import { expect, test } from 'vitest';
import { finishSurvey } from '../survey/finish-survey.js';
import { importSurveyjs } from './import-surveyjs.js';

interface Verdict { survey: JsonObject; cases: { answers: JsonObject; shown: string[]; required: string[] }[] }
const verdicts = JSON.parse(readFileSync(join(import.meta.dirname, '../../../fixtures/import/surveyjs-verdicts.json'), 'utf8')) as Verdict[];

test('an imported survey shows and requires what SurveyJS does', async () => {
  let said = 0;
  for (const { survey, cases } of verdicts) {
    const draft = await importSurveyjs(survey, 'x');
    const { document, losses, faults } = await finishSurvey(draft);
    expect(faults).toEqual([]);
    // What could not be said is in the report, and is not compared.
    const lost = new Set(losses.filter(({ reason }) => reason === 'condition' || reason === 'required-condition').map(({ at }) => at));
    const plan = await loadSurvey(document);
    for (const { answers, shown, required } of cases) {
      const reading = new Reading(plan, answers);
      for (const node of plan.root.children) {
        if (!/^d\d$/.test(node.key) || lost.has(node.path)) continue;
        const now = reading.shown(node);
        expect([node.key, now, now && reading.required(node), answers, survey]).toEqual([node.key, shown.includes(node.key), required.includes(node.key), answers, survey]);
        said += 1;
      }
    }
  }
  expect(said).toBeGreaterThan(5000);
});
