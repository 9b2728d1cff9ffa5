// Every document that the project publishes passes the check that an agency's own must pass; a warning is shown and stops nothing.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import process from 'node:process';
import { build } from './build.mjs';
import { bundle } from './lib/bundle.mjs';
import { at, root } from './lib/run.mjs';
import { files } from './lib/stale.mjs';

await build(['schema'], { quiet: true });
const { checkDocument } = await import('../packages/schema/dist/node/index.js');
const { compilePlan, parse } = await import('../packages/schema/dist/index.js');
// What a survey's page and its keeper make of it is core's, which nobody builds by itself.
const judge = at('.cache/survey-judge.mjs');
await bundle('packages/core/src/survey/judge.ts', judge);
const { surveyJudge } = await import(judge);

const result = { passed: 0, failed: 0, failures: [] };
for (const file of [...files(at('schemas/forms')), ...files(at('schemas/surveys'))].filter((name) => name.endsWith('.json') && !/\.scenarios\.json$|[/\\]index\.json$/.test(name))) {
  const name = relative(root, file);
  const text = readFileSync(file, 'utf8');
  const say = (problem) => console.log(`${name}${problem.path}: ${problem.level === 'warning' ? 'warning: ' : ''}${problem.code}: expected ${problem.expected}, got ${problem.got}`);
  let wrong;
  try {
    const problems = await checkDocument(text);
    problems.forEach(say);
    wrong = problems.some(({ level }) => level !== 'warning');
    if (!wrong) {
      const { document } = parse(text);
      if (!document) throw new Error('parse refuses what checkDocument lets pass');
      compilePlan(document);
      if (document.kind === 'survey') surveyJudge(document);
    }
  } catch (error) {
    wrong = true;
    console.log(`${name}: ${error.message}`);
    for (const problem of error.problems ?? []) say(problem);
  }
  if (wrong) { result.failed += 1; result.failures.push(name); } else result.passed += 1;
}
const out = at('.cache/test/documents.json');
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, JSON.stringify(result));
console.log(`${result.passed} documents passed, ${result.failed} failed`);
process.exitCode = result.failed ? 1 : 0;
