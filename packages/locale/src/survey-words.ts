import type { SurveyWords } from './types.js';
import { viSurvey } from './vi-survey.js';

/** What every survey says, without a wait. */
export const firstSurveyWords = viSurvey as unknown as SurveyWords;

/** The sentences of `locale`; any that we do not speak gets Vietnamese. `rest`: those of rarer questions too. Rejects if a chunk cannot be fetched. */
export async function loadSurveyWords(locale: string, rest: boolean): Promise<SurveyWords> {
  const english = /^en\b/i.test(locale);
  const [plain, more] = await Promise.all([
    english ? import('./en-survey.js').then((en) => en.enSurvey) : viSurvey,
    !rest ? undefined : english ? import('./en-survey-rest.js').then((en) => en.enSurveyRest) : import('./vi-survey-rest.js').then((vi) => vi.viSurveyRest),
  ]);
  return { ...plain, ...more } as SurveyWords;
}
