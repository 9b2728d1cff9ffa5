import type { SurveyWords } from './types.js';
import { viSurvey } from './vi-survey.js';

/** What every survey says, without a wait. */
export const firstSurveyWords = viSurvey as unknown as SurveyWords;

/** Which sentences besides the plain ones: of rarer questions and kiosks; of faults, sending and thanks. */
export interface SurveyWordsNeeded { readonly rest: boolean; readonly sending: boolean }

/** The sentences of `locale`; any that we do not speak gets Vietnamese. Rejects if a chunk cannot be fetched. */
export async function loadSurveyWords(locale: string, { rest, sending }: SurveyWordsNeeded): Promise<SurveyWords> {
  const english = /^en\b/i.test(locale);
  return Object.assign({}, ...(await Promise.all(english
    ? [import('./en-survey.js').then((en) => en.enSurvey), rest && import('./en-survey-rest.js').then((en) => en.enSurveyRest), sending && import('./en-survey-sending.js').then((en) => en.enSurveySending)]
    : [viSurvey, rest && import('./vi-survey-rest.js').then((vi) => vi.viSurveyRest), sending && import('./vi-survey-sending.js').then((vi) => vi.viSurveySending)]))) as SurveyWords;
}
