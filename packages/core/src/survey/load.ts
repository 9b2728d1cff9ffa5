import type { FormDocument } from '@dvc/schema';
import { loadFormats } from '@dvc/schema/formats/load.js';
import { NeedsMore } from '@dvc/schema/json-schema/problems.js';
import { surveyVocabulary } from '@dvc/schema/json-schema/survey-keywords.js';
import { surveyPlanOf, type SurveyKit, type SurveyPlan } from './plan.js';

/**
 * Fetches, all at once, the formats and the rarer parts that a survey uses, and for the rare one that needs it the whole vocabulary.
 * @param document one that `parse` has read
 * @throws SchemaError as `surveyPlanOf`; rejects when a part cannot be fetched
 */
export async function loadSurvey(document: FormDocument): Promise<SurveyPlan> {
  const text = JSON.stringify(document);
  const loadMore = () => import('./more.js');
  const [formats, more] = await Promise.all([
    loadFormats([...text.matchAll(/"format":"([\w-]+)"/g)].map(([, name]) => name!)),
    /"(shuffle|titleParts)":/.test(text) ? loadMore() : undefined,
  ]);
  const kit: SurveyKit = { vocabulary: surveyVocabulary, formats, ...more };
  try {
    return surveyPlanOf(document, kit);
  } catch (error) {
    if (!(error instanceof NeedsMore)) throw error;
    const [{ whole }, rest] = await Promise.all([import('@dvc/schema/json-schema/whole.js'), loadMore()]);
    return surveyPlanOf(document, { ...kit, ...rest, vocabulary: whole });
  }
}
