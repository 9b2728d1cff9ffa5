// The pages around the fields: papers, review, fees, differences, acknowledgement. They come as one chunk, early.
import { paperStyles } from '@dvc/ui/files/paper.styles.js';
import { pages } from '@dvc/ui/pages.styles.js';

export { papersSection, papersView, paperSentence } from './papers-page.js';
export { feesView, reviewView } from './review-page.js';
export { changedView, sentView } from './sent-page.js';

export const pageSheets = [pages.styleSheet!, paperStyles.styleSheet!];
