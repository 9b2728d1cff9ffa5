// Trackers that are wrong on purpose: a campaign that finds nothing wrong with them proves nothing.
import { reduceStatus, statusStateOf, takeSnapshot, type StatusEvent, type StatusSnapshot, type StatusState } from '@dvc/core';

export interface Tracker {
  reduce(state: StatusState, event: StatusEvent): StatusState;
  take(state: StatusState, snapshot: Pick<StatusSnapshot, 'events'>): StatusState;
}
export const tracker: Tracker = { reduce: reduceStatus, take: takeSnapshot };

const SABOTAGE: Record<string, Partial<Tracker>> = {
  /** What came last is shown last. */
  'order-of-arrival': { reduce: (state, event) => ({ ...state, events: [...state.events, event] }) },
  /** A gap is passed over. */
  'shows-past-a-gap': { reduce: (state, event) => (state.events.some(({ seq }) => seq === event.seq) ? state : { ...state, events: [...state.events, event].sort((a, b) => a.seq - b.seq) }) },
  /** What comes early is lost. */
  'keeps-nothing-early': { reduce: (state, event) => (event.seq === state.events.length + 1 ? { ...state, events: [...state.events, event] } : state) },
  /** A number told again has the last word. */
  'last-telling-counts': { reduce: (state, event) => (state.events.some(({ seq }) => seq === event.seq) ? { ...state, events: state.events.map((each) => (each.seq === event.seq ? event : each)) } : reduceStatus(state, event)) },
  /** The snapshot is always right, however old its reply. */
  'believes-an-old-snapshot': { take: (_state, { events }) => statusStateOf(events) },
  /** What waited is never let through. */
  'forgets-to-join': { reduce: (state, event) => (event.seq === state.events.length + 1 ? { ...state, events: [...state.events, event] } : reduceStatus(state, event)) },
};

/** @throws when there is no such sabotage */
export function sabotagedTracker(name: string): Tracker {
  const wrong = Object.hasOwn(SABOTAGE, name) ? SABOTAGE[name] : undefined;
  if (!wrong) throw new Error(`there is no sabotage ${name}; there are ${Object.keys(SABOTAGE).join(', ')}`);
  return { ...tracker, ...wrong };
}
