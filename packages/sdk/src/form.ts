// `<dvc-form>` alone, registered: the smallest thing that a page can load.
import { defineDvcForm } from '@dvc/elements/form';

export * from '@dvc/elements/form';
export type { DefinedForm, FormData, FormElement, FormEvents, FormPath, TypedForm, TypedIssue, TypedSubmission } from './define-form.js';

defineDvcForm();
