// npm run bench [-- --quick --peers=html,rjsf,dvc --minutes=30 --cells=M,L --raw]: installs the peers if they are missing, builds, calibrates, measures, reports.
import './lib/here.mjs';
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { build } from '../scripts/build.mjs';
import { run } from '../scripts/lib/run.mjs';
import { peers, usual } from './lib/peers.mjs';

const here = process.cwd();
const value = (name) => process.argv.find((arg) => arg.startsWith(`--${name}=`))?.split('=').slice(1).join('=');
const names = value('peers')?.split(',') ?? usual;
const unknown = names.filter((name) => !(name in peers));
if (unknown.length) { console.error(`There is no peer ${unknown.join(', ')}; the peers are ${Object.keys(peers).join(', ')}.`); process.exit(2); }
// Ratios are to plain HTML of the same run, and nothing else.
if (!names.includes('html')) names.unshift('html');

async function must(...command) {
  const { code } = await run(command, { cwd: here });
  if (code) { console.error(`${command.join(' ')} ended with ${code}`); process.exit(code); }
}

const missing = names.flatMap((name) => peers[name].packages ?? []).filter((name) => !existsSync(`node_modules/${name}/package.json`));
if (missing.length) {
  console.log(`Installing the peers into bench/node_modules (missing: ${[...new Set(missing)].join(', ')})`);
  await must('npm', 'install', '--no-package-lock', '--no-audit', '--no-fund');
}
if (names.includes('dvc') && !process.env.DVC_ENTRY) await build(['sdk']);
await must('node', 'build.mjs', names.join(','));
await must('node', 'calibrate.mjs', names.join(','), ...(process.argv.includes('--quick') ? ['S,M,L,Linv,C,V,N200,N1000'] : []));
const passed = process.argv.slice(2).filter((arg) => !arg.startsWith('--peers='));
await must('node', 'run.mjs', `--peers=${names.join(',')}`, ...passed);
const out = value('out') ?? `results/${process.argv.includes('--quick') ? 'quick' : 'full'}.json`;
const { markdown } = await import('./lib/report.mjs');
const { held } = await import('./lib/holds.mjs');
const result = JSON.parse(readFileSync(out));
console.log(markdown(result));
if (names.includes('dvc')) {
  const holds = held(result);
  const over = holds.filter(({ verdict }) => verdict !== 'holds');
  console.log(over.length ? `Not held, or not measured: ${over.map(({ what, verdict }) => `${what} (${verdict})`).join('; ')}` : 'All limits hold.');
  // A quick run has too few samples to fail anybody.
  if (!process.argv.includes('--quick') && over.some(({ verdict }) => verdict === 'over')) process.exitCode = 1;
}
