import { compilePlan, type FormDocument, type Json } from '@dvc/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lock, Prefilled } from '../ports.js';
import { dataOf, provenanceOf, reduce, startForm, unplaced, type Action, type FormState } from '../index.js';

const plan = compilePlan({
  kind: 'form', id: 'thu/mau', version: '1.0.0', title: 'Mẫu',
  schema: {
    type: 'object', properties: {
      name: { type: 'string', minLength: 2 }, age: { type: 'integer' },
      address: { type: 'object', properties: { province: { type: 'string' }, detail: { type: 'string' } } },
      members: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
    },
  },
} as FormDocument);

const AT = '2026-11-21T01:00:00Z';
const said = (path: string, value: Json, lock: Lock = 'marked'): Prefilled => ({ path, value, lock, source: 'Cơ sở dữ liệu quốc gia về dân cư', at: AT });
const start = (data?: Json) => startForm(plan, { data, today: '2026-11-21' });
const run = (state: FormState, ...actions: Action[]) => actions.reduce(reduce, state);

describe('what the State knows already', () => {
  it('is put in where nobody answered, with its source, its time and its lock', () => {
    const state = run(start(), { type: 'prefilled', prefilled: [said('/name', 'Đặng Văn Ư', 'locked'), said('/address', { province: '01', detail: 'Số 5' })] });
    expect(dataOf(state)).toEqual({ name: 'Đặng Văn Ư', address: { province: '01', detail: 'Số 5' } });
    expect(provenanceOf(state)['/name']).toEqual({ source: 'Cơ sở dữ liệu quốc gia về dân cư', at: AT, lock: 'locked' });
    expect(Object.keys(provenanceOf(state))).toEqual(['/name', '/address/province', '/address/detail']);
  });

  it('cannot be typed over when it is locked, and says so when it was marked', () => {
    const locked = run(start(), { type: 'prefilled', prefilled: [said('/name', 'Ư Văn', 'locked'), said('/age', 30)] }, { type: 'typed', id: '/name', text: 'X' }, { type: 'typed', id: '/age', text: '31' });
    expect(dataOf(locked)).toMatchObject({ name: 'Ư Văn', age: 31 });
    expect(provenanceOf(locked)['/age']!.changed).toBe(true);
    expect(provenanceOf(run(locked, { type: 'typed', id: '/age', text: '30' }))['/age']!.changed).toBeUndefined();
  });

  it('can be mended when it does not fit, whatever its lock', () => {
    const state = run(start(), { type: 'prefilled', prefilled: [said('/name', 'X', 'locked'), said('/age', 'ba mươi', 'locked')] });
    expect([provenanceOf(state)['/name']!.lock, provenanceOf(state)['/age']!.lock]).toEqual(['marked', 'marked']);
    expect(dataOf(run(state, { type: 'typed', id: '/name', text: 'Xuân' }))).toMatchObject({ name: 'Xuân' });
  });

  it('is offered beside another answer, and taken or left by the citizen', () => {
    const offered = run(start({ name: 'Ư' }), { type: 'prefilled', prefilled: [said('/name', 'Đặng Văn Ư', 'locked')] });
    expect(dataOf(offered)).toEqual({ name: 'Ư' });
    expect(offered.suggestions).toHaveProperty('/name');
    const taken = run(offered, { type: 'suggestion-taken', id: '/name' });
    expect([dataOf(taken), provenanceOf(taken)['/name']!.lock, taken.suggestions]).toEqual([{ name: 'Đặng Văn Ư' }, 'locked', {}]);
    const left = run(offered, { type: 'suggestion-left', id: '/name' });
    expect([dataOf(left), left.suggestions, provenanceOf(left)]).toEqual([{ name: 'Ư' }, {}, {}]);
  });

  it('follows its row when rows move', () => {
    const rows = run(start({ members: [{ name: 'A' }, {}] }), { type: 'prefilled', prefilled: [said('/members/1/name', 'B')] });
    expect(Object.keys(provenanceOf(rows))).toEqual(['/members/1/name']);
    const moved = run(rows, { type: 'row-moved', id: rows.root.children![3]!.rows![1]!.id, by: -1 });
    expect(Object.keys(provenanceOf(moved))).toEqual(['/members/0/name']);
  });

  it('names what leads to no field', () => {
    expect(unplaced(start(), [said('/none', 1), said('/members/7/name', 'x'), said('/name', 'An')])).toEqual(['/none', '/members/7/name']);
  });

  const path = fc.constantFrom('/name', '/age', '/address/province', '/address', '/members', '/members/0/name', '/x');
  const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.record({ province: fc.string() }), fc.array(fc.integer(), { maxLength: 2 })) as fc.Arbitrary<Json>;
  const anything = fc.array(fc.record({ path, value, lock: fc.constantFrom<Lock>('locked', 'marked', 'suggestion'), source: fc.string(), at: fc.constant(AT) }), { maxLength: 6 });
  const data = fc.record({ name: fc.string(), age: fc.integer(), members: fc.array(fc.record({ name: fc.string() }, { requiredKeys: [] }), { maxLength: 2 }) }, { requiredKeys: [] }) as fc.Arbitrary<Json>;

  it('never goes over an answer', () => {
    fc.assert(fc.property(data, anything, (given, prefilled) => {
      expect(dataOf(run(start(given), { type: 'prefilled', prefilled }))).toMatchObject(given as object);
    }), { seed: 1, numRuns: 300 });
  });

  it('changes nothing by itself when it comes late', () => {
    fc.assert(fc.property(data, anything, (given, prefilled) => {
      expect(dataOf(run(start(given), { type: 'prefilled', prefilled, late: true }))).toEqual(dataOf(start(given)));
    }), { seed: 1, numRuns: 300 });
  });
});
