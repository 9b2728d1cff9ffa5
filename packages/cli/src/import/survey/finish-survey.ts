import { loadSurvey } from '@dvc/core/survey/load.js';
import type { FormDocument, Problem } from '@dvc/schema';
import { faultsOf } from '../judge.js';
import type { Imported } from '../result.js';
import { assembleSurvey } from './assemble-survey.js';
import type { SurveyDraft } from './draft.js';

/** The survey, judged as the form engine and as the survey's own machine will judge it. */
export async function finishSurvey(draft: SurveyDraft): Promise<Imported> {
  const document = assembleSurvey(draft);
  const faults = await faultsOf(document);
  return { document, losses: draft.losses, faults: faults.length > 0 ? faults : await refusedBy(document) };
}

async function refusedBy(document: FormDocument): Promise<Problem[]> {
  try {
    await loadSurvey(document);
    return [];
  } catch (error) {
    if ('problems' in (error as object)) return [...(error as { problems: Problem[] }).problems];
    throw error;
  }
}
