import { dueDate, type Calendar, type DueDateInput, type OfficeHours } from '@dvc/schema/calendar/index.js';

/** An own calendar, so that these do not change when the State announces another day off. */
const calendar: Calendar = {
  daysOff: ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-04-30', '2026-05-01', '2026-09-02', '2026-11-24'], workingSaturdays: ['2026-08-22'],
  covers: { from: '2026-01-01', to: '2026-12-31' }, source: 'made up after 2026',
};
const hours: OfficeHours = [['07:30', '11:30'], ['13:30', '17:00']];
type Limit = DueDateInput['limit'];
const days = (value: number, receivedBefore?: string): Limit => ({ value, unit: 'workingDay', ...(receivedBefore ? { receivedBefore } : {}) });

/** [received at, limit, counted from, last day, time, certain (default true)], counted by hand on the calendar above; none = not reckoned. */
const written: readonly (readonly [string, Limit, ...([] | [string, string, string?, boolean?])])[] = [
  ['2026-11-20T14:59', days(0, '15:00'), '2026-11-20', '2026-11-20'], ['2026-11-20T15:00', days(0, '15:00'), '2026-11-20', '2026-11-20'], ['2026-11-20T15:01', days(0, '15:00'), '2026-11-23', '2026-11-23'], ['2026-11-21T09:00', days(0, '15:00'), '2026-11-23', '2026-11-23'], ['2026-11-23T16:00', days(0, '15:00'), '2026-11-25', '2026-11-25'],
  ['2026-11-20T10:00', days(3), '2026-11-20', '2026-11-26'], ['2026-11-20T17:00', days(3), '2026-11-23', '2026-11-27'], ['2026-02-13T10:00', days(7), '2026-02-13', '2026-03-03'], ['2026-08-21T10:00', days(1), '2026-08-21', '2026-08-22'], ['2026-04-29T10:00', days(1), '2026-04-29', '2026-05-04'], ['2026-04-29T23:59', days(1), '2026-05-04', '2026-05-05'],
  ['2026-11-20T10:00', { value: 10, unit: 'day' }, '2026-11-20', '2026-11-30'], ['2026-11-20T10:00', { value: 4, unit: 'day' }, '2026-11-20', '2026-11-25'], ['2026-11-20T10:00', { value: 1, unit: 'day' }, '2026-11-20', '2026-11-23'],
  ['2026-11-20T10:00', { value: 1, unit: 'workingHour' }, '2026-11-20', '2026-11-20', '11:00'], ['2026-11-20T10:30', { value: 2, unit: 'workingHour' }, '2026-11-20', '2026-11-20', '14:30'], ['2026-11-20T16:00', { value: 4, unit: 'workingHour' }, '2026-11-20', '2026-11-23', '10:30'], ['2026-11-21T16:00', { value: 7.5, unit: 'workingHour' }, '2026-11-23', '2026-11-23', '17:00'],
  ['2026-12-28T10:00', days(2), '2026-12-28', '2026-12-30'], ['2026-12-30T10:00', days(3), '2026-12-30', '2027-01-04', undefined, false],
  ['2026-11-20 10:00', days(1)], ['2026-11-31T10:00', days(1)], ['2026-11-20T25:00', days(1)], ['2026-11-20T10:00', days(-1)], ['2026-11-20T10:00', days(1, '3pm')],
];

export function dueDateVectors() {
  return {
    about: 'dueDate(receivedAt, limit) on this calendar and these office hours, by the clocks of Viet Nam. No "due" means: not reckoned. certain = false lies outside the days that the calendar covers. See packages/schema/src/calendar.',
    calendar, hours,
    vectors: written.map(([receivedAt, limit, countedFrom, date, time, certain = true]) => {
      const expected = countedFrom === undefined || date === undefined ? undefined : { countedFrom, date, ...(time === undefined ? {} : { time }), certain };
      const got = dueDate({ receivedAt, limit, calendar, hours });
      if (JSON.stringify(got) !== JSON.stringify(expected)) throw new Error(`due dates: ${receivedAt} ${JSON.stringify(limit)} is ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`);
      return { receivedAt, limit, ...(got ? { due: got } : {}) };
    }),
  };
}
