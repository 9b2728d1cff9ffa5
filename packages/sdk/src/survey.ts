// `<dvc-survey>` alone, registered.
import { defineDvcSurvey } from '@dvc/elements/survey';

export * from '@dvc/elements/survey';

defineDvcSurvey();
