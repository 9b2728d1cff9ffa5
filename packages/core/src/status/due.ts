// When a dossier is due, by the ways of its clock.
//
// The clock starts when the dossier is accepted (the limit of that event, from `countedFrom`), as `dueDate` reckons it. It stops while a paper is waited for, while the agency holds it, and where a
// status says so; what remained then is counted again from the day on which the answer counts as received, by the same rule as the dossier itself (a day off, or after the last hour or
// `receivedBefore`: the next working day). So the last day moves
//   - working days: by the working days after the day of the stop, up to and including the day of the resumption; within one day it does not move;
//   - calendar days: by as many days, and from a day off to the next working day;
//   - working hours: by the office minutes between the two moments.
// What was late at the stop is as late at the resumption. An extension puts its own day in place of the rest; if the clock stands still, the stop counts from there.
// Source: that the time of waiting is not part of the limit is the rule of the national codes' help texts (schemas/statuses/national.json); that the day itself is not counted is the
// Civil Code 2015, article 147. Which day the rest is counted from is design, unverified.
import { addDays, addWorkingDays, daysBetween, dueDate, isWorkingDay, nextWorkingDay, workingDaysBetween, type Calendar, type DueDate, type OfficeHours } from '@dvc/schema/calendar/index.js';
import type { StatusDocument, StatusEvent, StatusEventOf, StatusLimit } from './events.js';
import { clockOf, meant, stand, SUBMITTED } from './fold.js';
import type { DueView } from './view.js';

export interface DueContext {
  /** ms; the back end's clock */
  readonly now: number;
  readonly calendar: Calendar;
  readonly hours?: OfficeHours;
}

/** Việt Nam's clocks are 7 hours ahead of UTC all year. → `YYYY-MM-DDTHH:mm` */
const local = (at: number): string => new Date(at + 7 * 3_600_000).toISOString().slice(0, 16);

/** One run of the clock, from an acceptance on. */
interface Run {
  readonly due?: DueDate | undefined;
  /** For a limit in calendar days: its last day before it was moved to a working day. */
  readonly last?: string | undefined;
  readonly limit?: StatusLimit | undefined;
  /** The present stretch is counted from here, `YYYY-MM-DDTHH:mm`. */
  readonly from?: string | undefined;
  /** ms */
  readonly stopped?: number | undefined;
  readonly extended: boolean;
  readonly apology?: StatusDocument | undefined;
}

export function dueViewOf(events: readonly StatusEvent[], context: DueContext): DueView {
  let standing = SUBMITTED, run: Run = { extended: false }, at = 0;
  for (const event of meant(events)) {
    // Two systems, two clocks: nothing happens before what came before it.
    at = Math.max(at, event.at);
    const ran = clockOf(standing) === 'running';
    standing = stand(standing, event);
    const runs = clockOf(standing) === 'running';
    // Accepted once more without a limit, it keeps the one that it has.
    if (event.type === 'accepted' && (event.limit || !run.due)) run = begun(event, context);
    else if (isAnew(event)) run = { extended: false };
    else if (event.type === 'extended') run = extended(run, event, at);
    else if (ran && !runs) run = { ...run, stopped: at };
    else if (runs && run.stopped !== undefined) run = resumed(run, run.stopped, at, context);
  }
  const clock = clockOf(standing);
  return { clock, extended: run.extended, ...(run.apology ? { apology: run.apology } : {}), ...leftOf(run, clock === 'paused' || clock === 'stopped' ? run.stopped ?? at : Math.max(at, context.now), context) };
}

/** It is as if it had just been handed in. */
const isAnew = (event: StatusEvent): boolean => (event.type === 'resubmitted' && event.dossier === undefined) || (event.type === 'status' && event.code === '1');

/** When something that comes at this moment counts as received. */
function received(moment: string, limit: StatusLimit | undefined, { calendar, hours }: DueContext): string | undefined {
  const before = limit?.receivedBefore;
  const day = dueDate({ receivedAt: moment, limit: { value: 0, unit: 'workingDay', ...(before === undefined ? {} : { receivedBefore: before }) }, calendar, ...(hours ? { hours } : {}) })?.countedFrom;
  return day === undefined || day === moment.slice(0, 10) ? day && moment : `${day}T00:00`;
}

function begun({ limit, countedFrom, at }: StatusEventOf<'accepted'>, context: DueContext): Run {
  if (!limit) return { extended: false };
  const moment = local(countedFrom ?? at), { calendar, hours } = context;
  const due = dueDate({ receivedAt: moment, limit, calendar, ...(hours ? { hours } : {}) });
  return { due, last: due && limit.unit === 'day' ? addDays(due.countedFrom, limit.value) : undefined, limit, from: received(moment, limit, context), extended: false };
}

const extended = (run: Run, { due, apology }: StatusEventOf<'extended'>, at: number): Run => ({
  ...run, due: { countedFrom: run.due?.countedFrom ?? local(at).slice(0, 10), date: due, certain: true }, last: undefined, from: run.from ?? local(at),
  stopped: run.stopped === undefined ? undefined : at, extended: true, apology: apology ?? run.apology,
});

/** The clock goes on: the last day moves. */
function resumed(run: Run, stopped: number, at: number, context: DueContext): Run {
  const counts = received(local(at), run.limit, context);
  // Nothing that happens before the stretch began to count moves anything.
  const { from = '' } = run;
  const stop = from > local(stopped) ? from : local(stopped), again = counts !== undefined && from > counts ? from : counts;
  const on: Run = { ...run, from: again, stopped: undefined };
  if (!run.due || again === undefined) return { ...on, due: again === undefined ? undefined : run.due };
  const moved = shifted(run.due, run.last, stop, again, context);
  if (!moved) return { ...on, due: undefined, last: undefined };
  const { covers } = context.calendar;
  const certain = run.due.certain && (moved.date === run.due.date || !covers || (covers.from <= stop.slice(0, 10) && moved.date <= covers.to));
  return { ...on, due: { ...run.due, ...moved, certain }, last: moved.last };
}

interface Moved { readonly date: string; readonly time?: string; readonly last?: string | undefined }

/** undefined: beyond what can be reckoned */
function shifted(due: DueDate, last: string | undefined, stop: string, again: string, { calendar, hours }: DueContext): Moved | undefined {
  const stopDay = stop.slice(0, 10), day = again.slice(0, 10);
  if (due.time !== undefined) {
    const minutes = officeMinutes(stop, again, calendar, hours ?? []);
    if (minutes === 0) return { date: due.date, time: due.time };
    const moved = minutes === undefined ? undefined : dueDate({ receivedAt: `${due.date}T${due.time}`, limit: { value: minutes / 60, unit: 'workingHour' }, calendar, ...(hours ? { hours } : {}) });
    return moved?.time === undefined ? undefined : { date: moved.date, time: moved.time };
  }
  if (last !== undefined) {
    const moved = addDays(last, daysBetween(stopDay, day) ?? NaN);
    const date = moved && nextWorkingDay(moved, calendar);
    return date === undefined ? undefined : { date, last: moved };
  }
  const from = nextWorkingDay(stopDay, calendar);
  const by = from === undefined ? undefined : workingDaysBetween(from, day, calendar);
  const date = by === undefined ? undefined : by > 0 ? addWorkingDays(due.date, by, calendar) : due.date;
  return date === undefined ? undefined : { date };
}

/** Minutes of office hours from one moment to a later one. */
function officeMinutes(from: string, to: string, calendar: Calendar, hours: OfficeHours): number | undefined {
  const clock = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const spans = hours.map(([start, end]) => [clock(start), clock(end)] as const);
  /** Of the day of this moment, up to it. */
  const until = (moment: string, now = clock(moment.slice(11))) =>
    (isWorkingDay(moment.slice(0, 10), calendar) ? spans.reduce((sum, [start, end]) => sum + Math.max(0, Math.min(now, end) - start), 0) : 0);
  const days = workingDaysBetween(from.slice(0, 10), to.slice(0, 10), calendar);
  const aDay = spans.reduce((sum, [start, end]) => sum + end - start, 0);
  return days === undefined ? undefined : until(from, 24 * 60) - until(from) + days * aDay - until(to, 24 * 60) + until(to);
}

/** How the last day lies to a moment. */
function leftOf({ due }: Run, at: number, { calendar }: DueContext): Pick<DueView, 'due' | 'left' | 'overdue'> {
  if (!due) return { overdue: false };
  const moment = local(at), today = moment.slice(0, 10);
  const days = workingDaysBetween(today, due.date, calendar);
  // Only the day itself is 0: with nothing but days off between, it is one day, before or after.
  const left = days === undefined || today === due.date ? days : today < due.date ? Math.max(1, days) : Math.min(-1, days);
  return { due, ...(left === undefined ? {} : { left }), overdue: today > due.date || (today === due.date && due.time !== undefined && moment.slice(11) > due.time) };
}
