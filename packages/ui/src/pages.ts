// The pages and parts that not every form has. One chunk: together they weigh less than the requests that splitting them would cost.
export { rows } from './chrome/rows.js';
export type { Row, RowsModel, RowsWords } from './chrome/rows.js';
export { review, reviewGroup } from './chrome/review.js';
export type { ReviewGroup, ReviewItem, ReviewSection } from './chrome/review.js';
export { conflict } from './chrome/conflict.js';
export type { ConflictModel } from './chrome/conflict.js';
export { acknowledgement } from './chrome/acknowledgement.js';
export type { AcknowledgementModel, AcknowledgementWords, PaperFiles } from './chrome/acknowledgement.js';
export { answerText } from './fields/readonly.js';
export { pages } from './pages.styles.js';
