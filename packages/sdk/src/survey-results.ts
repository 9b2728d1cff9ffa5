// `<dvc-survey-results>` alone, registered.
import { defineDvcSurveyResults } from '@dvc/elements/survey-results';

export * from '@dvc/elements/survey-results';

defineDvcSurveyResults();
