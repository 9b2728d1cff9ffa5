import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StatusEvent } from '@dvc/core';
import { distinct, hasDue, saidAlready, templateKeys, toldBy, type Told } from './kinds.js';

const now = new Date('2026-11-21T02:30:00Z');
const line = { id: 'e', seq: 2, at: now.getTime() };
const day = '2026-12-05';
const document = (kind: 'slip' | 'apology' | 'notice' | 'result') => ({ ...line, type: 'document', document: { id: 'd', kind, title: 'x' } }) as StatusEvent;
const told = (event: object, promised?: string) => toldBy({ ...line, ...event } as StatusEvent, promised);

test.each<[object, string | undefined, string, string, string | undefined]>([
  [{ type: 'status', code: '5' }, undefined, 'status-5', 'status-5', undefined],
  [{ type: 'status', code: '11', text: 'Chờ thuế' }, undefined, 'status-other', 'status:11', undefined],
  [{ type: 'status', code: '01' }, undefined, 'status-other', 'status:01', undefined],
  [{ type: 'accepted' }, day, 'accepted-due', 'status-2', day],
  [{ type: 'accepted' }, undefined, 'accepted', 'status-2', undefined],
  [{ type: 'supplement-asked', request: 'r', remarks: [], until: day }, undefined, 'supplement-asked-due', 'status-5', day],
  [{ type: 'payment-asked', payment: 'p', amount: 1 }, day, 'payment-asked', 'status-6', undefined],
  [{ type: 'extended', due: day }, undefined, 'extended', 'extended', day],
  [{ type: 'posted', carrier: 'x', code: 'y', state: 'returned' }, undefined, 'posted-returned', 'posted-returned', undefined],
])('%j is told', (event, promised, key, about, due) => {
  expect(told(event, promised)).toMatchObject({ key, about, ...(due === undefined ? {} : { due }) });
  expect(told(event, promised)?.due).toBe(due);
});
test('a slip and an apology come with what they are about; a notice and a result are told', () => {
  expect([document('slip'), document('apology'), document('notice'), document('result')].map((event) => toldBy(event, undefined)?.key)).toEqual([undefined, undefined, 'document', 'document-result']);
});

const event: fc.Arbitrary<StatusEvent> = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom<object>(
  { type: 'status', code: '5' }, { type: 'status', code: '2' }, { type: 'status', code: '17' }, { type: 'accepted' }, { type: 'supplement-asked', request: 'r', remarks: [] }, { type: 'supplement-asked', request: 'r', remarks: [], until: day },
  { type: 'extended', due: day }, { type: 'paused' }, { type: 'payment-asked', payment: 'p', amount: 1, due: day },
)).map(([id, what]) => ({ ...line, id: `e${id}`, ...what }) as StatusEvent);

test('whatever comes together, each news is told once, with its day when one of them has it; only messages with words, a day only where the words may say it', () => {
  fc.assert(fc.property(fc.array(event, { maxLength: 12 }), fc.option(fc.constant(day), { nil: undefined }), (events, promised) => {
    const all = events.flatMap((each) => toldBy(each, promised) ?? []);
    const made = distinct(all);
    expect(new Set(made.map(({ about }) => about))).toEqual(new Set(all.map(({ about }) => about)));
    expect(made.length).toBe(new Set(all.map(({ about }) => about)).size);
    for (const each of made) {
      expect(templateKeys).toContain(each.key);
      expect(hasDue(each.key)).toBe(each.due !== undefined);
      if (all.some(({ about, due }) => about === each.about && due !== undefined)) expect(each.due).toBeDefined();
    }
  }), { seed: 6 });
});

test('what was said last is not said again: a code never, a request not within ten minutes, another day always', () => {
  const status = told({ type: 'status', code: '5' }) as Told;
  const asked = told({ type: 'supplement-asked', request: 'r', remarks: [] }) as Told;
  const until = told({ type: 'supplement-asked', request: 'r', remarks: [], until: day }) as Told;
  const last = (minutes: number, due: string | null = null, about = 'status-5') => ({ about, due, at: new Date(now.getTime() - minutes * 60_000) });
  expect([saidAlready(status, last(1), now), saidAlready(status, last(10_000), now), saidAlready(status, undefined, now), saidAlready(status, last(1, null, 'status-4'), now)]).toEqual([true, true, false, false]);
  expect([saidAlready(asked, last(9), now), saidAlready(asked, last(10), now), saidAlready(asked, last(1, day), now)]).toEqual([true, false, true]);
  expect([saidAlready(until, last(1), now), saidAlready(until, last(1, day), now), saidAlready(until, last(1, '2026-12-06'), now)]).toEqual([false, true, false]);
});
