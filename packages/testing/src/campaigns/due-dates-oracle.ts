// When a dossier is due, reckoned another way: by walking days and minutes with what is left in hand, on numbers of days and minutes of our own. Nothing of schema/calendar or core is used here.

/** In local minutes since 1970: the clocks of Việt Nam, read as if they were UTC. */
export type Minute = number;
const A_DAY = 1440;

export interface OracleCalendar { readonly off: ReadonlySet<string>; readonly worked: ReadonlySet<string>; readonly from: string; readonly to: string; /** minutes of the day */ readonly spans: readonly (readonly [number, number])[] }
export interface OracleLimit { readonly value: number; readonly unit: 'workingDay' | 'day' | 'workingHour'; /** minute of the day */ readonly before?: number }
/** `end`: it is ready. */
export type OracleStep = { readonly at: Minute } & ({ readonly kind: 'stop' | 'go' | 'end' } | { readonly kind: 'extend'; readonly day: number });
export interface OracleDue { readonly date: string; readonly time?: string; readonly certain: boolean; readonly left: number; readonly overdue: boolean }

export const dayOf = (minute: Minute): number => Math.floor(minute / A_DAY);
export const named = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const clock = (minute: number): string => `${Math.floor(minute / 60)}`.padStart(2, '0') + ':' + `${minute % 60}`.padStart(2, '0');

export function oracleDue(calendar: OracleCalendar, accepted: Minute, limit: OracleLimit, steps: readonly OracleStep[], now: Minute): OracleDue {
  const looked = new Map<number, boolean>();
  const worked = (day: number): boolean => {
    let is = looked.get(day);
    if (is === undefined) {
      const name = named(day), weekday = (day + 4) % 7;
      looked.set(day, is = !calendar.off.has(name) && ((weekday !== 0 && weekday !== 6) || calendar.worked.has(name)));
    }
    return is;
  };
  const closing = calendar.spans.length > 0 ? calendar.spans[calendar.spans.length - 1]![1] : Infinity;
  /** The moment as which something counts as received: itself, or the start of the next working day. */
  const counts = (at: Minute): Minute => {
    let day = dayOf(at);
    const minute = at - day * A_DAY;
    if (worked(day) && minute < closing && minute <= (limit.before ?? Infinity)) return at;
    do day++; while (!worked(day));
    return day * A_DAY;
  };
  const isOpen = (at: Minute): boolean => worked(dayOf(at)) && calendar.spans.some(([from, to]) => at % A_DAY >= from && at % A_DAY < to);
  /** From this minute on, or back from it, past the days that nobody works. */
  const walk = (at: Minute, left: number): Minute => {
    while (left > 0) { if (at % A_DAY === 0 && !worked(dayOf(at))) { at += A_DAY; continue; } if (isOpen(at)) left--; at++; }
    return at;
  };
  const walkBack = (at: Minute, left: number): Minute => {
    // Of the moments with as many open minutes up to `at`, the earliest.
    for (;;) {
      if (at % A_DAY === 0 && !worked(dayOf(at) - 1)) { at -= A_DAY; continue; }
      if (isOpen(at - 1)) { if (left === 0) return at; left--; }
      at--;
    }
  };

  const inMinutes = limit.unit === 'workingHour';
  let base = counts(accepted), stopped: Minute | undefined, ended: Minute | undefined;
  /** Minutes, working days or days that are left at `base`. */
  let left = Math.round(inMinutes ? limit.value * 60 : limit.value);
  let unit: 'minutes' | 'days' | 'all days' = inMinutes ? 'minutes' : limit.unit === 'day' ? 'all days' : 'days';
  /** A day that an extension named and nothing has moved since. */
  let fixed: number | undefined;

  const daysLeft = (from: number, until: number): number => {
    let count = 0;
    for (let day = from + 1; day <= until; day++) if (worked(day)) count++;
    for (let day = until + 1; day <= from; day++) if (worked(day)) count--;
    return count;
  };
  const due = (): { day: number; minute?: number } => {
    if (unit === 'minutes') { const at = left > 0 ? walk(base, left) : walkBack(base, -left); const last = at % A_DAY; return { day: dayOf(at), minute: last }; }
    if (fixed !== undefined) return { day: fixed };
    let day = dayOf(base);
    if (unit === 'all days') { day += left; while (!worked(day)) day++; return { day }; }
    for (let more = left; more > 0; ) if (worked(++day)) more--;
    for (let less = -left; less > 0; ) if (worked(--day)) less--;
    return { day };
  };
  let certain = named(dayOf(accepted)) >= calendar.from && named(due().day) <= calendar.to;

  for (const step of steps) {
    const { at } = step;
    if (step.kind === 'extend') { fixed = step.day; unit = 'days'; certain = true; if (stopped !== undefined) stopped = at; }
    else if (step.kind === 'end') { ended = stopped ?? at; stopped ??= at; }
    else if (step.kind === 'stop') stopped ??= at;
    else if (stopped !== undefined) {
      const stop = Math.max(stopped, base), again = Math.max(counts(at), base), was = due();
      stopped = undefined;
      if (unit === 'minutes') {
        for (let minute = base; minute < stop; minute++) if (isOpen(minute)) left--;
        base = again;
      } else if (unit === 'all days') {
        left -= dayOf(stop) - dayOf(base);
        base = again;
      } else {
        let day = dayOf(stop);
        while (!worked(day)) day++;
        if (fixed === undefined) left -= daysLeft(dayOf(base), day);
        else if (day !== dayOf(again)) { left = daysLeft(day, fixed); fixed = undefined; }
        base = again;
      }
      const is = due();
      if (is.day !== was.day) certain = certain && named(dayOf(stop)) >= calendar.from && named(is.day) <= calendar.to;
    }
  }
  const judged = ended ?? stopped ?? Math.max(now, steps.at(-1)?.at ?? 0, accepted);
  const { day, minute } = due(), today = dayOf(judged);
  const days = daysLeft(today, day);
  return {
    date: named(day), ...(minute === undefined ? {} : { time: clock(minute) }), certain,
    left: day === today ? 0 : day > today ? Math.max(1, days) : Math.min(-1, days), overdue: today > day || (today === day && minute !== undefined && judged - today * A_DAY > minute),
  };
}
