import type { Json, Path } from '@dvc/schema';
import type { SurveyResponse } from './types.js';

export type SurveyAction =
  /** `undefined`, an empty text and an empty list take the answer back. */
  | { readonly type: 'answer'; readonly path: Path; readonly value: Json | undefined }
  /** The question was left. */
  | { readonly type: 'touch'; readonly path: Path }
  /** To the next page, if this one has no issue; from the last one, the survey is finished. */
  | { readonly type: 'next' }
  | { readonly type: 'back' }
  /** To a page that is shown, by its id. */
  | { readonly type: 'go'; readonly page: string }
  /** The response was handed over, to the keeper or to what sends it later. */
  | { readonly type: 'sent'; readonly outcome: SurveyResponse['outcome'] }
  /** For the next person. */
  | { readonly type: 'restart'; readonly id: string; readonly seed: string | number };
