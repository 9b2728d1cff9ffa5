import { compilePlan as compile } from '@dvc/schema';
import { ajvAuthority } from '@dvc/schema/node/ajv.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dataOf, issuesOf, payloadOf, reduce, shownPaths, startForm, type FormState } from '../index.js';
import type { Action } from './actions.js';
import { sample, samplePlan, TODAY } from './sample.test-helper.js';

// The outside oracle: Ajv on the very schema.
const authority = ajvAuthority().authorityFor(sample.schema);

const plan = samplePlan();
const start = () => startForm(plan, { today: TODAY });
const SEED = { seed: 20261121, numRuns: 150 };

const texts = ['', ' ', 'A', 'Lê Thị Ánh', '0', '001099012345', 'x'.repeat(30)];
const dates = ['', '01/02/1990', '1/2/2015', '31/02/2015', '2030', '22/11/2030'];
const edit: fc.Arbitrary<Action> = fc.oneof(
  fc.constantFrom<string[]>([], ['single'], ['married']).map((chosen): Action => ({ type: 'chosen', id: '/status', chosen })),
  fc.constantFrom(...dates).map((text): Action => ({ type: 'typed', id: '/birth', text })),
  fc.tuple(fc.constantFrom('/note', '/spouse/name', '/spouse/id', '/guardian/name', '/post/address', '/post/phone'), fc.constantFrom(...texts)).map(([id, text]): Action => ({ type: 'typed', id, text })),
);
const rowEdit: fc.Arbitrary<Action> = fc.oneof(
  fc.constant<Action>({ type: 'row-added', id: '/members' }),
  fc.constantFrom('/members/r1', '/members/r2').map((id): Action => ({ type: 'row-removed', id })),
  fc.tuple(fc.constantFrom('/members/r1', '/members/r2'), fc.constantFrom(-1, 1)).map(([id, by]): Action => ({ type: 'row-moved', id, by })),
  fc.tuple(fc.constantFrom('/members/r1/name', '/members/r2/name', '/members/r1/guardian'), fc.constantFrom(...texts)).map(([id, text]): Action => ({ type: 'typed', id, text })),
  fc.tuple(fc.constantFrom('/members/r1/birth', '/members/r2/birth'), fc.constantFrom(...dates)).map(([id, text]): Action => ({ type: 'typed', id, text })),
);
const anything = fc.array(fc.oneof(edit, rowEdit), { maxLength: 25 });
const run = (actions: readonly Action[], from: FormState = start()) => actions.reduce(reduce, from);
const observed = (state: FormState) => ({ data: dataOf(state), payload: payloadOf(state), issues: issuesOf(state), shown: shownPaths(state) });

describe('whatever a person does', () => {
  test('any order of the same edits of different fields ends in the same state', () => {
    const oneEach = fc.uniqueArray(edit, { selector: (action) => (action as { id: string }).id, maxLength: 8 });
    fc.assert(fc.property(oneEach.chain((edits) => fc.tuple(fc.constant(edits), fc.shuffledSubarray(edits, { minLength: edits.length }))), ([edits, shuffled]) => {
      expect(observed(run(shuffled))).toEqual(observed(run(edits)));
    }), SEED);
  });

  test('a form without schema issues has a payload that Ajv accepts, and one with issues has one that it refuses', () => {
    fc.assert(fc.property(anything, (actions) => {
      const state = run(actions);
      const wrong = issuesOf(state).filter((issue) => issue.code !== 'check' && !issue.code.startsWith('paper-'));
      expect(authority.accepts(payloadOf(state)).valid, JSON.stringify([payloadOf(state), wrong])).toBe(wrong.length === 0);
    }), SEED);
  });

  test('settling step by step equals starting anew with the same data', () => {
    fc.assert(fc.property(anything, (actions) => {
      const state = run(actions);
      const anew = startForm(plan, { data: dataOf(state), today: TODAY });
      expect(payloadOf(state)).toEqual(payloadOf(anew));
      expect(issuesOf(state)).toEqual(issuesOf(anew));
      expect(shownPaths(state)).toEqual(shownPaths(anew));
    }), SEED);
  });

  test('an answer hidden and shown again is back', () => {
    fc.assert(fc.property(fc.array(edit, { maxLength: 10 }), fc.constantFrom('Lê Thị Ánh', 'Trần Văn B'), (actions, name) => {
      const shown = run([...actions, { type: 'chosen', id: '/status', chosen: ['married'] }, { type: 'typed', id: '/spouse/name', text: name }]);
      const back = run([{ type: 'chosen', id: '/status', chosen: ['single'] }, { type: 'chosen', id: '/status', chosen: ['married'] }], shown);
      expect(observed(back)).toEqual(observed(shown));
    }), SEED);
  });

  test('reducers never mutate: a frozen state can be reduced', () => {
    fc.assert(fc.property(anything, (actions) => {
      let state = start();
      for (const action of actions) {
        const before = freeze(state);
        const seen = JSON.stringify(observed(before));
        state = reduce(before, action);
        expect(JSON.stringify(observed(before))).toBe(seen);
      }
    }), { ...SEED, numRuns: 60 });
  });

  test('data that is set comes back deep-equal', () => {
    const value = fc.letrec((tie) => ({ json: fc.oneof({ maxDepth: 3 }, fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(tie('json'), { maxLength: 3 }), fc.dictionary(fc.constantFrom('status', 'birth', 'members', 'name', 'post', 'address', 'other', 'age'), tie('json'))) })).json;
    fc.assert(fc.property(value, (data) => {
      expect(dataOf(startForm(plan, { data: data as never, today: TODAY }))).toEqual(data);
    }), { ...SEED, numRuns: 300 });
  });
});

describe('what a key costs, counted', () => {
  const wide = (fields: number) => startForm({ ...samplePlanOf(fields) }, { today: TODAY });
  test.each([10, 100, 1000])('one field among %i costs the same', (fields) => {
    expect(reduce(wide(fields), { type: 'typed', id: '/f3', text: 'abc' }).evaluations).toBe(1);
    expect(reduce(wide(fields), { type: 'typed', id: '/f0', text: 'yes' }).evaluations).toBe(4); // itself, the condition, whether the other field is asked, that field
  });
});

function samplePlanOf(fields: number) {
  const properties = Object.fromEntries(Array.from({ length: fields }, (_, i) => [`f${i}`, { type: 'string' }]));
  return compile({ kind: 'form', id: 'wide', version: '1.0.0', title: 'Rộng', schema: { type: 'object', properties, allOf: [{ if: { properties: { f0: { const: 'yes' } }, required: ['f0'] }, then: { properties: { more: { type: 'string' } } } }] } as never });
}

/** Freezes states but not the plan, which is shared and already frozen at its top. */
function freeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const [key, part] of Object.entries(value)) if (key !== 'plan' && key !== 'context') freeze(part);
  }
  return value;
}
