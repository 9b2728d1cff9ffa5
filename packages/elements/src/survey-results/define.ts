import { RESULTS_CODES } from './errors.js';
import { DvcSurveyResults } from './survey-results.js';

/**
 * Registers `<dvc-survey-results>`. A second copy or version on the page changes nothing: the first one wins, with one warning.
 */
export function defineDvcSurveyResults(tag = 'dvc-survey-results'): void {
  const known = customElements.get(tag);
  if (!known) customElements.define(tag, DvcSurveyResults);
  else if (known !== DvcSurveyResults) console.warn(`[dvc-survey-results] definition of <${tag}>: expected one copy of the SDK on the page, got another; the first one stays. See #${RESULTS_CODES['duplicate-definition']}`);
}

export { DvcSurveyResults };

declare global {
  interface HTMLElementTagNameMap { 'dvc-survey-results': DvcSurveyResults }
}
