import { SURVEY_CODES } from './errors.js';
import { DvcSurvey } from './survey.js';

/**
 * Registers `<dvc-survey>`. A second copy or version on the page changes nothing: the first one wins, with one warning.
 */
export function defineDvcSurvey(tag = 'dvc-survey'): void {
  const known = customElements.get(tag);
  if (!known) customElements.define(tag, DvcSurvey);
  else if (known !== DvcSurvey) console.warn(`[dvc-survey] definition of <${tag}>: expected one copy of the SDK on the page, got another; the first one stays. See #${SURVEY_CODES['duplicate-definition']}`);
}

export { DvcSurvey };

declare global {
  interface HTMLElementTagNameMap { 'dvc-survey': DvcSurvey }
}
