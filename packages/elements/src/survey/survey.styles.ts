import { base } from '@dvc/ui/base.styles.js';
import { surveyStyles } from '@dvc/ui/survey/survey.styles.js';
import { tokens } from '@dvc/ui/tokens.js';

/** What every survey wears; rarer questions bring their own sheets. */
export const surveySheets = [tokens, base, surveyStyles];
