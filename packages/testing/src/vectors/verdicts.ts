import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { feesOf, judge, payloadOf, startForm, type CodeList } from '@dvc/core';
import { compilePlan, type FormDocument, type JsonObject } from '@dvc/schema';
import type { ScenarioFile } from '../scenarios.js';

const forms = ['ho-tich/dang-ky-khai-sinh/1.0.0', 'cu-tru/thay-doi-thong-tin-cu-tru/1.0.0', 'mot-cua/dang-ky-lich-hen/1.0.0'];

/**
 * What the back end says to the answers of each scenario: first as they stand there, sent by somebody who reckoned nothing; then, for every
 * fourth, as a right browser sends them. That the scenarios themselves expect the right thing is held by their own test.
 */
export function verdictVectors(root: string) {
  const readJson = (...parts: string[]): unknown => JSON.parse(readFileSync(join(root, 'schemas', ...parts), 'utf8'));
  const codeLists = (id: string, within?: string): CodeList | undefined => {
    const parts = within === undefined ? ['code-lists', `${id}.json`] : ['code-lists', id, `${within}.json`];
    const list = existsSync(join(root, 'schemas', ...parts)) ? (readJson(...parts) as CodeList) : undefined;
    return Array.isArray(list?.items) ? list : undefined;
  };
  const vectors = forms.flatMap((name) => {
    const plan = compilePlan(readJson('forms', `${name}.json`) as FormDocument);
    const file = readJson('forms', `${name}.scenarios.json`) as ScenarioFile;
    return file.scenarios.flatMap((scenario, index) => {
      const today = scenario.today ?? file.today;
      const one = (how: string, answers: JsonObject, fees: { id: string; amount: number }[]) => {
        const { caseId, ...verdict } = judge(plan, { answers, fees, papers: {} }, { today, context: { codeLists } });
        return { name: `${scenario.name} (${how})`, form: `forms/${name}.json`, today, sent: { answers, fees, papers: {} }, verdict: { ...verdict, case: caseId ?? null } };
      };
      const state = startForm(plan, { data: scenario.answers, today, defaults: true, context: { codeLists } });
      const honest = one('by a browser', payloadOf(state), feesOf(state).map(({ id, amount }) => ({ id, amount })));
      if (honest.verdict.changes.length > 0) throw new Error(`verdicts: ${honest.name} would be answered with changes`);
      return [one('as given', scenario.answers, []), ...(index % 4 === 0 ? [honest] : [])];
    });
  });
  return {
    about: 'judge(form, sent, today, code lists): answers as kept, issues (path, code, params; level "warning" stops nothing), changes against what was sent, fees in đồng, lines (the same fees as a page of payment shows them), case. No file was sent, so required papers are issues too. Paths are relative to schemas/.',
    vectors,
  };
}
