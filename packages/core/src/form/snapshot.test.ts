import type { FormPlan } from '@dvc/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chosenKeys, dataOf, fieldText, issuesOf, payloadOf, reduce, restoreForm, shownNodes, snapshotOf, startForm, type FormState, type NodeState } from '../index.js';
import type { Action } from './actions.js';
import { handleOf } from './locate.js';
import { plainPlan, shapes } from './plain.test-helper.js';
import { samplePlan, TODAY } from './sample.test-helper.js';

const places = (state: FormState) => [...shownNodes(state.root)].map(({ node }) => node);
/** What a person sees and what would be sent. */
const seen = (state: FormState) => ({
  payload: payloadOf(state), data: dataOf(state), issues: issuesOf(state), page: state.page, key: state.idempotencyKey, uploads: state.uploads,
  fields: [...shownNodes(state.root)].filter(({ node }) => node.shape.kind === 'field').map(({ node, path }) => [path, node.shape.control, fieldText(node), chosenKeys(node), node.touched]),
});
const kept = (plan: FormPlan, state: FormState) => restoreForm(plan, JSON.parse(JSON.stringify(snapshotOf(state))) as never, { today: TODAY });

/** Something that a person can do to one of the places that are there now; `dice` decide which and what. */
function step(state: FormState, [which, what]: readonly [number, number]): FormState {
  const all = places(state);
  const node: NodeState = all[which % all.length]!;
  const texts = ['', 'x', 'Lê Thị Ánh', '5', 'us', '01/02/1990', 'An'];
  const deeds: Action[] = [
    { type: 'typed', id: node.id, text: texts[what % texts.length]! },
    { type: 'chosen', id: node.id, chosen: node.shape.choices ? [node.shape.choices[what % node.shape.choices.length]!.key] : what % 2 ? ['true'] : [] },
    { type: 'left', id: node.id }, { type: 'row-added', id: node.id }, { type: 'row-removed', id: node.id }, { type: 'row-moved', id: node.id, by: what % 2 ? 1 : -1 },
    { type: 'opened', id: node.id }, { type: 'closed', id: node.id },
    ...node.plan.unions.map((union, slot): Action => ({ type: 'chosen', id: handleOf(node.id, slot), chosen: [String(what % union.branches.length)] })),
    { type: 'typed', id: handleOf(node.id, 'key'), text: ['a', 'n1', 's1', 'z'][what % 4]! },
    { type: 'next' },
  ];
  return reduce(state, deeds[what % deeds.length]!);
}

describe.each<[string, FormPlan]>([['a document', samplePlan()], ...Object.entries(shapes).map(([name, schema]): [string, FormPlan] => [name, plainPlan(schema)])])('a draft of %s', (_, plan) => {
  test('is the form as it was, whatever was done', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 25 }), (dice) => {
      const state = dice.reduce(step, startForm(plan, { today: TODAY, idempotencyKey: 'k' }));
      // An entry without a name, or with one that is taken, has no place in the answers yet.
      if (issuesOf(state).some(({ code }) => code.startsWith('entry-'))) return;
      expect(seen(kept(plan, state))).toEqual(seen(state));
    }), { seed: 20261124, numRuns: 150 });
  });
});

test('what is not asked now is kept too, and so is what was not left yet', () => {
  const plan = samplePlan();
  const deeds: Action[] = [{ type: 'chosen', id: '/status', chosen: ['married'] }, { type: 'typed', id: '/spouse/name', text: 'Lê Thị Ánh' }, { type: 'chosen', id: '/status', chosen: ['single'] }, { type: 'typed', id: '/birth', text: '1/2/' }];
  const state = kept(plan, deeds.reduce(reduce, startForm(plan, { today: TODAY })));
  expect(fieldText(state.root.children![1]!)).toBe('1/2/');
  expect(payloadOf(reduce(state, { type: 'chosen', id: '/status', chosen: ['married'] }))).toHaveProperty('spouse', { name: 'Lê Thị Ánh' });
});
