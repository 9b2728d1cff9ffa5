// Makes stories/docs/json-schema-suite.json, the numbers of the page about JSON Schema, from the official JSON-Schema-Test-Suite.
//   node scripts/make-suite-page.mjs --suite <a checkout of it>     the whole: what is published
//   node scripts/make-suite-page.mjs --dry                          says only what it finds, of the part in DVC_CORPUS (default: ../shared/corpus)
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle } from './lib/bundle.mjs';
import { at, root } from './lib/run.mjs';

const { values: given } = parseArgs({ options: { suite: { type: 'string' }, commit: { type: 'string' }, dry: { type: 'boolean', default: false } } });
const program = at(`.cache/suite/judge.${process.pid}.mjs`);
mkdirSync(at('.cache/suite'), { recursive: true });
await bundle(at('packages/testing/src/suite/index.ts'), program);
const { ajvAsItComes, cfworkerAsItComes, findSuite, judge, readSuite, scoresOf } = await import(pathToFileURL(program).href);
rmSync(program);

const folder = findSuite(root, given.suite);
if (!folder) { console.error('No suite here: give --suite <folder>, or set DVC_CORPUS.'); process.exit(2); }
const { files, commit: said } = readSuite(folder);
const git = () => { try { return execFileSync('git', ['-C', folder, 'rev-parse', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim(); } catch { return undefined; } };
const commit = given.commit ?? said ?? git();
if (!commit) { console.error('The folder does not say which commit of the suite it is: give --commit.'); process.exit(2); }

// Seen from packages/schema, `ajv` is the version that we rest on; the root has an older one for the linter.
const require = createRequire(at('packages/schema/package.json'));
const ajv = {
  Ajv: require('ajv').Ajv, Ajv2019: require('ajv/dist/2019').Ajv2019, Ajv2020: require('ajv/dist/2020').Ajv2020,
  draft6: require('ajv/dist/refs/json-schema-draft-06.json'), addFormats: require('ajv-formats').default,
};
const judged = files.map((file) => judge(file, { ajv: ajvAsItComes(ajv), cfworker: cfworkerAsItComes }));
for (const { draft, name, wrong, divided } of judged) {
  for (const each of wrong) console.log(`wrong: ${draft} ${name}: ${each}`);
  for (const each of divided) console.log(`Ajv says otherwise: ${draft} ${name}: ${each}`);
}
const version = (name) => JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')).version;
const results = { commit, made: new Date().toISOString().slice(0, 10), versions: { ajv: version('ajv'), 'ajv-formats': version('ajv-formats'), '@cfworker/json-schema': version('@cfworker/json-schema') }, drafts: scoresOf(judged) };
if (!given.dry) {
  // One keyword a line: a diff shows what has changed.
  writeFileSync(at('stories/docs/json-schema-suite.json'), `${JSON.stringify(results, null, 2).replace(/\{\n\s+"tests": [^{}]*"outside": \{[^{}]*\}\n\s+\}/g, (text) => text.replace(/\n\s*/g, ' '))}\n`);
}
const bad = judged.reduce((count, { wrong, divided }) => count + wrong.length + divided.length, 0);
const sum = (key) => judged.reduce((total, { score }) => total + score[key], 0);
console.log(`${files.length} files, ${sum('tests')} tests: ${sum('ours')} right, Ajv ${sum('ajv')}, cfworker ${sum('cfworker')}; ${bad} that nobody has explained`);
process.exitCode = bad ? 1 : 0;
