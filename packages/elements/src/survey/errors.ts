import type { Problem } from '@dvc/schema';

/** What a page developer can be told of a survey. The number stays with its meaning; the documentation has a section for each. */
export const SURVEY_CODES = {
  'survey-unreadable': 'DVC-701',
  'survey-broken': 'DVC-702',
  'survey-part-missing': 'DVC-703',
  'survey-no-backend': 'DVC-704',
  'survey-failed': 'DVC-705',
  'duplicate-definition': 'DVC-401',
} as const;
export type SurveyErrorName = keyof typeof SURVEY_CODES;

export const sentenceOf = (name: SurveyErrorName, what: string): string => `[dvc-survey] ${what}. See #${SURVEY_CODES[name]}`;

/** One line for each problem of a document. */
export const lineOf = ({ path, code, expected, got }: Problem): string => sentenceOf('survey-broken', `${code} at ${path || '/'}: expected ${expected}, got ${got}`);

/** For a page developer, never for a citizen. */
export class SurveyError extends Error {
  override name = 'SurveyError';
  readonly kind: SurveyErrorName;
  readonly problems: readonly Problem[];
  constructor(kind: SurveyErrorName, what: string, problems: readonly Problem[] = []) {
    super(sentenceOf(kind, what));
    this.kind = kind;
    this.problems = problems;
  }
}
