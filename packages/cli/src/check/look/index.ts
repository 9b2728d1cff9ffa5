import type { Look } from '../context.js';
import { lookAtConditions, lookAtNames } from './conditions.js';
import { lookAtNotes, lookAtRequired, lookAtTicks, lookAtTitles } from './fields.js';
import { lookAtOptions } from './options.js';
import { lookAtDates, lookAtPapers, lookAtSteps } from './surroundings.js';
import { lookAtLetters, lookAtLists, lookAtOpenness, lookAtTexts, lookAtTranslations } from './texts.js';
import { lookAtExamples, lookAtFees, lookAtLimits, lookAtOpenFees } from './values.js';

/** What can be seen before the document is compiled, and explains why it cannot be. */
export const FIRST: readonly Look[] = [lookAtNames];

export const LOOKS: readonly Look[] = [
  lookAtOptions, lookAtTitles, lookAtNotes, lookAtTicks, lookAtRequired, lookAtLimits, lookAtExamples, lookAtFees, lookAtOpenFees, lookAtTexts, lookAtLetters, lookAtTranslations, lookAtLists,
  lookAtOpenness, lookAtPapers, lookAtSteps, lookAtDates, lookAtConditions,
];
