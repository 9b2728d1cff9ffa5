export { DvcForm, defineDvcForm } from './form/define.js';
export * from './payment/index.js';
export * from './status/index.js';
export * from './survey/index.js';
export * from './survey-results/index.js';
export { CODES, FormError } from './form/errors.js';
export type { Acknowledgement, Backend, Submission, SubmitReply } from '@dvc/core';
export type { Issue, Problem } from '@dvc/schema';
