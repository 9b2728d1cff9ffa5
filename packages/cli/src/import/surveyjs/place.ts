import type { Json, JsonSchemaObject } from '@dvc/schema';
import type { Loss } from '../loss.js';
import type { Gate, Question } from '../tree.js';
import type { Ledger, Source } from './ledger.js';
import type { Text, Words } from './words.js';
import type { PageDraft } from '../survey/draft.js';

/** Names that are meant within one copy of a panel or of a row. */
export interface Scope { panel: string; row: string; index: number; title: Text; name: string }

/** The page that is being filled; a statement in its middle begins another. */
export interface Flow { page: PageDraft; /** of the page, when it has one */ title: Text; begin(title?: Text, name?: string): PageDraft; /** Words that wait for the next question. */ waiting: { text: Text; of: Source }[] }

export interface Place {
  flow: Flow;
  gates: Gate[];
  /** Something above has a condition that could not be said, or is not surely there: nothing below may be required. */
  loose: boolean;
  scope?: Scope;
  /** Below a page, not in a panel. */
  top: boolean;
}

export interface Walk {
  root: Question;
  ledger: Ledger;
  losses: Loss[];
  words: Words;
  pages: PageDraft[];
  taken: Set<string>;
  /** As the source names it, in lower case too → the question. */
  known: Map<string, Question>;
  /** Titles with answers in them, until all questions are known. */
  piped: { question: Question; text: Text; of: Source }[];
  safe: ReadonlySet<string>;
  /** Every element of the source by its name, for choices that are taken from another. */
  elements: ReadonlyMap<string, Source>;
  visit(of: Source, place: Place): void;
  /** What triggers show. */
  shownBy: ReadonlyMap<string, Gate[]>;
}

export interface Asked { name: string; key: string; title: Text; hint?: Text; schema: JsonSchemaObject; required: boolean; children?: Question[]; aliases?: string[]; default?: Json }
export type Visit = (walk: Walk, of: Source, place: Place) => void;
