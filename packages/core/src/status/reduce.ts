import type { StatusEvent, StatusSnapshot } from './events.js';
import { emptyStatus, type StatusState } from './state.js';

/** More than these wait for no gap: the snapshot brings them. It bounds what a page keeps for a server that numbers wrongly. */
const EARLY_MOST = 500;

/**
 * The next state. Pure; an event that says nothing new gives back the very same state. The first event of a number counts.
 * An event whose kind is not known here has its number all the same: it is kept and means nothing, for without it the history would have a gap for ever.
 */
export function reduceStatus(state: StatusState, event: StatusEvent): StatusState {
  const { seq } = event, next = state.events.length + 1;
  if (!Number.isSafeInteger(seq) || seq < next || state.early.has(seq)) return state;
  if (seq > next) return state.early.size < EARLY_MOST ? { events: state.events, early: new Map(state.early).set(seq, event) } : state;
  return joined([...state.events, event], state.early);
}

/** The beginning, with what had come early and now follows. */
function joined(events: StatusEvent[], early: ReadonlyMap<number, StatusEvent>): StatusState {
  if (early.size === 0) return { events, early };
  const waiting = new Map(early);
  for (let event; (event = waiting.get(events.length + 1)); ) events.push(event);
  for (const seq of early.keys()) if (seq <= events.length) waiting.delete(seq);
  return { events, early: waiting };
}

/** Any lines, in any order, some of them twice. */
export const statusStateOf = (events: readonly StatusEvent[]): StatusState => {
  // By number, so that none of them has to wait and none is turned away.
  return events.filter(({ seq }) => Number.isSafeInteger(seq)).sort((a, b) => a.seq - b.seq).reduce(reduceStatus, emptyStatus);
};

/** Takes the whole as the back end tells it. It replaces what is older (a line that it tells otherwise too); an old one changes nothing, so that what is shown never goes back. */
export function takeSnapshot(state: StatusState, snapshot: Pick<StatusSnapshot, 'events'>): StatusState {
  const told = statusStateOf(snapshot.events);
  const base = told.events.length > state.events.length ? joined([...told.events], state.early) : state;
  return [...told.early.values()].reduce(reduceStatus, base);
}
