// npm test [-- stage …]: everything that a submission must pass. Logs stand in .cache/test; the last line is `N passed, N failed`.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { ensureBrowser } from './lib/ensure-browser.mjs';
import { at, root, run, seconds } from './lib/run.mjs';
import { files } from './lib/stale.mjs';

const LOGS = at('.cache/test');
const TAIL = 60;

const some = (folder, pattern) => files(at(folder)).some((file) => pattern.test(file));
const json = (name) => { try { return JSON.parse(readFileSync(join(LOGS, name), 'utf8')); } catch { return undefined; } };

/** Vitest's JSON report → our counts. */
const vitestCounts = (name) => {
  const report = json(name);
  if (!report) return undefined;
  const suites = report.testResults ?? [];
  const failures = suites.flatMap((suite) => {
    const tests = suite.assertionResults.filter(({ status }) => status === 'failed').map((test) => `${relative(root, suite.name)} › ${test.fullName}`);
    return suite.status === 'failed' && !tests.length ? [`${relative(root, suite.name)}: did not run`] : tests;
  });
  return { passed: report.numPassedTests, failed: failures.length, failures };
};
const vitest = (config, name) => ({
  steps: [['vitest', 'run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${join(LOGS, `${name}.json`)}`]],
  counts: () => vitestCounts(`${name}.json`),
});

/** Long proofs, kept short here, with a fixed seed: a campaign that fails only at length is run by hand. */
const SHORT = [
  ['hostile-schemas', '--n', '10000', '--seed', '1'],
  ['submissions', '--n', '150', '--seed', '7', '--kills', '2'],
  ['deliveries', '--n', '40', '--seed', '1'],
  ['xss', '--n', '8'],
  ['parity', '--n', '20000', '--seed', '1'],
  ['draft-kills', '--n', '14', '--seed', '1'],
  ['payments', '--n', '50000', '--seed', '1'],
  ['payments', '--over', 'http', '--n', '15', '--crowd', '15', '--seed', '1'],
  ['ipn', '--n', '2000', '--seed', '1'],
  ['status-orders', '--n', '10000', '--seed', '1'],
  ['due-dates', '--n', '10000', '--seed', '1'],
  ['lookups', '--n', '500', '--probes', '200', '--seed', '1'],
  ['live', '--n', '40', '--seed', '1'],
  ['survey-responses', '--n', '150', '--kills', '2', '--seed', '1'],
];
const campaigns = () => SHORT.filter(([name]) => existsSync(at(`packages/testing/src/campaigns/${name}.ts`)));

/** Each stage: when it has something to do, its commands, and how its tests are counted (else each command counts as one). */
const STAGES = {
  types: { steps: [['npm', 'run', '--silent', 'types']] },
  lint: { steps: [['npm', 'run', '--silent', 'lint']] },
  node: vitest('vitest.config.ts', 'node'),
  build: { steps: [['node', 'scripts/build.mjs']] },
  size: { steps: [['node', 'scripts/size.mjs']], counts: () => json('../size.json')?.verdict },
  browser: {
    here: () => ['ui', 'elements', 'client', 'sdk'].some((room) => some(`packages/${room}/src`, /(?<!\.types)\.test\.ts$/)),
    steps: [['wtr', '--config', 'web-test-runner.config.mjs']], env: { DVC_RESULTS: join(LOGS, 'browser.json') }, counts: () => json('browser.json'),
  },
  stories: { here: () => some('stories', /\.stories\.ts$/), ...vitest('.storybook/vitest.config.ts', 'stories') },
  storybook: { here: () => some('stories', /\.stories\.ts$/), steps: [['storybook', 'build', '--disable-telemetry', '--quiet', '-o', '.cache/storybook']] },
  documents: { here: () => some('schemas/forms', /\.json$/), steps: [['node', 'scripts/documents.mjs']], counts: () => json('documents.json') },
  e2e: { here: () => some('packages/testing/src', /\.e2e\.ts$/), ...vitest('vitest.e2e.config.ts', 'e2e') },
  campaigns: { here: () => campaigns().length > 0, steps: campaigns().map((words) => ['node', 'scripts/campaign.mjs', ...words]), atOnce: 2 },
};
/** What runs beside one another: each of these keeps one core busy, the others two. */
const WAVES = [['types', 'lint'], ['node'], ['build'], ['size', 'storybook'], ['browser'], ['stories', 'documents'], ['e2e'], ['campaigns']];
const LIMIT_MS = 10 * 60_000;

async function stage(name) {
  const { here, steps, env, counts, atOnce = 1 } = STAGES[name];
  if (here && !here()) return { name, absent: true };
  const started = performance.now();
  const codes = [];
  const logs = [];
  const left = [...steps.entries()];
  // Most long proofs wait for one process at a time.
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [index, step] = next;
      const log = join(LOGS, steps.length > 1 ? `${name}-${index + 1}.log` : `${name}.log`);
      const { code } = await run(step, { log, env: { ...env, NO_COLOR: '1', CI: '1' }, timeoutMs: LIMIT_MS });
      codes.push(code);
      if (code) logs.push(log);
    }
  }));
  const bad = codes.filter(Boolean).length;
  const counted = counts?.() ?? { passed: codes.length - bad, failed: bad };
  // A runner that fails without naming a test (a crash, a leak, no tests at all) has failed all the same.
  const failed = bad && !counted.failed ? 1 : counted.failed;
  return { name, passed: counted.passed, failed, failures: counted.failures ?? [], logs, ms: performance.now() - started };
}

process.chdir(root);
rmSync(LOGS, { recursive: true, force: true });
mkdirSync(LOGS, { recursive: true });
const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
for (const name of wanted) if (!STAGES[name]) { console.error(`There is no stage ${name}; the stages are ${Object.keys(STAGES).join(', ')}.`); process.exit(2); }
try {
  process.env.CHROME_PATH ||= ensureBrowser();
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
const started = performance.now();
const results = [];
for (const wave of wanted.length ? wanted.map((name) => [name]) : WAVES) for (const result of await Promise.all(wave.map(stage))) {
  results.push(result);
  const { name } = result;
  if (result.absent) { console.log(`${name.padEnd(10)} absent: nothing to run yet`); continue; }
  console.log(`${name.padEnd(10)} ${String(result.passed).padStart(5)} passed ${String(result.failed).padStart(4)} failed  ${seconds(result.ms)}`);
  for (const failure of result.failures.slice(0, 40)) console.log(`  ✗ ${failure}`);
  for (const log of result.logs) {
    const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
    console.log(`  --- ${relative(root, log)}, last ${Math.min(TAIL, lines.length)} of ${lines.length} lines\n${lines.slice(-TAIL).map((line) => `  ${line}`).join('\n')}`);
  }
}
const sum = (key) => results.reduce((total, result) => total + (result[key] ?? 0), 0);
console.log(`\n${seconds(performance.now() - started)} in all`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') ? 1 : 0;
