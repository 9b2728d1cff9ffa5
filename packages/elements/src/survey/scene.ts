import type { SurveyReply, SurveyState } from '@dvc/core';
import type { SurveyWords } from '@dvc/locale';
import type { QuestionModel } from '@dvc/ui/survey/model.js';

/** Where the element stands besides its questions. `hidden`: in a corner or a dialog that is not open. */
export type Stage = 'loading' | 'unreadable' | 'early' | 'closed' | 'running';

/** All that a page of a survey is drawn from. */
export interface SurveyScene {
  readonly words: SurveyWords;
  readonly stage: Stage;
  /** undefined before it is loaded */
  readonly state: SurveyState | undefined;
  /** Of the page that is shown. */
  readonly questions: readonly QuestionModel[];
  /** An answer is awaited. */
  readonly busy: boolean;
  /** What became of the last sending, when it came to nothing. */
  readonly trouble: Extract<SurveyReply, { kind: 'refused' | 'failed' }> | undefined;
  /** What stands on the last page. */
  readonly kept: { readonly receipt?: string; readonly queued: boolean } | undefined;
  /** "Go on" was pressed in vain: the summary is shown. */
  readonly summed: boolean;
  readonly preview: boolean;
  readonly partMissing: boolean;
  /** For the next person, at a kiosk: seconds until it opens by itself. */
  readonly next: number | undefined;
}
