// The classes, nothing registered: for a host that chooses its own moment, or its own tag names.
export * from '@dvc/elements';
export type { DefinedForm, FormData, FormElement, FormEvents, FormPath, TypedForm, TypedIssue, TypedSubmission } from './define-form.js';
