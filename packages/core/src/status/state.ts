import type { StatusEvent } from './events.js';

/** What a page holds of a history. Immutable; what did not change keeps its identity. */
export interface StatusState {
  /** The contiguous beginning: the event at index i has the number i + 1. Only this is shown. */
  readonly events: readonly StatusEvent[];
  /** By number: what came before something that is still missing. */
  readonly early: ReadonlyMap<number, StatusEvent>;
}

export const emptyStatus: StatusState = { events: [], early: new Map() };

/** The highest number up to which nothing is missing. Never goes down. */
export const revisionOf = (state: StatusState): number => state.events.length;

/** Numbers are missing below what has come: the snapshot must be asked for. */
export const hasGap = (state: StatusState): boolean => state.early.size > 0;
