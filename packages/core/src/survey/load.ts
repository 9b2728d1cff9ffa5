import type { FormDocument } from '@dvc/schema';
import { loadFormats } from '@dvc/schema/formats/load.js';
import { NeedsMore } from '@dvc/schema/json-schema/problems.js';
import { surveyVocabulary } from '@dvc/schema/json-schema/survey-keywords.js';
import { surveyPlanOf, type SurveyPlan } from './plan.js';

/**
 * Fetches the formats that a survey uses, and the whole vocabulary for the rare one that needs it.
 * @param document one that `parse` has read
 * @throws SchemaError as `surveyPlanOf`; rejects when a part cannot be fetched
 */
export async function loadSurvey(document: FormDocument): Promise<SurveyPlan> {
  const formats = await loadFormats([...JSON.stringify(document).matchAll(/"format":"([\w-]+)"/g)].map(([, name]) => name!));
  try {
    return surveyPlanOf(document, { vocabulary: surveyVocabulary, formats });
  } catch (error) {
    if (!(error instanceof NeedsMore)) throw error;
    return surveyPlanOf(document, { vocabulary: (await import('@dvc/schema/json-schema/whole.js')).whole, formats });
  }
}
