import type { Words } from '@dvc/locale';

/** The sentences around a field, in the citizen's language. Always an argument: a view knows no locale. */
export type FieldWords = Words;
