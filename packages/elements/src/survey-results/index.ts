export { DvcSurveyResults, defineDvcSurveyResults } from './define.js';
export { RESULTS_CODES } from './errors.js';
export type { ChoiceCount, IndexResult, QuestionResult, ReportPeriod, ResultsFilter, ResultsGroup, SurveyResults } from '@dvc/core/survey/results.js';
export type { ResultsReply, SurveyResultsBackend } from '@dvc/core/survey/ports.js';
