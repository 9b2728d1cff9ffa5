import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { caseOf, feesOf, papersOf, shownNodes, startForm } from '@dvc/core';
import { compilePlan, join, parse, type FormDocument, type JsonObject } from '@dvc/schema';
import { ajvAuthority } from '@dvc/schema/node/ajv.js';
import { runScenarios, type ScenarioFile } from './scenarios.js';

const forms = ['ho-tich/dang-ky-khai-sinh/1.0.0', 'cu-tru/thay-doi-thong-tin-cu-tru/1.0.0', 'mot-cua/dang-ky-lich-hen/1.0.0', 'xuat-nhap-canh/to-khai-ho-chieu/1.0.0'];
const load = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../schemas/forms/${name}.json`, import.meta.url), 'utf8'));

describe.each(forms)('%s', (name) => {
  const document = load(name) as FormDocument;
  const file = load(`${name}.scenarios`) as ScenarioFile;
  const authority = ajvAuthority();
  const accepts = (payload: JsonObject) => authority.accepts(document.schema, payload).valid;

  test('is read and compiled without a problem', () => {
    expect(parse(document).problems).toEqual([]);
    expect(compilePlan(document).root.kind).toBe('object');
  });

  test.each(runScenarios(document, file, { accepts }))('$name', ({ differences }) => {
    expect(differences).toEqual([]);
  });
});

test('says each difference', () => {
  const document = load(forms[0]!) as FormDocument;
  const file = load(`${forms[0]!}.scenarios`) as ScenarioFile;
  const first = file.scenarios[0]!;
  const wrong = {
    ...file,
    form: 'other@1.0.0',
    scenarios: [{
      ...first,
      expect: { shown: ['/copies/count'], hidden: ['/child'], issues: [{ path: '/x', code: 'required' }], computed: { '/daysSinceBirth': 21 }, papers: [], fees: [{ id: 'registration', amount: 1 }], case: 'late' },
    }],
  };
  expect(runScenarios(document, wrong, { accepts: () => false })).toMatchObject([{
    name: first.name,
    differences: [
      'the file is for other@1.0.0, the document is ho-tich/dang-ky-khai-sinh@1.0.0',
      '/copies/count should be shown', '/child should be hidden', '/child should not be sent',
      'issues: expected {"code":"required","path":"/x"}',
      '/daysSinceBirth: expected 21', '/daysSinceBirth: unexpected 20',
      'papers: unexpected {"id":"medical-birth-record","required":true}', 'papers: unexpected {"id":"marriage-certificate","required":false}',
      'fees: expected {"amount":1,"id":"registration"}', 'fees: unexpected {"amount":0,"id":"registration"}',
      'case: expected "late"', 'case: unexpected null',
      'the second authority refuses what the evaluator accepts',
    ],
  }]);
});

describe.each(forms)('%s: the scenarios', (name) => {
  const document = load(name) as FormDocument;
  const file = load(`${name}.scenarios`) as ScenarioFile;
  const plan = compilePlan(document);
  const states = file.scenarios.map((scenario) => startForm(plan, { data: scenario.answers, today: scenario.today ?? file.today }));
  const shown = states.map((state) => [...shownNodes(state.root)]);
  const bothWays = (what: string, seen: readonly boolean[]) => [
    ...(seen.includes(true) ? [] : [`${what} is never met`]),
    ...(seen.includes(false) ? [] : [`${what} is always met`]),
  ];

  test('meet and miss every condition, paper, fee, case and check', () => {
    const conditions = plan.nodes.flatMap((place) => place.conditions.flatMap(({ source, slot }) =>
      bothWays(source, shown.flat().filter(({ node }) => node.plan === place).map(({ node }) => node.conditions?.[slot] === true))));
    const papers = plan.papers.filter(({ when }) => when).flatMap(({ id }) => bothWays(`paper ${id}`, states.map((state) => papersOf(state).some((paper) => paper.id === id))));
    const fees = [...plan.fees, ...plan.cases.flatMap((each) => each.fees)].flatMap(({ id }) =>
      bothWays(`fee ${id}`, states.map((state) => [...feesOf(state), ...feesOf(state, 'counter')].some((fee) => fee.id === id))));
    const cases = plan.cases.flatMap(({ id }) => bothWays(`case ${id}`, states.map((state) => caseOf(state) === id)));
    const said = states.map((_, i) => new Set(shown[i]!.flatMap(({ node }) => Object.values(node.flags ?? {}).map((issue) => issue.message))));
    const checks = plan.checks.flatMap(({ message, source }) => bothWays(`${source} “${message.text}”`, said.map((messages) => messages.has(message.text))));
    expect([...conditions, ...papers, ...fees, ...cases, ...checks]).toEqual([]);
  });

  test('show every place', () => {
    const seen = new Set(shown.flat().map(({ node }) => node.plan));
    expect(plan.nodes.filter((place) => !seen.has(place)).map(({ path }) => path)).toEqual([]);
  });

  test('every text has its English', () => {
    const english = document.translations?.en ?? {};
    const untold: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value === 'string') {
        const told = /^(title|hint|description|text|message|note|rowTitle|sourceDb)$/.test(path.split('/').at(-1)!) || path.includes('/x-dvc/messages/');
        if (told && !Object.hasOwn(english, path)) untold.push(path);
      } else if (typeof value === 'object' && value !== null) {
        for (const [key, child] of Object.entries(value)) if (path !== '' || key !== 'translations') walk(child, join(path, key));
      }
    };
    walk(document, '');
    expect(untold).toEqual([]);
  });
});
