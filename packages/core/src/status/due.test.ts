import { describe, expect, test } from 'vitest';
import { statusViewOf, type StatusEvent } from '../index.js';
import { accepted, answered, apology, asked, at, calendar, extended, facts, history, paused, payAsked, resumed, settled, status, view, withdrawAsked, withdrawRefused, type Told } from './status.test-helper.js';

// November 2026: 16 is a Monday; Tuesday 24 is off; Saturday 28 is worked.
const due = (events: StatusEvent[], now: string) => { const { due } = view(events, now); return [due.due?.date, due.due?.time, due.left, due.overdue ? 'overdue' : undefined, due.clock].filter((each) => each !== undefined).join(' '); };
const five = ['2026-11-16T09:00', accepted(5)] as [string, Told];

describe('due dates', () => {
  test.each<[string, [string, Told][], string, string]>([
    ['on its first day', [five], '2026-11-16T10:00', '2026-11-23 5 running'],
    ['tomorrow', [five], '2026-11-20T10:00', '2026-11-23 1 running'],
    ['on Saturday it is still one working day', [five], '2026-11-21T10:00', '2026-11-23 1 running'],
    ['today, to the last minute', [five], '2026-11-23T23:59', '2026-11-23 0 running'],
    ['passed, on a day off', [five], '2026-11-24T00:00', '2026-11-23 -1 overdue running'],
    ['passed', [five], '2026-11-26T10:00', '2026-11-23 -2 overdue running'],
    ['across the 24th and a worked Saturday', [['2026-11-23T09:00', accepted(5)]], '2026-11-23T10:00', '2026-11-30 5 running'],
    ['after the last hour it counts from the next day', [['2026-11-16T17:00', accepted(5)]], '2026-11-16T18:00', '2026-11-25 6 running'],
    ['received after 15:00', [['2026-11-16T15:01', accepted(0, 'workingDay', '15:00')]], '2026-11-16T16:00', '2026-11-17 1 running'],
    ['counted from another moment than its own', [['2026-11-18T09:00', { ...accepted(5), countedFrom: at('2026-11-16T09:00') } as Told]], '2026-11-18T10:00', '2026-11-23 3 running'],
    ['while a paper is waited for, the count stands still', [five, ['2026-11-18T10:00', asked()]], '2026-12-15T10:00', '2026-11-23 3 paused'],
    ['the rest is counted from the answer', [five, ['2026-11-18T10:00', asked()], ['2026-11-25T10:00', answered()]], '2026-11-25T11:00', '2026-11-28 3 running'],
    ['within one day it does not move', [five, ['2026-11-18T08:00', asked()], ['2026-11-18T16:00', answered()]], '2026-11-18T16:30', '2026-11-23 3 running'],
    ['answered at night: received the next day', [five, ['2026-11-18T08:00', asked()], ['2026-11-18T20:00', answered()]], '2026-11-19T08:00', '2026-11-25 3 running'],
    ['answered on a day off', [five, ['2026-11-20T08:00', asked()], ['2026-11-21T09:00', answered()]], '2026-11-23T08:00', '2026-11-25 1 running'],
    ['twice after the last hour moves it once', [five, ['2026-11-18T18:00', asked()], ['2026-11-18T18:10', answered()], ['2026-11-18T18:20', asked('r2')], ['2026-11-18T18:30', answered('r2')]], '2026-11-19T08:00', '2026-11-25 3 running'],
    ['the same day, asked and answered the next evening: the day after', [['2026-11-16T09:00', accepted(0, 'workingDay', '15:00')], ['2026-11-16T10:00', asked()], ['2026-11-17T15:30', answered()]], '2026-11-17T16:00', '2026-11-18 1 running'],
    ['two requests at once stop it once', [five, ['2026-11-18T10:00', asked()], ['2026-11-19T10:00', asked('r2')], ['2026-11-20T10:00', answered()], ['2026-11-23T10:00', answered('r2')]], '2026-11-23T11:00', '2026-11-27 3 running'],
    ['a hold', [five, ['2026-11-17T10:00', paused], ['2026-11-18T10:00', resumed]], '2026-11-18T11:00', '2026-11-25 4 running'],
    ['a withdrawal that was refused', [five, ['2026-11-17T10:00', withdrawAsked], ['2026-11-18T10:00', withdrawRefused]], '2026-11-18T11:00', '2026-11-25 4 running'],
    ['money does not stop it', [five, ['2026-11-17T10:00', payAsked()], ['2026-11-18T10:00', settled()]], '2026-11-18T11:00', '2026-11-23 3 running'],
    ['what was late at the stop is as late after it', [five, ['2026-11-26T10:00', asked()], ['2026-12-10T10:00', answered()]], '2026-12-10T11:00', '2026-12-08 -2 overdue running'],
    ['a new day, with an apology', [five, ['2026-11-20T10:00', extended('2026-12-02')]], '2026-12-01T10:00', '2026-12-02 1 running'],
    ['a new day while it stands still counts from there', [five, ['2026-11-18T10:00', asked()], ['2026-11-19T10:00', extended('2026-12-02')], ['2026-11-20T10:00', answered()]], '2026-11-20T11:00', '2026-12-03 9 running'],
    ['a new day that is a day off', [five, ['2026-11-20T10:00', extended('2026-12-05')]], '2026-12-04T10:00', '2026-12-05 1 running'],
    ['ready in time stays in time', [five, ['2026-11-19T10:00', status('9')], ['2026-12-10T10:00', status('10')]], '2026-12-20T10:00', '2026-11-23 2 stopped'],
    ['ready late stays as late', [five, ['2026-11-26T10:00', status('9')]], '2026-12-20T10:00', '2026-11-23 -2 overdue stopped'],
    ['accepted again without a limit keeps it', [five, ['2026-11-17T10:00', { type: 'accepted' }]], '2026-11-17T11:00', '2026-11-23 4 running'],
    ['sent anew it has no day', [five, ['2026-11-17T10:00', { type: 'resubmitted' }]], '2026-11-17T11:00', 'not-started'],
    ['calendar days', [['2026-11-16T09:00', accepted(5, 'day')]], '2026-11-16T10:00', '2026-11-23 5 running'],
    ['calendar days, stopped for three', [['2026-11-16T09:00', accepted(5, 'day')], ['2026-11-17T10:00', asked()], ['2026-11-20T10:00', answered()]], '2026-11-20T11:00', '2026-11-25 2 running'],
    ['working hours', [['2026-11-16T09:00', accepted(4, 'workingHour')]], '2026-11-16T10:00', '2026-11-16 15:00 0 running'],
    ['working hours, a minute late', [['2026-11-16T09:00', accepted(4, 'workingHour')]], '2026-11-16T15:01', '2026-11-16 15:00 0 overdue running'],
    ['working hours, stopped over noon', [['2026-11-16T09:00', accepted(4, 'workingHour')], ['2026-11-16T11:00', asked()], ['2026-11-16T14:00', answered()]], '2026-11-16T14:01', '2026-11-16 16:00 0 running'],
    ['working hours, answered at night', [['2026-11-16T09:00', accepted(4, 'workingHour')], ['2026-11-16T11:00', asked()], ['2026-11-16T22:00', answered()]], '2026-11-17T08:00', '2026-11-17 09:30 0 running'],
  ])('%s', (_, told, now, expected) => expect(due(history(...told), now)).toBe(expected));

  test('a new day is said with its apology', () => {
    expect(view(history(five, ['2026-11-20T10:00', extended('2026-12-02')])).due).toMatchObject({ extended: true, apology });
    expect(view(history(five)).due).toMatchObject({ extended: false });
  });
  test('beyond the known calendar it is not certain; a day that the agency names is', () => {
    const certain = (...told: [string, Told][]) => view(history(...told)).due.due?.certain;
    expect(certain(['2026-12-28T09:00', accepted(1)])).toBe(true);
    expect(certain(['2026-12-28T09:00', accepted(5)])).toBe(false);
    expect(certain(['2026-12-28T09:00', accepted(1)], ['2026-12-28T10:00', asked()], ['2026-12-30T10:00', answered()])).toBe(false);
    expect(certain(['2026-12-28T09:00', accepted(5)], ['2026-12-29T09:00', extended('2027-01-20')])).toBe(true);
  });
  test('hours are the host\'s: without them a limit in hours is not reckoned, and no evening is late', () => {
    const without = (...told: [string, Told][]) => statusViewOf(facts, history(...told), { now: at('2026-11-16T19:00'), calendar }).due.due?.date;
    expect(without(['2026-11-16T09:00', accepted(4, 'workingHour')])).toBeUndefined();
    expect(without(['2026-11-16T18:00', accepted(1)])).toBe('2026-11-17');
  });
  test('each channel has the limit that its event says', () => {
    expect([accepted(3), accepted(8)].map((told) => view(history(['2026-11-16T09:00', told])).due.due?.date)).toEqual(['2026-11-19', '2026-11-27']);
  });
  test('clocks of two systems: nothing happens before what came before it', () => {
    expect(due(history(five, ['2026-11-18T10:00', asked()], ['2026-11-17T10:00', answered()]), '2026-11-18T11:00')).toBe('2026-11-23 3 running');
    expect(view(history(five, ['2026-11-18T10:00', asked()]), '2026-11-16T00:00').due.left).toBe(3);
  });
});
