import type { SurveyState } from '@dvc/core';

/** What the document's `survey` says of the survey itself. */
export interface SurveyFacts { readonly anonymous?: boolean; readonly opens?: string; readonly closes?: string; readonly partial?: boolean; readonly eligibility?: 'open' | 'token' | 'dossier' }

export const surveyFacts = ({ plan: { document } }: Pick<SurveyState, 'plan'>): SurveyFacts => (document as { survey?: SurveyFacts }).survey ?? {};

/** Its title in the person's language. */
export function titleIn({ plan: { document }, locale }: Pick<SurveyState, 'plan' | 'locale'>): string {
  const { title, translations } = document;
  const made = translations?.[locale]?.['/title'];
  return made?.of === title ? made.text : title;
}
