// npm run campaign -- due-dates: random dossiers with stops, extensions and ends on random calendars; the view's due day, its hour, how sure it is and how many working days are left must be what a
// walk by days and minutes comes to.
import { dueViewOf, type DueView } from '@dvc/core';
import { Random } from '../random/random.js';
import type { Campaign } from './campaign.js';
import { randomCase, type DueCase } from './due-dates-cases.js';
import { oracleDue } from './due-dates-oracle.js';

const EXAMPLES = 10;
const HOUR = 3_600_000;

/** Reckonings that are wrong on purpose: a campaign that finds nothing wrong with them proves nothing. */
const SABOTAGE: Record<string, (given: DueCase) => DueCase> = {
  'no-24-november': (given) => ({ ...given, calendar: { ...given.calendar, daysOff: given.calendar.daysOff.filter((day) => day !== '2026-11-24') } }),
  'no-worked-saturdays': (given) => ({ ...given, calendar: { ...given.calendar, workingSaturdays: [] } }),
  'clock-never-stops': (given) => ({ ...given, events: given.events.filter(({ type }) => type !== 'supplement-asked' && type !== 'paused') }),
  'extension-ignored': (given) => ({ ...given, events: given.events.filter(({ type }) => type !== 'extended') }),
  'any-hour-is-in-time': (given) => ({ ...given, events: given.events.map((event) => (event.type === 'accepted' && event.limit ? { ...event, limit: { value: event.limit.value, unit: event.limit.unit } } : event)) }),
  'todays-date-of-greenwich': (given) => ({ ...given, now: given.now - 7 * HOUR }),
  'late-for-ever': (given) => ({ ...given, events: given.events.filter((event) => event.type !== 'status' || (event.code !== '9' && event.code !== '10')) }),
  'calendar-without-end': (given) => ({ ...given, calendar: { daysOff: given.calendar.daysOff, workingSaturdays: given.calendar.workingSaturdays } }),
};

const shown = ({ due, left, overdue }: DueView): string => JSON.stringify(due ? { date: due.date, ...(due.time === undefined ? {} : { time: due.time }), certain: due.certain, left, overdue } : null);

export const run: Campaign = async ({ args, say }) => {
  const n = args.number('n', 10_000);
  const seed = args.number('seed', 1);
  const sabotage = args.text('sabotage');
  if (sabotage && !Object.hasOwn(SABOTAGE, sabotage)) throw new Error(`there is no sabotage ${sabotage}; there are ${Object.keys(SABOTAGE).join(', ')}`);
  const bend = sabotage ? SABOTAGE[sabotage]! : (given: DueCase) => given;
  if (sabotage) say(`sabotaged on purpose: ${sabotage}; this run must fail`);
  const began = Date.now();
  const roll = new Random(seed);
  let failed = 0;
  const kinds = { stopped: 0, extended: 0, ended: 0, overdue: 0, uncertain: 0, hours: 0, calendarDays: 0 };
  for (let i = 1; i <= n; i++) {
    const given = randomCase(roll);
    const { oracle } = given;
    const want = oracleDue(oracle.calendar, oracle.accepted, oracle.limit, oracle.steps, oracle.now);
    const { events, ...context } = bend(given);
    const view = dueViewOf(events, context), got = shown(view), expected = JSON.stringify(want);
    const has = (kind: string) => oracle.steps.some((step) => step.kind === kind);
    kinds.stopped += Number(has('stop')); kinds.extended += Number(has('extend')); kinds.ended += Number(has('end')); kinds.overdue += Number(want.overdue); kinds.uncertain += Number(!want.certain);
    kinds.hours += Number(oracle.limit.unit === 'workingHour'); kinds.calendarDays += Number(oracle.limit.unit === 'day');
    if (got !== expected && ++failed <= EXAMPLES) say(`${got}, not ${expected}; ${JSON.stringify({ events, now: new Date(given.now).toISOString(), hours: given.hours, off: given.calendar.daysOff.slice(15), worked: given.calendar.workingSaturdays.slice(2), covers: given.calendar.covers })}`);
    if (i % 2_000 === 0) {
      say(`${i} due dates, ${failed} differ`);
      // Lets a signal through.
      await new Promise((done) => { setImmediate(done); });
    }
  }
  return { n, failed, seed, ...kinds, seconds: Math.round((Date.now() - began) / 1000), ...(sabotage ? { sabotage } : {}) };
};
