import { expect } from '@open-wc/testing';
import { parse } from '@dvc/schema';
import { runWalks, type SurveyScenarioFile } from '@dvc/core/survey/scenarios.js';
import { runScenarios, type ScenarioFile } from '@dvc/testing/scenarios.js';

// The same documents and scenarios as in Node, where Ajv judges them too.
const forms = ['ho-tich/dang-ky-khai-sinh/1.0.0', 'cu-tru/thay-doi-thong-tin-cu-tru/1.0.0'];
// The test server turns JSON into modules.
const load = async (name: string, folder = 'forms') => ((await import(new URL(`../../../schemas/${folder}/${name}.json`, import.meta.url).href)) as { default: unknown }).default;

for (const name of forms) {
  it(`${name} does in this browser what its scenarios say`, async () => {
    const { document, problems } = parse(await load(name));
    expect(problems).to.deep.equal([]);
    const results = runScenarios(document!, (await load(`${name}.scenarios`)) as ScenarioFile);
    expect(results.length).to.be.at.least(10);
    expect(results.filter(({ differences }) => differences.length > 0)).to.deep.equal([]);
  });
}

it('a survey leads through its branches in this browser as in Node', async () => {
  const { document, problems } = parse(await load('thu/re-nhanh/1.0.0', 'surveys'));
  expect(problems).to.deep.equal([]);
  const walks = runWalks(document!, (await load('thu/re-nhanh/1.0.0.scenarios', 'surveys')) as SurveyScenarioFile);
  expect(walks.length).to.be.at.least(40);
  expect(walks.filter(({ differences }) => differences.length > 0)).to.deep.equal([]);
});
