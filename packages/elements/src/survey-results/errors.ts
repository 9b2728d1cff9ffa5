/** What a page developer can be told of results. The number stays with its meaning; the documentation has a section for each. */
export const RESULTS_CODES = {
  'results-missing': 'DVC-711',
  'results-failed': 'DVC-712',
  'results-part': 'DVC-713',
  'duplicate-definition': 'DVC-401',
} as const;
export type ResultsErrorName = keyof typeof RESULTS_CODES;

export const sentenceOf = (name: ResultsErrorName, what: string): string => `[dvc-survey-results] ${what}. See #${RESULTS_CODES[name]}`;
