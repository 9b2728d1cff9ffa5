import { workingDaysBetween } from '@dvc/schema/calendar/index.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyStatus, hasGap, reduceStatus, revisionOf, statusStateOf, statusViewOf, takeSnapshot, type StatusEvent, type StatusState } from '../index.js';
import {
  accepted, answered, asked, calendar, DAY, extended, facts, history, hours, HOUR, MONDAY, paused, payAsked, posted, resumed, settled, status, view, withdrawAsked, withdrawRefused, type Told,
} from './status.test-helper.js';

const SEED = { seed: 20261124, numRuns: 400 };

const told: fc.Arbitrary<Told> = fc.oneof(
  fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8', '9', '10', 'x:tax', '__proto__').map((code) => status(code, code.length > 2 ? 'Lời của cơ quan' : undefined)),
  fc.tuple(fc.nat(12), fc.constantFrom('workingDay', 'day', 'workingHour')).map(([value, unit]) => accepted(value, unit)),
  fc.constantFrom('r1', 'r2').chain((request) => fc.constantFrom(asked(request), answered(request))),
  fc.constantFrom('p1', 'p2').chain((payment) => fc.constantFrom(payAsked(payment), settled(payment))),
  fc.constantFrom<Told>(paused, resumed, withdrawAsked, withdrawRefused, extended('2026-12-02'), extended('2026-12-05'), posted(), posted('returned'), { type: 'resubmitted' }, { type: 'resubmitted', dossier: 'd2' }, { type: 'accepted' }),
);
/** Up to 14 lines, each some hours after the one before. */
const lives: fc.Arbitrary<StatusEvent[]> = fc.array(fc.tuple(told, fc.nat(60)), { maxLength: 14 }).map((all) => {
  let at = MONDAY;
  return all.map(([line, later], i) => ({ ...line, id: `e${i + 1}`, seq: i + 1, at: (at += later * HOUR) }) as StatusEvent);
});
/** A life, and its lines as they reach a page: some twice, some never, in any order. */
const deliveries = lives.chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events])));
const NOW = MONDAY + 40 * DAY;
const shown = (state: StatusState) => statusViewOf(facts, state, { now: NOW, calendar, hours });
const last = (events: readonly StatusEvent[]) => MONDAY + Math.max(0, ...events.map(({ at }) => at - MONDAY));

describe('whatever reaches a page', () => {
  test('what is shown is the fold of the contiguous beginning; its revision never goes down', () => {
    fc.assert(fc.property(deliveries, ([events, come]) => {
      const have = new Set<number>();
      let state = emptyStatus, before = 0;
      for (const event of come) {
        state = reduceStatus(state, event);
        have.add(event.seq);
        let upTo = 0;
        while (have.has(upTo + 1)) upTo++;
        expect(revisionOf(state)).toBe(upTo);
        expect(upTo).toBeGreaterThanOrEqual(before);
        expect(hasGap(state)).toBe(have.size > upTo);
        expect(state.events).toEqual(events.slice(0, upTo));
        before = upTo;
      }
      expect(shown(state)).toEqual({ ...shown(statusStateOf(events.slice(0, before))), gap: hasGap(state) });
    }), SEED);
  });
  test('whatever is missing, the snapshot brings it; an old one takes nothing back', () => {
    fc.assert(fc.property(deliveries, fc.nat(14), ([events, come], old) => {
      const state = come.reduce(reduceStatus, emptyStatus);
      const healed = takeSnapshot(state, { events });
      expect(shown(healed)).toEqual(shown(statusStateOf(events)));
      expect(takeSnapshot(healed, { events: events.slice(0, old) })).toBe(healed);
      expect(come.reduce(reduceStatus, healed)).toBe(healed);
      // A snapshot of the middle, then the rest as it comes.
      const middle = takeSnapshot(state, { events: events.slice(0, old) });
      expect(revisionOf(middle)).toBeGreaterThanOrEqual(Math.max(revisionOf(state), Math.min(old, events.length)));
      expect(shown(events.reduce(reduceStatus, middle))).toEqual(shown(healed));
    }), SEED);
  });
  test('an echo gives back the very same state, another fact under an old number too', () => {
    fc.assert(fc.property(deliveries, ([, come]) => {
      const state = come.reduce(reduceStatus, emptyStatus);
      for (const each of come) {
        expect(reduceStatus(state, each)).toBe(state);
        expect(reduceStatus(state, { id: 'other', seq: each.seq, at: 0, type: 'withdraw-asked' })).toBe(state);
      }
    }), SEED);
  });
  test('anything at all does not throw, and is not made sense of', () => {
    const wild = fc.record({ id: fc.anything(), seq: fc.oneof(fc.integer({ min: -2, max: 6 }), fc.anything()), at: fc.anything(), type: fc.oneof(fc.constantFrom('status', 'accepted', 'extended', 'supplement-asked', 'document', 'posted', 'constructor'), fc.anything()), code: fc.anything(), limit: fc.anything(), remarks: fc.anything(), due: fc.anything(), document: fc.anything() });
    fc.assert(fc.property(fc.array(wild, { maxLength: 8 }), (events) => {
      const state = (events as unknown as StatusEvent[]).reduce(reduceStatus, emptyStatus);
      expect(takeSnapshot(state, { events: events as unknown as StatusEvent[] }).events.length).toBeGreaterThanOrEqual(state.events.length);
      expect(shown(state).revision).toBe(state.events.length);
    }), { ...SEED, numRuns: 300 });
  });
  test('a server that numbers wrongly fills no page', () => {
    const state = Array.from({ length: 2_000 }, (_, i): StatusEvent => ({ id: `${i}`, seq: 2 * i + 3, at: MONDAY, type: 'paused' })).reduce(reduceStatus, emptyStatus);
    expect([state.early.size, revisionOf(state), hasGap(state)]).toEqual([500, 0, true]);
  });
  test('the machine does not touch what it is given', () => {
    fc.assert(fc.property(lives, (events) => {
      const before = JSON.stringify(events);
      const states = events.reduce<StatusState[]>((so, each) => [...so, reduceStatus(so.at(-1)!, each)], [emptyStatus]);
      states.forEach((state, i) => { expect(state.events.length).toBe(i); });
      view(events);
      expect(JSON.stringify(events)).toBe(before);
      expect(emptyStatus.early.size).toBe(0);
    }), { ...SEED, numRuns: 200 });
  });
});

describe('what the citizen is told', () => {
  const any = (holds: (events: StatusEvent[]) => void) => { fc.assert(fc.property(lives, holds), SEED); };
  test('the history is as it was, nothing left out', () => any((events) => { expect(view(events).history).toEqual(events); }));
  test('an answered request is never asked for again', () => any((events) => {
    const request = history(answered('r1'));
    const after = view([...events, { ...request[0]!, seq: events.length + 1, at: last(events) }]).task;
    expect(after.kind === 'supplement' && after.request === 'r1').toBe(false);
  }));
  test('while a request is open it is the task, unless it was asked back, ended or sent anew', () => any((events) => {
    const line = { id: 'ask', seq: events.length + 1, at: last(events) };
    const { task, turn, code } = view([...events, { ...asked('r9'), ...line } as StatusEvent]);
    if (events.some(({ type }) => type === 'resubmitted')) return;
    expect([task.kind, turn, code]).toEqual(['supplement', 'citizen', '5']);
  }));
  test('whoever is asked for something has the turn, and nobody else', () => any((events) => {
    const { task, turn } = view(events);
    expect(turn === 'citizen').toBe(['supplement', 'pay', 'collect'].includes(task.kind));
  }));
  test('an agency\'s own word is shown with its own text', () => any((events) => {
    const { code, key, text } = view([...events, { id: 'own', seq: events.length + 1, at: last(events), type: 'status', code: 'x:own', text: 'Lời riêng' }]);
    expect([code, key, text]).toEqual(['x:own', undefined, 'Lời riêng']);
  }));
});

describe('the due day', () => {
  const cases = fc.record({ value: fc.nat(15), unit: fc.constantFrom('workingDay' as const, 'day' as const, 'workingHour' as const), begin: fc.nat(30 * 24 * 60), stop: fc.nat(20 * 24 * 60), length: fc.nat(20 * 24 * 60), later: fc.nat(40 * 24 * 60) });
  const instant = (minutes: number) => MONDAY + minutes * 60_000;
  const stopped = ({ value, unit, begin, stop, length }: Parameters<Parameters<typeof cases.map>[0]>[0]) => {
    const lines = history(accepted(value, unit), paused, resumed);
    return lines.map((line, i) => ({ ...line, at: instant(begin + [0, stop, stop + length][i]!) }) as StatusEvent);
  };
  test('while the clock stands still, nothing of it moves with the time', () => {
    fc.assert(fc.property(cases, (each) => {
      const [first, second] = stopped(each) as [StatusEvent, StatusEvent, StatusEvent];
      expect(view([first, second], second.at + each.later * 60_000).due).toEqual(view([first, second], second.at).due);
    }), SEED);
  });
  test('a stop never brings the day forward, and a longer one never less', () => {
    fc.assert(fc.property(cases, fc.nat(5 * 24 * 60), (each, more) => {
      const day = (events: StatusEvent[]) => { const { due } = view(events, instant(0)).due; return `${due?.date} ${due?.time ?? ''}`; };
      const [first] = stopped(each) as [StatusEvent];
      expect(day(stopped(each)) >= day([first])).toBe(true);
      expect(day(stopped({ ...each, length: each.length + more })) >= day(stopped(each))).toBe(true);
    }), SEED);
  });
  test('in working days: as many are left on the day of the answer as were on the day of the question', () => {
    const worked = (at: number) => { const clock = new Date(at + 7 * HOUR).toISOString(); const day = clock.slice(0, 10); return workingDaysBetween(new Date(Date.parse(day) - DAY).toISOString().slice(0, 10), day, calendar) === 1 && clock.slice(11, 16) < '17:00'; };
    let taken = 0;
    fc.assert(fc.property(cases.map((each) => ({ ...each, unit: 'workingDay' as const, stop: each.stop + 24 * 60 * 4 })), (each) => {
      const events = stopped(each);
      const [, stop, go] = events as [StatusEvent, StatusEvent, StatusEvent];
      fc.pre(worked(stop.at) && worked(go.at));
      taken++;
      expect(view(events, go.at).due.left).toBe(view(events.slice(0, 2), stop.at).due.left);
    }), SEED);
    expect(taken).toBeGreaterThan(200);
  });
  test('as time goes by less is left, 0 on the day itself alone, and it is overdue from then on', () => {
    fc.assert(fc.property(cases, fc.nat(10 * 24 * 60), (each, more) => {
      const [first] = stopped(each) as [StatusEvent];
      const now = instant(each.begin + each.later), { due, left = 0, overdue } = view([first], now).due;
      const next = view([first], now + more * 60_000).due;
      expect(next.left).toBeLessThanOrEqual(left);
      expect(next.overdue || !overdue).toBe(true);
      const today = new Date(now + 7 * HOUR).toISOString().slice(0, 10);
      expect(left === 0).toBe(today === due!.date);
      expect(left < 0).toBe(today > due!.date);
      if (each.unit !== 'workingHour') expect(overdue).toBe(left < 0);
    }), SEED);
  });
  test('once it is ready, no later moment changes how late it was', () => {
    fc.assert(fc.property(lives, fc.nat(100), (events, days) => {
      const done: StatusEvent[] = [...events, { id: 'done', seq: events.length + 1, at: last(events), type: 'status', code: '9' }];
      expect(view(done, NOW + days * DAY).due).toEqual(view(done, last(events)).due);
    }), SEED);
  });
});
