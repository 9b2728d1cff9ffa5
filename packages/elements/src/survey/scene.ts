import type { SurveyState } from '@dvc/core';
import type { SurveyWords } from '@dvc/locale';
import type { QuestionModel } from '@dvc/ui/survey/model.js';
import type { Answering } from './answering.js';

export type Stage = 'loading' | 'unreadable' | 'early' | 'closed' | 'running';

/** All that a page of a survey is drawn from. */
export interface SurveyScene {
  readonly words: SurveyWords;
  readonly stage: Stage;
  /** undefined before it is loaded */
  readonly state: SurveyState | undefined;
  /** Of the page that is shown. */
  readonly questions: readonly QuestionModel[];
  /** What is loaded with the first touch. */
  readonly later: typeof import('./answering.js') | undefined;
  readonly answering: Answering | undefined;
  /** It could not be loaded: there is no connection. */
  readonly lost: boolean;
  readonly preview: boolean;
  readonly partMissing: boolean;
  /** For the next person, at a kiosk: seconds until it opens by itself. */
  readonly next: number | undefined;
}
