import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import holidays from '../../../../schemas/code-lists/holidays-vn.json' with { type: 'json' };
import { addDays, addMonths, ageOn, daysBetween, fromDays, isDate, monthsBetween, toDays, weekday } from './civil-date.js';
import { todayIn } from './today.js';
import { dueDate } from './due-date.js';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.js';

const seed = 45;
const utc = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);
const day = fc.integer({ min: -719528, max: 2932896 });

describe('civil dates', () => {
  test('agree with Date.UTC over the years 0000-9999', () => {
    fc.assert(fc.property(day, (days) => {
      const date = utc(days);
      expect(fromDays(days)).toBe(date);
      expect(toDays(date)).toBe(days);
      expect(weekday(date)).toBe(new Date(days * 86_400_000).getUTCDay() || 7);
    }), { seed, numRuns: 5000 });
    expect([fromDays(-719529), fromDays(2932897), fromDays(0.5)]).toEqual([undefined, undefined, undefined]);
  });
  test.each([['2024-02-29', true], ['2023-02-29', false], ['1900-02-29', false], ['2000-02-29', true], ['2026-13-01', false], ['2026-00-10', false], ['2026-04-31', false], ['2026-1-1', false], ['2026-01-01T00:00', false], ['', false]])(
    '%j is a date: %s', (text, right) => { expect(isDate(text)).toBe(right); });
  test('add and between are inverse', () => {
    fc.assert(fc.property(day, fc.integer({ min: -4000, max: 4000 }), (days, by) => {
      const to = addDays(utc(days), by);
      if (to !== undefined) expect(daysBetween(utc(days), to)).toBe(by || 0);
    }), { seed });
  });
  test.each([['2026-01-31', 1, '2026-02-28'], ['2024-01-31', 1, '2024-02-29'], ['2026-03-31', -1, '2026-02-28'], ['2026-11-30', 3, '2027-02-28'], ['2026-12-15', 1, '2027-01-15'], ['9999-12-01', 1, undefined]])(
    '%s + %d months = %s', (from, by, to) => { expect(addMonths(from, by)).toBe(to); });
  test.each([['2008-11-22', '2026-11-21', 17], ['2008-11-21', '2026-11-21', 18], ['2008-02-29', '2026-02-28', 17], ['2008-02-29', '2026-03-01', 18], ['2026-11-22', '2026-11-21', undefined], ['2026-02-30', '2026-11-21', undefined]])(
    'born %s is on %s %s years old', (birth, on, age) => { expect(ageOn(birth, on)).toBe(age); });
  test('months between is the most that still fits', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40000 }), fc.integer({ min: 0, max: 4000 }), (start, length) => {
      const from = utc(start), to = utc(start + length), months = monthsBetween(from, to) as number;
      expect(monthsBetween(to, from)).toBe(-months || 0);
      expect((addMonths(from, months + 1) as string) > to || to.slice(8) < from.slice(8)).toBe(true);
    }), { seed });
  });
  test('today in Viet Nam begins at 17:00 UTC', () => {
    expect(todayIn('Asia/Ho_Chi_Minh', '2026-11-20T16:59:59Z')).toBe('2026-11-20');
    expect(todayIn('Asia/Ho_Chi_Minh', '2026-11-20T17:00:00Z')).toBe('2026-11-21');
    expect(todayIn('Asia/Ho_Chi_Minh', Date.UTC(2026, 11, 31, 17))).toBe('2027-01-01');
    expect(() => todayIn('Asia/Ho_Chi_Minh', 'soon')).toThrow(RangeError);
  });
});

describe('working days', () => {
  test.each([['2026-11-23', true], ['2026-11-24', false], ['2026-11-21', false], ['2026-11-22', false], ['2026-01-10', true], ['2026-01-02', false], ['2026-08-22', true], ['2026-08-31', false], ['2026-04-27', false], ['nonsense', false]])(
    '%s is worked in 2026: %s', (date, worked) => { expect(isWorkingDay(date, holidays)).toBe(worked); });
  test.each([['2026-11-20', 1, '2026-11-23'], ['2026-11-20', 2, '2026-11-25'], ['2026-02-13', 1, '2026-02-23'], ['2026-01-09', 1, '2026-01-10'], ['2026-11-25', -1, '2026-11-23'], ['2026-11-21', 0, '2026-11-23'], ['2026-11-20', 0, '2026-11-20'], ['2026-11-20', 0.5, undefined], ['2026-11-20', 1e9, undefined], ['x', 1, undefined]])(
    '%s and %d working days: %s', (from, count, to) => { expect(addWorkingDays(from, count, holidays)).toBe(to); });
  test('a calendar that is always off does not hang', () => {
    const daysOff = Array.from({ length: 20_000 }, (_, i) => utc(20_000 + i));
    expect(addWorkingDays(utc(20_000), 1, { daysOff, workingSaturdays: [] })).toBeUndefined();
  });
  test('counting agrees with going day by day, and with adding', () => {
    const date = fc.integer({ min: 20440, max: 20830 });
    fc.assert(fc.property(date, date, (a, b) => {
      const from = utc(Math.min(a, b)), to = utc(Math.max(a, b));
      let count = 0;
      for (let at = Math.min(a, b) + 1; at <= Math.max(a, b); at++) if (isWorkingDay(utc(at), holidays)) count++;
      expect(workingDaysBetween(from, to, holidays)).toBe(count);
      expect(workingDaysBetween(to, from, holidays)).toBe(-count || 0);
      if (count) expect(workingDaysBetween(from, addWorkingDays(from, count, holidays) as string, holidays)).toBe(count);
    }), { seed, numRuns: 500 });
  });
});

describe('due dates', () => {
  const hours = [['07:30', '11:30'], ['13:30', '17:00']] as const;
  const due = (receivedAt: string, value: number, unit: 'workingDay' | 'day' | 'workingHour', more: object = {}) => {
    const made = dueDate({ receivedAt, limit: { value, unit, ...more }, calendar: holidays, hours });
    return made && [made.countedFrom, made.date, ...(made.time ? [made.time] : [])].join(' ');
  };
  test.each([
    // Birth registration: on the day; after 15:00 on the next working day.
    ['2026-11-20T14:59', 0, 'workingDay', { receivedBefore: '15:00' }, '2026-11-20 2026-11-20'],
    ['2026-11-20T15:00', 0, 'workingDay', { receivedBefore: '15:00' }, '2026-11-20 2026-11-20'],
    ['2026-11-20T15:01', 0, 'workingDay', { receivedBefore: '15:00' }, '2026-11-23 2026-11-23'],
    ['2026-11-21T09:00', 0, 'workingDay', { receivedBefore: '15:00' }, '2026-11-23 2026-11-23'],
    ['2026-11-21T20:00', 0, 'workingDay', { receivedBefore: '15:00' }, '2026-11-23 2026-11-23'],
    ['2026-11-23T16:00', 0, 'workingDay', { receivedBefore: '15:00' }, '2026-11-25 2026-11-25'],
    ['2026-11-20T10:00', 3, 'workingDay', {}, '2026-11-20 2026-11-26'],
    ['2026-11-20T17:00', 3, 'workingDay', {}, '2026-11-23 2026-11-27'],
    ['2026-02-13T10:00', 7, 'workingDay', {}, '2026-02-13 2026-03-03'],
    ['2026-11-20T10:00', 10, 'day', {}, '2026-11-20 2026-11-30'],
    ['2026-11-20T10:00', 4, 'day', {}, '2026-11-20 2026-11-25'],
    ['2026-11-20T10:00', 1, 'workingHour', {}, '2026-11-20 2026-11-20 11:00'],
    ['2026-11-20T10:30', 2, 'workingHour', {}, '2026-11-20 2026-11-20 14:30'],
    ['2026-11-20T16:00', 4, 'workingHour', {}, '2026-11-20 2026-11-23 10:30'],
    ['2026-11-21T16:00', 7.5, 'workingHour', {}, '2026-11-23 2026-11-23 17:00'],
    ['2026-11-20 10:00', 1, 'day', {}, undefined], ['2026-11-31T10:00', 1, 'day', {}, undefined], ['2026-11-20T25:00', 1, 'day', {}, undefined], ['2026-11-20T10:00', -1, 'day', {}, undefined], ['2026-11-20T10:00', 1, 'workingDay', { receivedBefore: '3pm' }, undefined],
  ] as const)('received %s, limit %d %s %o: %s', (at, value, unit, more, expected) => { expect(due(at, value, unit, more)).toBe(expected); });
  test('hours are the host\'s: without them a limit in hours is not reckoned', () => {
    expect(dueDate({ receivedAt: '2026-11-20T10:00', limit: { value: 4, unit: 'workingHour' }, calendar: holidays })).toBeUndefined();
  });
  test('beyond the known calendar a due date is not certain', () => {
    const of = (value: number) => dueDate({ receivedAt: '2026-12-28T10:00', limit: { value, unit: 'workingDay' }, calendar: holidays })?.certain;
    expect([of(2), of(5)]).toEqual([true, false]);
  });
});
