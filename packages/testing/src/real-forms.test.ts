import { readFileSync } from 'node:fs';
import { dataOf, issuesOf, judge, payloadOf, reduce, shownNodes, shownPaths, startForm, feesOf, papersOf, type Action, type FormState, type NodeState } from '@dvc/core';
import { compilePlan, type FormDocument } from '@dvc/schema';
import { ajvAuthority } from '@dvc/schema/node/ajv.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

// The published forms with rules, filled by nobody in particular: whatever is done to them, browser and server agree.
const FORMS = ['ho-tich/dang-ky-khai-sinh', 'cu-tru/thay-doi-thong-tin-cu-tru', 'xuat-nhap-canh/to-khai-ho-chieu'];
const TODAY = '2026-11-21';
const authority = ajvAuthority();

const TEXTS: Record<string, string[]> = {
  date: ['', '01/02/1990', '20/11/2026', '1/2/2015', '31/02/2015', '22/11/2030', '01/08/2026'],
  'partial-date': ['', '//1960', '/5/1961', '01/02/1990', '/13/1990'],
  'personal-id': ['', '001099012345', '0010990', '001 185 012 345'],
  phone: ['', '0912345678', '+84 912 345 678', '12'],
  email: ['', 'a@example.vn', 'a@'],
  'person-name': ['', 'Lê Thị Ánh', 'Nguyễn Văn 5'],
};
const PLAIN = ['', 'VN', 'LA', '01', '00004', 'H99.01', 'H99.51', 'Số 1, ngõ 2', 'x'.repeat(300), '3', '60'];

/** One thing that a person could do now, chosen by three numbers. */
function doable(state: FormState, a: number, b: number, c: number): Action {
  const nodes = [...shownNodes(state.root)].map(({ node }) => node).filter((node) => node.plan.kind === 'list' || (node.plan.kind === 'field' && !node.plan.readOnly));
  const node = nodes[a % nodes.length]!;
  if (node.plan.kind === 'list') return rowAction(node, b, c);
  const { choices, control, format } = node.plan;
  if (choices) return { type: 'chosen', id: node.id, chosen: choices.filter((_, i) => (control === 'checkboxes' ? (b >> i) & 1 : i === b % (choices.length + 1))).map((choice) => choice.key) };
  if (control === 'checkbox') return { type: 'chosen', id: node.id, chosen: b % 2 ? ['true'] : [] };
  const texts = (format === undefined ? undefined : TEXTS[format]) ?? PLAIN;
  return control === 'combobox' ? { type: 'chosen', id: node.id, chosen: [texts[b % texts.length]!] } : { type: 'typed', id: node.id, text: texts[b % texts.length]! };
}

function rowAction(list: NodeState, b: number, c: number): Action {
  const rows = list.children ?? [];
  const row = rows[c % Math.max(1, rows.length)];
  if (b % 4 < 2 || !row) return { type: 'row-added', id: list.id };
  return b % 4 === 2 ? { type: 'row-removed', id: row.id } : { type: 'row-moved', id: row.id, by: c % 2 ? 1 : -1 };
}

const steps = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000)), { maxLength: 60 });

describe.each(FORMS)('%s, whatever is done to it', (id) => {
  const document = JSON.parse(readFileSync(new URL(`../../../schemas/forms/${id}/1.0.0.json`, import.meta.url), 'utf8')) as FormDocument;
  const plan = compilePlan(document);
  const ajv = authority.authorityFor(document.schema);
  const run = (moves: readonly (readonly [number, number, number])[]) => moves.reduce((state, move) => reduce(state, doable(state, ...move)), startForm(plan, { today: TODAY }));

  test('has a payload that Ajv accepts exactly when no answer has an issue', () => {
    fc.assert(fc.property(steps, (moves) => {
      const state = run(moves);
      const wrong = issuesOf(state).filter((issue) => issue.code !== 'check' && !issue.code.startsWith('paper-'));
      expect(ajv.accepts(payloadOf(state)).valid, JSON.stringify([payloadOf(state), wrong])).toBe(wrong.length === 0);
    }), { seed: 20261121, numRuns: 120 });
  });

  test('is where a fresh start with the same data is', () => {
    fc.assert(fc.property(steps, (moves) => {
      const state = run(moves);
      const anew = startForm(plan, { data: dataOf(state), today: TODAY, defaults: false });
      expect(payloadOf(anew)).toEqual(payloadOf(state));
      expect(issuesOf(anew)).toEqual(issuesOf(state));
      expect(shownPaths(anew)).toEqual(shownPaths(state));
    }), { seed: 20261121, numRuns: 60 });
  });

  test('is judged by a back end as the browser saw it: nothing changed, the same issues', () => {
    fc.assert(fc.property(steps, (moves) => {
      const state = run(moves);
      const fees = feesOf(state).map(({ id: fee, amount }) => ({ id: fee, amount }));
      const verdict = judge(plan, { answers: payloadOf(state), papers: Object.fromEntries(papersOf(state).map((paper) => [paper.key, ['u1']])), fees }, { today: TODAY });
      expect(verdict.changes).toEqual([]);
      expect(verdict.answers).toEqual(payloadOf(state));
      expect(verdict.issues).toEqual(issuesOf(state).filter((issue) => !issue.code.startsWith('paper-')));
    }), { seed: 20261121, numRuns: 60 });
  });
});
