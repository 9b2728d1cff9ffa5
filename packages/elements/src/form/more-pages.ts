// The pages around the fields: papers, review, fees, differences, acknowledgement. They come as one chunk, early.
export { papersSection, papersView, paperSentence } from './papers-page.js';
export { feesView, reviewView } from './review-page.js';
export { changedView, sentView } from './sent-page.js';
