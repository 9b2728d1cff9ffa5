// The pages around the fields: steps, papers, review, fees, differences, acknowledgement. They come as one chunk, early.
import { paperStyles } from '@dvc/ui/files/paper.styles.js';
import { pages } from '@dvc/ui/pages.styles.js';

export { pageIssues, reducePages as reduce } from '@dvc/core';
export { chooseFiles, press } from './more-presses.js';
export { papersSection, paperSentence } from './papers-page.js';
export { feesView, sumsOf } from './fees-view.js';
export { changedView, sentView } from './sent-page.js';
export { noticesView, outlineOf, sectionsView, steppedView, turnTo } from './steps-page.js';

export const pageSheets = [pages.styleSheet!, paperStyles.styleSheet!];
