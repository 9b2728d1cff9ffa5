import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compilePlan, parse, type FormDocument, type JsonObject } from '@dvc/schema';
import { ajvAuthority } from '@dvc/schema/node/ajv.js';
import { runScenarios, type ScenarioFile } from './scenarios.js';

const forms = ['ho-tich/dang-ky-khai-sinh/1.0.0', 'cu-tru/thay-doi-thong-tin-cu-tru/1.0.0'];
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
  expect(runScenarios(document, wrong, { accepts: () => false })).toEqual([{
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
