// Times and files as answers: what is typed, what is kept, what is shown.
import { compilePlan, compileSchema, type FormDocument } from '@dvc/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dataOf, fieldText, issuesOf, reduce, startForm, type FormState, type NodeState } from '../index.js';

const plan = compilePlan({
  kind: 'form', id: 'gio/hen', version: '1.0.0', title: 'Giờ hẹn',
  schema: { type: 'object', properties: { at: { type: 'string', format: 'time' }, on: { type: 'string', format: 'date-time' }, photo: { type: 'string', format: 'data-url' } } },
} as FormDocument);

const start = (data?: Record<string, string>): FormState => startForm(plan, { ...(data ? { data } : {}), today: '2026-11-21' });
const node = (state: FormState, key: string): NodeState => state.root.children!.find((each) => each.plan.key === key)!;
const typed = (state: FormState, key: string, text: string) => reduce(state, { type: 'typed', id: `/${key}`, text });
const left = (state: FormState, key: string) => reduce(state, { type: 'left', id: `/${key}` });
const shown = (state: FormState, key: string) => fieldText(node(state, key));

describe('times', () => {
  test('are kept with the offset of this country and shown without', () => {
    const state = typed(start(), 'at', '8 giờ 30');
    expect(shown(state, 'at')).toBe('8 giờ 30');
    expect(dataOf(state)).toEqual({ at: '08:30:00+07:00' });
    expect(shown(left(state, 'at'), 'at')).toBe('08:30');
    expect(shown(left(typed(start(), 'on', '21/11/2026 8h30'), 'on'), 'on')).toBe('21/11/2026 08:30');
  });

  test('what cannot be read is the answer as typed, and refused', () => {
    const state = left(typed(typed(start(), 'at', '25:00'), 'on', '21/11/2026'), 'at');
    expect(dataOf(state)).toEqual({ at: '25:00', on: '21/11/2026' });
    expect(issuesOf(state).map(({ path, params }) => [path, params['reason']])).toEqual([['/at', 'range'], ['/on', 'no-time']]);
    expect(dataOf(typed(state, 'at', ' '))).toEqual({ on: '21/11/2026' });
  });

  const two = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));
  const clock = fc.tuple(two(23), two(59), two(59), fc.constantFrom('', '.5', '.000', '.123456'), fc.constantFrom('+07:00', 'Z', 'z', '-05:00', '+05:30', '+00:00')).map(([h, m, s, part, zone]) => `${h}:${m}:${s}${part}${zone}`);
  const day = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((each) => each.toISOString().slice(0, 10));

  test('a given one is shown without a lie, and comes back unchanged unless it is edited', () => {
    fc.assert(fc.property(clock, day, fc.constantFrom('T', 't', ' '), (at, date, mark) => {
      const data = { at, on: `${date}${mark}${at}` };
      const state = left(left(start(data), 'at'), 'on');
      expect(dataOf(state)).toEqual(data);
      expect(issuesOf(state)).toEqual([]);
      for (const key of ['at', 'on'] as const) {
        // Written into the box and taken out again, as a browser does with autofill, it is the same answer.
        expect(dataOf(typed(state, key, shown(state, key)))).toEqual(data);
        // Nothing but zero seconds and the country's own offset is left out.
        const hidden = data[key].length - shown(state, key).length;
        if (hidden > 0) expect(data[key]).toMatch(/\+07:00$/);
        if (hidden > 6) expect(data[key]).toMatch(/:00\+07:00$/);
      }
    }), { seed: 45, numRuns: 1000 });
  });

  test('what is kept of a real time is what Ajv takes', () => {
    const right = compileSchema({ format: 'date-time' }, {});
    fc.assert(fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), day, fc.constantFrom(':', 'h', ' giờ ', '.', ' '), (h, m, date, mark) => {
      const [year, month, each] = date.split('-');
      const state = typed(start(), 'on', `${each}/${month}/${year} ${h}${mark}${m}`);
      const { on } = dataOf(state) as { on: string };
      expect(on).toBe(`${date}T${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}:00+07:00`);
      expect(right.test(on)).toBe(true);
    }), { seed: 45, numRuns: 500 });
  });
});

test('a file is taken as it is, and taken away', () => {
  const url = 'data:image/png;name=a%20b.png;base64,iVBORw0KGgo=';
  const state = left(typed(start(), 'photo', url), 'photo');
  expect([dataOf(state), shown(state, 'photo')]).toEqual([{ photo: url }, url]);
  expect(dataOf(typed(state, 'photo', '')) ?? {}).toEqual({});
});
