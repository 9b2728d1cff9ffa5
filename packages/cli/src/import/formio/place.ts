import type { Draft } from '../assemble.js';
import type { Gate, Question, StepDraft } from '../tree.js';
import type { Tracked } from './tracked.js';

export interface Place {
  parent: Question;
  step?: StepDraft | undefined;
  group?: string | undefined;
  gates: Gate[];
  /** Something above has a condition that could not be said: nothing below may be required. */
  loose: boolean;
}
export interface Walk extends Draft { safe: ReadonlySet<string>; say(text: string): string; names: Map<Question, Set<string>>; stepped: boolean }

export type Visit = (walk: Walk, of: Tracked, place: Place) => void;
