// What an importer of surveys finds, before it is a document.
import type { FormDocument, JsonSchemaObject } from '@dvc/schema';
import type { Loss } from '../loss.js';
import type { Gate, Question } from '../tree.js';

export interface PageDraft { /** place in the source */ path?: string; /** as the source calls it */ name?: string; title: string; hint?: string; questions: Question[]; shuffle?: boolean; /** of a page that asks nothing */ gates: Gate[] }

export interface SurveyDraft {
  id: string; title: string; description?: string;
  root: Question;
  pages: PageDraft[];
  mode: 'pages' | 'one';
  partial?: boolean;
  thanks?: string;
  screenOut: { gate: Gate; text: string }[];
  losses: Loss[];
  translate?(document: FormDocument): FormDocument['translations'];
}

/** A survey as the language has it: a form document with a key more. */
export type SurveyDocument = FormDocument & { survey: JsonSchemaObject };
