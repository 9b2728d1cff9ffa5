// What every form needs. Rarer things stand in modules of their own, to be imported when they are: `chrome/{rows,review,conflict,
// acknowledgement}.js` with the sheet `pages.styles.js`, and by loadViews the views of rarer controls.
export type { Control, ControlChange, FieldModel, Option } from './model.js';
export type { FieldWords } from './words.js';
export { tokens } from './tokens.js';
export { base } from './base.styles.js';
export { controls } from './controls.styles.js';
export { chrome } from './chrome.styles.js';
export { print } from './print.styles.js';
export { fieldView, loadViews } from './fields/index.js';
export type { FieldView } from './fields/index.js';
export { fieldOf, focusField, leftField, readAction, readControl } from './read-control.js';
export type { Action } from './read-control.js';
export { errorSummary } from './chrome/error-summary.js';
export type { SummaryItem } from './chrome/error-summary.js';
export { actions } from './chrome/actions.js';
export type { ActionsModel } from './chrome/actions.js';
export { group } from './chrome/group.js';
export type { GroupModel } from './chrome/group.js';
export { pageHeading, stepHeading } from './chrome/heading.js';
export { progress } from './chrome/progress.js';
export type { ProgressModel, ProgressStep } from './chrome/progress.js';
export { notice } from './chrome/notice.js';
export type { NoticeModel } from './chrome/notice.js';
export { loading } from './chrome/loading.js';
